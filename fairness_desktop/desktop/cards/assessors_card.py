"""Where assessors disagree: who would lead under each, and the most disputed effects."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...i18n import _
from ...scoring.assessors import Assessors, CellView, assessors
from ...telling.disagreeing import middle, who_said_what
from ...telling.figures import UNDEFINED, number, signed
from ..theme import BODY, BOLD, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Card, Hint, Rule, Subtitle, Words

MOST_SHOWN = 8


class AssessorsCard(Card):
    """Leaders by person and by the median, then the cells with the widest spread."""

    def __init__(self, assessment: Assessment, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._framework = assessment, framework
        found = assessors(assessment, framework)
        self.box.addWidget(Subtitle(_("Where the assessors disagree")))
        self.box.addWidget(Hint(_("Scores come from the agreed effects alone. Under each person's own ratings:")))
        self.box.addLayout(self._leaders(found))
        self.box.addWidget(Rule())
        if not found.cells:
            self.box.addWidget(Words(_("No effect was rated by more than one person."), SMALL))
            return
        self.box.addLayout(self._disputed(found.cells[:MOST_SHOWN]))
        rest = len(found.cells) - MOST_SHOWN
        if rest > 0:
            self.box.addWidget(Hint(_("{count} more, less disputed; the record has all.").format(count=rest)))

    def _leaders(self, found: Assessors) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        rows = [
            (_("as agreed"), found.agreed_leader),
            *found.leaders.items(),
            (_("median of all"), found.median_leader),
        ]
        for row, (who, leader) in enumerate(rows):
            grid.addWidget(Words(who, SMALL, MEDIUM), row, 0)
            told = Words(leader or UNDEFINED, BODY, BOLD)
            told.setAccessibleName(_("{who}: {leader} leads").format(who=who, leader=leader or _("none")))
            grid.addWidget(told, row, 1)
            other = leader != found.agreed_leader
            grid.addWidget(Words(_("another leader") if other else "", SMALL, SEMIBOLD, "amber"), row, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _disputed(self, cells: tuple[CellView, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(12))
        grid.setVerticalSpacing(4)
        header = (_("Effect"), _("Who said what"), _("Median"), _("Spread"), _("Agreed"))
        right = Qt.AlignmentFlag.AlignRight
        for column, head in enumerate(header):
            words = Words(head, SMALL, SEMIBOLD, "muted")
            words.setWordWrap(column < 2)
            grid.addWidget(words, 0, column, right if column > 1 else Qt.AlignmentFlag.AlignLeft)
        for row, view in enumerate(cells, 1):
            for column, text in enumerate(self._row(view)):
                words = Words(text, SMALL, 400 if column else MEDIUM)
                if column > 1:
                    words.setWordWrap(False)
                    words.setAccessibleName(f"{self._row(view)[0]}, {header[column]}: {text}")
                    words.setAlignment(right | Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, row, column)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 4)
        return grid

    def _row(self, view: CellView) -> tuple[str, ...]:
        group = self._assessment.group(view.group).name or view.group
        effect = f"{view.option}, {group}, {_(self._framework.criterion(view.criterion).name).lower()}"
        agreed = UNDEFINED if view.agreed is None else signed(view.agreed)
        return effect, who_said_what(view), middle(view.median), number(view.spread, 1), agreed
