"""The record on the last step: look at it as a draft, sign it, or save the one that is signed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...i18n import _
from ...telling.figures import day
from ..announce import announce
from ..session_model import SessionModel
from ..theme import SMALL
from ..widgets.basics import Button, Card, Hint, Subtitle, Words


class RecordCard(Card):
    """What can be done with the record now."""

    seal_wanted = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.box.addWidget(Subtitle(_("The record")))
        self._state = Words("")
        self.box.addWidget(self._state)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.sign = Button(_("See the pages and sign…"), "primary")
        self.draft = Button(_("Save a draft as PDF…"))
        self.save = Button(_("Save the signed record…"))
        for button in (self.sign, self.draft, self.save):
            line.addWidget(button)
        line.addStretch(1)
        self.box.addLayout(line)
        self._said = Words("", SMALL)
        self.box.addWidget(self._said)
        self.box.addWidget(Hint(_("A draft is marked as one on every page. Only a signed record proves itself.")))
        self.sign.clicked.connect(self.seal_wanted)
        self.draft.clicked.connect(self.save_draft)
        self.save.clicked.connect(self.save_signed)

    def refresh(self) -> None:
        """Show what can be done now."""
        records = self._session.walk.records
        self.sign.setEnabled(not self._session.missing())
        self.save.setVisible(bool(records))
        if not records:
            self._state.setText(_("It has not been signed."))
        else:
            self._state.setText(
                _("Signed by {name} on {day}.").format(name=records[0].signer, day=day(records[0].issued_at))
            )

    def save_draft(self) -> None:
        """Save the pages as they would be now, unsigned and marked."""
        issuing = self._session.services.issuing
        path = self.ask_path(issuing.file_name(self._session.assessment, draft=True))
        if path is not None:
            self._write(issuing.draft(self._session.walk), path)

    def save_signed(self) -> None:
        """Save the newest signed record, byte for byte."""
        issuing = self._session.services.issuing
        path = self.ask_path(issuing.file_name(self._session.assessment, draft=False))
        if path is not None:
            self._write(self._session.walk.records[0].pdf, path)

    def ask_path(self, suggested: str) -> Path | None:
        """Ask where to; the one dialog of this card."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the record"), str(Path.home() / suggested), _("PDF (*.pdf)")
        )
        return Path(name) if name else None

    def _write(self, pdf: bytes, path: Path) -> None:
        try:
            self._session.services.issuing.write(pdf, path)
        except FairnessError as error:
            self._tell(str(error), "red")
        else:
            self._tell(_("Saved as {path}.").format(path=path), "text")

    def _tell(self, sentence: str, colour: str) -> None:
        self._said.set_colour(colour)
        self._said.setText(sentence)
        announce(self, sentence)
