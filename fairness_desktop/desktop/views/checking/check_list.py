"""How the list of checked files looks: mark, name, verdict and what lies behind it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ....domain.sealing.verdict import RecordCheck
from ....i18n import _
from ....telling.verdicts import headline, in_short
from ...models.check_model import CheckModel
from ...theme import BODY, MEDIUM, REGULAR, SEMIBOLD, SMALL, current
from .verdicts import draw, ink

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, CheckModel)
        check = model.check(index)
        if check is None:
            return
        theme, rect = current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("tint" if selected else "surface"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        if selected:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), theme.colour("accent"))
            _arrow(painter, rect)
        if bool(option.state & QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        side = theme.px(24)
        draw(painter, QRectF(rect.x() + 16, rect.center().y() - side / 2, side, side), check)
        _words(
            painter, QRectF(rect.x() + 32 + side, rect.y(), rect.width() - side - theme.px(64), rect.height()), check
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, current().px(60))


def _arrow(painter: QPainter, rect: QRectF) -> None:
    """That the file's own page stands to the right."""
    size = current().px(5)
    middle = QPointF(rect.right() - 2.5 * size, rect.center().y())
    painter.setPen(QPen(current().colour("accent"), 2))
    painter.drawPolyline(
        QPolygonF([middle + QPointF(x * size, y * size) for x, y in ((-0.5, -1), (0.5, 0), (-0.5, 1))])
    )


def _words(painter: QPainter, room: QRectF, check: RecordCheck) -> None:
    """The name over the verdict; the verdict stays whole, what lies behind it may be cut."""
    theme, middle = current(), room.center().y()
    above, below = QRectF(room), QRectF(room)
    above.setBottom(middle)
    above.setTop(room.y() + theme.px(6))
    below.setTop(middle)
    below.setBottom(room.bottom() - theme.px(6))
    _line(painter, above, check.file, BODY, MEDIUM, "text", Qt.TextElideMode.ElideMiddle)
    used = _line(painter, below, headline(check), SMALL, SEMIBOLD, ink(check), Qt.TextElideMode.ElideRight)
    short = in_short(check)
    if short:
        _line(
            painter, below.adjusted(used, 0, 0, 0), f": {short}", SMALL, REGULAR, "muted", Qt.TextElideMode.ElideRight
        )


def _line(
    painter: QPainter, room: QRectF, text: str, size: int, weight: int, colour: str, elide: Qt.TextElideMode
) -> float:
    """One line of words; returns how wide it came out."""
    font = current().font(size, weight)
    metrics = QFontMetricsF(font)
    text = metrics.elidedText(text, elide, room.width())
    painter.setFont(font)
    painter.setPen(current().colour(colour))
    painter.drawText(room, _LEFT, text)
    return metrics.horizontalAdvance(text)


class CheckList(QListView):
    """The files checked; arrows choose one."""

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAccessibleName(_("Files checked"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
