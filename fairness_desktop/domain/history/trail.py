"""Where undo and redo lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .steps import Act


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store says of a step it kept: its number, and the SHA-256 of the document it reached."""

    number: int
    document: str


_ONWARD = (Act.CHANGED, Act.MERGED)
_IN_PLACE = (Act.ISSUED,)


@dataclass(frozen=True, slots=True)
class Trail:
    """Where undo and redo lead, worked out from the acts kept: it outlasts the program.

    ``line`` holds the numbers of the steps whose states can be gone to; the one at ``place`` is current. ``number``
    is the newest step; ``document`` the SHA-256 of its state. ``issued`` is the last step that issued a record.
    """

    line: tuple[int, ...] = ()
    place: int = -1
    number: int = 0
    document: str = ""
    issued: int = 0

    @property
    def undo_to(self) -> int | None:
        """The step whose state comes back with undo; None where there is nothing to take back."""
        return self.line[self.place - 1] if self.place > 0 else None

    @property
    def redo_to(self) -> int | None:
        """The step whose state comes back with redo; None where nothing was taken back."""
        return self.line[self.place + 1] if self.place + 1 < len(self.line) else None

    def after(self, act: Act, kept: Kept) -> Trail:
        """The trail after the step that was kept."""
        number, document = kept.number, kept.document
        now = replace(self, number=number, document=document)
        if act is Act.UNDONE:
            return replace(now, place=max(self.place - 1, 0))
        if act is Act.REDONE:
            return replace(now, place=min(self.place + 1, len(self.line) - 1))
        if act in _ONWARD or not self.line:
            return replace(now, line=(*self.line[: self.place + 1], number), place=self.place + 1)
        if act in _IN_PLACE:  # the reference given with the record is not taken back
            line = (*self.line[: self.place], number, *self.line[self.place + 1 :])
            return replace(now, line=line, issued=number)
        return now


def trail(acts: Iterable[Act], document: str) -> Trail:
    """The trail of an assessment from all its acts, oldest first; ``document`` is the newest state's hash."""
    now = Trail()
    for number, act in enumerate(acts, 1):
        now = now.after(act, Kept(number, document))
    return now
