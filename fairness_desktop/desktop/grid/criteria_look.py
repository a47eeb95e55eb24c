"""How many criteria find room in a cell, by which letter each is told, and the key that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...i18n import _
from ..session_model import SessionModel
from ..theme import MEDIUM, SMALL, current
from ..widgets import marks
from .writing import write

WIDEST = 16
"""Pixels from one little bar to the next, where there is room."""

NARROWEST = 6


def pitch(width: float, count: int) -> float:
    """Pixels from one little bar to the next in so wide a cell, that reach and grade have room beside them."""
    return max(NARROWEST, min(WIDEST, (width - current().px(44)) / max(count, 1)))


def initials(names: Sequence[str]) -> list[str]:
    """A letter for each name, of its own as far as its letters go: the first one that none before it has."""
    found: list[str] = []
    for name in names:
        letters = [letter for letter in name.lower() if letter.isalnum()]
        found.append(next((letter for letter in letters if letter not in found), "".join(letters[:1])))
    return found


class GridKey(QWidget):
    """What the initials and the marks in the grid mean, on as many lines as they need."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__()
        names = [_(c.name) for c in session.criteria]
        self._criteria = list(zip(initials(names), names, strict=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Key: bars up are better, bars down are worse, hatched is not answered"))

    def sizeHint(self) -> QSize:
        last = list(self._boxes())[-1]
        return QSize(200, int(last.bottom()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # another width may want another number of lines

    def _words(self) -> list[str]:
        return [*(name.lower() for _letter, name in self._criteria), _("better"), _("worse"), _("not answered")]

    def _boxes(self) -> Iterator[QRectF]:
        """Where each stands, one beside the other as far as there is room."""
        metrics, side = QFontMetricsF(current().font(SMALL, MEDIUM)), current().px(17)
        height, x, y = current().px(24), 0.0, 0.0
        for word in self._words():
            width = metrics.horizontalAdvance(word) + side + current().px(13)
            if x and x + width > max(self.width(), 300):
                x, y = 0.0, y + height
            yield QRectF(x, y, width, height)
            x += width

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = [*(letter for letter, _name in self._criteria), "better", "worse", ""]
        for i, (box, word, look) in enumerate(zip(self._boxes(), self._words(), looks, strict=True)):
            if i < len(self._criteria):
                write(painter, box, look, weight=700, colour="accent")
            else:
                _mark(painter, box, look)
            write(painter, box.adjusted(current().px(17), 0, 0, 0), word, colour="muted")


def _mark(painter: QPainter, box: QRectF, colour: str) -> None:
    middle = box.center().y()
    if colour:
        up = 8 if colour == "better" else 0
        painter.fillRect(QRectF(box.x(), middle - up, 9, 8), current().colour(colour))
    else:
        marks.hatched(painter, QRectF(box.x() - 2, middle - 7, 14, 14), 2)
