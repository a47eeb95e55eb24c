"""Signing, whoever signs: first the very pages, then the passphrase, then the seal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ...domain.errors import PassphraseError
from ...domain.sealing.identity import Identity, KeyHome
from ...i18n import _
from ..announce import announce
from ..form import Form
from ..theme import BODY, MEDIUM, SMALL, current
from ..widgets.basics import Button, Card, Hint, Title, Words
from ..widgets.scrolling import only_downwards
from ..workers import Work
from .pages_view import PagesView
from .reader_copy import ReaderCopy

TRIES = 3
"""Wrong passphrases in a row after which one is back at the pages; nobody is ever locked out."""


class SigningView(QWidget):
    """Pages beside what is asked; what is signed is what is shown, byte for byte. Closing it signs nothing."""

    closed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._wrong = 0
        self._build()
        self._fill_side(title)
        self.sign.clicked.connect(self.go_on)
        self.back.clicked.connect(self.closed)
        self.passphrase.returnPressed.connect(self.entered)

    def go_on(self) -> None:
        """Do what the button says; whoever signs fills this in."""
        raise NotImplementedError

    def entered(self) -> None:
        """Enter in the passphrase."""
        self.go_on()

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 16, 24, 16)
        across.setSpacing(16)
        self._pages_box = QVBoxLayout()
        self.waiting = Words("", colour="muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages_box.addWidget(self.waiting, 1)
        across.addLayout(self._pages_box, 3)
        self._side = Card()
        self._scroll = QScrollArea()
        only_downwards(self._scroll)
        self._scroll.setWidget(self._side)
        across.addWidget(self._scroll, 2)

    def _fill_side(self, title: str) -> None:
        self.box = box = self._side.box
        box.addWidget(Title(title))
        self.who = Words("", BODY, MEDIUM)
        box.addWidget(self.who)
        self._what = Hint()
        box.addWidget(self._what)
        self.reader = Button(_("Open the pages in your PDF reader"), "link")
        self.reader.hide()
        self.reader.clicked.connect(self._open_reader)
        box.addWidget(self.reader)
        self.form = Form()
        self.passphrase = secret()
        self.passphrase_row = self.form.add(_("Passphrase"), self.passphrase)
        box.addWidget(self.form)
        self.problem = Words("", BODY, MEDIUM, "red")
        self.problem.hide()
        box.addWidget(self.problem)
        self.sign = Button("", "primary")
        self.back = Button(_("Back without signing"))
        box.addWidget(self.sign)
        box.addWidget(self.back)
        self.done_words = Words("", SMALL)
        box.addWidget(self.done_words)
        box.addStretch(1)
        self.allow(signing=False)

    def show_pages(self, pdf: bytes, sha256: str, button: str) -> None:
        """Show the pages that will be signed, and then let them be signed."""
        self.waiting.hide()
        self.put_pages_away()
        self.pages = PagesView(pdf)
        self._copy = ReaderCopy(pdf)
        self.reader.show()
        self._pages_box.addWidget(self.pages, 1)
        self._what.setText(
            _("{count} pages. What is signed is these pages, by their hash {hash}.").format(
                count=self.pages.count, hash=sha256[:16]
            )
        )
        self.name_the_button(button)
        self.allow(signing=True)
        self.passphrase.setFocus()
        announce(self, _("The pages are shown. Read them, then type your passphrase to sign."))

    def put_pages_away(self) -> None:
        """Show none: others are to be signed."""
        old = getattr(self, "pages", None)
        if old is not None:
            old.hide()
            old.deleteLater()
            del self.pages

    def ask_for(self, identity: Identity) -> None:
        """Ask for what opens that key: a passphrase, or a card's PIN."""
        self.passphrase_row.call_it(_("PIN of the card") if identity.home is KeyHome.CARD else _("Passphrase"))

    def _open_reader(self) -> None:
        if not self._copy.open():
            self.tell(_("There is no program here that shows PDF files; read the pages beside this."))

    def show_done(self, said: str, back: str) -> None:
        """Nothing is left to do here but to go back."""
        self.passphrase.clear()
        for widget in (self.form, self.sign, self.problem):
            widget.hide()
        self.done_words.setText(said)
        self.back.setText(back)
        self.back.setProperty("kind", "primary")
        self.back.setFocus()
        announce(self, said)

    def run(self, work: Work, done: Callable[[object], None]) -> None:
        """Work aside, so that the window goes on; what it says in the end is shown here."""
        self.problem.hide()
        self.allow(signing=False)
        work.finished_with.connect(done)
        work.refused.connect(self._count)
        work.failed.connect(self.tell)
        work.start()

    def _count(self, error: object) -> None:
        if isinstance(error, PassphraseError) and hasattr(self, "pages"):
            self._wrong += 1

    def tell(self, sentence: str) -> None:
        """Say what went wrong; it can be tried again, after three wrong passphrases from the pages on."""
        enough = self._wrong >= TRIES
        if enough:
            self._wrong = 0
            rest = _(
                "That was three times. Nothing was signed and nothing is lost: try again when you have it. If it is "
                "lost for good, see “Signing identities”."
            )
            sentence = f"{sentence} {rest}"
        self.allow(signing=True)
        self.problem.setText(sentence)
        self.problem.show()
        if enough:
            self.passphrase.clear()
            self.pages.setFocus()
        else:
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        announce(self, sentence)

    def allow(self, *, signing: bool) -> None:
        """Whether signing can be asked for now."""
        self.sign.setEnabled(signing)

    def name_the_button(self, words: str) -> None:
        """Say what the button does, and make room beside the pages for as many words as that takes."""
        self.sign.setText(words)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._side.minimumSizeHint().width() + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.sign.isEnabled() or not self.sign.isVisible()):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def secret() -> QLineEdit:
    """A line whose letters are not shown."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMinimumWidth(current().px(200))
    return line
