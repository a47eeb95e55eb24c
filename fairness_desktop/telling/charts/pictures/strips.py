"""One strip: stretches with the letter of who leads, poles with their labels over it, the present value under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....i18n import _
from ..pen import Pen
from ..scene import BOLD, LINE_HEIGHT, SEMIBOLD, SMALL, Anchor, Rect, Role
from .ranks import SHADES

LINE = SMALL * LINE_HEIGHT
THICK, NOW, BELOW, GAP = 20.0, 9.0, 10.0, 10.0


@dataclass(frozen=True, slots=True)
class Switch:
    """Where the lead passes, as a figure and as told, and from which option to which."""

    at: float
    told: str
    before: str
    after: str

    @property
    def in_short(self) -> str:
        """As it stands at its place."""
        return _("at {at} {before} → {after}").format(at=self.told, before=self.before, after=self.after)


@dataclass(frozen=True, slots=True)
class Strip:
    """A judgement from 0 to ``high``: where it stands, within which band people differ, where the lead passes."""

    name: str
    high: float
    now: float
    ends: tuple[str, str]
    now_told: str
    switches: tuple[Switch, ...]
    throughout: str
    band: tuple[float, float] | None = None

    @property
    def nearest(self) -> float:
        """How far the nearest switch lies off, as a share of the range; infinite where there is none."""
        return min((abs(s.at - self.now) / self.high for s in self.switches), default=float("inf"))

    @property
    def stretches(self) -> Iterator[tuple[str, float, float]]:
        """Who leads, from where, to where."""
        start, leader = 0.0, self.switches[0].before if self.switches else self.throughout
        for switch in self.switches:
            yield leader, start, switch.at
            start, leader = switch.at, switch.after
        yield leader, start, self.high


class StripPen:
    """Draws one strip from ``left`` to ``right``; it knows how high it will be before it is drawn."""

    def __init__(self, pen: Pen, strip: Strip, order: tuple[str, ...], left: float, right: float) -> None:
        self._pen, self._strip, self._order = pen, strip, order
        self._left, self._right = left, right
        self._flags = _flags([(self._at(s.at), self._width(s.in_short)) for s in strip.switches], left, right)
        self._levels = 1 + max((flag.level for flag in self._flags), default=-1)

    @property
    def middle(self) -> float:
        """How far under the top the strip itself has its middle."""
        return self._levels * LINE + 3 + THICK / 2

    def draw(self, top: float) -> float:
        """The strip with all that stands over and under it; tells where the next may begin."""
        y = top + self.middle
        for stretch in self._strip.stretches:
            self._stretch(stretch, y)
        if self._strip.band:
            low, high = (self._at(v) for v in self._strip.band)
            box = Rect(low, y - THICK / 2 - 3, high - low, THICK + 6, None, Role.TEXT, radius=3, thickness=1.5)
            self._pen.add(box)
        for switch, flag in zip(self._strip.switches, self._flags, strict=True):
            self._flag(flag, switch.in_short, y)
        now = self._at(self._strip.now)
        self._pen.halo_ring(now, y)
        self._numbers(now, y + THICK / 2 + 3 + LINE / 2)
        return y + THICK / 2 + 3 + LINE + BELOW

    def _at(self, value: float) -> float:
        return self._left + value / self._strip.high * (self._right - self._left)

    def _width(self, text: str) -> float:
        return self._pen.measure(text, SEMIBOLD)

    def _stretch(self, stretch: tuple[str, float, float], y: float) -> None:
        leader, low, high = stretch
        x, width = self._at(low), self._at(high) - self._at(low)
        fill, ink, edge = SHADES[min(self._order.index(leader), len(SHADES) - 1)]
        self._pen.add(Rect(x, y - THICK / 2, width, THICK, fill, edge, radius=2))
        letter = self._pen.fitted(leader, 44, BOLD)
        half = self._width(letter) / 2 + 5
        taken = [(self._at(self._strip.now), half + NOW), *((self._at(v), half) for v in self._strip.band or ())]
        for place in (x + width / 2, x + half + 3, x + width - half - 3, x + width / 4, x + width * 3 / 4):
            inside = x + half <= place <= x + width - half
            if inside and all(abs(place - at) > reach for at, reach in taken):
                self._pen.write(place, y, letter, role=ink, weight=BOLD, anchor=Anchor.MIDDLE)
                break

    def _flag(self, flag: Flag, text: str, y: float) -> None:
        """A pole at the place, and its label as high over the strip as it must be to touch no other."""
        over = [f.level for f in self._flags if f.left - 2 <= flag.pole <= f.right + 2]
        top = y - THICK / 2 - 3 - LINE * min(over)
        self._pen.rule(flag.pole, top, flag.pole, y + THICK / 2 + 3, Role.SURFACE, 4)
        self._pen.rule(flag.pole, top, flag.pole, y + THICK / 2 + 3, Role.TEXT, 2)
        self._pen.write(flag.left, y - THICK / 2 - 4 - LINE * (flag.level + 0.5), text, weight=SEMIBOLD)

    def _numbers(self, now: float, y: float) -> None:
        """Where it stands, and the ends of the range where that leaves room."""
        said = _("now {value}").format(value=self._strip.now_told)
        half = self._pen.measure(said, SEMIBOLD) / 2
        x = min(max(now, self._left + half - NOW), self._right - half + NOW)
        self._pen.write(x, y, said, weight=SEMIBOLD, anchor=Anchor.MIDDLE)
        for text, place in zip(self._strip.ends, (self._left, self._right), strict=True):
            wide = self._pen.measure(text)
            middle = min(max(place, self._left + wide / 2 - NOW), self._right - wide / 2 + NOW)
            if abs(middle - x) > half + wide / 2 + 6:
                self._pen.write(middle, y, text, role=Role.MUTED, anchor=Anchor.MIDDLE)


@dataclass(frozen=True, slots=True)
class Flag:
    """A label over a strip: its pole, its room across, and its level from the strip upwards."""

    pole: float
    left: float
    right: float
    level: int


def _flags(poles: list[tuple[float, float]], left: float, right: float) -> list[Flag]:
    """Labels centred over their poles as far as the strip allows, each on the lowest level where it is alone."""
    flags: list[Flag] = []
    for pole, width in poles:
        start = max(min(pole - width / 2, right + NOW - width), left - NOW)
        taken = {f.level for f in flags if start < f.right + GAP and f.left - GAP < start + width}
        level = next(n for n in range(len(flags) + 1) if n not in taken)
        flags.append(Flag(pole, start, start + width, level))
    return flags
