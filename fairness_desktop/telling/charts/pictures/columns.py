"""Need levels as columns, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from ....i18n import _
from ..axis import Axis
from ..bars import stand_bar
from ..levels import Level, effect_told
from ..pen import Pen
from ..scene import BOLD, MEDIUM, SEMIBOLD, Anchor, Rect, Role
from .gains_marks import LINE, effects_axis, gap, write_count

THICK, HIGH, GAP = 32.0, 110.0, 22.0


@dataclass(frozen=True, slots=True)
class Columns:
    """A column a level, ``left`` of them the names of what is counted."""

    levels: tuple[Level, ...]
    left: float
    width: float

    def draw(self, pen: Pen) -> float:
        """Bars up for better and down for worse, names under them, and the people who gain and lose."""
        axis = effects_axis(self.levels, HIGH, 0)
        hatched = GAP + LINE + 8 if any(level.unanswered for level in self.levels) else 0.0
        top = LINE * 2 + 12 + max(0.0, hatched - axis.at(0))
        foot = top + HIGH
        axis = effects_axis(self.levels, foot, top)
        worse = LINE + 4 if axis.low < 0 else 0.0
        name = foot + worse + 8 + LINE / 2
        bottom = name + LINE * 2 + LINE / 2 + 10
        self._ground(pen, bottom)
        for i, level in enumerate(self.levels):
            self._column(pen, level, self.left + (i + 0.5) * self.width, axis, name)
        nought = axis.at(0)
        pen.rule(self.left, nought, pen.width, nought, Role.TEXT, 1.5)
        pen.write(self.left - 8, nought, "0", role=Role.MUTED, anchor=Anchor.RIGHT)
        for row, word in enumerate((_("gain"), _("lose"))):
            y = name + (row + 1) * LINE + 4
            pen.triangle(6, y, Role.TEXT, up=row == 0)
            pen.write(16, y, word, weight=SEMIBOLD)
        return bottom

    def _ground(self, pen: Pen, bottom: float) -> None:
        needy = [i for i, level in enumerate(self.levels) if level.most_in_need]
        if not needy:
            return
        x = self.left + needy[0] * self.width
        across = (needy[-1] - needy[0] + 1) * self.width
        pen.add(Rect(x, 0, across, bottom, Role.FAINT, radius=8))
        words = pen.fitted(_("most in need"), across - 8, SEMIBOLD)
        pen.write(x + across / 2, 12, words, role=Role.MUTED, weight=SEMIBOLD, anchor=Anchor.MIDDLE)

    def _column(self, pen: Pen, level: Level, x: float, axis: Axis, name: float) -> None:
        pen.write(x, name, level.name, weight=MEDIUM, anchor=Anchor.MIDDLE)
        nought, effect = axis.at(0), level.effect
        if effect is None:
            empty = _("not answered") if level.groups else _("no one")
            if level.groups:
                pen.add(gap(x - THICK / 2, nought - GAP, THICK, GAP))
            pen.write(x, nought - (GAP + 12 if level.groups else 12), empty, role=Role.MUTED, anchor=Anchor.MIDDLE)
        else:
            stand_bar(pen, axis, effect, x, THICK, Role.BETTER)
            if level.unanswered:
                pen.add(gap(x + THICK / 2 + 2, nought - GAP, 12, GAP))
            head = nought - GAP if level.unanswered else nought
            said = min(axis.at(effect), head) - 11 if effect >= 0 else axis.at(effect) + 11
            pen.write(x, said, effect_told(effect), weight=BOLD, anchor=Anchor.MIDDLE)
        for row, count in enumerate((level.gain, level.lose)):
            write_count(pen, x, name + (row + 1) * LINE + 4, level, count, Anchor.MIDDLE)
