"""What can be done with lines of the register without opening them; each says what it did and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ....domain.errors import FairnessError
from ....domain.history import Act
from ....domain.register import RegisterRow
from ....domain.vocabulary import AssessmentId
from ....i18n import _, ngettext
from ....services.register import Register
from ....services.shelving import Chosen, Moved
from ...widgets.progress_line import ProgressLine
from ...workers import Watched

Choice = Callable[[], Chosen]
"""Asked for the lines that are chosen."""

FEW = 3
"""So many lines are named in a sentence."""

AT_ONCE = 30
"""Lines up to which nobody notices that the window waits; more are dealt with beside it."""

_BACK = {
    Act.ARCHIVED: Act.UNARCHIVED,
    Act.UNARCHIVED: Act.ARCHIVED,
    Act.TRASHED: Act.RESTORED,
    Act.RESTORED: Act.TRASHED,
}


class Deeds(QObject):
    """Puts away, throws away, brings back and duplicates: all that is chosen, however much that is."""

    done = Signal(str, object)
    failed = Signal(str)
    changed = Signal()

    def __init__(
        self, register: Register, chosen: Choice, progress: ProgressLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._register, self._chosen, self._progress = register, chosen, progress
        self._act: Act | None = None

    def put_away(self) -> None:
        """Into the archive."""
        self._move(Act.ARCHIVED)

    def bring_back(self) -> None:
        """Out of the archive."""
        self._move(Act.UNARCHIVED)

    def throw_away(self) -> None:
        """Into the trash; what was ever signed stays, and that is told."""
        self._move(Act.TRASHED)

    def restore(self) -> None:
        """Out of the trash."""
        self._move(Act.RESTORED)

    def duplicate(self) -> None:
        """Begin another decision with all that was entered for the one chosen."""
        for row in self._register.shelving.lines(self._chosen()):
            try:
                copy = self._register.duplicate(row.id).assessment
            except FairnessError as error:
                self.failed.emit(str(error))
                return
            self.changed.emit()
            said = _("Duplicated, without reference and dates: {name}").format(name=name_of(row))
            self.done.emit(said, _TakingBack(self, [copy.id], Act.TRASHED))
            return

    def take_back(self, ids: Sequence[AssessmentId], act: Act) -> None:
        """Mark these as they were before."""
        if len(ids) > AT_ONCE:
            self._beside(Watched(self._register.shelving.move, ids, act), None, _("Taking it back…"))
            return
        try:
            self._stayed(self._register.shelving.move(ids, act))
        except FairnessError as error:
            self.failed.emit(str(error))
        self.changed.emit()

    def _move(self, act: Act) -> None:
        """Mark each line chosen; where one cannot be, the others are, and the reason is told."""
        chosen, shelving = self._chosen(), self._register.shelving
        if chosen.count > AT_ONCE:
            self._beside(Watched(shelving.move_chosen, chosen, act), act, _doing(act, chosen.count))
            return
        try:
            self._tell(act, shelving.move_chosen(chosen, act))
        except FairnessError as error:
            self.changed.emit()
            self.failed.emit(str(error))

    def _beside(self, work: Watched, act: Act | None, said: str) -> None:
        """Do it beside the window, one thing at a time."""
        if self._progress.at_work:
            self.failed.emit(_("Something is still being done here. Wait until it has ended, or stop it."))
            return
        self._act = act
        self._progress.run(work, said, self._finished, self._failed)

    def _finished(self, result: object) -> None:
        assert isinstance(result, Moved)
        if self._act is None:
            self._stayed(result)
            self.changed.emit()
        else:
            self._tell(self._act, result)

    def _failed(self, sentence: str) -> None:
        self.changed.emit()
        self.failed.emit(sentence)

    def _tell(self, act: Act, moved: Moved) -> None:
        self._stayed(moved)
        count = len(moved.ids)
        if count:
            self.changed.emit()
            said = _done(act).format(names=_names([r for i, r in moved.first.items() if i in moved.ids[:FEW]], count))
            self.done.emit(said, _TakingBack(self, moved.ids, _BACK[act]))
        if moved.stopped:
            self.failed.emit(_("Stopped: what had been done until then was kept."))

    def _stayed(self, moved: Moved) -> None:
        """Tell of those that could not be moved, if there are any."""
        if not moved.refused:
            return
        (first, why), count = moved.refused[0], len(moved.refused)
        row = moved.first.get(first)
        said = _("{name}: {why}").format(name=first if row is None else name_of(row), why=why)
        if count > 1:
            more = ngettext("{count} more stayed as it was.", "{count} more stayed as they were.", count - 1)
            said += " " + more.format(count=f"{count - 1:,}")
        self.failed.emit(said)


class _TakingBack:
    """What takes a deed back."""

    def __init__(self, deeds: Deeds, ids: Sequence[AssessmentId], act: Act) -> None:
        self._deeds, self._ids, self._act = deeds, ids, act

    def __call__(self) -> None:
        self._deeds.take_back(self._ids, self._act)


def name_of(row: RegisterRow) -> str:
    """How a line is named in a sentence."""
    return row.reference or row.title or _("No title yet")


def _doing(act: Act, count: int) -> str:
    said = {
        Act.ARCHIVED: _("Putting away {count}…"),
        Act.UNARCHIVED: _("Bringing back {count}…"),
        Act.TRASHED: _("Moving {count} to the trash…"),
        Act.RESTORED: _("Restoring {count}…"),
    }
    return said[act].format(count=f"{count:,}")


def _done(act: Act) -> str:
    said = {
        Act.ARCHIVED: _("Put away: {names}"),
        Act.UNARCHIVED: _("Brought back: {names}"),
        Act.TRASHED: _("Moved to the trash: {names}"),
        Act.RESTORED: _("Restored: {names}"),
    }
    return said[act]


def _names(rows: Sequence[RegisterRow], count: int) -> str:
    names, more = ", ".join(name_of(row) for row in rows), count - len(rows)
    if more <= 0:
        return names
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=names, count=f"{more:,}")
