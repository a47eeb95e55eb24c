"""The effects as a table: a row a group, a column an option; it reads the session and holds no copy."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...domain.assessment import Assessment
from ...domain.effects import Cell
from ...domain.options import Option
from ...domain.people import Group
from ...domain.vocabulary import GroupId, OptionId
from ...i18n import _
from ...telling.figures import signed
from ...telling.sentences import option_name
from ..session_model import SessionModel

GROUP_COLUMN = 0
_Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class EffectsModel(QAbstractTableModel):
    """Groups down, then the baseline and the other options across."""

    def __init__(self, session: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._shape = self._shape_now()
        session.changed.connect(self._changed)

    @property
    def options(self) -> tuple[Option, ...]:
        """The options in the order of the columns: the baseline first."""
        options = self.session.assessment.options
        return tuple(sorted(options, key=_baseline_first))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.session.assessment.groups)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(self.session.assessment.options)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SPOKEN:
            return None
        group = self.group(index)
        if index.column() == GROUP_COLUMN:
            return spoken_group(group, self.session)
        option = self.options[index.column() - 1]
        if option.baseline:
            return _("0 by rule: carry on as now")
        return spoken_cell(self.cell(option.id, group.id), self.session)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _SPOKEN:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.session.assessment.groups[section].name
        if section == GROUP_COLUMN:
            return _("Group")
        option = self.options[section - 1]
        return f"{option.id}  {option_name(self.session.assessment, option.id)}"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def group(self, index: _Index) -> Group:
        """The group of a row."""
        return self.session.assessment.groups[index.row()]

    def option(self, index: _Index) -> Option | None:
        """The option of a column; None in the column of the groups."""
        return None if index.column() == GROUP_COLUMN else self.options[index.column() - 1]

    def pair(self, index: _Index) -> tuple[OptionId, GroupId] | None:
        """The pair that a cell answers; None where there is nothing to answer."""
        if not index.isValid() or index.row() >= self.rowCount() or index.column() >= self.columnCount():
            return None
        option = self.option(index)
        return None if option is None or option.baseline else (option.id, self.group(index).id)

    def cell(self, option: OptionId, group: GroupId) -> Cell:
        """What has been entered for a pair."""
        return self.session.assessment.cell(option, group, self.session.framework.criterion_ids)

    def index_of(self, option: OptionId, group: GroupId) -> QModelIndex:
        """Where a pair stands."""
        rows = [g.id for g in self.session.assessment.groups]
        columns = [o.id for o in self.options]
        return self.index(rows.index(group), columns.index(option) + 1)

    def _shape_now(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        now: Assessment = self.session.assessment
        return tuple(g.id for g in now.groups), tuple(o.id for o in self.options)

    def _changed(self) -> None:
        shape = self._shape_now()
        if shape != self._shape:
            self.beginResetModel()
            self._shape = shape
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)


def _baseline_first(option: Option) -> bool:
    return not option.baseline


def spoken_group(group: Group, session: SessionModel) -> str:
    """A group as a screen reader says it."""
    size = _("{count:,} people").format(count=group.size) if group.size else _("size not answered")
    return f"{group.name or group.id}, {size}, {need_words(group, session)}"


def need_words(group: Group, session: SessionModel) -> str:
    """How much a group needs, in the framework's words."""
    if group.relative_income is not None:
        return _("income {y:.2f} of the median").format(y=group.relative_income)
    if group.need_level is None:
        return _("need not answered")
    return _(session.framework.need_ladder[group.need_level].name)


def spoken_cell(cell: Cell, session: SessionModel) -> str:
    """A cell as a screen reader says it; what is not answered is said to be so."""
    if not cell.touched:
        return _("not touched")
    if cell.blank:
        return _("not answered")
    parts = [_("reach not answered") if cell.reach is None else _("reach {share:.0f} %").format(share=cell.reach * 100)]
    parts.append(_("grade not answered") if cell.grade is None else _("grade {grade}").format(grade=cell.grade))
    for criterion in session.criteria:
        impact = cell.impacts.get(criterion.id)
        if impact is None:
            parts.append(_("{criterion} not answered").format(criterion=_(criterion.name)))
        elif impact:
            parts.append(f"{_(criterion.name)} {signed(impact)}")
    return ", ".join(parts)
