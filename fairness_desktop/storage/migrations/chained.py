"""The third format: a chain over every step, documents packed, words to search by.

The register itself is left empty: it is made from the versions once every migration is through.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from ...domain.history import NO_HASH, Act, Change, Note, Step
from ...domain.register import Standings
from ...domain.vocabulary import AssessmentId, Floor, OptionId
from ...exchange.canonical import canonical
from ...exchange.chain import changes_document, step_hash
from ..keeping.packing import delta, whole
from ..library import Database
from .beginnings import migrations
from .guards import GUARDS, TRIGGERS
from .shape import INDEXES, TABLES

__all__ = ["GUARDS", "m003_chained"]
_OLD = ("history", "records", "register", "versions")
"""The tables of the second format, those that point to others first."""

_INSERT = (
    "INSERT INTO versions (seq, assessment, number, at, who, act, about, document, changes, leader, score, floor, "
    "hash, total, whole, packed) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_RECORDS = (
    "INSERT INTO records (sha256, assessment, document_sha256, signer, issued_at, pdf, awaits, completes, history_head)"
    " SELECT o.sha256, a.n, o.document_sha256, o.signer, o.issued_at, o.pdf, o.awaits, o.completes, '' "
    "FROM old_records o JOIN assessments a ON a.id = o.assessment ORDER BY o.rowid"
)
_EVERY, _LONG = 32, 256


@migrations()
def m003_chained(db: Database) -> None:
    """Every version becomes a step of a chain; nothing of what was kept is left out."""
    for kind in ("trigger", "index"):
        sql = "SELECT name FROM sqlite_master WHERE type = ? AND sql IS NOT NULL"
        for (name,) in db.execute(sql, [kind]).fetchall():
            db.execute(f"DROP {kind} {name}")
    for table in _OLD:
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for statement in (*filter(str.strip, TABLES.split(";\n")), *INDEXES):
        db.execute(statement)
    _Chaining(db).everything()
    db.execute(_RECORDS)
    for table in _OLD:
        db.execute(f"DROP TABLE old_{table}")
    for trigger in TRIGGERS.values():
        db.execute(trigger)


@dataclass(slots=True)
class _Last:
    """Where the chain of one assessment stands."""

    n: int
    number: int = 0
    hash: str = NO_HASH
    document: bytes = b""


class _Chaining:
    """Goes through the versions in the order in which they were written."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last: dict[str, _Last] = {}
        self._total = bytes(32)
        self._seq = 0

    def everything(self) -> None:
        """Chain every version; what follows from a state is known of the newest only."""
        sql = (
            "SELECT v.assessment, v.rev, v.at, v.sha256, v.document, r.leader, r.score, r.floor FROM old_versions v "
            "LEFT JOIN old_register r ON r.id = v.assessment AND r.rev = v.rev ORDER BY v.rowid"
        )
        for row in self._db.execute(sql):
            self._one(*row)

    def _one(self, id_: str, rev: int, at: str, sha256: str, text: str, *standings: Any) -> None:  # noqa: ANN401
        last = self._last.get(id_)
        if last is None:
            last = self._last[id_] = _Last(len(self._last) + 1)
            self._db.execute("INSERT INTO assessments (n, id) VALUES (?, ?)", [last.n, id_])
        who, changes = self._changes(id_, rev)
        number, document = last.number + 1, text.encode()
        act = Act.CHANGED if last.number else Act.BEGUN
        step = Step(
            number, Note(datetime.fromisoformat(at), who, act), sha256, changes, _standings(*standings), last.hash
        )
        step = replace(step, hash=step_hash(AssessmentId(id_), step))
        self._keep(step, last, document, at)
        self._last[id_] = _Last(last.n, number, step.hash, document)

    def _changes(self, id_: str, rev: int) -> tuple[str, tuple[Change, ...]]:
        sql = "SELECT who, place, old, new FROM old_history WHERE assessment = ? AND rev = ? ORDER BY seq"
        rows = self._db.execute(sql, [id_, rev]).fetchall()
        return rows[0][0] if rows else "", tuple(Change(*row[1:]) for row in rows)

    def _keep(self, step: Step, last: _Last, document: bytes, at: str) -> None:
        self._seq += 1
        hash_, alone = bytes.fromhex(step.hash), step.number % _EVERY == 1
        self._total = hashlib.sha256(self._total + hash_).digest()
        changes = canonical(changes_document(step.changes))
        self._db.execute(
            _INSERT,
            [
                self._seq, last.n, step.number, at, step.note.who, step.note.act.value, bytes.fromhex(step.document),
                zlib.compress(changes) if len(changes) > _LONG else changes, step.standings.leader,
                step.standings.score, step.standings.floor, hash_, self._total, alone,
                whole(document) if alone else delta(last.document, document),
            ],
        )  # fmt: skip


def _standings(leader: str | None, score: float | None, floor: str | None) -> Standings:
    return Standings(OptionId(leader) if leader else None, score, Floor(floor) if floor else None)
