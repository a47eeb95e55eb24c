"""Bars from nought: better to the right or upwards and solid, worse to the left or downwards and hatched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .axis import Axis
from .pen import Pen
from .scene import Anchor, Rect, Role

THINNEST = 1.5
"""A bar that is not nought is never drawn thinner, or it would look like nought."""


def lay_bar(
    pen: Pen, axis: Axis, value: float, middle: float, thickness: float, fill: Role, outline: Role | None = None
) -> None:
    """A bar along a level axis, about the height ``middle``; ``outline`` is the edge of one for better."""
    length = abs(axis.at(value) - axis.at(0))
    if not length:
        return
    length = max(length, THINNEST)
    left = axis.at(0) if value > 0 else axis.at(0) - length
    pen.add(_bar(Rect(left, middle - thickness / 2, length, thickness, fill, outline), value))


def stand_bar(pen: Pen, axis: Axis, value: float, middle: float, thickness: float, fill: Role) -> None:
    """A bar along an upright axis, about the place ``middle``."""
    length = abs(axis.at(value) - axis.at(0))
    if not length:
        return
    length = max(length, THINNEST)
    top = axis.at(0) - length if value > 0 else axis.at(0)
    pen.add(_bar(Rect(middle - thickness / 2, top, thickness, length, fill), value))


def _bar(box: Rect, value: float) -> Rect:
    if value > 0:
        return replace(box, radius=2)
    return replace(box, fill=Role.WORSE, outline=Role.WORSE, hatched=True, radius=2)


def axis_lines(pen: Pen, axis: Axis, top: float, bottom: float) -> None:
    """A thin line at each step of a level axis, a strong one at nought."""
    for value in axis.ticks:
        nought = abs(value) < axis.step / 2
        pen.rule(axis.at(value), top, axis.at(value), bottom, *((Role.TEXT, 1.5) if nought else (Role.LINE, 1.0)))


def axis_numbers(pen: Pen, axis: Axis, y: float, told: Callable[[float], str] | None = None) -> float:
    """The numbers under a level axis, those left out that would touch another; tells where they end."""
    kept: list[tuple[float, float]] = []
    for value in sorted(axis.ticks, key=lambda v: (abs(v) > axis.step / 2, abs(v))):
        text = told(value) if told is not None else axis.signed(value)
        half = pen.measure(text) / 2
        x = min(max(axis.at(value), half), pen.width - half)
        if all(x - half > right + 8 or x + half < left - 8 for left, right in kept):
            kept.append((x - half, x + half))
            pen.write(x, y, text, role=Role.MUTED, anchor=Anchor.MIDDLE)
    return y + 8
