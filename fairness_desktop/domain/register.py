"""What the register shows of each assessment, and what is kept beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from ..i18n import N_, _
from .reviewing.review import ReviewVerdict
from .vocabulary import AssessmentId, Floor, Kind, OptionId

WHO = "who"
"""The setting that says who uses this register now: chosen on this laptop, and nobody proves it."""


class Shelf(StrEnum):
    """Where an assessment lies: with the others, put away, or thrown away (which only drafts can be)."""

    LIVE = "live"
    ARCHIVE = "archive"
    TRASH = "trash"


class Status(StrEnum):
    """Where an assessment stands."""

    DRAFT = "draft"
    TO_READ = "to_read"
    WAITING = "waiting"
    SIGNED = "signed"
    CHANGED_SINCE = "changed_since"


_LABELS = {
    Status.DRAFT: N_("Draft"),
    Status.TO_READ: N_("Waits for a reader"),
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


class RegisterRow(NamedTuple):
    """One line of the register; a tuple, for hundreds are made at a time, and that is made three times as fast."""

    id: AssessmentId
    reference: str
    title: str
    kind: Kind | None
    decided_by: str
    status: Status
    standings: Standings
    review_date: date | None
    changed_at: datetime
    body: str = ""
    year: int | None = None
    shelf: Shelf = Shelf.LIVE
    reviewed: int | None = None
    kept: float | None = None
    verdict: ReviewVerdict | None = None
    done: str = ""


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
    BODY = "body"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which lines of the register are wanted, and in which order.

    ``words`` are looked for in title, reference, council, who decided, reasons, and the names of groups and options:
    each as the beginning of a word, whatever its accents and its case; empty finds all. None and empty do not filter.
    ``year`` is that of the decision, or, while it has no date, the one in which it was begun. ``for_me`` wants only
    what waits to be read by whoever uses the register now: they were asked by name, or nobody in particular was and
    they are no author.

    ``due`` finds issued decisions whose review is due on the day ``as_of``, which the register fills in;
    ``weakest_of`` the weakest tenth of those reviewed in that year, by the council alone where one is named, whatever
    else filters and wherever they lie: one put into the archive leaves no gap for another.
    """

    words: str = ""
    status: Status | None = None
    sort: SortKey = SortKey.CHANGED_AT
    descending: bool = True
    body: str = ""
    kind: Kind | None = None
    floor: Floor | None = None
    year: int | None = None
    shelf: Shelf = Shelf.LIVE
    for_me: bool = False
    due: bool = False
    as_of: date | None = None
    weakest_of: int | None = None

    @property
    def of_reviews(self) -> bool:
        """Whether it asks by reviews, which no count of sorts can answer."""
        return self.due or self.weakest_of is not None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines of the register are of one sort in every respect that can be filtered by."""

    shelf: Shelf
    body: str
    kind: Kind | None
    status: Status
    floor: Floor | None
    year: int | None
    count: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query kept under a name."""

    name: str
    query: RegisterQuery


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """A sealed record as it is kept: the bytes are never touched again.

    ``awaits`` names who has yet to countersign it; ``completes`` is the hash of the waiting record that this one, with
    both signatures, takes further. Both are empty for a record that one alone signs. ``history_head`` is the hash of
    the last step told in it; empty for one made before there was a chain.
    """

    assessment: AssessmentId
    sha256: str
    document_sha256: str
    signer: str
    issued_at: datetime
    pdf: bytes
    awaits: str = ""
    completes: str = ""
    history_head: str = ""
