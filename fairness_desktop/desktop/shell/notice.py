"""A notice inside the window: a sentence with a mark, that can be closed; nothing modal."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...i18n import _
from ..announce import announce
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Button, Mark, Words
from ..widgets.marks import octagon_with_cross


class Notice(QWidget):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 8, 24, 8)
        box.setSpacing(12)
        self._words = Words("", BODY, MEDIUM, "red")
        self.close_button = Button(_("Close"), "link")
        self.close_button.setAccessibleName(_("Close this notice"))
        self.close_button.clicked.connect(self.hide)
        box.addWidget(Mark(_red_octagon, 20))
        box.addWidget(self._words, 1)
        box.addWidget(self.close_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the notice says now."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, sentence: str) -> None:
        """Show the sentence and have it spoken."""
        self._words.setText(sentence)
        self.show()
        announce(self, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("on_red"))


def _red_octagon(painter: QPainter, rect: QRectF) -> None:
    octagon_with_cross(painter, rect, "red")
