"""How the list of checked files looks: mark, name, verdict."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...domain.sealing.verdict import verdict_label
from ...i18n import _
from ..grid.delegate import write
from ..models.check_model import CheckModel
from ..theme import BODY, MEDIUM, SEMIBOLD, current
from .verdicts import draw, ink

_Index = QModelIndex | QPersistentModelIndex


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
        if selected:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), theme.colour("accent"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        side = theme.px(24)
        draw(painter, QRectF(rect.x() + 16, rect.center().y() - side / 2, side, side), check.verdict)
        words = QRectF(rect.x() + 32 + side, rect.y() + 6, rect.width() - side - 40, rect.height() / 2 - 6)
        font = theme.font(BODY, MEDIUM)
        name = QFontMetricsF(font).elidedText(check.file, Qt.TextElideMode.ElideMiddle, words.width())
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        under = words.translated(0, words.height())
        write(painter, under, verdict_label(check.verdict), weight=SEMIBOLD, colour=ink(check.verdict))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, current().px(60))


class CheckList(QListView):
    """The files checked; arrows choose one."""

    def __init__(self, model: CheckModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Files checked"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
