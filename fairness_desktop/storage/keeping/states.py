"""Saving, and reading back: the assessments with every state they were ever in."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from ...domain.assessment import Assessment
from ...domain.errors import ConflictError, InvalidInputError, NotFoundError, StorageError
from ...domain.history import Act, HistoryLine, Kept, Note, Step, Trail, trail
from ...domain.register import Shelf, Standings
from ...domain.vocabulary import AssessmentId
from ...exchange.chain.remembering import Remembering
from ...exchange.decoding import Frameworks, decode
from ...exchange.reading import parse
from ...i18n import _
from ..library import Database
from ..register.writing import Waiting, put_words
from . import reading
from .appending import append, next_step, same_state, show, state_of
from .newest import SHELVES, Newest, newest, nothing_yet
from .rows import State
from .vault import Vault

REMEMBERED = 16
"""Assessments of which the newest step is held ready for the next save."""

_NEWEST = (
    "SELECT a.n, v.seq, v.act, v.at, v.about FROM assessments a JOIN versions v ON v.assessment = a.n "
    "WHERE a.id = ? ORDER BY v.number DESC LIMIT 1"
)

Made = TypeVar("Made")


class States(Vault):
    """The assessments, and the chain of steps of each."""

    def __init__(self, db: Database, path: Path, frameworks: Frameworks, only_read: str = "") -> None:
        super().__init__(db, path, only_read)
        self._frameworks = frameworks
        self._ready: OrderedDict[str, Newest] = OrderedDict()
        self._encoding = Remembering()
        self._waiting: Waiting = []
        self._later: Waiting | None = None

    def get(self, wanted: AssessmentId) -> Assessment | None:
        """The assessment as last saved, or None; StorageError where what is read is not what was written."""
        row = self._one(
            "SELECT v.number FROM versions v JOIN assessments a ON a.n = v.assessment "
            "WHERE a.id = ? AND EXISTS (SELECT 1 FROM register r WHERE r.n = a.n) ORDER BY v.number DESC LIMIT 1",
            [wanted],
        )
        return None if row is None else self.state(wanted, row[0])

    def state(self, wanted: AssessmentId, number: int) -> Assessment | None:
        """The assessment as it was after that step, or None; checked in the same way."""
        document = self.document(wanted, number)
        if document is None:
            return None
        try:
            return decode(parse(document), self._frameworks)
        except InvalidInputError as error:
            raise StorageError(
                _("{id} cannot be read from the register: {why}.").format(id=wanted, why=error)
            ) from error

    def document(self, wanted: AssessmentId, number: int) -> bytes | None:
        """The canonical bytes of that state, as they were hashed; None where there is no such step."""
        n = self._known(wanted)
        row = self._one("SELECT document FROM versions WHERE assessment = ? AND number = ?", [n, number])
        if n is None or row is None:
            return None
        document = self._read(wanted, lambda: reading.document_at(self._db, n, number))
        if hashlib.sha256(document).digest() != row[0]:
            raise _not_as_written(wanted)
        return document

    def find(self, reference_or_id: str) -> tuple[AssessmentId, ...]:
        """Ids of the assessments of that reference (or that id), newest first; those in the trash are not found."""
        sql = (
            "SELECT a.id FROM register r JOIN assessments a ON a.n = r.n JOIN facets f ON f.facet = r.facet "
            "WHERE (a.id = :it OR r.reference = :it COLLATE NOCASE) AND f.shelf <> :trash "
            "ORDER BY r.changed_at DESC, r.n DESC"
        )
        return tuple(AssessmentId(i) for (i,) in self._all(sql, {"it": reference_or_id, "trash": Shelf.TRASH}))

    def save(self, assessment: Assessment, standings: Standings, note: Note, based_on: str | None = None) -> Kept:
        """Keep this state as the next step, all or nothing; see the port."""
        parsed, document = self._encoding.encode(assessment)
        state = state_of(document, parsed, standings)
        with self._stepping(assessment.id) as last:
            if based_on is not None and last.sha256 != based_on:
                raise changed_meanwhile()
            self._step(assessment.id, last, state, note)
        return Kept(last.number + 1, state.sha256)

    def mark(self, wanted: AssessmentId, note: Note) -> None:
        """Keep a step that leaves the document as it is."""
        if note.act not in SHELVES:
            raise ValueError(note.act)
        with self._stepping(wanted) as last:
            if not last.number:
                raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
            sealed = self._one("SELECT 1 FROM records WHERE assessment = ?", [last.n])
            if note.act is Act.TRASHED and sealed is not None:
                raise StorageError(_("What has been signed is not thrown away; put it into the archive."))
            self._step(wanted, last, same_state(last), note)

    def history(self, wanted: AssessmentId) -> list[HistoryLine]:
        """Every change of an assessment, oldest first."""
        return [line for step in self.steps(wanted) for line in step.lines]

    def steps(self, wanted: AssessmentId) -> list[Step]:
        """Every step of an assessment, oldest first."""
        n = self._known(wanted)
        return [] if n is None else self._read(wanted, lambda: list(reading.steps(self._db, n)))

    def head(self, wanted: AssessmentId) -> str:
        """The hash of the newest step; empty where there is none."""
        row = self._one(
            "SELECT hash FROM versions WHERE assessment = (SELECT n FROM assessments WHERE id = ?) "
            "ORDER BY number DESC LIMIT 1",
            [wanted],
        )
        return "" if row is None else row[0].hex()

    def trail(self, wanted: AssessmentId) -> Trail:
        """Where undo and redo lead from here."""
        sql = "SELECT act, document FROM versions WHERE assessment = ? ORDER BY number"
        rows = self._all(sql, [self._known(wanted)])
        return trail((Act(act) for act, _sha in rows), rows[-1][1].hex() if rows else "")

    @contextmanager
    def _stepping(self, wanted: AssessmentId) -> Iterator[Newest]:
        """A transaction around the next step of an assessment; what is held ready is forgotten where it fails."""
        try:
            with self._writing():
                yield self._newest(wanted)
        except BaseException:
            self._ready.pop(wanted, None)
            raise

    @contextmanager
    def _words_together(self) -> Iterator[None]:
        """Inside, the words of new lines wait, and are put in all at once; they are searched for only afterwards."""
        if self._later is not None:
            yield
            return
        self._later = self._waiting
        try:
            yield
            put_words(self._db, self._waiting)
        finally:
            self._later = None
            self._waiting.clear()

    def _step(self, wanted: AssessmentId, last: Newest, state: State, note: Note) -> None:
        """The next step; what it leads to is held ready for the one after."""
        if not last.number:
            self._db.execute("INSERT INTO assessments (n, id) VALUES (?, ?)", [last.n, wanted])
        self._ready[wanted] = show(self._db, append(self._db, last, state, next_step(wanted, last, state, note)))
        self._ready.move_to_end(wanted)
        if len(self._ready) > REMEMBERED:
            self._ready.popitem(last=False)

    def _newest(self, wanted: AssessmentId) -> Newest:
        """As held ready, if nobody else added a step meanwhile; else as read. NotFoundError for what was erased."""
        row = self._db.execute(_NEWEST, [wanted]).fetchone()
        if row is None:
            return nothing_yet(1 + self._db.execute("SELECT coalesce(max(n), 0) FROM assessments").fetchone()[0])
        put_words(self._db, self._waiting)  # what comes next may take them out again
        n, seq, act, at, about = row
        ready = self._ready.get(wanted)
        if ready is not None and ready.seq == seq:
            return ready
        if act == Act.ERASED:
            raise NotFoundError(
                _("{id} was erased on {day} ({why}); it cannot come back into this register.").format(
                    id=wanted, day=at[:10], why=about
                )
            )
        return self._read(wanted, lambda: newest(self._db, n))

    def _read(self, wanted: AssessmentId, read: Callable[[], Made]) -> Made:
        try:
            with self._reading():
                return read()
        except ValueError as error:
            raise _not_as_written(wanted) from error


def changed_meanwhile() -> ConflictError:
    """What is said where somebody else saved first."""
    return ConflictError(
        _("The assessment was changed elsewhere meanwhile; nothing was kept. Open it again to go on from there.")
    )


def _not_as_written(wanted: AssessmentId) -> StorageError:
    return StorageError(
        _("What the register holds of {id} is not what was written; restore it from a backup.").format(id=wanted)
    )
