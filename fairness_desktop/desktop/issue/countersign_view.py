"""The second person signs: choose the file, see its pages, type the passphrase, save the completed record."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ...domain.errors import FairnessError
from ...domain.sealing.identity import Identity
from ...i18n import _
from ...services.bundle import Services
from ...services.countersigning import HalfSigned
from ...telling.figures import day
from ..announce import announce
from ..widgets.basics import Button
from ..workers import Work
from .signing_view import SigningView


class CountersignView(SigningView):
    """Needs no decision in the register: only the file, and the second signer's key. ``pdf`` is one at hand."""

    def __init__(self, services: Services, pdf: bytes | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Countersign a record"), parent)
        self._services = services
        self._half: HalfSigned | None = None
        self._identity: Identity | None = None
        self._completed: bytes | None = None
        self._name = _("record.pdf")
        self.choose = Button(_("Choose the file…"), "primary")
        self.save = Button(_("Save the completed record…"), "primary")
        for button in (self.choose, self.save):
            self.box.insertWidget(self.box.indexOf(self.sign), button)
        self.choose.clicked.connect(self._choose)
        self.save.clicked.connect(self._save)
        self.save.hide()
        self.form.hide()
        self.sign.hide()
        self.waiting.setText(
            _("Choose the record that somebody signed and you are to sign second. Its pages are shown here first.")
        )
        if pdf is not None:
            self._examine(pdf, self._name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.choose.isVisible():
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, path: Path) -> None:
        """Look at a file; its first signature is checked before anything is shown."""
        from ...services.countersigning import read

        try:
            self._examine(read(path), path.name)
        except FairnessError as error:
            self.tell(str(error))

    def ask_file(self) -> Path | None:
        """Ask which record; a dialog of the system."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose the record to countersign"), str(Path.home()), _("PDF (*.pdf)")
        )
        return Path(name) if name else None

    def ask_place(self) -> Path | None:
        """Ask where to; a dialog of the system."""
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save the completed record"), str(Path.home() / self._name), _("PDF (*.pdf)")
        )
        return Path(name) if name else None

    def _choose(self) -> None:
        path = self.ask_file()
        if path is not None:
            self.open(path)

    def _examine(self, pdf: bytes, name: str) -> None:
        self._name = name
        self.waiting.setText(_("The first signature is being checked…"))
        self.choose.setEnabled(False)
        self.run(Work(self._services.countersigning.examine, pdf, name), self._show_half)

    def _show_half(self, half: object) -> None:
        assert isinstance(half, HalfSigned)
        self._half = half
        self._identity = self._services.countersigning.signer(half)
        when = day(half.first.signed_at) if half.first.signed_at else _("a day not given")
        about = _("{reference} {title}\nSigned by {name} on {day}; waiting for {awaits}.").format(
            reference=half.reference, title=half.title, name=half.first.signer, day=when, awaits=half.awaits
        )
        self.who.setText(about.strip())
        self.choose.hide()
        self.form.show()
        self.sign.show()
        self.show_pages(half.pdf, half.sha256, _("Countersign these pages"))
        if self._identity is not None:
            self.ask_for(self._identity)
        if self._identity is None:
            self.form.hide()
            self.sign.hide()
            self.tell(
                _(
                    "The record waits for {name}, with the certificate {fingerprint}. No identity on this computer has "
                    "it, so it cannot be countersigned here."
                ).format(name=half.awaits, fingerprint=half.fingerprint[:16])
            )

    def go_on(self) -> None:
        """Countersign the pages shown."""
        if not self.sign.isEnabled() or self._half is None or self._identity is None:
            return
        work = Work(self._services.countersigning.sign, self._half, self._identity.name, self.passphrase.text())
        self.run(work, self._signed)

    def _signed(self, completed: object) -> None:
        assert isinstance(completed, bytes)
        self._completed = completed
        self.show_done(_("Countersigned. Save the file, and send it back to whoever sent it."), _("Close"))
        self.save.show()
        self.save.setFocus()

    def _save(self) -> None:
        path = self.ask_place()
        if path is None or self._completed is None:
            return
        try:
            self._services.issuing.write(self._completed, path)
        except FairnessError as error:
            self.problem.setText(str(error))
            self.problem.show()
            announce(self, str(error))
            return
        self.problem.hide()
        said = _("Saved as {path}.").format(path=path)
        self.done_words.setText(said)
        announce(self, said)

    def tell(self, sentence: str) -> None:
        """Say what went wrong; another file can be chosen, or the passphrase typed again."""
        super().tell(sentence)
        if self._half is None:
            self.choose.setEnabled(True)
            self.choose.setFocus()
            self.waiting.setText(_("No record is shown. Choose another file."))
