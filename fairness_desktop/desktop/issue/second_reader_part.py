"""The second reader on the last step: where it stands, what was said, and what can be done now."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.approval.machine import OF_THE_READER, ReadingAct, ReadingState, open_acts, state_sentence
from ...domain.approval.reading import is_author
from ...domain.errors import FairnessError, InvalidInputError
from ...i18n import N_, _
from ...telling.deciding import told_act
from ..announce import announce
from ..form import Row
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Button, Hint, Mark, Words, clear
from ..widgets.folding import Fold
from ..widgets.inputs import TextArea, TextLine
from ..widgets.marks import bad_mark, good_mark, open_mark, warning_mark

_BUTTONS = {
    ReadingAct.REQUESTED: N_("Ask to be read"),
    ReadingAct.APPROVED: N_("Approve"),
    ReadingAct.SENT_BACK: N_("Send back"),
    ReadingAct.REFUSED: N_("Refuse"),
    ReadingAct.WITHDRAWN: N_("Withdraw"),
}


class SecondReaderPart(QWidget):
    """A fold that says where the second reading stands; inside, its acts and the fields for the next."""

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mark, self._stands = Mark(open_mark, 18), Words("", BODY, MEDIUM)
        self._acts = QVBoxLayout()
        self.by, self.asked = TextLine(most=300), TextLine(most=300)
        self.reasons, self.override = TextArea(lines=2), TextArea(lines=2)
        self.rows = {
            "by": Row(_("Your name"), self.by, _("Chosen here; nobody proves it.")),
            "asked": Row(_("Who is to read it"), self.asked, _("Not somebody who had a hand in it.")),
            "reasons": Row(_("Reasons"), self.reasons, _("Needed to send back or to refuse.")),
            "override": Row(
                _("Why somebody reads what they had a hand in"), self.override, _("It is told in the record.")
            ),
        }
        self._authors: frozenset[str] = frozenset()
        self._told_authors = Hint("")
        self.buttons = {act: Button(_(words)) for act, words in _BUTTONS.items()}
        self.fold = Fold(_("Second reader"), self._inside())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fold)
        self.by.textChanged.connect(self._ask_for_override)
        for act, button in self.buttons.items():
            button.setProperty("act", act.value)
            button.clicked.connect(self._do)

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        stands = QHBoxLayout()
        stands.addWidget(self._mark)
        stands.addWidget(self._stands, 1)
        column.addLayout(stands)
        column.addLayout(self._acts)
        column.addWidget(self._told_authors)
        for row in self.rows.values():
            column.addWidget(row)
        across = QHBoxLayout()
        across.setSpacing(12)
        for button in self.buttons.values():
            across.addWidget(button)
        across.addStretch(1)
        column.addLayout(across)
        return inside

    def refresh(self) -> None:
        """Show where it stands and what can be done now."""
        reading = self._session.assessment.second_reading
        stale = self._session.services.approving.stale(self._session.walk)
        said = _("Approved, and changed since: it must be read again.") if stale else state_sentence(reading.state)
        self._stands.setText(said)
        self._mark.show_mark(warning_mark if stale else _MARKS.get(reading.state, open_mark))
        self.fold.say(said.rstrip("."))
        clear(self._acts)
        for entry in reading.entries:
            line = Words(told_act(entry), SMALL)
            self._acts.addWidget(line)
            line.show()  # at once, and not when the event loop comes round
        self._authors = self._session.services.approving.authors(self._session.walk)
        self._told_authors.setText(_("Had a hand in it: {names}.").format(names=", ".join(sorted(self._authors))))
        self._told_authors.setVisible(bool(self._authors))
        if not self.by.text():
            self.by.show_value(self._session.services.register.who())
        can = open_acts(reading.state)
        for act, button in self.buttons.items():
            button.setVisible(act in can)
        self.rows["asked"].setVisible(ReadingAct.REQUESTED in can)
        self._ask_for_override()

    def focus(self) -> None:
        """Open it, with the focus on its first field."""
        self.fold.set_open(opened=True)
        self.by.setFocus()

    def _ask_for_override(self) -> None:
        """Only where an author would be the second reader."""
        reads = bool(OF_THE_READER & set(open_acts(self._session.assessment.second_reading.state)))
        self.rows["override"].setVisible(reads and is_author(self.by.text(), self._authors))

    def _do(self) -> None:
        sender = self.sender()
        assert sender is not None
        for row in self.rows.values():
            row.show_error("")
        act = ReadingAct(sender.property("act"))
        try:
            self._session.services.approving.do(
                self._session.walk, act, self.by.value(), self.reasons.value(),
                asked=self.asked.value() if act is ReadingAct.REQUESTED else "",
                override=self.override.value() if self.rows["override"].isVisibleTo(self) else "",
            )  # fmt: skip
        except InvalidInputError as error:
            self._refuse(error)
        except FairnessError as error:
            self._session.failed.emit(str(error))
        else:
            self.reasons.setPlainText("")
            self.override.setPlainText("")
            self._session.changed.emit()
            announce(self, state_sentence(self._session.assessment.second_reading.state))

    def _refuse(self, error: InvalidInputError) -> None:
        row = self.rows.get(error.where, self.rows["by"])
        row.setVisible(True)
        row.show_error(error.message)
        row.field.setFocus()


_MARKS = {
    ReadingState.WAITING: warning_mark,
    ReadingState.SENT_BACK: warning_mark,
    ReadingState.APPROVED: good_mark,
    ReadingState.REFUSED: bad_mark,
}
