"""The ladder of levels, drawn: where a decision is taken, the closest lawful rung, and the rungs passed over."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.kinds.levels import LevelAnswer
from ..theme import current
from ..widgets.marks import hatched


@dataclass(frozen=True, slots=True)
class RungLook:
    """How one rung is drawn."""

    taken: bool = False
    closest: bool = False
    passed: bool = False
    top: bool = False
    bottom: bool = False

    @classmethod
    def of(cls, level: int, answer: LevelAnswer, highest: int) -> RungLook:
        """The look of a level under an answer."""
        return cls(
            taken=level == answer.taken,
            closest=level == answer.closest_lawful,
            passed=level in answer.passed_over,
            top=level == highest,
            bottom=level == 0,
        )


class Rung(QWidget):
    """One rung between its rails; the rails go on where the next piece joins. Words beside it say what it shows."""

    def __init__(self, *, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bare = bare
        self._look = RungLook()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(current().px(56), current().px(8 if self._bare else 40))

    def show_look(self, look: RungLook) -> None:
        """Draw it like that."""
        if look != self._look:
            self._look = look
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, look = current(), self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        left, right, middle = rect.x() + theme.px(8), rect.right() - theme.px(8), rect.center().y()
        if look.passed:
            hatched(painter, QRectF(left, rect.y(), right - left, rect.height()), 0)
        painter.setPen(QPen(theme.colour("edge"), theme.px(3)))
        above = middle - theme.px(10) if look.top and not self._bare else rect.y()
        below = middle + theme.px(10) if look.bottom and not self._bare else rect.bottom() + 1
        for x in (left, right):
            painter.drawLine(QPointF(x, above), QPointF(x, below))
        if self._bare:
            return
        strong = look.taken or look.closest
        painter.setPen(QPen(theme.colour("accent" if strong else "edge"), theme.px(5 if strong else 3)))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        self._paint_marks(painter, QPointF(rect.center().x(), middle))

    def _paint_marks(self, painter: QPainter, middle: QPointF) -> None:
        """A ring for the closest lawful rung, a filled disc for the one it is taken at; one in the other for both."""
        theme = current()
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("surface"))
        if self._look.closest:
            painter.drawEllipse(middle, theme.px(10), theme.px(10))
        if self._look.taken:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(middle, theme.px(6), theme.px(6))
