"""Files that are about to come in, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...i18n import _
from ...services.handing.looking import Seen
from ...services.handing.many import Outcome
from ...services.handing.relation import Relation
from .seals import in_a_word

Index = QModelIndex | QPersistentModelIndex
COMES_IN = (Relation.NEW, Relation.MORE)
"""What is taken in without a question."""

ASKS = (Relation.AHEAD, Relation.APART)
"""What is looked at by itself, for something has to be chosen."""


class ManyModel(QAbstractTableModel):
    """File, decision, council, how it stands to what is here, and its records."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: list[Seen] = []
        self._done: dict[int, str] = {}

    @property
    def seen(self) -> Sequence[Seen]:
        """The lines."""
        return self._seen

    def show_seen(self, seen: Sequence[Seen]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._seen, self._done = list(seen), {}
        self.endResetModel()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Say on each line what became of it."""
        said = {outcome.path: outcome.refused or _("taken in") for outcome in outcomes}
        self.beginResetModel()
        self._done |= {at: said[seen.path] for at, seen in enumerate(self._seen) if seen.path in said}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shown, spoken = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
        text = self._cell(index.row(), index.column())
        if role == shown:
            return text
        if role == spoken:
            return text or _("nothing")
        return text if role == Qt.ItemDataRole.ToolTipRole and text else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("File"), _("Decision"), _("Council"), _("How it stands"), _("Signed record"))[section]

    def _cell(self, row: int, column: int) -> str:
        seen = self._seen[row]
        now = seen.assessment
        cells = (
            seen.path.name,
            "" if now is None else now.title or _("No title yet"),
            "" if now is None else now.body.name,
            self._done.get(row) or stands(seen),
            in_a_word(seen),
        )
        return cells[column]


def stands(seen: Seen) -> str:
    """How a file stands to the register, in a few words."""
    if seen.relation is None:
        return seen.refused
    return {
        Relation.NEW: _("new here"),
        Relation.SAME: _("the same is here"),
        Relation.MORE: _("the same is here; its history is added"),
        Relation.AHEAD: _("newer than here: look at it"),
        Relation.BEHIND: _("newer here"),
        Relation.APART: _("edited in both: choose"),
    }[seen.relation]
