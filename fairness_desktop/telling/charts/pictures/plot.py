"""A plot with two axes through nought, and lettered marks on it that never cover one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..axis import Axis, axis_for
from ..bars import axis_numbers
from ..pen import BADGE, Pen
from ..placing import Room, about
from ..scene import LINE_HEIGHT, SMALL, Anchor, Bounds, Circle, Role

LINE = SMALL * LINE_HEIGHT
EDGE = 18.0
"""Room between the outermost values and the frame: half a badge, and air."""

LOWEST, HIGHEST, FLATNESS = 200.0, 320.0, 0.55
"""How high the frame is: a share of its width, within limits."""

LEAST = 1.0
MOST = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """An option at (x, y); its letter is filled where it leads, dim where it is not feasible."""

    letter: str
    x: float
    y: float
    leads: bool = False
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """What an axis is called, the values that must be on it, and how its numbers are told (None: as they are)."""

    title: str
    values: tuple[float, ...]
    told: Callable[[float], str] | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the frame lies, and the axes in it."""

    frame: Bounds
    across: Axis
    up: Axis

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a spot lies."""
        return self.across.at(spot.x), self.up.at(spot.y)

    def draw(self, pen: Pen, across: Scale, up: Scale) -> float:
        """Grid, numbers and titles; tells how high all of it is."""
        frame = self.frame
        for value in self.across.ticks:
            pen.rule(self.across.at(value), frame.top, self.across.at(value), frame.bottom)
        for value in self.up.ticks:
            y = self.up.at(value)
            pen.rule(frame.left, y, frame.right, y)
            said = up.told(value) if up.told is not None else self.up.plain(value)
            pen.write(frame.left - 8, y, said, role=Role.MUTED, anchor=Anchor.RIGHT)
        pen.rule(self.across.at(0), frame.top, self.across.at(0), frame.bottom, Role.TEXT, 1.5)
        pen.rule(frame.left, self.up.at(0), frame.right, self.up.at(0), Role.TEXT, 1.5)
        pen.write(0, LINE / 2, pen.fitted(up.title, pen.width), role=Role.MUTED)
        told = across.told if across.told is not None else self.across.plain
        y = axis_numbers(pen, self.across, frame.bottom + LINE / 2 + 4, told) + LINE / 2 + 2
        pen.write(pen.width, y, pen.fitted(across.title, pen.width), role=Role.MUTED, anchor=Anchor.RIGHT)
        return y + LINE / 2 + 2


def plot_for(pen: Pen, across: Scale, up: Scale, strips: tuple[float, float] = (0.0, 0.0)) -> Plot:
    """A plot as wide as the pen's sheet; ``strips`` are kept free of values at its top and bottom, for words."""
    height = min(max(FLATNESS * pen.width, LOWEST), HIGHEST) + sum(strips)
    top = LINE + 8
    bottom = top + height
    upright = axis_for(list(up.values), bottom - EDGE - strips[1], top + EDGE + strips[0], least=LEAST, most=5)
    told = [up.told(v) if up.told is not None else upright.plain(v) for v in upright.ticks]
    left = pen.widest(told) + 8
    level = _level_axis(pen, across, left + EDGE, pen.width - EDGE)
    return Plot(Bounds(left, top, pen.width, bottom), level, upright)


def _level_axis(pen: Pen, scale: Scale, start: float, end: float) -> Axis:
    """With as many steps as leave room for their numbers."""
    axis = axis_for(list(scale.values), start, end, least=LEAST, most=MOST)
    for most in range(MOST - 1, 1, -1):
        told = [scale.told(v) if scale.told is not None else axis.plain(v) for v in axis.ticks]
        if pen.widest(told) + 12 <= abs(axis.at(axis.step) - axis.at(0)):
            break
        axis = axis_for(list(scale.values), start, end, least=LEAST, most=most)
    return axis


def place_letters(pen: Pen, plot: Plot, spots: tuple[Spot, ...], room: Room) -> list[tuple[float, float]]:
    """A letter at each spot, or beside it with a line to its place; the leader has the first choice."""
    chosen: dict[Spot, tuple[float, float]] = {}
    for spot in sorted(spots, key=lambda s: (not s.leads, s.letter)):
        x, y = plot.at(spot)
        width = pen.badge_width(spot.letter)
        chosen[spot] = room.first(about(x, y, BADGE / 2), width, BADGE) or (x, y)
    for spot, (x, y) in chosen.items():
        if (x, y) != plot.at(spot):
            pen.rule(*plot.at(spot), x, y, Role.ACCENT, 1.5)
            pen.add(Circle(*plot.at(spot), 3.5, Role.ACCENT))
    for spot, (x, y) in chosen.items():
        pen.badge(x, y, spot.letter, leads=spot.leads, dim=spot.dim)
    return list(chosen.values())
