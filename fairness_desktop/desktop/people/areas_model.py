"""The areas of an index as a list to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.touched.areas import MOST_AREAS, Area
from ...exchange.areas.deprivation import AreaIndex, IndexedArea
from ...i18n import _

_Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class AreasModel(QAbstractListModel):
    """The areas that a word or a code is found in, each with a tick; those ticked stay so whatever is sought."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index_file = AreaIndex("", ())
        self._told: list[str] = []
        self._shown: list[int] = []
        self._chosen: set[str] = set()

    def show_index(self, index: AreaIndex) -> None:
        """List the areas of another index."""
        self.beginResetModel()
        self.index_file = index
        self._told = [_line(area) for area in index.areas]
        self._shown = list(range(len(index.areas)))
        self._chosen.clear()
        self.endResetModel()
        self.chosen_changed.emit()

    def seek(self, text: str) -> None:
        """List only those in whose line every word stands."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [i for i, line in enumerate(self._told) if all(w in line.casefold() for w in words)]
        self.endResetModel()

    def choose(self, codes: set[str]) -> None:
        """Tick those, and no others."""
        self.beginResetModel()
        self._chosen = codes & {area.code for area in self.index_file.areas}
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def chosen(self) -> tuple[Area, ...]:
        """The areas ticked, in the order of the file."""
        found = (area for area in self.index_file.areas if area.code in self._chosen)
        return tuple(Area(area.code, area.name, area.decile) for area in found)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        at = self._shown[index.row()]
        ticked = self.index_file.areas[at].code in self._chosen
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return self._told[at] if role in _SPOKEN else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        code = self.index_file.areas[self._shown[index.row()]].code
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        if ticked and len(self._chosen) >= MOST_AREAS:
            return False
        (self._chosen.add if ticked else self._chosen.discard)(code)
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True


def _line(area: IndexedArea) -> str:
    """An area in a line."""
    named = ", ".join(part for part in (area.name, area.council) if part)
    said = _("{name} · {code} · decile {decile}") if named else _("{code} · decile {decile}")
    return said.format(name=named, code=area.code, decile=area.decile)
