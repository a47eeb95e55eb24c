"""What the register shows of each assessment, and what is kept beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..i18n import N_, _
from .vocabulary import AssessmentId, Floor, Kind, OptionId


class Status(StrEnum):
    """Where an assessment stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    SIGNED = "signed"
    CHANGED_SINCE = "changed_since"


_LABELS = {
    Status.DRAFT: N_("Draft"),
    Status.WAITING: N_("Waiting for the second signature"),
    Status.SIGNED: N_("Signed"),
    Status.CHANGED_SINCE: N_("Changed since signed"),
}


def status_label(status: Status) -> str:
    """How a status is said."""
    return _(_LABELS[status])


@dataclass(frozen=True, slots=True)
class Standings:
    """What the register shows of a result; None where nothing could be scored yet."""

    leader: OptionId | None = None
    score: float | None = None
    floor: Floor | None = None


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register."""

    id: AssessmentId
    reference: str
    title: str
    kind: Kind | None
    decided_by: str
    status: Status
    standings: Standings
    review_date: date | None
    changed_at: datetime


class SortKey(StrEnum):
    """Columns the register can be sorted by."""

    REFERENCE = "reference"
    TITLE = "title"
    KIND = "kind"
    DECIDED_BY = "decided_by"
    STATUS = "status"
    SCORE = "score"
    FLOOR = "floor"
    REVIEW_DATE = "review_date"
    CHANGED_AT = "changed_at"


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which lines of the register are wanted, and in which order; an empty ``words`` finds all."""

    words: str = ""
    status: Status | None = None
    sort: SortKey = SortKey.CHANGED_AT
    descending: bool = True


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one field; ``old`` and ``new`` are JSON, None where nothing stood there.

    ``who`` is the name chosen on this laptop: nobody proved it.
    """

    at: datetime
    who: str
    where: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """A sealed record as it is kept: the bytes are never touched again.

    ``awaits`` names who has yet to countersign it; ``completes`` is the hash of the waiting record that this one, with
    both signatures, takes further. Both are empty for a record that one alone signs.
    """

    assessment: AssessmentId
    sha256: str
    document_sha256: str
    signer: str
    issued_at: datetime
    pdf: bytes
    awaits: str = ""
    completes: str = ""
