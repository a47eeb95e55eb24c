"""The register as a table that pages through the store: never all rows, whatever their number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.errors import FairnessError
from ...domain.register import RegisterQuery, RegisterRow, SortKey, Status, status_label
from ...domain.vocabulary import label
from ...i18n import N_, _
from ...services.register import Register
from ...telling.figures import day, percent, signed

BLOCK = 200
MOST_BLOCKS = 40
COLUMNS = (
    (SortKey.REFERENCE, N_("Ref.")),
    (SortKey.TITLE, N_("Decision")),
    (SortKey.KIND, N_("Kind")),
    (SortKey.DECIDED_BY, N_("Decided by")),
    (SortKey.STATUS, N_("Status")),
    (SortKey.SCORE, N_("Score")),
    (SortKey.FLOOR, N_("Floor")),
    (SortKey.REVIEW_DATE, N_("Review")),
)
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """Reads blocks of rows as they are looked at; what the store cannot give is told by ``failed``."""

    failed = Signal(str)

    def __init__(self, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._query = RegisterQuery()
        self._count = 0
        self._blocks: dict[int, list[RegisterRow]] = {}

    @property
    def query(self) -> RegisterQuery:
        """What is looked for, and in which order."""
        return self._query

    def look_for(self, words: str, status: Status | None) -> None:
        """Show only what matches."""
        self._ask(replace(self._query, words=words, status=status))

    def ask(self, query: RegisterQuery) -> None:
        """Show what that query finds, in the order that is in force."""
        self._ask(replace(query, sort=self._query.sort, descending=self._query.descending))

    def refresh(self) -> None:
        """Ask the store again."""
        self._ask(self._query)

    def row(self, row: int) -> RegisterRow | None:
        """A line of the register; None where the store has none there any more."""
        number = row // BLOCK
        if number not in self._blocks:
            if len(self._blocks) >= MOST_BLOCKS:
                self._blocks.clear()
            self._blocks[number] = self._read(number)
        block = self._blocks[number]
        return block[row % BLOCK] if row % BLOCK < len(block) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _SPOKEN or orientation == Qt.Orientation.Vertical:
            return None
        return _(COLUMNS[section][1])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SPOKEN:
            return None
        row = self.row(index.row())
        return "" if row is None else said(row, COLUMNS[index.column()][0])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        key = COLUMNS[column][0] if 0 <= column < len(COLUMNS) else SortKey.CHANGED_AT
        self._ask(replace(self._query, sort=key, descending=descending))

    def _ask(self, query: RegisterQuery) -> None:
        self.beginResetModel()
        self._query = query
        self._blocks.clear()
        try:
            self._count = self._register.count(query)
        except FairnessError as error:
            self._count = 0
            self.failed.emit(str(error))
        self.endResetModel()

    def _read(self, number: int) -> list[RegisterRow]:
        try:
            return self._register.rows(self._query, number * BLOCK, BLOCK)
        except FairnessError as error:
            self.failed.emit(str(error))
            return []


def said(row: RegisterRow, key: SortKey) -> str:
    """A cell in words."""
    standings = row.standings
    words = {
        SortKey.REFERENCE: row.reference or "–",
        SortKey.TITLE: row.title or _("No title yet"),
        SortKey.KIND: label(row.kind) if row.kind else _("Not yet"),
        SortKey.DECIDED_BY: row.decided_by or "–",
        SortKey.STATUS: status_label(row.status),
        SortKey.SCORE: _("Not scored") if standings.score is None else signed(standings.score),
        SortKey.FLOOR: _("Not yet") if standings.floor is None else label(standings.floor),
        SortKey.REVIEW_DATE: _review(row),
    }
    return words[key]


def _review(row: RegisterRow) -> str:
    """What its review came to, else when it is due."""
    if row.kept is not None:
        return _("{share} kept").format(share=percent(row.kept))
    return _("Not set") if row.review_date is None else day(row.review_date)
