"""Splitting a decision of several kinds into parts, and going from one part to another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError
from ...domain.kinds.classifier import Classification
from ...domain.vocabulary import AssessmentId, Kind, label
from ...i18n import _
from ..form import Form
from ..session_model import SessionModel
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Button, Hint, Words, clear
from ..widgets.inputs import Choice, TextLine


class Splitting(QWidget):
    """A button that opens two questions, and the parts there are; ``open_wanted`` names the one to go to."""

    open_wanted = Signal(str)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told: tuple[AssessmentId, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._of = Words("", SMALL, MEDIUM)
        self._parts = QVBoxLayout()
        self.begin = Button(_("Split off a part of another kind…"), "link")
        self.inside = self._questions()
        for widget in (self._of, self.begin, self.inside):
            column.addWidget(widget)
        column.insertLayout(1, self._parts)
        self.inside.hide()
        self.begin.clicked.connect(self._turn)
        self.make.clicked.connect(self._make)

    def _questions(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        about = _(
            "The part becomes a decision of its own in the register, under the same decision reference, with the same "
            "council, decision-maker and people. Options, effects and the choice are its own."
        )
        column.addWidget(Hint(about))
        form = Form()
        self.kind = Choice([(k.value, label(k)) for k in Kind])
        self.part_title = TextLine(most=300)
        self._kind_row = form.add(_("Kind of the part"), self.kind)
        form.add(_("The part in one line"), self.part_title, _("What of the whole this part decides."))
        column.addWidget(form)
        across = QHBoxLayout()
        self.make = Button(_("Make the part"))
        across.addWidget(self.make)
        across.addStretch(1)
        column.addLayout(across)
        return inside

    def show_parts(self, now: Assessment, found: Classification) -> None:
        """Say what this is a part of, and name the other parts."""
        others = (now.part_of,) if now.part_of is not None else now.parts
        self._of.setVisible(bool(now.decision_reference))
        self._of.setText(_("Part of decision {reference}.").format(reference=now.decision_reference))
        unclear = found.first is not None and not found.clear
        self.begin.setProperty("kind", "" if unclear and not others else "link")
        if others != self._told:
            self._told = others
            clear(self._parts)
            for part in others:
                link = self._link(part)
                self._parts.addWidget(link)
                link.show()  # at once, so that it can take the focus

    def _link(self, part: AssessmentId) -> Button:
        try:
            title = self._session.services.register.open(part).assessment.title
        except FairnessError:
            title = _("not in this register: {id}").format(id=part)
        link = Button(_("Open the other part: {title}").format(title=title), "link")
        link.setProperty("part", part)
        link.clicked.connect(self._open)
        return link

    def _open(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.open_wanted.emit(str(sender.property("part")))

    def _turn(self) -> None:
        self.inside.setVisible(self.inside.isHidden())
        if not self.inside.isHidden():
            self.part_title.show_value(self._session.assessment.title)
            self.kind.setFocus()

    def _make(self) -> None:
        kind = self.kind.value()
        if kind is None:
            self._kind_row.show_error(_("Say of which kind the part is."))
            self.kind.setFocus()
            return
        self._kind_row.show_error("")
        part = self._session.split(Kind(kind), self.part_title.value())
        if part is not None:
            self.inside.hide()
            self.kind.show_value(None)
            self.begin.setFocus()
