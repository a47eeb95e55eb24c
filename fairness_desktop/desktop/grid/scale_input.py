"""One criterion of an effect: −3 to +3 by halves, or *not answered yet*."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ...domain.framework import Criterion
from ...i18n import _
from ...telling.figures import signed
from ..theme import current
from ..widgets import marks

HALVES = 6


def anchor(criterion: Criterion, impact: float | None) -> str:
    """What a size of effect means, in the framework's words."""
    if impact is None:
        return _("not answered")
    size = abs(impact)
    if not size:
        return _("no change")
    if size < 1:
        return _("just noticeable")
    words = _(criterion.anchors[int(size)])
    return words if size == int(size) else _("more than: {anchor}").format(anchor=words)


class ScaleInput(QSlider):
    """A slider that can also say nothing. Digits and sign set a value, Delete takes it back."""

    edited = Signal()
    left = Signal()

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.criterion = criterion
        self._answered = False
        self._minus = False
        self.setRange(-HALVES, HALVES)
        self.setSingleStep(1)
        self.setPageStep(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say()

    def impact(self) -> float | None:
        """The effect, None where nothing is answered."""
        return self.value() / 2 if self._answered else None

    def show_impact(self, impact: float | None) -> None:
        """Show what the session says."""
        self._answered = impact is not None
        self.setValue(round((impact or 0.0) * 2))
        self._say()

    def answer(self, impact: float | None) -> None:
        """Answer, or take the answer back (None), and tell of it."""
        self.show_impact(None if impact is None else max(-3.0, min(3.0, impact)))
        self.edited.emit()

    def type(self, key: str) -> None:
        """A digit sets that many, with the sign typed before it; the same digit again adds a half."""
        if key in "-−+":
            self._minus = key != "+"
            if self.impact():
                self.answer(-abs(self.impact() or 0) if self._minus else abs(self.impact() or 0))
            return
        size = float(key)
        if size > 3:
            return
        if abs(self.impact() or 0) == size and size:
            size += 0.5
        self.answer(-size if self._minus else size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -0.5, Qt.Key.Key_Right: 0.5, Qt.Key.Key_PageDown: -1.0, Qt.Key.Key_PageUp: 1.0}
        if event.key() in steps:
            self.answer((self.impact() or 0.0) + (steps[Qt.Key(event.key())] if self._answered else 0.0))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.answer(None)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.answer(-3.0 if event.key() == Qt.Key.Key_Home else 3.0)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() and event.text() in "0123456789+-−":
            self.type(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._answer_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._answer_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(current().px(192), current().px(26))

    minimumSizeHint = sizeHint

    def _answer_at(self, x: float) -> None:
        share = (x - 8) / max(self.width() - 16, 1)
        impact = round(share * 12 - HALVES) / 2
        if impact != self.impact():
            self.answer(impact)

    def _say(self) -> None:
        impact = self.impact()
        figure = _("not answered") if impact is None else f"{signed(impact)}, {anchor(self.criterion, impact)}"
        self.setAccessibleName(f"{_(self.criterion.name)}: {figure}")
        self.setAccessibleDescription(_(self.criterion.asks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        middle, impact = area.center().y(), self.impact()
        track = QRectF(8, middle - 2, area.width() - 16, 4)

        def at(value: float) -> float:
            return track.x() + track.width() * (value + 3) / 6

        if impact is None:
            marks.hatched(painter, track.adjusted(0, -4, 0, 4), 6)
        else:
            painter.fillRect(track, theme.colour("line"))
            painter.setPen(QPen(theme.colour("edge"), 1))
            for i in range(13):
                length = 6 if i == HALVES else 3.5 if i % 2 == 0 else 1.5
                x = round(at(i / 2 - 3)) + 0.5
                painter.drawLine(QPointF(x, middle - length), QPointF(x, middle + length))
            bar = QRectF(min(at(0), at(impact)), middle - 3, abs(at(impact) - at(0)), 6)
            painter.fillRect(bar, theme.colour("better" if impact > 0 else "worse"))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("accent" if impact else "surface"))
            painter.drawEllipse(QPointF(at(impact), middle), 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)
