"""What is typed: three decisions, invented, of both nations, three kinds, and both forms."""

from __future__ import annotations

from dataclasses import dataclass

Cell = tuple[tuple[str, ...], str]
"""An effect for each criterion asked, and the reach in percent."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything a person types; words of choices are those on the screen."""

    name: str
    title: str
    kind: str
    council: str
    body: str
    nation: str
    capacity: str
    maker: str
    role: str
    authority: str
    instrument: str
    groups: tuple[tuple[str, str, str], ...]
    option: str
    short_name: str
    cost: str
    effects: tuple[Cell, ...]
    because: str
    reasons: str
    why_not: str
    summary: str = ""
    duties: tuple[tuple[str, str], ...] = ()
    short: bool = False


LIGHTS = Told(
    name="lights",
    title="Lights on the footpath to the school",
    summary="The path floods with dark. Children and shift workers use it.",
    kind="Technical",
    council="Example Town Council",
    body="Town council",
    nation="England",
    capacity="Officer",
    maker="Example Clerk",
    role="Town Clerk",
    authority="General",
    instrument="Scheme of delegation 4.2",
    groups=(("Children who walk to school", "120", "high"), ("Other residents", "3,400", "typical")),
    option="Solar lights along the path",
    short_name="Solar lights",
    cost="1,800",
    effects=((("2", "1", "0", "0", "1", "0"), "80"), (("1", "0", "0", "0", "0", "0"), "10")),
    because="Counts on two evenings in November.",
    duties=(("What we know, what people told us", "Girls told us that they avoid the path after dark."),),
    reasons="It does most for the children who walk, and costs little to run.",
    why_not="Nothing would change for those who are afraid of the path.",
)

RAMP = Told(
    name="ramp",
    title="A ramp at the village hall",
    kind="Involvement",
    council="Example Parish Council",
    body="Parish council",
    nation="England",
    capacity="Officer",
    maker="Example Clerk",
    role="Parish Clerk",
    authority="General",
    instrument="Standing order 7",
    groups=(("People who use a wheelchair", "14", "very high"), ("Everybody else", "600", "typical")),
    option="A ramp by the side door",
    short_name="Ramp",
    cost="400",
    effects=((("1", "2", "0"), "100"), (("0", "0.5", "0"), "20")),
    because="Asked at the hall on two evenings.",
    reasons="It opens the hall to everybody, for little money.",
    why_not="Some would stay shut out.",
    short=True,
)

BUS = Told(
    name="bus",
    title="A community bus on market days",
    summary="The last bus was withdrawn. Older people ask for a way to the market and the surgery.",
    kind="Joined-up",
    council="Example Community Council",
    body="Community council",
    nation="Wales",
    capacity="Officer",
    maker="Example Clerk",
    role="Clerk",
    authority="General",
    instrument="Scheme of delegation 2",
    groups=(("Older people without a car", "90", "high"), ("Other residents", "1,100", "typical")),
    option="A bus that volunteers drive",
    short_name="Volunteers' bus",
    cost="2,600",
    effects=((("1.5", "2", "0.5", "2", "1", "0.5"), "60"), (("0", "0.5", "0", "0.5", "0", "0"), "15")),
    because="A trial on four market days.",
    duties=(("What we know, what people told us", "Most of those who asked are over seventy, and women."),),
    reasons="It gives most to those who have no other way.",
    why_not="They would go on without market or surgery.",
)

DECISIONS = (LIGHTS, RAMP, BUS)
