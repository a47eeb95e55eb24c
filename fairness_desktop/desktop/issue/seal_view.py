"""Signing: first the very pages, then the passphrase, then the seal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ...domain.verdict import Identity
from ...i18n import _
from ...services.issuing import Prepared
from ..announce import announce
from ..form import Form
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM, SMALL, current
from ..widgets.basics import Button, Card, Hint, Title, Words
from ..workers import Work
from .pages_view import PagesView


class SealView(QWidget):
    """What is signed is what is shown, byte for byte; closing it signs nothing."""

    closed = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._prepared: Prepared | None = None
        self._identity: Identity | None = None
        self._build()
        self._connect()
        self._find_identity()

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 16, 24, 16)
        across.setSpacing(16)
        self._pages_box = QVBoxLayout()
        self._waiting = Words(_("The pages are being laid out…"), colour="muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages_box.addWidget(self._waiting, 1)
        across.addLayout(self._pages_box, 3)
        self._side = Card()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._side)
        across.addWidget(self._scroll, 2)
        self._fill_side()

    def _fill_side(self) -> None:
        box = self._side.box
        box.addWidget(Title(_("Sign the record")))
        self._who = Words("", BODY, MEDIUM)
        box.addWidget(self._who)
        self._what = Hint()
        box.addWidget(self._what)
        form = Form()
        self.passphrase, self.again = _secret(), _secret()
        self.passphrase_row = form.add(_("Passphrase"), self.passphrase)
        self.again_row = form.add(_("The same passphrase again"), self.again)
        box.addWidget(form)
        self._first_time = Hint(
            _(
                "You sign for the first time on this computer: a key is made for you and kept encrypted under this "
                "passphrase. Choose at least 8 characters and keep it safe: nobody can recover it."
            )
        )
        box.addWidget(self._first_time)
        self.problem = Words("", BODY, MEDIUM, "red")
        self.problem.hide()
        box.addWidget(self.problem)
        self.sign = Button(_("Sign these pages"), "primary")
        self.back = Button(_("Back without signing"))
        box.addWidget(self.sign)
        box.addWidget(self.back)
        self.done_words = Words("", SMALL)
        box.addWidget(self.done_words)
        box.addStretch(1)
        self._allow(laid_out=False)

    def _connect(self) -> None:
        self.sign.clicked.connect(self._sign)
        self.back.clicked.connect(self.closed)
        self.passphrase.returnPressed.connect(self._enter)
        self.again.returnPressed.connect(self._sign)

    def _find_identity(self) -> None:
        """The decision-maker's identity, if there is one; then the pages, unless one must be made first."""
        maker = self._session.assessment.authority.decision_maker
        self._identity = self._session.services.identities.named(maker.name)
        self._first_time.setVisible(self._identity is None)
        self.again_row.setVisible(self._identity is None)
        self._who.setText(
            _("{name}, {role}, for {body}").format(
                name=maker.name, role=maker.role or _("no role given"), body=self._session.assessment.body.name
            )
        )
        if self._identity is None:
            self._waiting.setText(
                _("Choose a passphrase first; then the pages are shown, with your key named in them.")
            )
            self._name_the_button(_("Make my key and show the pages"))
            self._allow(laid_out=True)
        else:
            self._prepare()

    def _prepare(self) -> None:
        assert self._identity is not None
        self._waiting.setText(_("The pages are being laid out…"))
        name, walk, issuing = self._identity.name, self._session.walk, self._session.services.issuing
        self._run(Work(issuing.prepare, walk, name), self._show_pages)

    def _show_pages(self, prepared: object) -> None:
        assert isinstance(prepared, Prepared)
        self._prepared = prepared
        self._waiting.hide()
        self.pages = PagesView(prepared.pdf)
        self._pages_box.addWidget(self.pages, 1)
        self._what.setText(
            _("{count} pages. What is signed is these pages, by their hash {hash}.").format(
                count=self.pages.count, hash=prepared.sha256[:16]
            )
        )
        self._name_the_button(_("Sign these pages"))
        self._allow(laid_out=True)
        self.passphrase.setFocus()
        announce(self, _("The pages are shown. Read them, then type your passphrase to sign."))

    def _enter(self) -> None:
        if self.again_row.isVisible():
            self.again.setFocus()
        else:
            self._sign()

    def _sign(self) -> None:
        if not self.sign.isEnabled():
            return
        if self._identity is None:
            self._make_identity()
        elif self._prepared is not None:
            issuing = self._session.services.issuing
            self._run(Work(issuing.sign, self._prepared, self.passphrase.text()), self._signed)

    def _make_identity(self) -> None:
        if self.passphrase.text() != self.again.text():
            self.again_row.show_error(_("The two passphrases differ. Type the same one twice."))
            return
        self.again_row.show_error("")
        maker, body = self._session.assessment.authority.decision_maker, self._session.assessment.body
        identities = self._session.services.identities
        self._run(Work(identities.new, maker.name, maker.role, body.name, self.passphrase.text()), self._made)

    def _made(self, identity: object) -> None:
        assert isinstance(identity, Identity)
        self._identity = identity
        self.again_row.hide()
        self._first_time.hide()
        self._prepare()

    def _signed(self, _record: object) -> None:
        self.passphrase.clear()
        self._side.setEnabled(True)
        for widget in (self.passphrase_row, self.again_row, self.sign, self.problem):
            widget.hide()
        said = _("Signed and kept. Go back to save a copy of the record.")
        self.done_words.setText(said)
        self.back.setText(_("Back to the decision"))
        self.back.setProperty("kind", "primary")
        self.back.setFocus()
        announce(self, said)

    def _run(self, work: Work, done: Callable[[object], None]) -> None:
        """Work aside, so that the window goes on; what it says in the end is shown here."""
        self.problem.hide()
        self._allow(laid_out=False)
        work.finished_with.connect(done)
        work.failed.connect(self._tell)
        work.start()

    def _tell(self, sentence: str) -> None:
        self._allow(laid_out=True)
        self.problem.setText(sentence)
        self.problem.show()
        self.passphrase.selectAll()
        self.passphrase.setFocus()
        announce(self, sentence)

    def _allow(self, *, laid_out: bool) -> None:
        """Whether signing can be asked for now."""
        self.sign.setEnabled(laid_out)

    def _name_the_button(self, words: str) -> None:
        """Say what the button does, and make room beside the pages for as many words as that takes."""
        self.sign.setText(words)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self._side.minimumSizeHint().width() + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.sign.isEnabled():
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMinimumWidth(current().px(200))
    return line
