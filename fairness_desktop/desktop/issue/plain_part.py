"""The plain page before it is signed: what is made from the data, the reasons apart, and how hard each is to read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...i18n import _
from ...services.reading.plain import plain
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SMALL
from ..widgets.basics import Hint, Words
from ..widgets.folding import Fold

EASY = 14
"""An age above which it is said that shorter would be better; the average adult reads as at 9 to 14."""


class PlainPart(QWidget):
    """The first page of the record in words, folded under a line that says its reading age."""

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.made, self.reasons = Words("", BODY), Words("", BODY)
        self._made_age, self._reasons_age = Hint(""), Hint("")
        self._advice = Words("", SMALL, MEDIUM, "amber")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Hint(_("Made from what you entered; it changes as that changes, and nobody edits it.")))
        column.addWidget(self.made)
        column.addWidget(self._made_age)
        column.addWidget(Words(_("Your reasons, as you wrote them above"), BODY, MEDIUM))
        column.addWidget(self.reasons)
        column.addWidget(self._reasons_age)
        column.addWidget(self._advice)
        self.fold = Fold(_("The plain page, as it will be read"), inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fold)

    def refresh(self) -> None:
        """Make it anew from what is entered now."""
        told = plain(self._session.assessment, self._session.result)
        self.made.setText(told.made)
        self._made_age.setText(told.made_reading)
        self.reasons.setText(told.reasons or _("No reasons are given yet."))
        self._reasons_age.setText(told.reasons_reading)
        self._advice.setText(_("Shorter sentences and shorter words would let more people read your reasons."))
        self._advice.setVisible(told.reasons_age is not None and told.reasons_age > EASY)
        self.fold.say("" if told.age is None else _("reading age about {age}").format(age=told.age))
