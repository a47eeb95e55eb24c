"""Finding room: where a letter or a label may stand so that it touches nothing that stands already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, hypot, pi, sin

from .scene import Bounds

AROUND = 16
"""Directions in which room is looked for."""


class Room:
    """A frame and all that is taken of it."""

    def __init__(self, frame: Bounds) -> None:
        self._frame = frame
        self._taken: list[Bounds] = []

    def take(self, bounds: Bounds) -> None:
        """Let nothing else stand there."""
        self._taken.append(bounds)

    def free(self, bounds: Bounds, gap: float = 2.0) -> bool:
        """Whether it lies in the frame and keeps away from all that stands."""
        return bounds.within(self._frame) and not any(bounds.meets(other, gap) for other in self._taken)

    def first(self, places: Iterable[tuple[float, float]], width: float, height: float) -> tuple[float, float] | None:
        """The first of these middles about which there is room, taken from now on; None where there is none."""
        for x, y in places:
            box = Bounds(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if self.free(box):
                self.take(box)
                return x, y
        return None


def about(x: float, y: float, step: float, rings: int = 14) -> Iterator[tuple[float, float]]:
    """The place itself, then places on wider and wider rings about it, the upper right first."""
    yield x, y
    for ring in range(1, rings + 1):
        for n in range(AROUND):
            turn = pi / 4 + 2 * pi * n / AROUND
            yield x + ring * step * cos(turn), y - ring * step * sin(turn)


def along(x1: float, y1: float, x2: float, y2: float, every: float = 4.0) -> Iterator[Bounds]:
    """Small boxes along a line, so that nothing is laid over it."""
    count = max(1, int(hypot(x2 - x1, y2 - y1) / every))
    for n in range(count + 1):
        x, y = x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count
        yield Bounds(x - 1, y - 1, x + 1, y + 1)
