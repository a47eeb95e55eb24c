"""Whose records are valid here?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ....domain.errors import FairnessError
from ....domain.sealing.trust import ListKept, Root
from ....i18n import _, ngettext
from ....telling.figures import day
from ...announce import announce
from ...models.check_session import CheckSession
from ...shell.notice import Notice
from ...theme import BODY, SEMIBOLD
from ...widgets.basics import Button, Card, Hint, Title, Words, clear
from ...widgets.folding import Fold, UndoOffer, fit_to_width, put_in_reading_order
from ...widgets.scrolling import only_downwards
from .root_card import RootCard, about, fingerprint


class TrustView(QScrollArea):
    """The trust list: who is on it, how to take somebody in, and how to take somebody off."""

    closed = Signal()

    def __init__(self, session: CheckSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gone: Root | None = None
        only_downwards(self)
        self.setAccessibleName(_("Trusted councils"))
        self._build()
        self.add.clicked.connect(self._choose)
        self.add_list.clicked.connect(self._choose_list)
        self.back.clicked.connect(self.closed)
        self.offer.undone.connect(self._bring_back)
        self._session.failed.connect(self.notice.tell)
        self._refresh()

    def _build(self) -> None:
        sheet = QWidget()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(48, 24, 48, 32)
        box.setSpacing(16)
        self.notice, self.offer = Notice(), UndoOffer()
        self.add = Button(_("Take in a council's root certificate…"), "primary")
        self.add_list = Button(_("Take in a revocation list…"))
        self.back = Button(_("Back"))
        box.addWidget(Title(_("Whose records are valid here?")))
        box.addWidget(
            Hint(
                _(
                    "A record is valid where its signers stand under the root certificate of one of these councils. "
                    "Take a certificate in only when its words are those that the council reads to you: on the "
                    "telephone, on a number you found yourself, or in person."
                )
            )
        )
        box.addWidget(self.notice)
        box.addWidget(self.offer)
        self._new, self._known = QVBoxLayout(), QVBoxLayout()
        for layout in (self._new, self._known):
            layout.setSpacing(12)
            box.addLayout(layout)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.add)
        buttons.addWidget(self.add_list)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addStretch(1)
        self.setWidget(sheet)
        fit_to_width(self)

    def examine(self, path: Path) -> None:
        """Show a certificate's words, to be compared before it is trusted."""
        self.notice.hide()
        clear(self._new)
        try:
            root = self._session.checking.trust.examine(path)
        except FairnessError as error:
            self.notice.tell(str(error))
            return
        card = RootCard(root, self._session.checking.rivals(root))
        card.trusted.connect(self._trust)
        card.refused.connect(self._refuse)
        self._new.addWidget(card)
        put_in_reading_order(self._new)
        card.same.setFocus()

    def take_in_list(self, path: Path) -> None:
        """Keep a council's revocation list, and say how it stands."""
        self.notice.hide()
        self._session.take_in_list(path)
        self._refresh()
        if not self.notice.isVisible():
            announce(self, _("The revocation list is kept, and looked at in every check."))

    def _trust(self, root: object) -> None:
        assert isinstance(root, Root)
        clear(self._new)
        self._session.trust(root)
        self._refresh()
        announce(self, _("{council} is trusted here.").format(council=root.called))
        self.add.setFocus()

    def _refuse(self, root: object) -> None:
        assert isinstance(root, Root)
        clear(self._new)
        self.notice.tell(refused(root))
        self.add.setFocus()

    def _remove(self) -> None:
        root = self.sender().property("root")
        assert isinstance(root, Root)
        self._gone = root
        self._session.distrust(root)
        self._refresh()
        self.offer.offer(_("{council} is trusted here no more.").format(council=root.called))

    def _bring_back(self) -> None:
        self.offer.hide()
        if self._gone is not None:
            self._session.trust(self._gone)
            self._gone = None
        self._refresh()

    def _refresh(self) -> None:
        clear(self._known)
        for root in self._session.checking.trust.all():
            self._known.addWidget(self._known_card(root))
        if not self._known.count():
            self._known.addWidget(Words(_("No council is trusted here yet."), BODY, SEMIBOLD))
        put_in_reading_order(self._known)

    def _known_card(self, root: Root) -> Card:
        card = Card()
        across = QHBoxLayout()
        across.addWidget(Words(root.called, BODY, SEMIBOLD), 1)
        remove = Button(_("Trust it no more"), "link")
        remove.setAccessibleName(_("Trust {council} no more").format(council=root.called))
        remove.setProperty("root", root)
        remove.clicked.connect(self._remove)
        across.addWidget(remove)
        card.box.addLayout(across)
        card.box.addWidget(Hint(about(root)))
        card.box.addWidget(Hint(revoked(self._session.checking.trust.list_kept(root))))
        title = _("Fingerprint in words")
        card.box.addWidget(Fold(title, fingerprint(root), f"{title}, {root.called}"))
        return card

    def _choose(self) -> None:
        path = self.ask_certificate()
        if path is not None:
            self.examine(path)

    def ask_certificate(self) -> Path | None:
        """Ask which certificate."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("The council's root certificate"), str(Path.home()), _("Certificates (*.cer *.crt *.pem *.der)")
        )
        return Path(name) if name else None

    def _choose_list(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("The council's revocation list"), str(Path.home()), _("Revocation lists (*.crl *.pem)")
        )
        if name:
            self.take_in_list(Path(name))

    def focus(self) -> None:
        """Put the focus where one begins."""
        self.add.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def revoked(kept: ListKept | None) -> str:
    """How a council's revocation list stands here."""
    if kept is None:
        return _("No revocation list was taken in: who signs for it no longer is not known here.")
    count = ngettext("{count} certificate revoked", "{count} certificates revoked", kept.revoked).format(
        count=kept.revoked
    )
    until = _("for ever") if kept.until is None else day(kept.until)
    if kept.until is not None and kept.until < datetime.now(UTC):
        return _("Revocation list: {count}; out of date since {day}. Ask the council for its newest.").format(
            count=count, day=until
        )
    return _("Revocation list: {count}; good until {day}").format(count=count, day=until)


def refused(root: Root) -> str:
    """What is said where the words were not the same."""
    return _(
        "It is not trusted. Somebody may pose as {council}: tell its monitoring officer, and keep the file."
    ).format(council=root.called)
