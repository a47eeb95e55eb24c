"""Pairs of bars drawn: the promise above, what happened below, on one axis for all groups."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import _
from ..charts.axis import Axis, axis_for
from ..charts.bars import axis_lines, axis_numbers, lay_bar
from ..charts.pen import Pen
from ..charts.scene import LINE_HEIGHT, MEDIUM, SEMIBOLD, SMALL, Anchor, Role
from ..figures import signed

BAR, BETWEEN, AFTER = 12.0, 6.0, 14.0
EDGE = 8.0
"""What is left free at both ends of the axis."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A group: the mean promised and the mean that came, −3 to +3; None where it is not known."""

    name: str
    promised: float | None
    happened: float | None


@dataclass(frozen=True, slots=True)
class PairsPicture:
    """Groups in their order."""

    pairs: tuple[Pair, ...]

    def draw(self, pen: Pen) -> float:
        """A name and two bars a group, the axis under all of them."""
        words = (_("promised"), _("happened"))
        right = pen.widest([signed(-3, 2), _("not answered")], SEMIBOLD) + 8
        start, end = pen.widest(list(words)) + 16 + EDGE, pen.width - right - EDGE
        values = [v for pair in self.pairs for v in (pair.promised, pair.happened) if v is not None]
        axis = axis_for(values, start, end, least=1.0, most=max(2, min(6, int((end - start) / 48))))
        height = 0.0
        for pair in self.pairs:
            height = _draw_pair(pen, axis, pair, height, words)
        return axis_numbers(pen, axis, height + 4)


def _draw_pair(pen: Pen, axis: Axis, pair: Pair, top: float, words: tuple[str, str]) -> float:
    """One group from ``top`` downwards; tells where it ends."""
    lines = pen.wrapped(pair.name, pen.width - 8, 2, MEDIUM)
    step = SMALL * LINE_HEIGHT
    pen.write_lines(0, top + step * len(lines) / 2, lines, weight=MEDIUM)
    first = top + step * len(lines) + 4 + BAR / 2
    second = first + BAR + BETWEEN
    axis_lines(pen, axis, first - BAR / 2 - 3, second + BAR / 2 + 3)
    for middle, value, word, fill in (
        (first, pair.promised, words[0], Role.RANK_3),
        (second, pair.happened, words[1], Role.RANK_1),
    ):
        pen.write(0, middle, word, role=Role.MUTED)
        told = _("not answered") if value is None else signed(value, 2)
        pen.write(pen.width, middle, told, weight=SEMIBOLD, anchor=Anchor.RIGHT)
        if value is not None:
            lay_bar(pen, axis, value, middle, BAR, fill, Role.EDGE)
    return second + BAR / 2 + AFTER
