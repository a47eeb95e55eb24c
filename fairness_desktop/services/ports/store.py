"""The store, as the services see it.

Every method raises StorageError when the file cannot do it; then nothing of it is kept. What a writing method returned
from is on the disk: it outlasts the loss of power.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from ...domain.assessment import Assessment
from ...domain.history import HistoryLine, Kept, Note, Step, Trail
from ...domain.register import IssuedRecord, RegisterQuery, RegisterRow, SavedView, Standings, Tally
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link, ReadyChain
from .travelling import Bundles, Files

MakeReady = Callable[[AssessmentId, Iterable[Link], Sequence[IssuedRecord]], ReadyChain]
"""What a store does to keep a chain that is new to it, as far as it needs no file for that; StorageError where a link
is missing or another assessment's."""


class States(Protocol):
    """Every state an assessment was ever in: kept as an immutable version, one a step."""

    def get(self, wanted: AssessmentId) -> Assessment | None:
        """The assessment as last saved, or None; checked against the hash it was written with."""
        ...

    def state(self, wanted: AssessmentId, number: int) -> Assessment | None:
        """The assessment as it was after that step, or None; checked in the same way."""
        ...

    def document(self, wanted: AssessmentId, number: int) -> bytes | None:
        """The canonical bytes of that state, as they were hashed; None where there is no such step."""
        ...

    def find(self, reference_or_id: str) -> tuple[AssessmentId, ...]:
        """Ids of the assessments of that reference (or that id), newest first; those in the trash are not found."""
        ...

    def save(self, assessment: Assessment, standings: Standings, note: Note, based_on: str | None = None) -> Kept:
        """Keep this state as the next step, all or nothing.

        The store finds out by itself what changed from the state before. ``based_on`` is the document's hash the
        caller went on from: ConflictError, and nothing kept, where another one was saved meanwhile.
        """
        ...

    def mark(self, wanted: AssessmentId, note: Note) -> None:
        """Keep a step that leaves the document as it is: put on another shelf (see ``Shelf``), or taken back.

        NotFoundError where there is no such assessment; a sealed one cannot be put in the trash (StorageError).
        """
        ...


class Histories(Protocol):
    """The chain of steps of each assessment; see ``exchange/chain/hashing.py`` for how it is hashed."""

    def history(self, wanted: AssessmentId) -> list[HistoryLine]:
        """Every change of an assessment, oldest first."""
        ...

    def steps(self, wanted: AssessmentId) -> list[Step]:
        """Every step of an assessment, oldest first."""
        ...

    def head(self, wanted: AssessmentId) -> str:
        """The hash of the newest step; empty where there is none."""
        ...

    def trail(self, wanted: AssessmentId) -> Trail:
        """Where undo and redo lead from here."""
        ...

    def keep_chain(self, wanted: AssessmentId, links: Iterable[Link], records: Sequence[IssuedRecord]) -> None:
        """Keep a whole history from elsewhere, and its records.

        All or nothing: StorageError where the id is known here, or a link is missing or another assessment's.
        """
        ...

    def keep_ready(self, chain: ReadyChain, records: Sequence[IssuedRecord]) -> None:
        """The same for a chain that was made ready, with those records, by ``MakeReady``."""
        ...

    def erase(self, wanted: AssessmentId, note: Note) -> None:
        """Keep a last step that says so (``Act.ERASED``; ``about`` is the ground), and nothing else of the assessment.

        Its states, changes and records are gone from the tables, its id stays known; the chain of the store stays
        whole over their hashes. NotFoundError where there is none. Copies of the file made before still have it.
        """
        ...


class Lines(Protocol):
    """The register: one line an assessment, a projection of its newest version."""

    def rows(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """A page of the register; pages never overlap while nothing is saved between them."""
        ...

    def count(self, query: RegisterQuery) -> int:
        """How many lines of the register a query finds."""
        ...

    def tallies(self) -> list[Tally]:
        """How many lines there are of each council, kind, status, floor, year and shelf; those of none are left out."""
        ...

    def reviewed_years(self) -> list[int]:
        """The years in which decisions were reviewed, newest first."""
        ...

    def views(self) -> list[SavedView]:
        """The queries kept under a name, in the order in which they were kept."""
        ...

    def keep_view(self, view: SavedView) -> None:
        """Keep a query under its name, in the place of one of the same name."""
        ...

    def drop_view(self, name: str) -> None:
        """Keep that view no longer; nothing happens where there is none."""
        ...


class Records(Protocol):
    """Sealed records, byte for byte, for good."""

    def keep_record(self, record: IssuedRecord, numbered: Assessment | None = None) -> None:
        """Keep a sealed record, with the step that says so; it can be neither changed nor deleted afterwards.

        ``numbered`` is the assessment as the record tells it, where it is given its reference with it: both are kept
        in the same transaction. ConflictError, and nothing kept, where the number was given to another meanwhile, or
        the assessment was changed.
        """
        ...

    def records(self, wanted: AssessmentId) -> list[IssuedRecord]:
        """The sealed records of an assessment, newest first."""
        ...

    def next_reference(self, body: str, year: int) -> str:
        """The reference (``NN-YY``) that the next record of that council is issued under: nothing is reserved."""
        ...


class Settings(Protocol):
    """What is set on this laptop."""

    def setting(self, key: str) -> str:
        """A setting of this laptop; empty where it was never set."""
        ...

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this laptop."""
        ...


class Assessments(States, Histories, Lines, Records, Settings, Files, Bundles, Protocol):
    """The whole store."""

    def check(self) -> list[str]:
        """A sentence for everything in the store that is not as it was written; empty is good."""
        ...

    def rebuild(self) -> None:
        """Make register, tallies and search anew from the versions: nothing in them is the only copy of anything."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
