"""How an assessment came to be what it is: who did what, when, and what that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ...i18n import N_, _
from ..register import Standings

NO_HASH = "0" * 64
"""What stands before the first step of a chain."""


class Act(StrEnum):
    """What was done in a step. Only acts that reach another state change the document."""

    BEGUN = "begun"
    TAKEN_IN = "taken_in"
    DUPLICATED = "duplicated"
    CHANGED = "changed"
    UNDONE = "undone"
    REDONE = "redone"
    MERGED = "merged"
    ISSUED = "issued"
    COMPLETED = "completed"
    ARCHIVED = "archived"
    UNARCHIVED = "unarchived"
    TRASHED = "trashed"
    RESTORED = "restored"
    ERASED = "erased"


_LABELS = {
    Act.BEGUN: N_("Begun"),
    Act.TAKEN_IN: N_("Taken in from a file"),
    Act.DUPLICATED: N_("Begun as a copy"),
    Act.CHANGED: N_("Changed"),
    Act.UNDONE: N_("Change taken back"),
    Act.REDONE: N_("Change made again"),
    Act.MERGED: N_("Joined with another laptop's"),
    Act.ISSUED: N_("Record issued"),
    Act.COMPLETED: N_("Record countersigned"),
    Act.ARCHIVED: N_("Archived"),
    Act.UNARCHIVED: N_("Taken out of the archive"),
    Act.TRASHED: N_("Put in the trash"),
    Act.RESTORED: N_("Taken out of the trash"),
    Act.ERASED: N_("Erased"),
}


def act_label(act: Act) -> str:
    """How an act is said."""
    return _(_LABELS[act])


@dataclass(frozen=True, slots=True)
class Note:
    """Who does something, when, and what it is about.

    ``who`` is the name chosen on this laptop: nobody proved it. ``about`` is, for undo and redo, the number of the
    step whose state is reached again; for a record issued or completed, its SHA-256; for a copy, the id it was copied
    from; for a merger, the head of the other history; for an erasure, its ground; else empty.
    """

    at: datetime
    who: str
    act: Act = Act.CHANGED
    about: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a step changed; ``old`` and ``new`` are JSON, None where nothing stood there."""

    where: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one field, with who made it and when: how records and lists tell it."""

    at: datetime
    who: str
    where: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One link of an assessment's chain, as it is kept.

    ``number`` counts from 1 without a gap; ``document`` is the SHA-256 of the state reached (canonical form), and
    ``standings`` what followed from it; ``previous`` is the hash of the step before (``NO_HASH`` for the first);
    ``hash`` is over all of the rest and the assessment's id, as ``exchange/chain/hashing.py`` lays down.
    """

    number: int
    note: Note
    document: str
    changes: tuple[Change, ...]
    standings: Standings
    previous: str
    hash: str = ""

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """Its changes, each with who and when."""
        return tuple(HistoryLine(self.note.at, self.note.who, c.where, c.old, c.new) for c in self.changes)
