"""The cash flow as a grid with a keyboard like a spreadsheet's."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...domain.errors import InvalidInputError
from ...domain.money.editing import Flow, with_sum
from ...exchange.pasting.amounts import amount
from ...exchange.pasting.cells import Cell, cells_of
from ...i18n import _
from ..theme import MEDIUM, SMALL, current
from .flow_model import FlowModel

MOST_ROWS = 10
"""Rows shown at once; more scroll inside the grid."""


class FlowGrid(QTableView):
    """Arrows move, digits or Enter begin a sum, Enter goes down, Delete empties, Ctrl+C and Ctrl+V copy and paste."""

    table_pasted = Signal(str)

    def __init__(self, model: FlowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow_model = model
        self.setModel(model)
        self.setItemDelegate(_SumDelegate(self))
        self.setFont(current().font(SMALL))
        self.horizontalHeader().setFont(current().font(SMALL, MEDIUM))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().px(30))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(current().px(56))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Cash flow by year and agency"))
        self.setAccessibleDescription(_("An outlay is negative, a saving or an income positive, in pounds."))
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._fit)

    def _fit(self) -> None:
        """Columns share the width evenly where every sum has room so; else each is as wide as its sums."""
        header, columns = self.horizontalHeader(), range(1, self.flow_model.columnCount())
        widest = max(max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in columns)
        room = self.viewport().width() - current().px(56)
        cramped = widest * len(columns) > room
        modes = QHeaderView.ResizeMode
        header.setSectionResizeMode(modes.ResizeToContents if cramped else modes.Stretch)
        header.setSectionResizeMode(0, modes.Fixed)
        self.setColumnWidth(0, current().px(56))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        rows = min(self.flow_model.rowCount(), MOST_ROWS)
        return QSize(current().px(380), rows * current().px(30) + self.horizontalHeader().sizeHint().height() + 4)

    minimumSizeHint = sizeHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:  # the editor has had it already
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            for index in self.selectedIndexes():
                self.flow_model.setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            here = self.currentIndex()
            self.setCurrentIndex(here.siblingAtRow(min(here.row() + 1, self.flow_model.rowCount() - 1)))

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=_place):
            rows.setdefault(index.row(), []).append(str(index.data() or "").replace("−", "-"))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def paste(self, text: str) -> None:
        """Sums alone go in from the current cell on; anything with years or names in it is taken as a whole flow."""
        if not text.strip():
            return
        here = self.currentIndex()
        try:
            rows = cells_of(text)
            values = [(cell, amount(cell.text)) for row in rows for cell in row]
        except InvalidInputError:
            self.table_pasted.emit(text)
            return
        if not here.isValid() or self.flow_model.agency_at(here.column()) is None:
            self.table_pasted.emit(text)
            return
        try:
            flow = self._filled(here, values)
        except InvalidInputError as error:
            self.flow_model.refused.emit(f"{error}.")
            return
        self.flow_model.refused.emit("")
        self.flow_model.changed_to.emit(flow)

    def _filled(self, here: QModelIndex, values: list[tuple[Cell, float | None]]) -> Flow:
        flow = self.flow_model.flow
        for cell, value in values:
            agency = self.flow_model.agency_at(here.column() + cell.column)
            if agency is None:
                raise cell.refuse(_("there is no agency in that column; add one first"))
            flow = with_sum(flow, here.row() + cell.row, agency, value)
        return flow


def _place(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()


class _SumDelegate(QStyledItemDelegate):
    """A line to type a sum in, named as its cell."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex,  # type: ignore[override]
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(_("{agency}, year {year}").format(agency=head, year=index.row()))
        return line
