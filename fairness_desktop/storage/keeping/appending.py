"""Adding a step to an assessment's chain, and to the chain of the whole store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...domain.errors import StorageError
from ...domain.history import Act, Note, Step
from ...domain.register import Standings
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link, changes_between, step_hash
from ...i18n import _
from ..library import Database
from ..register.writing import Waiting, put
from .newest import EVERY, SHELVES, Newest, projection
from .packing import delta, whole
from .reading import changes_to, packed_changes

_INSERT = (
    "INSERT INTO versions (seq, assessment, number, at, who, act, about, document, changes, leader, score, floor, "
    "hash, total, whole, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = "SELECT seq, total FROM versions ORDER BY seq DESC LIMIT 1"
_TOGETHER = 256
"""Steps that are put in at once: each carries what may be a whole document."""

_ALONE = (Act.ISSUED, Act.COMPLETED)
"""What was signed is kept whole, so that it hangs on nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """A document, encoded once: its canonical bytes, their hash, and what they say."""

    document: bytes
    sha256: str
    parsed: dict[str, Any]
    standings: Standings


def state_of(document: bytes, parsed: dict[str, Any] | None, standings: Standings) -> State:
    """A state from its canonical bytes."""
    sha256 = hashlib.sha256(document).hexdigest()
    return State(document, sha256, json.loads(document) if parsed is None else parsed, standings)


def same_state(last: Newest) -> State:
    """The state as it is."""
    return State(last.document, last.sha256, last.parsed, last.standings)


def next_step(assessment: AssessmentId, last: Newest, state: State, note: Note) -> Step:
    """The step that leads from the last state to that one."""
    changes = () if state.sha256 == last.sha256 else changes_between(last.parsed, state.parsed)
    step = Step(last.number + 1, note, state.sha256, changes, state.standings, last.hash)
    return replace(step, hash=step_hash(assessment, step))


def append(db: Database, last: Newest, state: State, step: Step) -> Newest:
    """Keep a step, and say where the chain stands then; inside a transaction. The register is as it was."""
    seq, total = _end(db)
    changes = changes_to(step.changes)
    now = _after(last, state, step, seq + 1)
    db.execute(_INSERT, _row(now, last.document, step, changes, total_after(total, bytes.fromhex(step.hash))))
    return now


def append_links(db: Database, last: Newest, links: Iterable[Link]) -> Newest:
    """The same for steps from elsewhere, which follow: nothing of them is hashed or taken apart again."""
    seq, total = _end(db)
    rows: list[list[object]] = []
    for link in links:
        seq, total, before = seq + 1, total_after(total, bytes.fromhex(link.step.hash)), last.document
        state = State(link.document, link.step.document, {}, link.step.standings)
        last = _after(last, state, link.step, seq)
        rows.append(_row(last, before, link.step, packed_changes(link.changes), total))
        if len(rows) == _TOGETHER:
            db.conn.executemany(_INSERT, rows)
            rows = []
    db.conn.executemany(_INSERT, rows)
    return replace(last, parsed=json.loads(last.document))


def following(wanted: AssessmentId, last: Newest, links: Iterable[Link]) -> Iterator[Link]:
    """Those links; StorageError at the first that is another assessment's or does not follow the one before."""
    number, hash_ = last.number, last.hash
    for link in links:
        step = link.step
        if (link.assessment, step.number, step.previous) != (wanted, number + 1, hash_):
            raise StorageError(
                _("The history of {id} is broken at step {number}; nothing was taken in.").format(
                    id=wanted, number=step.number
                )
            )
        number, hash_ = step.number, step.hash
        yield link


def _end(db: Database) -> tuple[int, bytes]:
    """Where the chain over the whole store stands."""
    seq, total = db.execute(_LAST).fetchone() or (0, bytes(32))
    return seq, total


def _after(last: Newest, state: State, step: Step, seq: int) -> Newest:
    """Where the chain stands after a step."""
    alone = not last.number or step.number - last.whole >= EVERY or step.note.act in _ALONE
    alone = alone and step.note.act is not Act.ERASED  # of what is erased no document stays
    at = step.note.at.isoformat()
    return Newest(
        last.n, seq, step.number, step.hash, step.number if alone else last.whole, state.sha256, state.document,
        state.parsed, state.standings, SHELVES.get(step.note.act, last.shelf), last.begun_at or at, at, last.signed,
        last.shown,
    )  # fmt: skip


def _row(now: Newest, before: bytes, step: Step, changes: bytes, total: bytes) -> list[object]:
    """A step as it is kept, in the order of the insertion."""
    alone, standings = now.whole == now.number, now.standings
    packed = whole(now.document) if alone else delta(before, now.document)
    return [
        now.seq, now.n, now.number, now.at, step.note.who, step.note.act.value, step.note.about,
        bytes.fromhex(now.sha256), changes, standings.leader, standings.score, standings.floor,
        bytes.fromhex(now.hash), total, alone, packed,
    ]  # fmt: skip


def show(db: Database, now: Newest, later: Waiting | None = None) -> Newest:
    """Let the register show where a chain stands; the words of a new line may be put in ``later``."""
    return replace(now, shown=put(db, now.n, now.seq, projection(now), now.shown, later))


def total_after(total: bytes, hash_: bytes) -> bytes:
    """The head of the whole store's chain, one step further on."""
    return hashlib.sha256(total + hash_).digest()
