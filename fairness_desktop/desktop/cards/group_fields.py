"""The questions about one group of people."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.people import Group
from ...i18n import _
from ..form import Row, side_by_side
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Button, Words
from ..widgets.folding import Fold
from ..widgets.inputs import NumberLine, TextLine, readable
from ..widgets.marks import need_ladder
from ..widgets.segments import Segment, Segments, YesNo
from .evidence_list import EvidenceList


class GroupFields(QWidget):
    """The questions about one group."""

    edited = Signal()
    areas_wanted = Signal()

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self.name, self.people = TextLine(most=200), NumberLine(whole=True)
        self.income, self.how = NumberLine(), TextLine()
        self.need = Segments(_("Need"), _rungs(framework), 3 if current().scale > 1.3 else 6)
        self.evidence, self.heard = EvidenceList(framework), YesNo(_("Were they heard?"))
        self.weight = Words("", BODY, MEDIUM)
        self.remove = Button(_("Remove this group"), kind="link")
        self.evidence.areas_wanted.connect(self.areas_wanted)
        self.rows = self._make_rows()
        self._lay_out()
        for field in (self.name, self.people, self.income, self.how, self.need, self.evidence, self.heard):
            field.edited.connect(self.edited)

    def _make_rows(self) -> dict[str, Row]:
        income_help = _("1 is the median household; 0.6 is the low-income line. It wins over the ladder.")
        return {
            "name": Row(_("Who they are"), self.name),
            "size": Row(_("Number of people"), self.people),
            "need_level": Row(_("How much do they need?"), self.need),
            "relative_income": Row(_("Income against the median"), self.income, income_help),
            "need_evidence": Row(_("What does that rest on?"), self.evidence),
            "heard": Row(_("Were they heard?"), self.heard),
            "heard_how": Row(_("How, or why not"), self.how),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(side_by_side((self.rows["name"], 3), (self.rows["size"], 1)))
        column.addWidget(self.rows["need_level"])
        self.need.add_note(self.weight)
        self.known_income = Fold(_("Income known instead"), self.rows["relative_income"])
        column.addWidget(self.known_income)
        column.addWidget(self.rows["need_evidence"])
        column.addLayout(side_by_side((self.rows["heard"], 2), (self.rows["heard_how"], 3)))
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)

    def show_group(self, group: Group, weight: str) -> None:
        """Show what the session says, but never over what is being typed or was refused."""
        self.name.show_value(group.name)
        if not self.rows["size"].error:
            self.people.show_number(group.size)
        if not self.rows["relative_income"].error:
            self.income.show_number(group.relative_income)
        self.need.show_value(None if group.need_level is None else str(group.need_level))
        self.evidence.show_evidence(group.need_evidence)
        self.heard.show_answer(group.heard)
        self.how.show_value(group.heard_how)
        self.weight.setText(_("One of these people {weight}.").format(weight=weight))
        self.weight.setVisible(group.need_answered)
        income = group.relative_income
        self.known_income.say(_("not answered") if income is None else readable(income))
        if income is not None:
            self.known_income.set_open(opened=True)
        self.remove.setAccessibleName(_("Remove “{name}”").format(name=group.name))

    def value(self, old: Group) -> Group:
        """The group as entered."""
        level = self.need.value()
        new = replace(
            old,
            name=self.name.value(),
            need_level=None if level is None else int(level),
            need_evidence=self.evidence.value(),
            heard=self.heard.answer(),
            heard_how=self.how.value(),
        )
        new = self.rows["size"].read(partial(self._with_size, new), new)
        return self.rows["relative_income"].read(partial(self._with_income, new), new)

    def _with_size(self, group: Group) -> Group:
        number = self.people.number()
        return replace(group, size=None if number is None else int(number))

    def _with_income(self, group: Group) -> Group:
        return replace(group, relative_income=self.income.number())

    def focus_on(self, place: str) -> QWidget:
        """Put the focus on the field of that name in the exchange form; returns its row."""
        row = self.rows.get(place, self.rows["name"])
        if place == "relative_income":
            self.known_income.set_open(opened=True)
        row.field.setFocus()
        return row


def _rungs(framework: Framework) -> list[Segment]:
    """The ladder as words to choose, each under its glyph."""
    return [Segment(str(r.level), _(r.name), partial(_ladder, r.level)) for r in framework.need_ladder]


def _ladder(level: int, painter: QPainter, rect: QRectF) -> None:
    need_ladder(painter, rect, level)
