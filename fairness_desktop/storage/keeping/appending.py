"""Adding a step to an assessment's chain, and to the chain of the whole store."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from ...domain.history import Act, Note, Step
from ...domain.register import Standings
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import changes_between, step_hash
from ..library import Database
from ..register.writing import put
from .newest import EVERY, SHELVES, Newest, projection
from .packing import delta, whole
from .reading import changes_to

_INSERT = (
    "INSERT INTO versions (seq, assessment, number, at, who, act, about, document, changes, leader, score, floor, "
    "hash, total, whole, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = "SELECT seq, total FROM versions ORDER BY seq DESC LIMIT 1"
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
    seq, total = db.execute(_LAST).fetchone() or (0, bytes(32))
    seq, hash_ = seq + 1, bytes.fromhex(step.hash)
    alone = not last.number or step.number - last.whole >= EVERY or step.note.act in _ALONE
    alone = alone and step.note.act is not Act.ERASED  # of what is erased no document stays
    packed = whole(state.document) if alone else delta(last.document, state.document)
    at, standings = step.note.at.isoformat(), state.standings
    db.execute(
        _INSERT,
        [
            seq, last.n, step.number, at, step.note.who, step.note.act.value, step.note.about,
            bytes.fromhex(step.document), changes_to(step.changes), standings.leader, standings.score,
            standings.floor, hash_, total_after(total, hash_), alone, packed,
        ],
    )  # fmt: skip
    return Newest(
        last.n, seq, step.number, step.hash, step.number if alone else last.whole, state.sha256, state.document,
        state.parsed, standings, SHELVES.get(step.note.act, last.shelf), last.begun_at or at, at, last.signed,
        last.shown,
    )  # fmt: skip


def show(db: Database, now: Newest) -> Newest:
    """Let the register show where a chain stands."""
    return replace(now, shown=put(db, now.n, now.seq, projection(now), now.shown))


def total_after(total: bytes, hash_: bytes) -> bytes:
    """The head of the whole store's chain, one step further on."""
    return hashlib.sha256(total + hash_).digest()
