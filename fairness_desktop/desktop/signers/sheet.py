"""What is asked before something is done to an identity: fields, why it is asked, a button, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ...i18n import _
from ..announce import announce
from ..form import Form, Row
from ..issue.signing_view import secret
from ..theme import BODY, MEDIUM
from ..widgets.basics import Button, Card, Hint, Subtitle, Words
from ..workers import Work


class Sheet(Card):
    """Works aside, so that the window goes on; ``done`` says what came of it, ``closed`` that nothing was done."""

    done = Signal(str)
    closed = Signal()

    def __init__(self, title: str, why: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.box.setSpacing(12)
        self.box.addWidget(Subtitle(title))
        self.box.addWidget(Hint(why))
        self.form = Form()
        self.box.addWidget(self.form)
        self.problem = Words("", BODY, MEDIUM, "red")
        self.problem.hide()
        self.box.addWidget(self.problem)
        self.go, self.cancel = Button(button, "primary"), Button(_("Cancel"))
        self.box.addWidget(self.go)
        self.box.addWidget(self.cancel)
        self.go.clicked.connect(self.go_on)
        self.cancel.clicked.connect(self.closed)

    def line(self, caption: str, field: QLineEdit, help_text: str = "") -> Row:
        """A field in which Enter does what the button says."""
        field.returnPressed.connect(self.go_on)
        return self.form.add(caption, field, help_text)

    def focus(self) -> None:
        """Put the focus into the first field."""
        for field in self.form.findChildren(QWidget):
            if field.isVisibleTo(self) and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                field.setFocus()
                return
        self.go.setFocus()

    def go_on(self) -> None:
        """Do what the button says."""
        call = self.call() if self.go.isEnabled() else None
        if call is None:
            return
        self.problem.hide()
        self.go.setEnabled(False)
        work = Work(call)
        work.finished_with.connect(self._finished)
        work.failed.connect(self.tell)
        work.start()

    def call(self) -> Callable[[], object] | None:
        """What is to be done; None where a field says why it cannot be."""
        raise NotImplementedError

    def said(self, result: object) -> str:
        """What came of it, in a sentence."""
        raise NotImplementedError

    def _finished(self, result: object) -> None:
        self.go.setEnabled(True)
        self.done.emit(self.said(result))

    def tell(self, sentence: str) -> None:
        """Say what went wrong; it can be tried again."""
        self.go.setEnabled(True)
        self.problem.setText(sentence)
        self.problem.show()
        announce(self, sentence)
        self.focus()

    def ask_file(self, title: str, kinds: str) -> Path | None:
        """Ask which file; a dialog of the system."""
        name, _kind = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        return Path(name) if name else None

    def ask_place(self, suggested: str, kinds: str) -> Path | None:
        """Ask where to; a dialog of the system."""
        return ask_place(self, suggested, kinds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Twice:
    """A new passphrase, typed two times so that it is the one that was meant."""

    def __init__(self, sheet: Sheet, caption: str) -> None:
        self.first, self.again = secret(), secret()
        sheet.line(caption, self.first, _("At least 8 characters. Keep it safe: nobody can recover it."))
        self._row = sheet.line(_("The same passphrase again"), self.again)

    def value(self) -> str | None:
        """The passphrase; None, and a word beside the field, where the two differ."""
        same = self.first.text() == self.again.text()
        self._row.show_error("" if same else _("The two passphrases differ. Type the same one twice."))
        return self.first.text() if same else None


class RootSecret:
    """The passphrase of the council's root; empty where it is the same as the other one typed."""

    def __init__(self, sheet: Sheet, *, needed: bool = False) -> None:
        self.field = secret()
        hint = "" if needed else _("Leave it empty if it is the same as the one above.")
        sheet.line(_("Passphrase of the council's root"), self.field, hint)

    def value(self) -> str | None:
        """The passphrase, or None where none was typed."""
        return self.field.text() or None


def ask_place(parent: QWidget, suggested: str, kinds: str) -> Path | None:
    """Ask where to; a dialog of the system."""
    plain = "".join("-" if c in '<>:"/\\|?*' else c for c in suggested)
    name, _kind = QFileDialog.getSaveFileName(parent, _("Save"), str(Path.home() / plain), kinds)
    return Path(name) if name else None
