"""A scale of numbers with round steps and nought on it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from ..figures import number, signed

_ROUND = (1.0, 2.0, 5.0, 10.0)
NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high`` in steps, laid from ``start`` to ``end`` (which may run either way)."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round values on it."""
        first, last = ceil(self.low / self.step - NOISE), floor(self.high / self.step + NOISE)
        return tuple(n * self.step for n in range(first, last + 1))

    @property
    def places(self) -> int:
        """How many decimals its steps have."""
        return max(0, -floor(log10(self.step) + NOISE))

    def signed(self, value: float) -> str:
        """A value as it is written on the axis, with its sign."""
        return signed(value, self.places)

    def plain(self, value: float) -> str:
        """A value as it is written on the axis, with no plus."""
        return number(value, self.places)


def round_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 5, 10, 20 … that divides the span into at most so many parts."""
    size = 10 ** floor(log10(span / most))
    return float(next((r * size for r in _ROUND if r * size * most >= span * (1 - NOISE)), 10 * size))


def axis_for(values: list[float], start: float, end: float, *, least: float = 1.0, most: int = 6) -> Axis:
    """An axis with nought and all of the values on it, never shorter than ``least``, with some ``most`` steps."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if high - low < least:
        low, high = (high - least, high) if low < 0 and high == 0 else (low, low + least)
    step = round_step(high - low, most)
    return Axis(floor(low / step + NOISE) * step, ceil(high / step - NOISE) * step, step, start, end)
