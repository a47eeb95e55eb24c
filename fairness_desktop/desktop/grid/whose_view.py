"""Whose view the grid shows: what was agreed, or what one person thinks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import MOST_ASSESSORS
from ...i18n import _
from ...scoring.assessors import agreed_by_median
from ..announce import announce
from ..session_model import SessionModel
from ..theme import MEDIUM, SMALL, current
from ..through_eyes import ThroughEyes
from ..widgets.basics import Button, Words
from ..widgets.inputs import TextLine


class WhoseView(QWidget):
    """A choice of person, a line to add one, and what can be done with the ratings."""

    chosen = Signal()

    def __init__(self, session: SessionModel, eyes: ThroughEyes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._eyes = session, eyes
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Whose view"))
        self.choice.setMinimumHeight(current().px(32))
        self.choice.setMinimumWidth(current().px(180))
        self.name = TextLine()
        self.name.setAccessibleName(_("Name of a person who rates apart"))
        self.name.setPlaceholderText(_("name of a person"))
        self.name.setMaximumWidth(current().px(220))
        self.add = Button(_("Add"))
        self.add.setAccessibleName(_("Add a person who rates apart"))
        self.median = Button(_("Take the median over"))
        self.median.setAccessibleDescription(_("Makes the median of all ratings the agreed effects; can be undone."))
        self.remove = Button(_("Remove this person"))
        self._says = Words("", SMALL, MEDIUM, "amber")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        caption = Words(_("Whose view"), SMALL, MEDIUM)
        caption.setWordWrap(False)
        large = current().scale > 1.3
        rows = [[caption, self.choice], [self.name, self.add, self.median, self.remove]]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widgets in rows if large else [[*rows[0], *rows[1]]]:
            line = QHBoxLayout()
            line.setSpacing(8)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
            box.addLayout(line)
        box.addWidget(self._says)

    def _connect(self) -> None:
        self.choice.activated.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.median.clicked.connect(self._take_median)
        self.remove.clicked.connect(self._remove)
        self._session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show who has rated, and whose view it is."""
        who, people = self._eyes.assessor, list(self._session.assessment.assessors)
        if who is not None and who not in people:
            people.append(who)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(_("Agreed by all"), None)
        for person in people:
            self.choice.addItem(person, person)
        self.choice.setCurrentIndex(people.index(who) + 1 if who is not None else 0)
        self.choice.blockSignals(False)
        self.median.setVisible(who is None and len(self._session.assessment.assessors) > 1)
        self.remove.setVisible(who is not None)
        self._says.setVisible(who is not None)
        said = _("You are entering the view of {name}. Scores come from the agreed effects alone.")
        self._says.setText(said.format(name=who))

    def _choose(self) -> None:
        data = self.choice.currentData()
        self._look_through(None if data is None else str(data))

    def _look_through(self, who: str | None) -> None:
        self._eyes.look_through(who)
        self.refresh()
        self.chosen.emit()
        announce(self, _("The view of {name}").format(name=who) if who else _("What was agreed by all"))

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.name.setFocus()
            return
        people = self._session.assessment.assessors
        if name not in people and len(people) >= MOST_ASSESSORS:
            self._session.failed.emit(_("There are 12 assessors already; remove one before adding another."))
            return
        self.name.clear()
        self._look_through(name)

    def _take_median(self) -> None:
        now = agreed_by_median(self._session.assessment, self._session.framework)
        if self._session.change(now):
            announce(self, _("The median of all ratings is agreed now. Undo takes it back."))

    def _remove(self) -> None:
        who = self._eyes.assessor
        if who is not None and self._session.change(self._session.assessment.without_assessor(who)):
            self._look_through(None)
