"""Switching values drawn: a strip a judgement, a stretch of it a leader, the present value ringed."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ..pen import Pen
from ..scene import MEDIUM, Circle, Rect, Role
from .strips import LINE, NOW, Strip, StripPen

NARROW = 460
"""Below this width the name of a judgement stands over its strip, not beside it."""


@dataclass(frozen=True, slots=True)
class TornadoPicture:
    """Strips in their order; ``order`` is that of the options, the leader first."""

    strips: tuple[Strip, ...]
    order: tuple[str, ...]

    def draw(self, pen: Pen) -> float:
        """A strip under another, and what ring and box mean."""
        names = pen.widest([strip.name for strip in self.strips], MEDIUM)
        beside = min(names, 0.32 * pen.width)
        stacked = pen.width < NARROW
        left, right = (NOW, pen.width - NOW) if stacked else (beside + 16, pen.width - NOW)
        y = 0.0
        for strip in self.strips:
            y = self._draw_strip(pen, strip, y, (left, right), beside, stacked=stacked)
        return self._legend(pen, y)

    def _draw_strip(
        self, pen: Pen, strip: Strip, y: float, across: tuple[float, float], beside: float, *, stacked: bool
    ) -> float:
        drawn = StripPen(pen, strip, self.order, *across)
        never = "" if strip.switches else _("never changes")
        if not stacked:
            return _draw_beside(pen, pen.wrapped(strip.name, beside, 2, MEDIUM), never, drawn, y)
        name = pen.wrapped(strip.name, pen.width - pen.measure(never) - 12, 2, MEDIUM)
        pen.write_lines(0, y + LINE * len(name) / 2, name, weight=MEDIUM)
        if never:
            pen.write(pen.width - pen.measure(never), y + LINE / 2, never, role=Role.MUTED)
        return drawn.draw(y + LINE * len(name) + 4)

    def _legend(self, pen: Pen, y: float) -> float:
        y += LINE / 2
        pen.add(Circle(NOW, y, 5, Role.SURFACE, Role.TEXT, 2))
        x = pen.write(NOW + 14, y, _("as it stands now"), role=Role.MUTED).right + 24
        if not any(strip.band for strip in self.strips):
            return y + LINE
        words = _("band within which people reasonably differ")
        if x + 34 + pen.measure(words) > pen.width:
            x, y = 0.0, y + LINE + 4
        pen.add(Rect(x, y - 7, 26, 14, None, Role.TEXT, radius=3, thickness=1.5))
        lines = pen.wrapped(words, pen.width - x - 34, 3)
        y += LINE / 2 * (len(lines) - 1)
        pen.write_lines(x + 34, y, lines, role=Role.MUTED)
        return y + LINE / 2 * (len(lines) + 1)


def _draw_beside(pen: Pen, name: list[str], never: str, strip: StripPen, y: float) -> float:
    """Name, and that it never changes, left of the strip; the row is as high as the higher of the two."""
    lines = len(name) + bool(never)
    top = max(y, y + LINE * lines / 2 - strip.middle)
    first = top + strip.middle - LINE * (lines - 1) / 2
    for i, line in enumerate(name):
        pen.write(0, first + i * LINE, line, weight=MEDIUM)
    if never:
        pen.write(0, first + len(name) * LINE, never, role=Role.MUTED)
    return max(strip.draw(top), first + LINE * lines)
