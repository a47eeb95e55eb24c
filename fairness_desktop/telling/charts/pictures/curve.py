"""A curve of money over the years, with its deepest place and the year from which it is paid back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ....i18n import _
from ...figures import short_pounds
from ..pen import Pen
from ..placing import Room, about, along
from ..scene import MEDIUM, SEMIBOLD, SMALL, Anchor, Bounds, Circle, Line, Rect, Role
from .plot import LINE, Plot, Scale, plot_for

DOTS = 9.0
"""Pixels between two years from which each has a dot of its own."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Pounds so far from year 0 on; the year of the lowest, and the year of payback if there is one."""

    so_far: tuple[float, ...]
    deepest_year: int
    payback_year: int | None
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """One curve, or one and the same with optimism bias."""

    curves: tuple[Curve, ...]

    def draw(self, pen: Pen) -> float:
        """Axes, the ground of what is missing, the curves, and words at their turning points."""
        years = (0.0, *(float(len(c.so_far) - 1) for c in self.curves))
        sums = tuple(x for c in self.curves for x in c.so_far)
        across, up = Scale(_("year"), years, _year), Scale(_("so far"), sums, short_pounds)
        plot = plot_for(pen, across, up, (LINE, LINE))
        self._draw_ground(pen, plot)
        height = plot.draw(pen, across, up)
        room = Room(plot.frame)
        for curve in self.curves:
            _draw_curve(pen, plot, curve, room)
        room.take(Bounds(plot.frame.left, plot.up.at(0) - 1, plot.frame.right, plot.up.at(0) + 1))
        untold: list[str] = []
        said: set[str] = set()
        for curve in self.curves:
            for year, told in _marks(curve):
                pen.add(Circle(*_place(plot, curve, year), 5, Role.SURFACE, _ink(curve), 2))
                if told not in said and not _write(pen, _place(plot, curve, year), told, _ink(curve), room):
                    untold.append(told)
                said.add(told)
        return _legend(pen, self.curves, untold, height)

    def _draw_ground(self, pen: Pen, plot: Plot) -> None:
        """Under nought."""
        top, frame = plot.up.at(0), plot.frame
        if min(x for c in self.curves for x in c.so_far) < 0:
            pen.add(Rect(frame.left, top, frame.right - frame.left, frame.bottom - top, Role.FAINT))


def _year(value: float) -> str:
    return f"{value:.0f}" if value == round(value) else ""


def _draw_curve(pen: Pen, plot: Plot, curve: Curve, room: Room) -> None:
    places = [(plot.across.at(year), plot.up.at(x)) for year, x in enumerate(curve.so_far)]
    role = Role.AMBER if curve.dashed else Role.ACCENT
    for start, end in pairwise(places):
        pen.add(Line(*start, *end, role, 2, dashed=curve.dashed))
        for box in along(*start, *end):
            room.take(box)
    apart = places[1][0] - places[0][0] if len(places) > 1 else DOTS
    for x, y in places if apart >= DOTS and not curve.dashed else places[:1]:
        pen.add(Circle(x, y, 3, role))


def _marks(curve: Curve) -> Iterator[tuple[int, str]]:
    """Years with words to them."""
    deepest = curve.so_far[curve.deepest_year]
    if deepest < 0:
        yield curve.deepest_year, short_pounds(deepest)
    if curve.payback_year is not None:
        yield curve.payback_year, _("paid back in year {year}").format(year=curve.payback_year)


def _place(plot: Plot, curve: Curve, year: int) -> tuple[float, float]:
    return plot.across.at(year), plot.up.at(curve.so_far[year])


def _ink(curve: Curve) -> Role:
    return Role.AMBER if curve.dashed else Role.TEXT


def _write(pen: Pen, at: tuple[float, float], told: str, ink: Role, room: Room) -> bool:
    """Words beside a ring, where there is room; tells whether there was."""
    width = pen.measure(told, SEMIBOLD)
    place = room.first(_beside(*at, width), width + 4, SMALL + 2)
    if place is not None:
        pen.write(*place, told, role=ink, weight=SEMIBOLD, anchor=Anchor.MIDDLE)
    return place is not None


def _beside(x: float, y: float, width: float) -> Iterator[tuple[float, float]]:
    """Under it, over it, then to the right and to the left, then farther off."""
    yield from ((x, y + 16), (x + width / 2 + 12, y + 6), (x, y - 16), (x - width / 2 - 12, y - 4))
    for shift in (width / 3, -width / 3, width / 2, -width / 2):
        yield from ((x + shift, y + 16), (x + shift, y - 16), (x + shift, y + 30), (x + shift, y - 30))
    yield from about(x, y, 14, 8)


def _legend(pen: Pen, curves: tuple[Curve, ...], untold: list[str], y: float) -> float:
    """What the dashed line is, and what found no room in the frame."""
    if len(curves) > 1:
        pen.add(Line(0, y + LINE / 2, 26, y + LINE / 2, Role.AMBER, 2, dashed=True))
        words = pen.fitted(_("with the optimism bias"), pen.width - 34, MEDIUM)
        pen.write(34, y + LINE / 2, words, weight=MEDIUM)
        y += LINE
    for told in untold:
        pen.write(0, y + LINE / 2, pen.fitted(told, pen.width, MEDIUM), weight=MEDIUM)
        y += LINE
    return y
