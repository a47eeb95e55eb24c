"""What is asked before the register is encrypted, no longer encrypted, or under another passphrase."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from ...domain.errors import FairnessError
from ...domain.safekeeping.encryption import Rekeyed, require_usable, strength, strength_label
from ...i18n import _, ngettext
from ...services.encryption import Encryption
from ..issue.signing_view import secret
from ..signers.sheet import Sheet
from ..widgets.basics import Hint
from ..widgets.progress_line import ProgressLine
from ..workers import Watched


class KeySheet(Sheet):
    """Works aside, and says how far it is; ``working`` tells when it begins and when it ends."""

    working = Signal(bool)

    def __init__(self, encryption: Encryption, title: str, why: str, button: str) -> None:
        super().__init__(title, why, button)
        self._encryption = encryption
        self.progress = ProgressLine()
        self.box.addWidget(self.progress)
        self.cancel.hide()

    @property
    def at_work(self) -> bool:
        """Whether it is being done just now."""
        return self.progress.at_work

    def go_on(self) -> None:
        """Do what the button says, a step after the other."""
        call = self.call() if self.go.isEnabled() else None
        if call is None:
            return
        self.problem.hide()
        self.working.emit(True)
        said = _("A copy is made, then a new file; both are checked…")
        self.progress.run(Watched(call), said, self._finished, self._failed)

    def _failed(self, sentence: str) -> None:
        self.working.emit(False)
        self.tell(sentence)

    def _finished(self, result: object) -> None:
        self.working.emit(False)
        super()._finished(result)


class NewSecret:
    """A new passphrase, typed two times, and how good it is."""

    def __init__(self, sheet: KeySheet) -> None:
        self.first, self.again = secret(), secret()
        self._row = sheet.line(_("New passphrase"), self.first)
        self._strength = Hint(_how())
        sheet.form.add_widget(self._strength)
        self._again = sheet.line(_("The same passphrase again"), self.again)
        self.first.textEdited.connect(self._tell)

    def value(self) -> str | None:
        """The passphrase; None, and a sentence beside the field, where it can be none or the two differ."""
        try:
            require_usable(self.first.text())
        except FairnessError as error:
            self._row.show_error(str(error))
            return None
        self._row.show_error("")
        same = self.first.text() == self.again.text()
        self._again.show_error("" if same else _("The two passphrases differ. Type the same one twice."))
        return self.first.text() if same else None

    def _tell(self, typed: str) -> None:
        self._strength.setText(strength_label(strength(typed)) if typed else _how())


def _how() -> str:
    return _("Take four or five words that do not belong together.")


class OnSheet(KeySheet):
    """Encrypt it."""

    def __init__(self, encryption: Encryption) -> None:
        super().__init__(
            encryption,
            _("Encrypt the register"),
            _(
                "A checked copy is made first. Then the register and every copy in the folder “backups” are encrypted; "
                "the readable ones go. What you saved elsewhere stays as it is."
            ),
            _("Encrypt the register"),
        )
        self.new = NewSecret(self)
        self.safe = QCheckBox(_("I keep the passphrase in a safe place"))
        self.safe.setAccessibleName(self.safe.text())
        self._row = self.form.add(
            _("If the passphrase is lost, everything in the register is lost: nobody can recover it."), self.safe
        )

    def call(self) -> Callable[..., object] | None:
        """Encrypt it, once it was said that the passphrase is kept."""
        new = self.new.value()
        if new is None:
            return None
        self._row.show_error("" if self.safe.isChecked() else _("Write the passphrase down first, and say so here."))
        return partial(self._encryption.switch_on, new) if self.safe.isChecked() else None

    def said(self, result: object) -> str:
        """What is encrypted now."""
        return _and_copies(_("The register is encrypted."), result)


class ChangeSheet(KeySheet):
    """Another passphrase."""

    def __init__(self, encryption: Encryption) -> None:
        super().__init__(
            encryption,
            _("Change the passphrase"),
            _("The register and the copies in the folder “backups” are encrypted anew, under the new passphrase."),
            _("Change the passphrase"),
        )
        self.old = secret()
        self.line(_("Passphrase of now"), self.old)
        self.new = NewSecret(self)

    def call(self) -> Callable[..., object] | None:
        """Change it."""
        new = self.new.value()
        return None if new is None else partial(self._encryption.change, self.old.text(), new)

    def said(self, result: object) -> str:
        """Under what it is now."""
        return _and_copies(_("The register is encrypted under the new passphrase."), result)


class OffSheet(KeySheet):
    """No longer encrypted."""

    def __init__(self, encryption: Encryption) -> None:
        super().__init__(
            encryption,
            _("Encrypt no longer"),
            _("The register and the copies in the folder “backups” can be read by whoever gets at them then."),
            _("Encrypt no longer"),
        )
        self.go.setProperty("kind", "")
        self.old = secret()
        self.line(_("Passphrase of the register"), self.old)

    def call(self) -> Callable[..., object] | None:
        """Switch it off."""
        return partial(self._encryption.switch_off, self.old.text())

    def said(self, result: object) -> str:
        """That it can be read."""
        return _and_copies(_("The register is no longer encrypted."), result)


def _and_copies(said: str, result: object) -> str:
    """And what became of the copies."""
    assert isinstance(result, Rekeyed)
    count, left = len(result.brought), len(result.left)
    copies = ngettext("So is {count} copy.", "So are {count} copies.", count).format(count=count)
    others = ngettext(
        "{count} file was left as it was: {why}", "{count} files were left as they were, the first: {why}", left
    )
    return f"{said} {copies}" + (f" {others.format(count=left, why=result.left[0][1])}" if left else "")
