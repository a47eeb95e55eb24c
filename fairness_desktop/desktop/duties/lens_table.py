"""The table of nine: what is not answered is hatched, and one writes into the cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...i18n import _
from ..theme import MEDIUM, SMALL, current
from ..widgets.marks import hatched
from .lens_model import ROWS, LensModel, row_called

_Index = QModelIndex | QPersistentModelIndex
PAD = 6
"""Pixels between the edge of a cell and its words, at the usual size of text."""


class LensTable(QTableView):
    """Arrows move, letters or Enter begin to write, Tab in a cell goes on to the next, Delete empties."""

    def __init__(self, model: LensModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setFont(current().font(SMALL))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setFont(current().font(SMALL, MEDIUM))
        down.setFont(current().font(SMALL, MEDIUM))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Equality lens: nine characteristics, four things asked of each"))
        model.dataChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Rows as tall as their words, the table as tall as its rows; names wrap in a fifth of the width."""
        theme = current()
        down = self.verticalHeader()
        down.setFixedWidth(max(self.width() // 5, theme.px(110)))
        least = theme.px(40)
        for row in range(len(ROWS)):
            name = down.fontMetrics().boundingRect(
                QRect(0, 0, down.width() - theme.px(12), 1000), int(Qt.TextFlag.TextWordWrap), row_called(ROWS[row])
            )
            self.setRowHeight(row, max(least, name.height() + theme.px(12), self.sizeHintForRow(row)))
        self.setFixedHeight(down.length() + self.horizontalHeader().sizeHint().height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.model().setData(self.currentIndex(), "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Wrapped words, or hatching where nothing is said; written in a field that may be taller than its row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if not str(index.data() or "").strip():
            hatched(painter, QRectF(option.rect).adjusted(3, 3, -3, -3), 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        assert isinstance(view, QTableView)
        pad = current().px(PAD)
        width = max(view.columnWidth(index.column()) - 2 * pad, 20)
        words = view.fontMetrics().boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), str(index.data() or "")
        )
        return QSize(width, words.height() + 2 * pad)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex,  # type: ignore[override]
    ) -> QWidget:
        field = QPlainTextEdit(parent)
        field.setTabChangesFocus(True)
        field.setFrameShape(QFrame.Shape.Box)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return field

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex,  # type: ignore[override]
    ) -> None:
        """Over the cell, and as far beyond it as a few lines need; never beyond the table."""
        rect = QRect(option.rect)
        rect.setHeight(max(rect.height(), current().px(96)))
        rect.setWidth(max(rect.width(), current().px(180)))
        view = self.parent()
        assert isinstance(view, QTableView)
        within = view.viewport().rect()
        rect.moveBottom(min(rect.bottom(), within.bottom()))
        rect.moveRight(min(rect.right(), within.right()))
        editor.setGeometry(rect)
