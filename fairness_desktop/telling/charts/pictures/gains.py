"""Need levels as columns, or, where their names do not fit beside one another, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ..levels import Level
from ..pen import Pen
from ..scene import MEDIUM, SEMIBOLD, Role
from .columns import Columns
from .gains_marks import LINE, counted, gap
from .rows import Rows


@dataclass(frozen=True, slots=True)
class GainsPicture:
    """The need levels from comfortable to severe."""

    levels: tuple[Level, ...]

    def draw(self, pen: Pen) -> float:
        """The levels, and under them in words what is hatched."""
        left = pen.widest([_("gain"), _("lose")], SEMIBOLD) + 24
        width = (pen.width - left) / len(self.levels)
        fits = _widest(pen, self.levels) + 8 <= width
        height = Columns(self.levels, left, width).draw(pen) if fits else Rows(self.levels).draw(pen)
        return _notes(pen, self.levels, height)


def _widest(pen: Pen, levels: tuple[Level, ...]) -> float:
    """The widest of what must stand in a column."""
    counts = [counted(n) for level in levels for n in (level.gain, level.lose)]
    names = [level.name for level in levels]
    return max(pen.widest(names, MEDIUM), pen.widest(counts, SEMIBOLD), pen.measure(_("not answered")))


def _notes(pen: Pen, levels: tuple[Level, ...], y: float) -> float:
    """What is hatched, in words."""
    for level in levels:
        told = []
        if level.unanswered:
            told.append((_("{count:,} {level}: not answered").format(count=level.unanswered, level=level.name), True))
        if level.partly:
            said = _("{count:,} {level}: answered in part").format(count=level.partly, level=level.name)
            told.append((said, False))
        for said, hatched in told:
            y += LINE + 4
            if hatched:
                pen.add(gap(2, y - 13, 16, 12))
            x = 24 if hatched else 2
            pen.write(x, y - 7, pen.fitted(said, pen.width - x), role=Role.MUTED)
    return y + 4
