"""Scores as bars from nought: better to the right and solid, worse to the left and hatched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..theme import current


def scale_for(scores: list[float]) -> tuple[float, float]:
    """The axis to show: from and to, in fives, with nought always on it and never narrower than 10."""
    low = min([0.0, *scores])
    high = max([5.0, *scores])
    return -5.0 * -(-abs(low) // 5) if low < 0 else 0.0, 5.0 * -(-high // 5)


class ScoreBar(QWidget):
    """One bar on an axis; a hollow ring marks the unweighted score. The number stands beside it in words."""

    def __init__(
        self,
        score: float,
        axis: tuple[float, float],
        *,
        unweighted: float | None = None,
        leads: bool = False,
        grid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._score, self._axis, self._unweighted = score, axis, unweighted
        self._leads, self._grid = leads, grid
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(current().px(80), current().px(32 if self._grid else 22))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(7)
        rect = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        low, high = self._axis
        middle, thick = rect.center().y(), theme.px(14)

        def at(value: float) -> float:
            return rect.x() + rect.width() * (value - low) / (high - low)

        self._ground(painter, rect, at)
        bar = QRectF(min(at(0), at(self._score)), middle - thick / 2, abs(at(self._score) - at(0)), thick)
        if self._score < 0:
            painter.setPen(QPen(theme.colour("worse"), 1))
            painter.setBrush(QBrush(theme.colour("worse"), Qt.BrushStyle.BDiagPattern))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("rank_1" if self._leads else "rank_2"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen(theme.colour("text"), 1.5))
        painter.drawLine(QPointF(at(0), middle - thick), QPointF(at(0), middle + thick))
        if self._unweighted is not None:
            self._ring(painter, QPointF(at(self._unweighted), middle))

    def _ground(self, painter: QPainter, rect: QRectF, at: object) -> None:
        theme = current()
        if not self._grid:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("faint"))
            painter.drawRoundedRect(QRectF(rect.x(), rect.center().y() - theme.px(7), rect.width(), theme.px(14)), 2, 2)
            return
        low, high = self._axis
        for value in range(int(low), int(high) + 1, 5 if high - low <= 50 else 25):
            x = rect.x() + rect.width() * (value - low) / (high - low)
            painter.fillRect(QRectF(x, 0, 1, self.height()), theme.colour("line"))

    def _ring(self, painter: QPainter, where: QPointF) -> None:
        theme = current()
        radius = theme.px(5)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("surface"), 5))
        painter.drawEllipse(where, radius, radius)
        painter.setPen(QPen(theme.colour("text"), 2))
        painter.drawEllipse(where, radius, radius)
