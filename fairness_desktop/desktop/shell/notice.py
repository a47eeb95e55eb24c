"""A notice inside the window: a sentence with a mark, that can be closed; nothing modal."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...i18n import _
from ..announce import announce
from ..theme import BODY, MEDIUM, current
from ..widgets.basics import Button, Mark, Words
from ..widgets.marks import octagon_with_cross, triangle_with_mark


class Notice(QWidget):
    """Hidden until there is something to say; ``standing`` is one that warns of what lasts."""

    offered = Signal()
    """What the notice offers to do is wanted."""

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        super().__init__(parent)
        self._ground = "on_amber" if standing else "on_red"
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 8, 24, 8)
        box.setSpacing(12)
        self._words = Words("", BODY, MEDIUM, "amber" if standing else "red")
        self.offer = Button("", "link")
        self.offer.clicked.connect(self.offered)
        self.close_button = Button(_("Close"), "link")
        self.close_button.setAccessibleName(_("Close this warning") if standing else _("Close this notice"))
        self.close_button.clicked.connect(self.hide)
        box.addWidget(Mark(_amber_triangle if standing else _red_octagon, 20))
        box.addWidget(self._words, 1)
        box.addWidget(self.offer)
        box.addWidget(self.close_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the notice says now."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, sentence: str, offer: str = "") -> None:
        """Show the sentence and have it spoken; ``offer`` names what can be done about it."""
        self._words.setText(sentence)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self.show()
        announce(self, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour(self._ground))


def _red_octagon(painter: QPainter, rect: QRectF) -> None:
    octagon_with_cross(painter, rect, "red")


def _amber_triangle(painter: QPainter, rect: QRectF) -> None:
    triangle_with_mark(painter, rect, "amber")
