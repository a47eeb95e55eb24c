"""How the register looks: title in full, kind as a tag, score with its little bar, floor with its mark."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...domain.register import RegisterRow, SortKey, Status
from ...domain.vocabulary import Floor
from ...i18n import _
from ...services.shelving import Chosen
from ..grid.delegate import fitted
from ..grid.writing import write
from ..models.register_model import COLUMNS, RegisterModel, said
from ..theme import BODY, MEDIUM, SEMIBOLD, current
from ..widgets import marks

_Index = QModelIndex | QPersistentModelIndex
WIDTHS = {SortKey.REFERENCE: 68, SortKey.KIND: 106, SortKey.DECIDED_BY: 104, SortKey.STATUS: 104, SortKey.SCORE: 112,
          SortKey.FLOOR: 92, SortKey.REVIEW_DATE: 92}  # fmt: skip
NARROW = (SortKey.REFERENCE, SortKey.TITLE, SortKey.STATUS, SortKey.FLOOR)
"""The columns that stay where there is little room."""

LEFT_OUT = SortKey.DECIDED_BY
"""The column that goes first, so that titles can be told apart; the quick look beside the table tells it."""

INDENT = 12
"""Pixels from the edge of a column to what stands in it: in its head and in its cells."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RegisterDelegate(QStyledItemDelegate):
    """Paints a row from the model; holds nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, RegisterModel)
        row = model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, current().colour("tint" if selected else "surface"))
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), current().colour("line"))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), current().colour("accent"))
        if row is not None:
            self._cell(painter, rect.adjusted(INDENT, 0, -6, 0), row, COLUMNS[index.column()][0])
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, current().px(48))

    def _cell(self, painter: QPainter, rect: QRectF, row: RegisterRow, key: SortKey) -> None:
        text = said(row, key)
        if key is SortKey.TITLE:
            painter.setFont(current().font(BODY, SEMIBOLD))
            painter.setPen(current().colour("text"))
            told = fitted(text, rect.width() * 0.86, SEMIBOLD, 2)
            painter.drawText(rect, _LEFT, told)
        elif key is SortKey.KIND and row.kind is not None:
            self._tag(painter, rect, text)
        elif key is SortKey.SCORE and row.standings.score is not None:
            write(painter, QRectF(rect.x(), rect.y(), current().px(46), rect.height()), text, weight=SEMIBOLD)
            self._bar(painter, rect, row.standings.score)
        elif key is SortKey.FLOOR and row.standings.floor is not None:
            self._floor(painter, rect, row.standings.floor, text)
        elif key is SortKey.STATUS:
            self._status(painter, rect, row.status, text)
        elif key is SortKey.REVIEW_DATE and row.kept is None and row.review_date is not None:
            write(painter, rect, f"{row.review_date:%d/%m/%Y}")
        else:
            colour = "text" if key is SortKey.DECIDED_BY else "muted"
            write(painter, rect, fitted(text, rect.width(), MEDIUM, 2), colour=colour)

    def _tag(self, painter: QPainter, rect: QRectF, text: str) -> None:
        theme = current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge"), 1))
        tag = QRectF(rect.x(), rect.center().y() - theme.px(12), theme.px(88), theme.px(24))
        painter.drawRoundedRect(tag, 4, 4)
        write(painter, tag, text, weight=MEDIUM, align=Qt.AlignmentFlag.AlignCenter)

    def _bar(self, painter: QPainter, rect: QRectF, score: float) -> None:
        """The score from −30 to +30; the number beside it is exact."""
        theme = current()
        left = rect.x() + theme.px(50)
        track = QRectF(left, rect.center().y() - 4, rect.right() - left, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("faint"))
        painter.drawRoundedRect(track, 3, 3)
        middle = track.center().x()
        length = max(-1.0, min(1.0, score / 30)) * track.width() / 2
        bar = QRectF(min(middle, middle + length), track.y(), abs(length), 8)
        painter.fillRect(bar, theme.colour("better" if score >= 0 else "worse"))
        painter.fillRect(QRectF(middle - 1, track.y() - 3, 2, 14), theme.colour("text"))

    def _floor(self, painter: QPainter, rect: QRectF, floor: Floor, text: str) -> None:
        side = current().px(16)
        marks.floor_mark(painter, QRectF(rect.x(), rect.center().y() - side / 2, side, side), floor)
        write(painter, rect.adjusted(side + 6, 0, 0, 0), text, weight=SEMIBOLD, colour=floor.value)

    def _status(self, painter: QPainter, rect: QRectF, status: Status, text: str) -> None:
        side = current().px(16)
        square = QRectF(rect.x(), rect.center().y() - side / 2, side, side)
        if status is Status.SIGNED:
            marks.disc_with_tick(painter, square, "green")
        elif status in (Status.CHANGED_SINCE, Status.WAITING, Status.TO_READ):
            marks.triangle_with_mark(painter, square, "amber")
        else:
            marks.dotted_ring(painter, square, "edge")
        write(painter, rect.adjusted(side + 8, 0, 0, 0), fitted(text, rect.width() - side - 8, MEDIUM, 2))


class RegisterTable(QTableView):
    """One line a decision; Enter opens it."""

    open_wanted = Signal()
    chosen = Signal()

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RegisterDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Register of decisions"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().px(48))
        header = self.horizontalHeader()
        header.setFont(current().font(13, SEMIBOLD))
        header.setDefaultAlignment(_LEFT)
        header.setProperty("indent", INDENT)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setHighlightSections(False)
        header.setSelectionModel(QItemSelectionModel(model, header))  # empty: else each cell of what is chosen is asked
        header.sortIndicatorChanged.connect(model.sort)
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.doubleClicked.connect(self.open_wanted)

    def count_chosen(self) -> int:
        """How many lines are chosen."""
        return self.lines_chosen().count

    def lines_chosen(self) -> Chosen:
        """The lines that are chosen, from the top, however many."""
        model = self.model()
        assert isinstance(model, RegisterModel)
        parts = {(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()}
        return Chosen(model.query, tuple(sorted(parts)))

    def first_chosen(self) -> RegisterRow | None:
        """The topmost of them."""
        model, parts = self.model(), self.lines_chosen().parts
        assert isinstance(model, RegisterModel)
        return model.row(parts[0][0]) if parts else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme, header = current(), self.horizontalHeader()
        narrow, full = self.width() < theme.px(800), self.width() >= theme.px(940)
        for column, (key, _words) in enumerate(COLUMNS):
            self.setColumnHidden(column, (narrow and key not in NARROW) or (key is LEFT_OUT and not full))
            if key is SortKey.TITLE:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, theme.px(WIDTHS[key]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> None:
        self.chosen.emit()
