"""Scores as bars from nought: better to the right and solid, worse to the left and hatched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.vocabulary import OptionId
from ...i18n import _
from ...telling.figures import signed
from ..theme import SEMIBOLD, SMALL, current
from ..widgets.marks import letter_badge


def scale_for(scores: list[float]) -> tuple[float, float]:
    """The axis to show: from and to, in fives, with nought always on it and never narrower than 10."""
    low = min([0.0, *scores])
    high = max([5.0, *scores])
    return -5.0 * -(-abs(low) // 5) if low < 0 else 0.0, 5.0 * -(-high // 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """A score on an axis; ``unweighted`` is marked by a hollow ring, ``grid`` draws the axis's lines behind it."""

    score: float
    axis: tuple[float, float]
    unweighted: float | None = None
    leads: bool = False
    grid: bool = False

    def paint(self, painter: QPainter, whole: QRectF) -> None:
        """Draw it across a rectangle."""
        theme = current()
        rect = whole.adjusted(theme.px(7), 0, -theme.px(7), 0)
        low, high = self.axis
        middle, thick = rect.center().y(), theme.px(14)

        def at(value: float) -> float:
            return rect.x() + rect.width() * (value - low) / (high - low)

        self._ground(painter, rect)
        bar = QRectF(min(at(0), at(self.score)), middle - thick / 2, abs(at(self.score) - at(0)), thick)
        if self.score < 0:
            painter.setPen(QPen(theme.colour("worse"), 1))
            painter.setBrush(QBrush(theme.colour("worse"), Qt.BrushStyle.BDiagPattern))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("rank_1" if self.leads else "rank_2"))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen(theme.colour("text"), 1.5))
        upright = min(thick, rect.height() / 2)
        painter.drawLine(QPointF(at(0), middle - upright), QPointF(at(0), middle + upright))
        if self.unweighted is not None:
            _ring(painter, QPointF(at(self.unweighted), middle))

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        theme = current()
        if not self.grid:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("faint"))
            painter.drawRoundedRect(QRectF(rect.x(), rect.center().y() - theme.px(7), rect.width(), theme.px(14)), 2, 2)
            return
        low, high = self.axis
        for value in range(int(low), int(high) + 1, 5 if high - low <= 50 else 25):
            x = rect.x() + rect.width() * (value - low) / (high - low)
            painter.fillRect(QRectF(x, rect.y(), 1, rect.height()), theme.colour("line"))


def _ring(painter: QPainter, where: QPointF) -> None:
    theme = current()
    radius = theme.px(5)
    painter.setBrush(theme.colour("surface"))
    painter.setPen(QPen(theme.colour("surface"), 5))
    painter.drawEllipse(where, radius, radius)
    painter.setPen(QPen(theme.colour("text"), 2))
    painter.drawEllipse(where, radius, radius)


class ScoreBar(QWidget):
    """One bar; the number stands beside it in words."""

    def __init__(self, bar: Bar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(current().px(80), current().px(32 if self._bar.grid else 22))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._bar.paint(painter, QRectF(self.rect()))


class ScoreStrip(QWidget):
    """A row an option: its letter, its bar, its score. One widget, so that a change is a repaint and no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[OptionId, Bar], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scores(self, rows: tuple[tuple[OptionId, Bar], ...]) -> None:
        """Show these, in their order."""
        if len(rows) != len(self._rows):
            self.updateGeometry()
        self._rows = rows
        said = (_("{id}: {score}").format(id=option, score=signed(bar.score)) for option, bar in rows)
        self.setAccessibleName(_("Score by option: {scores}").format(scores=", ".join(said)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(160), max(1, current().px(28) * len(self._rows)))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, side, number = float(theme.px(28)), float(theme.px(22)), float(theme.px(48))
        for i, (option, bar) in enumerate(self._rows):
            top = i * row
            letter_badge(painter, QRectF(1, top + (row - side) / 2, side, side), option, leads=bar.leads)
            left = side + theme.px(2)
            bar.paint(painter, QRectF(left, top, self.width() - left - number, row))
            painter.setFont(theme.font(SMALL, SEMIBOLD))
            painter.setPen(theme.colour("text"))
            box = QRectF(self.width() - number, top, number, row)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, signed(bar.score))
