"""The grid itself: keyboard like a spreadsheet, no mouse needed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from ...domain.effects import Cell
from ...domain.errors import InvalidInputError
from ...domain.vocabulary import GroupId, OptionId
from ...i18n import _
from ..models.effects_model import EffectsModel
from ..theme import current
from .cell_text import cell_from, cell_text
from .delegate import EffectsDelegate, OptionHeader


class EffectsGrid(QTableView):
    """Groups down, options across; Enter opens the editor, Space says *not touched* or takes it back."""

    editor_wanted = Signal(str)
    pair_chosen = Signal()
    refused = Signal(str)

    def __init__(self, model: EffectsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.effects = model
        self.setModel(model)
        self.setItemDelegate(EffectsDelegate(self))
        self.setHorizontalHeader(OptionHeader(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().px(50))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Effects by group and option"))
        self.setAccessibleDescription(
            _("Arrows move, Enter edits a cell, Space says that an option does not touch a group.")
        )
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self._fit)
        self.doubleClicked.connect(self._open)
        self._fit()

    def sizeHint(self) -> QSize:
        rows = self.effects.rowCount() * current().px(50)
        return QSize(600, rows + self.horizontalHeader().sizeHint().height() + 2 + self._bar())

    minimumSizeHint = sizeHint

    def _bar(self) -> int:
        """Room for the sideways bar where many options need one."""
        return self.horizontalScrollBar().sizeHint().height() if self.effects.columnCount() > 6 else 0

    def pair(self) -> tuple[OptionId, GroupId] | None:
        """The pair of the current cell."""
        return self.effects.pair(self.currentIndex())

    def choose(self, option: OptionId, group: GroupId) -> None:
        """Make that pair the current one."""
        self.setCurrentIndex(self.effects.index_of(option, group))

    def _fit(self) -> None:
        header = self.horizontalHeader()
        many = self.effects.columnCount() > 6
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive if many else QHeaderView.ResizeMode.Stretch)
        for column in range(self.effects.columnCount()):
            narrow = column == 1
            if many:
                self.setColumnWidth(column, current().px(240 if column == 0 else 72 if narrow else 164))
            elif column < 2:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, current().px(72 if narrow else 264))
        self.updateGeometry()

    def _moved(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self.pair_chosen.emit()

    def _open(self) -> None:
        self.editor_wanted.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._fill_right()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editor_wanted.emit("")
        elif event.key() == Qt.Key.Key_Space:
            self._toggle_touched()
        elif event.text() and event.text() in "0123456789+-−":
            self.editor_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _toggle_touched(self) -> None:
        pair = self.pair()
        if pair is not None:
            cell = self.effects.cell(*pair)
            self._put({pair: Cell(touched=not cell.touched)} if cell.blank or not cell.touched else {})

    def _fill_right(self) -> None:
        """Copy a cell to those selected on its right; with one selected, to the next, and go there."""
        indexes = sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column()))
        if len(indexes) < 2:
            here = self.currentIndex()
            indexes = [here, here.siblingAtColumn(here.column() + 1)]
            self.setCurrentIndex(indexes[1] if indexes[1].isValid() else here)
        cells: dict[tuple[OptionId, GroupId], Cell] = {}
        source: dict[int, Cell] = {}
        for index in indexes:
            pair = self.effects.pair(index)
            if pair is None:
                continue
            if index.row() in source:
                cells[pair] = source[index.row()]
            else:
                source[index.row()] = self.effects.cell(*pair)
        self._put(cells)

    def _copy(self) -> None:
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            pair = self.effects.pair(index)
            criteria = self.effects.session.framework.criterion_ids
            text = cell_text(self.effects.cell(*pair), criteria) if pair else ""
            rows.setdefault(index.row(), []).append(text)
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def _paste(self) -> None:
        here, criteria = self.currentIndex(), self.effects.session.framework.criterion_ids
        cells: dict[tuple[OptionId, GroupId], Cell] = {}
        pasted = QGuiApplication.clipboard().text()
        if not pasted:  # a picture, or nothing: no answer is taken back for that
            return
        try:
            for down, line in enumerate(pasted.rstrip("\n").split("\n")):
                for across, text in enumerate(line.split("\t")):
                    index = self.effects.index(here.row() + down, here.column() + across)
                    pair = self.effects.pair(index)
                    if pair is not None:
                        cells[pair] = cell_from(text, criteria)
        except InvalidInputError as error:
            self.refused.emit(str(error))
            return
        self._put(cells)

    def _put(self, cells: dict[tuple[OptionId, GroupId], Cell]) -> None:
        """Several cells as one change."""
        now = self.effects.session.assessment
        for (option, group), cell in cells.items():
            now = now.with_cell(option, group, cell, self.effects.session.framework.criterion_ids)
        self.effects.session.change(now)
