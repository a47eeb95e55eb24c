"""What one record is about: everything that goes into it, frozen, before a line is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..domain.assessment import Assessment
from ..domain.findings import Finding
from ..domain.framework import Framework
from ..domain.history import HistoryLine
from ..domain.law.pack import LegalPack
from ..domain.sealing.identity import Identity
from ..domain.vocabulary import Floor, GroupId, Language, OptionId
from ..scoring.result import Result

PAPERS = "attachments"
"""The place of a background paper that is left out: which of them, is not told."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the public copy: its place in the exchange form, and the rule that lets it be withheld."""

    where: str
    ground: str


@dataclass(frozen=True, slots=True)
class Place:
    """What is still said of an option where the figures would give a group's size away.

    ``rank`` is None where it is not feasible; no ranks are told where they hang on those sizes.
    """

    option: OptionId
    feasible: bool
    rank: int | None
    floor: Floor
    worst_case_floor: Floor


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """What the public copy of a record leaves out, and what it says of the full record.

    ``full_record`` is the SHA-256 of the sealed full record, empty for a draft. ``uncounted`` are the groups whose
    size is left out; where there are any, ``places`` stand for the result. ``history_left_out`` counts changes.
    """

    full_record: str
    left_out: tuple[LeftOut, ...] = ()
    uncounted: tuple[GroupId, ...] = ()
    places: tuple[Place, ...] = ()
    ranks_told: bool = False
    history_left_out: int = 0


@dataclass(frozen=True, slots=True)
class RecordSubject:
    """A frozen assessment with all that its record tells.

    ``result`` is None for a draft that cannot be scored yet. ``signers`` is empty for a draft, which is marked as
    one and cannot be signed. ``made_at`` (UTC, whole seconds) is the only time in the file. ``gaps`` are told as gaps.
    ``pack`` is the law that answers for it.
    ``language`` is the record's own, whatever language its assessment is written in. With ``public`` it is the copy
    for everyone: all of the rest holds only what that copy may say. ``history_head`` is the hash of the last step in
    ``history``; empty where there is none to tell.
    """

    assessment: Assessment
    framework: Framework
    result: Result | None
    history: tuple[HistoryLine, ...]
    signers: tuple[Identity, ...]
    made_at: datetime
    gaps: tuple[Finding, ...] = ()
    language: Language = Language.ENGLISH
    public: PublicCopy | None = None
    history_head: str = ""
    pack: LegalPack | None = None

    @property
    def draft(self) -> bool:
        """Whether this is a draft: unsigned, and marked so on every page."""
        return not self.signers
