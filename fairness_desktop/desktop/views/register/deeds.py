"""What can be done with lines of the register without opening them; each says what it did and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ....domain.errors import FairnessError
from ....domain.register import RegisterRow
from ....domain.vocabulary import AssessmentId
from ....i18n import _, ngettext
from ....services.register import Register

Mark = Callable[[AssessmentId], None]
Chosen = Callable[[], list[RegisterRow]]
"""Asked for the lines that are chosen."""


FEW = 3
"""So many lines are named in a sentence."""


class Deeds(QObject):
    """Puts away, throws away, brings back and duplicates."""

    done = Signal(str, object)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, register: Register, chosen: Chosen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register, self._chosen = register, chosen

    def put_away(self) -> None:
        """Into the archive."""
        self._each(self._register.put_away, self._register.bring_back, _("Put away: {names}"))

    def bring_back(self) -> None:
        """Out of the archive."""
        self._each(self._register.bring_back, self._register.put_away, _("Brought back: {names}"))

    def throw_away(self) -> None:
        """Into the trash; what was ever signed stays, and that is told."""
        self._each(self._register.throw_away, self._register.restore, _("Moved to the trash: {names}"))

    def restore(self) -> None:
        """Out of the trash."""
        self._each(self._register.restore, self._register.throw_away, _("Restored: {names}"))

    def duplicate(self) -> None:
        """Begin another decision with all that was entered for the one chosen."""
        for row in self._chosen()[:1]:
            try:
                copy = self._register.duplicate(row.id).assessment
            except FairnessError as error:
                self.failed.emit(str(error))
                return
            self.changed.emit()
            said = _("Duplicated, without reference and dates: {name}").format(name=name_of(row))
            self.done.emit(said, _Marking(self, [copy.id], self._register.throw_away))

    def _each(self, do: Mark, take_back: Mark, said: str) -> None:
        """Mark each line chosen; where one cannot be, the others are, and the reason is told."""
        marked: list[RegisterRow] = []
        for row in self._chosen():
            try:
                do(row.id)
            except FairnessError as error:
                self.failed.emit(f"{name_of(row)}: {error}")
            else:
                marked.append(row)
        if marked:
            self.changed.emit()
            self.done.emit(said.format(names=_names(marked)), _Marking(self, [row.id for row in marked], take_back))

    def take_back(self, ids: Sequence[AssessmentId], mark: Mark) -> None:
        """Mark these as they were before."""
        try:
            for each in ids:
                mark(each)
        except FairnessError as error:
            self.failed.emit(str(error))
        self.changed.emit()


class _Marking:
    """What takes a deed back."""

    def __init__(self, deeds: Deeds, ids: Sequence[AssessmentId], mark: Mark) -> None:
        self._deeds, self._ids, self._mark = deeds, ids, mark

    def __call__(self) -> None:
        self._deeds.take_back(self._ids, self._mark)


def name_of(row: RegisterRow) -> str:
    """How a line is named in a sentence."""
    return row.reference or row.title or _("No title yet")


def _names(rows: Sequence[RegisterRow]) -> str:
    names, more = ", ".join(name_of(row) for row in rows[:FEW]), len(rows) - FEW
    if more <= 0:
        return names
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=names, count=more)
