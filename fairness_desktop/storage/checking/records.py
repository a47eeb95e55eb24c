"""The sealed records, and what the history says of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ...domain.register import IssuedRecord
from ...i18n import _
from ..library import Database
from .travelling import other_history

_RECORDS = (
    "SELECT a.id, r.assessment, r.sha256, r.document_sha256, r.signer, r.issued_at, r.history_head, r.completes, r.pdf "
    "FROM records r JOIN assessments a ON a.n = r.assessment ORDER BY r.rowid"
)
_UNPAIRED = (
    "SELECT a.id, r.sha256 FROM records r JOIN assessments a ON a.n = r.assessment WHERE r.completes <> '' "
    "AND NOT EXISTS (SELECT 1 FROM records w WHERE w.sha256 = r.completes AND w.assessment = r.assessment "
    "AND w.awaits <> '')"
)
_WAITS_TWICE = (
    "SELECT a.id, r.sha256 FROM records r JOIN assessments a ON a.n = r.assessment "
    "WHERE r.completes <> '' AND r.awaits <> ''"
)
_ISSUED = "SELECT number, at, who, hex(document) FROM versions WHERE assessment = ? AND about = ? AND act = ?"
_BEFORE = "SELECT lower(hex(hash)) FROM versions WHERE assessment = ? AND number = ?"


def records(db: Database) -> Iterator[str]:
    """Every record that is not what was sealed, or of which the history says otherwise."""
    yield from _pairs(db)
    for id_, n, sha256, document, signer, at, head, completes, pdf in db.execute(_RECORDS):
        name = str(sha256)[:16]
        if hashlib.sha256(pdf).hexdigest() != sha256:
            yield _("The signed record {sha256} of {assessment} is not what was sealed.").format(
                sha256=name, assessment=id_
            )
        told = not head or _told(db, n, (sha256, document, signer, at, head), completes=bool(completes))
        record = IssuedRecord(id_, sha256, document, signer, datetime.fromisoformat(at), b"", "", completes, head)
        if not told and not _told_elsewhere(db, n, record):
            yield _("The history of {assessment} does not tell of its record {sha256} as the register does.").format(
                sha256=name, assessment=id_
            )


def _pairs(db: Database) -> Iterator[str]:
    """A record completes one of the same assessment that waits, and of what waits once nothing is waited for twice."""
    for id_, sha256 in db.execute(_UNPAIRED):
        yield _("The signed record {sha256} of {assessment} completes none that waits there.").format(
            sha256=str(sha256)[:16], assessment=id_
        )
    for id_, sha256 in db.execute(_WAITS_TWICE):
        yield _(
            "The signed record {sha256} of {assessment} is complete, and waits for a signature all the same."
        ).format(sha256=str(sha256)[:16], assessment=id_)


def _told_elsewhere(db: Database, n: int, record: IssuedRecord) -> bool:
    """Whether the history of another laptop tells of a record that came from there."""
    kept = db.execute("SELECT told FROM histories WHERE assessment = ?", [n])
    histories = (other_history(told, record.assessment) for (told,) in kept)
    return any(history is not None and history.tells_of(record) for history in histories)


def _told(db: Database, n: int, record: tuple[Any, ...], *, completes: bool) -> bool:
    sha256, document, signer, at, head = record
    step = db.execute(_ISSUED, [n, sha256, "completed" if completes else "issued"]).fetchone()
    if step is None:
        return False
    number, when, who, reached = step
    if completes:
        return (when, who) == (at, signer)
    before = db.execute(_BEFORE, [n, number - 1]).fetchone()
    return (when, who, reached.lower()) == (at, signer, document) and before is not None and before[0] == head
