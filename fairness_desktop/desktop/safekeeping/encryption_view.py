"""Is the register encrypted, and do I want it to be?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...i18n import _, ngettext
from ...services.encryption import Encryption
from ..announce import announce
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Button, Card, Hint, Subtitle, Title, Words, clear
from ..widgets.scrolling import scrolled
from .encryption_sheets import ChangeSheet, KeySheet, OffSheet, OnSheet

SHOWN = 6
"""Copies that are named; the rest is counted."""

FOLDER = "backups"


class EncryptionView(QWidget):
    """Says what it protects and what not, and offers what can be done; ``why_not`` says why nothing can."""

    closed = Signal()

    def __init__(self, encryption: Encryption, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._encryption, self._why_not = encryption, why_not
        self.sheets: list[KeySheet] = []
        self.setAccessibleName(_("Encryption of the register"))
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._state = Words("", BODY, MEDIUM)
        self.done = Words("", colour="green")
        self.done.hide()
        sheet = QWidget()
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.setSpacing(12)
        inner.addWidget(Title(_("Encryption of the register")))
        inner.addWidget(self._state)
        inner.addWidget(self.done)
        self._content, self._beside = QVBoxLayout(), QVBoxLayout()
        self._names = QVBoxLayout()
        for column in (self._content, self._beside):
            column.setSpacing(16)
        self._beside.addWidget(_about())
        self._beside.addLayout(self._names)
        self._beside.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addLayout(self._content, 3)
        self._across.addLayout(self._beside, 2)
        inner.addLayout(self._across)
        inner.addStretch(1)
        self.back = Button(_("Back"))
        self.back.clicked.connect(self.closed)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 12)
        foot.addWidget(self.back)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(scrolled(sheet), 1)
        box.addLayout(foot)

    def refresh(self) -> None:
        """Show how it is now, and what can be done."""
        clear(self._content)
        clear(self._names)
        self._state.setText(self._why_not or _state(on=self._encryption.on))
        self.sheets = []
        if self._why_not:
            return
        self.sheets = (
            [ChangeSheet(self._encryption), OffSheet(self._encryption)]
            if self._encryption.on
            else [OnSheet(self._encryption)]
        )
        readable = self._encryption.readable()
        if readable:
            self._names.addWidget(_readable(readable, on=self._encryption.on))
        for sheet in self.sheets:
            sheet.done.connect(self._done)
            sheet.working.connect(self._working)
            self._content.addWidget(sheet)
            sheet.show()
        self._content.addStretch(1)

    def focus(self) -> None:
        """Put the focus where one begins."""
        if self.sheets:
            self.sheets[0].focus()
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _working(self, working: bool) -> None:
        """Nothing else is begun meanwhile."""
        for sheet in self.sheets:
            sheet.go.setEnabled(not working)

    def _done(self, sentence: str) -> None:
        self.refresh()
        self.done.setText(sentence)
        self.done.show()
        announce(self, sentence)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < current().px(1000)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not any(sheet.at_work for sheet in self.sheets):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _state(*, on: bool) -> str:
    if on:
        return _("The register is encrypted. You are asked for its passphrase each time it is opened.")
    return _("The register is not encrypted: whoever gets at this computer's disk can read it.")


def _about() -> Card:
    """What it protects, and what it does not."""
    card = Card(ground="window")
    for caption, sentence in (
        (
            _("What it protects"),
            _("The register and its copies in the folder “backups”, when the computer or its disk is lost or stolen."),
        ),
        (
            _("What it does not"),
            _(
                "Who sits here while it is open, or reads your passphrase as you type it. Bundles, records and copies "
                "you saved elsewhere. Names and times of files. What the disk itself still keeps of files deleted "
                "before: encrypt the whole disk too where that matters."
            ),
        ),
    ):
        card.box.addWidget(Subtitle(caption))
        card.box.addWidget(Hint(sentence))
    return card


def _readable(files: tuple[Path, ...], *, on: bool) -> Card:
    """Copies that anybody can read, and what becomes of them."""
    card = Card()
    card.setAccessibleName(_("Copies that can be read"))
    count = len(files)
    still = ngettext(
        "{count} file in the folder of copies can still be read without the passphrase. Delete it if nobody needs it:",
        "{count} files in the folder of copies can still be read without the passphrase. "
        "Delete them if nobody needs them:",
        count,
    )
    yet = ngettext(
        "{count} copy can be read as the register can, and is encrypted with it:",
        "{count} copies can be read as the register can, and are encrypted with it:",
        count,
    )
    card.box.addWidget(Words((still if on else yet).format(count=count), BODY, MEDIUM, "amber" if on else "text"))
    for path in files[:SHOWN]:
        card.box.addWidget(Hint(path.name if path.parent.name == FOLDER else f"{path.parent.name} / {path.name}"))
    if count > SHOWN:
        card.box.addWidget(Hint(_("… and more.")))
    return card
