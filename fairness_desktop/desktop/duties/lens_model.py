"""The equality lens as a table: a row a characteristic, four things asked of each; it holds no copy."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.duties.answers import COLUMNS, LENS_COLUMNS, Characteristic, Duties, characteristic_label
from ...i18n import _

_Index = QModelIndex | QPersistentModelIndex
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
ROWS = tuple(Characteristic)


class LensModel(QAbstractTableModel):
    """The nine rows; none is weighted, none is added up."""

    changed_to = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._duties = Duties()

    def show_duties(self, duties: Duties) -> None:
        """Show what the session says."""
        if duties.equality_lens != self._duties.equality_lens:
            self._duties = duties
            self.dataChanged.emit(self.index(0, 0), self.index(len(ROWS) - 1, len(COLUMNS) - 1))
        self._duties = duties

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(ROWS)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return _(LENS_COLUMNS[COLUMNS[section]])
        return row_called(ROWS[section])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = str(getattr(self._duties.row(ROWS[index.row()]), COLUMNS[index.column()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = _("{characteristic}, {asked}: {text}")
            return said.format(
                characteristic=characteristic_label(ROWS[index.row()]),
                asked=_(LENS_COLUMNS[COLUMNS[index.column()]]).lower(),
                text=text.strip() or _("not answered yet"),
            )
        return text if role in _TEXTS else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._duties.row(ROWS[index.row()]).with_text(COLUMNS[index.column()], str(value))
        self.changed_to.emit(self._duties.with_row(row))
        return True


def row_called(characteristic: Characteristic) -> str:
    """How a row is headed; marriage and civil partnership counts for the first aim alone."""
    name = characteristic_label(characteristic)
    if characteristic is Characteristic.MARRIAGE_AND_CIVIL_PARTNERSHIP:
        return _("{characteristic} (first aim only)").format(characteristic=name)
    return name
