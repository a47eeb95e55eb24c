"""The files checked, one line each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.sealing.verdict import RecordCheck
from ...services.checking.files import File
from ...telling.verdicts import headline, in_short

_Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class CheckModel(QAbstractListModel):
    """Grows as files are checked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checks: list[RecordCheck] = []
        self._files: list[File] = []

    def add(self, file: File, check: RecordCheck) -> None:
        """One more file at the end."""
        at = len(self.checks)
        self.beginInsertRows(QModelIndex(), at, at)
        self.checks.append(check)
        self._files.append(file)
        self.endInsertRows()

    def put(self, row: int, check: RecordCheck) -> None:
        """What was found of a file when it was looked at again."""
        self.checks[row] = check
        self.dataChanged.emit(self.index(row), self.index(row))

    def files(self) -> list[File]:
        """The files, line by line."""
        return list(self._files)

    def clear(self) -> None:
        """Begin anew."""
        self.beginResetModel()
        self.checks.clear()
        self._files.clear()
        self.endResetModel()

    def check(self, index: _Index) -> RecordCheck | None:
        """What was found of the file in a line."""
        return self.checks[index.row()] if index.isValid() and index.row() < len(self.checks) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.checks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        check = self.check(index)
        if check is None or role not in _SPOKEN:
            return None
        short = in_short(check)
        return f"{check.file}: {headline(check)}" + (f", {short}" if short else "")
