"""The efficient frontier drawn: letters over cost and points, a line through the best, prices beside its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....i18n import _
from ...figures import pounds
from ..pen import Pen
from ..placing import Room, along
from ..scene import MEDIUM, SEMIBOLD, SMALL, Anchor, Bounds, Line, Rect, Role
from .plot import LINE, Plot, Scale, Spot, place_letters, plot_for

MILLION = 1e6
FAR = 0.75
"""A limit farther off than this share of the span of costs is told, not drawn: it would press all else together."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one option on the frontier to the next, and pounds for each point more."""

    before: str
    after: str
    price: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The highest net cost allowed, and what sets it."""

    at: float
    told: str


@dataclass(frozen=True, slots=True)
class FrontierPicture:
    """Options at their net cost (x) and points (y)."""

    spots: tuple[Spot, ...]
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]

    def draw(self, pen: Pen) -> float:
        """Axes, limits, the line with its prices, letters."""
        near = [limit for limit in self.limits if self._is_near(limit)]
        costs = (*(spot.x for spot in self.spots), *(limit.at for limit in near))
        across = Scale(_("net cost, £ a year"), costs, _money)
        up = Scale(_("points"), tuple(spot.y for spot in self.spots))
        plot = plot_for(pen, across, up, (LINE * len(near), 0.0))
        if near:
            self._draw_ground(pen, plot, min(limit.at for limit in near))
        height = plot.draw(pen, across, up)
        room = self._draw_marks(pen, plot, near)
        untold = [limit for limit in near if not _write_limit(pen, plot, limit, room, len(near))]
        at = {spot.letter: plot.at(spot) for spot in self.spots}
        for step in self.steps:
            _write_price(pen, at[step.before], at[step.after], step, room)
        notes = [_("Dashed: {limit}.").format(limit=limit.told) for limit in untold]
        notes += [_("Off this chart: {limit}.").format(limit=limit.told) for limit in self.limits if limit not in near]
        return _write_notes(pen, notes, height)

    def _is_near(self, limit: Limit) -> bool:
        costs = [0.0, *(spot.x for spot in self.spots)]
        slack = FAR * (max(costs) - min(costs))
        return min(costs) - slack <= limit.at <= max(costs) + slack

    def _draw_ground(self, pen: Pen, plot: Plot, limit: float) -> None:
        """What costs more than is allowed."""
        x, frame = plot.across.at(limit), plot.frame
        pen.add(Rect(x, frame.top, frame.right - x, frame.bottom - frame.top, Role.FAINT))

    def _draw_marks(self, pen: Pen, plot: Plot, limits: list[Limit]) -> Room:
        """Lines, and letters over them; tells what room is left for words, which must cross none of them."""
        frame, room = plot.frame, Room(plot.frame)
        upright = [plot.across.at(limit.at) for limit in limits]
        for x in upright:
            pen.add(Line(x, frame.top, x, frame.bottom, Role.AMBER, 2, dashed=True))
        at = {spot.letter: plot.at(spot) for spot in self.spots}
        for step in self.steps:
            pen.rule(*at[step.before], *at[step.after], Role.ACCENT, 2)
        place_letters(pen, plot, self.spots, room)
        for x in (*upright, plot.across.at(0)):
            room.take(Bounds(x - 1, frame.top, x + 1, frame.bottom))
        room.take(Bounds(frame.left, plot.up.at(0) - 1, frame.right, plot.up.at(0) + 1))
        for step in self.steps:
            for box in along(*at[step.before], *at[step.after]):
                room.take(box)
        return room


def _write_limit(pen: Pen, plot: Plot, limit: Limit, room: Room, rows: int) -> bool:
    """At the top of its line, on the side where its words cross nothing; tells whether there is such a side."""
    x, wide = plot.across.at(limit.at), pen.measure(limit.told, MEDIUM)
    heights = [plot.frame.top + LINE * (row + 0.5) + 1 for row in range(rows)]
    place = room.first([(x + side * (wide / 2 + 6), y) for y in heights for side in (1, -1)], wide, SMALL)
    if place is not None:
        pen.write(*place, limit.told, role=Role.AMBER, weight=MEDIUM, anchor=Anchor.MIDDLE)
    return place is not None


def _write_notes(pen: Pen, notes: list[str], y: float) -> float:
    for note in notes:
        for line in pen.wrapped(note, pen.width, 3, MEDIUM):
            pen.write(0, y + LINE / 2, line, role=Role.AMBER, weight=MEDIUM)
            y += LINE
    return y


def _write_price(
    pen: Pen, start: tuple[float, float], end: tuple[float, float], step: Step, room: Room
) -> None:  # fmt: skip
    """Beside the step, under it to the right or over it to the left, where there is room; else the table tells it."""
    text = _("{price} a point").format(price=step.price)
    width = pen.measure(text, SEMIBOLD)
    place = room.first(_beside(start, end, width), width, SMALL)
    if place is not None:
        pen.write(*place, text, weight=SEMIBOLD, anchor=Anchor.MIDDLE)


def _beside(start: tuple[float, float], end: tuple[float, float], width: float) -> Iterator[tuple[float, float]]:
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        x, y = (start[i] + share * (end[i] - start[i]) for i in (0, 1))
        for off in (10.0, 18.0, 28.0, 40.0):
            yield x + width / 2 + 8, y + off
            yield x - width / 2 - 8, y - off
            yield x, y + off + 4
            yield x, y - off - 4


def _money(amount: float) -> str:
    """A sum on an axis: millions in short, pence only where steps are of pence."""
    if abs(amount) < MILLION:
        return pounds(round(amount, 2))
    return ("−" if amount < 0 else "") + f"£{abs(amount) / MILLION:,.6g}m"
