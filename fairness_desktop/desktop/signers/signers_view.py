"""Who can sign here, and until when?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.errors import FairnessError
from ...domain.sealing.identity import Identity
from ...i18n import _
from ...services.bundle import Services
from ...services.writing import write_whole
from ..announce import announce
from ..help_pages import keys_and_people
from ..shell.notice import Notice
from ..theme import BODY, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words, clear
from ..widgets.folding import Fold, fit_to_width, put_in_reading_order
from ..widgets.scrolling import only_downwards
from .changing_sheets import HandOverSheet, PassphraseSheet, RenewSheet, RevokeSheet
from .council_card import CouncilCard
from .council_sheets import ListSheet, RootPassphraseSheet, RootSheet
from .making_sheets import CardSheet, ImportSheet, NewSheet
from .sheet import Sheet, ask_place
from .signer_card import SignerCard
from .time_card import TimeCard


class SignersView(QScrollArea):
    """Everybody on cards; what is being done to one of them stands beside, with the reason why."""

    closed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._identities = services, services.identities
        self.sheet: Sheet | None = None
        only_downwards(self)
        self.setAccessibleName(_("Signing identities"))
        self._build()
        self.refresh()

    def _build(self) -> None:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 24, 24, 32)
        box.setSpacing(16)
        self.back = Button(_("Back"))
        self.back.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(Title(_("Who can sign here, and until when?")), 1)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(top)
        box.addWidget(
            Hint(_("A key lies here encrypted, or on a card. Its certificate holds no secret: give it out freely."))
        )
        self.notice = Notice()
        box.addWidget(self.notice)
        large = self._large = current().scale > 1.3
        across = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        across.setSpacing(16)
        self._list, self._side = QVBoxLayout(), QVBoxLayout()
        for column in (self._list, self._side):
            column.setSpacing(16)
        for column, stretch in ((self._side, 2), (self._list, 3)) if large else ((self._list, 3), (self._side, 2)):
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            holder.setLayout(column)
            column.setContentsMargins(0, 0, 0, 0)
            across.addWidget(holder, stretch, Qt.AlignmentFlag(0) if large else Qt.AlignmentFlag.AlignTop)
        box.addLayout(across)
        box.addStretch(1)
        self.setWidget(page)
        fit_to_width(self)

    def refresh(self) -> None:
        """Show everybody as they stand now, and what can be done."""
        clear(self._list)
        try:
            known, root = self._identities.all(), self._identities.council.about()
        except FairnessError as error:
            self.notice.tell(str(error))
            known, root = [], None
        if not known:
            self._list.addWidget(_nobody())
        self.signers = [SignerCard(identity) for identity in known]
        for card in self.signers:
            card.wanted.connect(self._do)
            self._list.addWidget(card)
        self.council = CouncilCard(root)
        self.council.wanted.connect(self._do_to_root)
        self._list.addWidget(self.council)
        self.time = TimeCard(self._services)
        self._list.addWidget(self.time)
        if self._large:  # what is asked comes before the list, and help after it
            self._list.addWidget(_help())
        put_in_reading_order(self._list)
        self._offer()

    def _offer(self) -> None:
        """Nothing is being done: say what can be."""
        clear(self._side)
        self.sheet = None
        card = Card()
        card.box.setSpacing(12)
        card.box.addWidget(Subtitle(_("Somebody new")))
        self.new, self.take_in = Button(_("New identity…"), "primary"), Button(_("Import a file…"))
        self.card = Button(_("Use a card…"))
        for button, slot in ((self.new, self._new), (self.take_in, self._import), (self.card, self._card)):
            button.clicked.connect(slot)
            card.box.addWidget(button)
        self._side.addWidget(card)
        if not self._large:
            self._side.addWidget(_help())

    def _new(self) -> None:
        self._open(NewSheet(self._identities))

    def _import(self) -> None:
        self._open(ImportSheet(self._identities))

    def _card(self) -> None:
        self._open(CardSheet(self._identities))

    def _do(self, what: str, who: object) -> None:
        assert isinstance(who, Identity)
        if what == "export":
            self._export_certificate(who)
            return
        sheets = {"renew": RenewSheet, "passphrase": PassphraseSheet, "revoke": RevokeSheet, "copy": HandOverSheet}
        self._open(sheets[what](self._identities, who))

    def _do_to_root(self, what: str) -> None:
        council = self._identities.council
        if what == "export":
            self._written(_("council-root.cer"), _("Certificates (*.cer)"), council.export)
        elif what == "list":
            self._written(_("council-root.crl"), _("Revocation lists (*.crl)"), council.export_list)
        elif what == "renew_list":
            self._open(ListSheet(council))
        elif what == "passphrase":
            self._open(RootPassphraseSheet(council))
        else:
            self._open(RootSheet(council))

    def _open(self, sheet: Sheet) -> None:
        """Ask what is needed beside the list, and go there."""
        clear(self._side)
        self.notice.hide()
        self.sheet = sheet
        sheet.done.connect(self._done)
        sheet.closed.connect(self._closed)
        self._side.addWidget(sheet)
        put_in_reading_order(self._side)
        sheet.show()
        sheet.focus()
        self._scroll_to(sheet)
        announce(self, sheet.accessibleName())

    def _scroll_to(self, widget: QWidget) -> None:
        """Have its upper edge in sight."""
        page = self.widget()
        layout = page.layout() if page is not None else None
        if page is not None and layout is not None:
            layout.activate()
            self.verticalScrollBar().setValue(max(0, widget.mapTo(page, QPoint()).y() - 16))

    def _done(self, sentence: str) -> None:
        self.refresh()
        self.notice.tell(sentence)
        self.new.setFocus()
        self.verticalScrollBar().setValue(0)

    def _closed(self) -> None:
        self._offer()
        self.new.setFocus()

    def _export_certificate(self, who: Identity) -> None:
        path = ask_place(self, f"{who.name}.cer", _("Certificates (*.cer)"))
        if path is None:
            return
        try:
            write_whole(self._identities.certificate(who.name), path)
        except FairnessError as error:
            self.notice.tell(str(error))
        else:
            self.notice.tell(_("Saved as {path}.").format(path=path))

    def _written(self, suggested: str, kinds: str, write: Callable[[Path], object]) -> None:
        path = ask_place(self, suggested, kinds)
        if path is None:
            return
        try:
            write(path)
        except FairnessError as error:
            self.notice.tell(str(error))
        else:
            self.notice.tell(_("Saved as {path}.").format(path=path))

    def focus(self) -> None:
        """Put the focus where one begins."""
        self.new.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _nobody() -> Card:
    card = Card()
    card.box.addWidget(Words(_("Nobody can sign here yet."), BODY, SEMIBOLD))
    card.box.addWidget(
        Words(
            _(
                "Make an identity for whoever decides: the council's own root is made with it, and vouches for it. Or "
                "bring one along, in a file or on a card."
            ),
            BODY,
        )
    )
    return card


def _help() -> Card:
    """What to do when a key or a person is gone."""
    card = Card()
    card.box.addWidget(Subtitle(_("What to do if …")))
    for title, text in keys_and_people():
        words = Words(text, SMALL)
        words.setContentsMargins(current().px(24), 0, 0, 4)
        card.box.addWidget(Fold(title, words))
    return card
