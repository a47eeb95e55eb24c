"""The council's root: what readers are to trust, and the list of those who sign for it no longer."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ...domain.sealing.identity import CouncilRoot
from ...i18n import _, ngettext
from ...telling.figures import day
from ..theme import BODY, SMALL, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Words
from ..widgets.folding import Fold
from .signer_card import fingerprint_words, state_line


class CouncilCard(Card):
    """``wanted`` says what to do: ``make``, ``export``, ``list``, ``renew_list``, ``passphrase`` or ``replace``."""

    wanted = Signal(str)

    def __init__(self, root: CouncilRoot | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box.addWidget(Subtitle(_("The council's root")))
        if root is None:
            self.box.addWidget(
                Words(_("There is none on this computer yet. It is made with the first identity, or by itself."), BODY)
            )
            self._offer({"make": _("Make the council's root…")})
            return
        self.box.addWidget(Words(root.organisation or _("no name given"), BODY))
        self.box.addWidget(Hint(_("Readers who trust it trust all who sign under it; it lasts until {day}.").format(
            day=day(root.valid_until))))  # fmt: skip
        self.box.addLayout(_listed(root))
        title = _("Fingerprint of the root in words")
        fold = Fold(title, fingerprint_words(root.fingerprint))
        self.box.addWidget(fold)
        self.box.addWidget(Words(_("Read it over the telephone to whoever is to trust the council."), SMALL))
        self._offer({
            "export": _("Export the root…"), "list": _("Export the revocation list…"),
            "renew_list": _("Renew the list…"), "passphrase": _("Change its passphrase…"),
            "replace": _("Its key is lost…"),
        })  # fmt: skip

    def _offer(self, offered: dict[str, str]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(12))
        columns = 2 if current().scale > 1.3 else 3
        self.buttons = {}
        for i, (name, words) in enumerate(offered.items()):
            button = Button(words, "link")
            button.setAccessibleName(words.rstrip("…"))
            button.setProperty("does", name)
            button.clicked.connect(self._pressed)
            self.buttons[name] = button
            grid.addWidget(button, i // columns, i % columns)
        grid.setColumnStretch(columns, 1)
        self.box.addLayout(grid)

    def _pressed(self) -> None:
        self.wanted.emit(str(self.sender().property("does")))


def _listed(root: CouncilRoot) -> QHBoxLayout:
    """How the revocation list stands."""
    count = ngettext("{count} certificate revoked", "{count} certificates revoked", root.revoked).format(
        count=root.revoked
    )
    now = datetime.now(UTC)
    if root.listed_until is None or root.listed_until < now:
        return state_line(_("Revocation list: {count}; it is out of date").format(count=count), "amber", good=False)
    good = _("Revocation list: {count}; good until {day}").format(count=count, day=day(root.listed_until))
    return state_line(good, "text", good=True)
