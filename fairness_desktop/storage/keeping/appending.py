"""Adding a step to an assessment's chain, and to the chain of the whole store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ...domain.history import Note, Step
from ...domain.register import Standings
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link, changes_between, step_hash
from ..library import Database
from ..register.writing import put
from .newest import Newest, deeds, projection
from .reading import changes_to
from .rows import COLUMNS, HASH, Row, Rows, State, after, row

_INSERT = f"INSERT INTO versions (seq, assessment, total, {', '.join(COLUMNS)}) VALUES (?, ?, ?{', ?' * len(COLUMNS)})"
_LAST = "SELECT seq, total FROM versions ORDER BY seq DESC LIMIT 1"


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
    now = after(last, state, step)
    return replace(now, seq=put_rows(db, last.n, [row(now, last.document, step, changes_to(step.changes))]))


def append_links(db: Database, last: Newest, links: Iterable[Link]) -> Newest:
    """The same for steps from elsewhere, which follow: nothing of them is hashed or taken apart again."""
    rows = Rows(last, links)
    seq = put_rows(db, last.n, rows)
    return replace(rows.now, seq=seq, parsed=json.loads(rows.now.document))


def put_rows(db: Database, n: int, rows: Iterable[Row]) -> int:
    """Put the rows of an assessment at the end of the whole store's chain, and say where that ends then."""
    seq, total = db.execute(_LAST).fetchone() or (0, bytes(32))

    def placed() -> Iterator[Row]:
        nonlocal seq, total
        for one in rows:
            seq, total = seq + 1, total_after(total, one[HASH])
            yield (seq, n, total, *one)

    db.conn.executemany(_INSERT, placed())
    return int(seq)


def show(db: Database, now: Newest) -> Newest:
    """Let the register show where a chain stands."""
    return replace(now, shown=put(db, now.n, now.seq, projection(now, deeds(db, now.n)), now.shown))


def total_after(total: bytes, hash_: bytes) -> bytes:
    """The head of the whole store's chain, one step further on."""
    return hashlib.sha256(total + hash_).digest()
