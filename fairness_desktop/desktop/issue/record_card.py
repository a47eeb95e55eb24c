"""The record on the last step: look at it as a draft, sign it, or save the one that is signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.errors import FairnessError
from ...domain.register import IssuedRecord
from ...i18n import _
from ...telling.figures import day
from ..announce import announce
from ..form import across_or_down
from ..session_model import SessionModel
from ..theme import SMALL
from ..widgets.basics import Button, Card, Hint, Subtitle, Words
from .countersign_view import CountersignView
from .plain_part import PlainPart
from .seal_view import SealView
from .second_reader_part import SecondReaderPart
from .second_signer import SecondSigner
from .signing_view import SigningView

if TYPE_CHECKING:
    from .printing import PrintPreview


class RecordCard(Card):
    """What can be done with the record now."""

    seal_wanted = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._countersigning = False
        self.box.addWidget(Subtitle(_("The record")))
        self.plain = PlainPart(session)
        self.box.addWidget(self.plain)
        self.reader = SecondReaderPart(session)
        self.box.addWidget(self.reader)
        self._state = Words("")
        self.box.addWidget(self._state)
        self.second = SecondSigner(session.services)
        self.box.addWidget(self.second)
        self.sign = Button(_("See the pages and sign…"), "primary")
        self.draft = Button(_("Save a draft as PDF…"))
        self.save = Button(_("Save the signed record…"))
        self.print = Button(_("Print…"))
        self.countersign = Button(_("See the pages and countersign here…"))
        self.take_back = Button(_("Take back the completed file…"))
        for buttons in ((self.sign, self.draft, self.save, self.print), (self.countersign, self.take_back)):
            line = across_or_down()
            line.setSpacing(12)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            self.box.addLayout(line)
        self._said = Words("", SMALL)
        self.box.addWidget(self._said)
        self.box.addWidget(Hint(_("A draft is marked as one on every page. Only a signed record proves itself.")))
        self.sign.clicked.connect(self._seal)
        self.countersign.clicked.connect(self._countersign)
        self.draft.clicked.connect(self.save_draft)
        self.save.clicked.connect(self.save_signed)
        self.print.clicked.connect(self.show_print)
        self.take_back.clicked.connect(self.bring_back)
        self.second.changed.connect(self._allow)

    def focus_on(self, where: str) -> QWidget | None:
        """Open the second reading, if that is the place meant."""
        if where != "second_reading":
            return None
        self.reader.focus()
        return self.reader

    def refresh(self) -> None:
        """Show what can be done now."""
        self.plain.refresh()
        self.reader.refresh()
        records = self._session.walk.records
        waiting = records[0] if records and records[0].awaits else None
        self.second.refresh(self._session.assessment.authority.decision_maker.name)
        self._allow()
        self.save.setVisible(bool(records))
        self.take_back.setVisible(waiting is not None)
        self.countersign.setVisible(waiting is not None and self._signs_here(waiting))
        if waiting is not None:
            self.save.setText(_("Save the file for {name}…").format(name=waiting.awaits))
        else:
            self.save.setText(_("Save the signed record…"))
        self._state.setText(_state(records))

    def signing_view(self) -> SigningView:
        """What was asked for last: the pages to be signed, or those to be countersigned."""
        if self._countersigning:
            return CountersignView(self._session.services, self._session.walk.records[0].pdf)
        return SealView(self._session, self.second.value())

    def _signs_here(self, waiting: IssuedRecord) -> bool:
        return self._session.services.identities.named(waiting.awaits) is not None

    def _allow(self) -> None:
        self.sign.setEnabled(not self._session.missing() and self.second.complete)

    def _seal(self) -> None:
        self._countersigning = False
        self.seal_wanted.emit()

    def _countersign(self) -> None:
        self._countersigning = True
        self.seal_wanted.emit()

    def bring_back(self) -> None:
        """Take the completed record in; any other file is refused in a sentence."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Take back the completed record"), str(Path.home()), _("PDF (*.pdf)")
        )
        if not name:
            return
        try:
            self._session.services.countersigning.bring_back(Path(name))
        except FairnessError as error:
            self._tell(str(error), "red")
        else:
            self.refresh()
            self._tell(_("The record is completed: it bears both signatures."), "text")

    def save_draft(self) -> None:
        """Save the pages as they would be now, unsigned and marked."""
        issuing = self._session.services.issuing
        path = self.ask_path(issuing.file_name(self._session.assessment, draft=True))
        if path is None:
            return
        try:
            pdf = issuing.draft(self._session.walk)
        except FairnessError as error:
            self._tell(str(error), "red")
        else:
            self._write(pdf, path)

    def save_signed(self) -> None:
        """Save the newest signed record, byte for byte."""
        issuing = self._session.services.issuing
        path = self.ask_path(issuing.file_name(self._session.assessment, draft=False))
        if path is not None:
            self._write(self._session.walk.records[0].pdf, path)

    def show_print(self) -> PrintPreview:
        """Show the pages of the newest signed record, else of a draft, as they will be printed."""
        from .printing import PrintPreview

        session = self._session
        records = session.walk.records
        pdf = records[0].pdf if records else session.services.issuing.draft(session.walk)
        preview = PrintPreview(pdf, self.window())
        preview.show()
        return preview

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


def _state(records: list[IssuedRecord]) -> str:
    """Where the record stands, in a sentence."""
    if not records:
        return _("It has not been signed.")
    newest = records[0]
    if newest.awaits:
        said = _("One of two signatures: waiting for {name}. Signed by {signer} on {day}.")
        return said.format(name=newest.awaits, signer=newest.signer, day=day(newest.issued_at))
    if newest.completes:
        first = next(r for r in records if r.sha256 == newest.completes)
        said = _("Signed by {signer} on {day} and countersigned by {second}.")
        return said.format(signer=first.signer, day=day(first.issued_at), second=first.awaits)
    return _("Signed by {name} on {day}.").format(name=newest.signer, day=day(newest.issued_at))
