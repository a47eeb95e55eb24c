"""What follows, in one plain sentence on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..theme import SEMIBOLD, SENTENCE, current
from ..widgets.basics import Words


class Says(QWidget):
    """The sentence, with room for a link after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(20, 8, 16, 8)
        self.line.setSpacing(16)
        self.words = Words("", SENTENCE, SEMIBOLD)
        self.line.addWidget(self.words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("tint"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setBrush(current().colour("accent"))
        painter.drawRoundedRect(0, 0, 4, self.height(), 2, 2)
