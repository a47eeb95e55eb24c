"""What was just done, with a way to take it back; nothing modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...i18n import _
from ..announce import announce
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Button, Mark, Words
from ..widgets.marks import good_mark


class DoneBar(QWidget):
    """Hidden until something was done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_back: Callable[[], None] | None = None
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 8, 24, 8)
        box.setSpacing(12)
        self._words = Words("", BODY, MEDIUM)
        self.undo, self.close_button = Button(_("Undo"), "link"), Button(_("Close"), "link")
        self.close_button.setAccessibleName(_("Close this notice"))
        self.undo.clicked.connect(self._undone)
        self.close_button.clicked.connect(self.hide)
        box.addWidget(Mark(good_mark, 20))
        box.addWidget(self._words, 1)
        box.addWidget(self.undo)
        box.addWidget(self.close_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says now."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, sentence: str, take_back: Callable[[], None] | None = None) -> None:
        """Say what was done, aloud too; with ``take_back``, offer to undo it."""
        self._take_back = take_back
        self._words.setText(sentence)
        self.undo.setVisible(take_back is not None)
        self.undo.setAccessibleDescription(sentence)
        self.show()
        announce(self, sentence)

    def _undone(self) -> None:
        take_back = self._take_back
        self.hide()
        if take_back is not None:
            take_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("on_green"))
