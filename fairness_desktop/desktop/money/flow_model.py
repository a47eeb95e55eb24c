"""A cash flow as a table: a row a year, a column an agency; it reads the session and holds no copy."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ...domain.errors import InvalidInputError
from ...domain.money.editing import Flow, own_lines, renamed, sum_of, with_sum
from ...domain.money.sums import LAST_YEAR
from ...domain.vocabulary import OptionId
from ...exchange.pasting.amounts import amount
from ...i18n import _
from ...telling.money.flows import agency_called
from ..session_model import SessionModel
from ..theme import SEMIBOLD, SMALL, current
from ..widgets.inputs import readable

FEWEST_ROWS = 6

_Index = QModelIndex | QPersistentModelIndex


class FlowModel(QAbstractTableModel):
    """Year, agencies, what the mechanism adds if it adds anything, and all together.

    What was typed and is no sum stays in its cell, marked, until it is set right; it is in no cash flow.
    """

    changed_to = Signal(object)
    refused = Signal(str)

    def __init__(self, session: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._option: OptionId | None = None
        self._agencies: list[str] = [""]
        self._rows = FEWEST_ROWS
        self._mechanism = False
        self._wrong: dict[tuple[int, str], str] = {}

    def show_option(self, option: OptionId | None) -> None:
        """Show that option's flow.

        Columns and rows stay while the same option is shown, and only become more: a sum may be taken out while the
        next is typed, and nothing is pulled from under an open editor.
        """
        same = option == self._option
        self._option = option
        own = dict.fromkeys(line.agency for line in own_lines(self.flow))
        agencies = list(dict.fromkeys([*self._agencies, *own])) if same else list(own) or [""]
        mechanism = any(line.by_mechanism for line in self.flow)
        last = max((line.year for line in self.flow), default=0)
        rows = min(max(last + 2, FEWEST_ROWS), LAST_YEAR + 1)
        if not same or (agencies, mechanism) != (self._agencies, self._mechanism):
            self.beginResetModel()
            self._agencies, self._mechanism, self._rows = agencies, mechanism, max(rows, self._rows if same else 0)
            self._wrong = self._wrong if same else {}
            self.endResetModel()
            return
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self.columnCount() - 1))

    def forget(self) -> None:
        """Take rows and columns anew at the next showing: another flow comes in the place of this one."""
        self._option = None
        self._wrong = {}

    @property
    def flow(self) -> Flow:
        """The flow as the session has it."""
        return () if self._option is None else self._session.assessment.option(self._option).cash_flow or ()

    @property
    def agencies(self) -> list[str]:
        """The agencies that have a column; the council where nobody else has."""
        return self._agencies

    def add_agency(self, name: str) -> None:
        """A column for one more."""
        if name not in self._agencies:
            self.beginResetModel()
            self._agencies = [*self._agencies, name]
            self.endResetModel()

    def rename_agency(self, agency: str, name: str) -> None:
        """Another name for a column; under a name that has one already, the two become one."""
        self.beginResetModel()
        self._agencies = list(dict.fromkeys(name if one == agency else one for one in self._agencies))
        self._wrong = {(year, name if one == agency else one): text for (year, one), text in self._wrong.items()}
        self.endResetModel()
        self.changed_to.emit(renamed(self.flow, agency, name))

    @property
    def by_mechanism(self) -> bool:
        """Whether a column shows what the mechanism adds."""
        return self._mechanism

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: _Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return 2 + len(self.agencies) + self.by_mechanism

    def agency_at(self, column: int) -> str | None:
        """The agency of a column; None for years and sums."""
        return self.agencies[column - 1] if 0 < column <= len(self.agencies) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return self._look(index, role)

    def _text(self, index: _Index) -> str:
        year, column = index.row(), index.column()
        if column == 0:
            return str(year)
        agency = self.agency_at(column)
        if agency is None:
            value = self._added_up(year, mechanism_only=column <= len(self.agencies) + self.by_mechanism)
            return "" if value is None else readable(float(round(value)))
        wrong = self._wrong.get((year, agency))
        if wrong is not None:
            return wrong
        value = sum_of(self.flow, year, agency)
        return "" if value is None else readable(value)

    def _added_up(self, year: int, *, mechanism_only: bool) -> float | None:
        mechanism_only = mechanism_only and self.by_mechanism
        own = [x.amount for x in self.flow if x.year == year and (x.by_mechanism or not mechanism_only)]
        return sum(own) if own else None

    def _spoken(self, index: _Index) -> str:
        head = self.headerData(index.column(), Qt.Orientation.Horizontal)
        text = self._text(index)
        if index.column() == 0:
            return _("year {year}").format(year=text)
        said = _("{agency}, year {year}: {sum}").format(agency=head, year=index.row(), sum=text or _("no sum"))
        return said + (_(", is no sum of pounds") if self._is_wrong(index) else "")

    def _is_wrong(self, index: _Index) -> bool:
        agency = self.agency_at(index.column())
        return agency is not None and (index.row(), agency) in self._wrong

    def _look(self, index: _Index, role: int) -> Any:
        theme, entered = current(), self.agency_at(index.column()) is not None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and not entered:
            return theme.colour("faint")
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("red" if self._is_wrong(index) else "text" if entered else "muted")
        if role == Qt.ItemDataRole.FontRole and index.column() == self.columnCount() - 1:
            return theme.font(SMALL, SEMIBOLD)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical or section == 0:
            return _("Year")
        agency = self.agency_at(section)
        if agency is not None:
            return agency_called(agency)
        return _("All") if section == self.columnCount() - 1 else _("Mechanism")

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsEditable if self.agency_at(index.column()) is not None else plain

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        agency = self.agency_at(index.column()) if index.isValid() else None
        if agency is None or role != Qt.ItemDataRole.EditRole:
            return False
        place = index.row(), agency
        try:
            meant = amount(str(value))
        except InvalidInputError as error:
            self._wrong[place] = str(value)
            self.refused.emit(f"{error.message}.")
            self.dataChanged.emit(index, index)
            return False
        self._wrong.pop(place, None)
        self.refused.emit("")
        if meant != sum_of(self.flow, *place):
            self.changed_to.emit(with_sum(self.flow, *place, meant))
        else:
            self.dataChanged.emit(index, index)
        return True
