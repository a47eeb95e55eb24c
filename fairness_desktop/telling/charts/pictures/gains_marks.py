"""What columns and rows of need levels share: their axis, how a gap is hatched, and how people are counted."""

from __future__ import annotations

from ..axis import Axis
from ..levels import Level
from ..pen import Pen
from ..scene import LINE_HEIGHT, REGULAR, SEMIBOLD, SMALL, Anchor, Rect, Role

LINE = SMALL * LINE_HEIGHT
SHORTEST_AXIS = 0.3
"""Points a person; on a shorter axis next to nothing would look like much."""


def effects_axis(levels: tuple[Level, ...], start: float, end: float) -> Axis:
    """The axis of the effects, with nought on it."""
    effects = [x.effect for x in levels if x.effect is not None]
    low, high = min([0.0, *effects]), max([0.0, *effects])
    if high - low < SHORTEST_AXIS:
        low, high = (-SHORTEST_AXIS, 0.0) if low < 0 and not high else (low, low + SHORTEST_AXIS)
    return Axis(low, high, 1.0, start, end)


def gap(x: float, y: float, width: float, height: float) -> Rect:
    """There are people, and of them nothing is answered."""
    return Rect(x, y, width, height, Role.HATCH, Role.EDGE, hatched=True, radius=2)


def counted(people: float) -> str:
    """How many people."""
    return f"{people:,.0f}"


def write_count(pen: Pen, x: float, y: float, level: Level, people: float, anchor: Anchor) -> None:
    """How many; nothing where there is no one, a question mark where nothing is answered."""
    if not level.groups:
        return
    text = "?" if level.effect is None else counted(people)
    strong = text not in ("0", "?")
    role, weight = (Role.TEXT, SEMIBOLD) if strong else (Role.MUTED, REGULAR)
    pen.write(x, y, text, role=role, weight=weight, anchor=anchor)
