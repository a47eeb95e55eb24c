"""The newest step of an assessment, with all that the next one is made from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ...domain.history import NO_HASH, Act
from ...domain.register import Shelf, Standings, Status
from ...domain.vocabulary import Floor, OptionId
from ..library import Database
from ..register.projection import Circumstances, Projection, project
from .reading import document_at

EVERY = 32
"""Steps from one document kept whole to the next: reading the newest never takes more than that."""

SHELVES = {
    Act.ARCHIVED: Shelf.ARCHIVE,
    Act.UNARCHIVED: Shelf.LIVE,
    Act.TRASHED: Shelf.TRASH,
    Act.RESTORED: Shelf.LIVE,
}
"""Where an act puts an assessment; all other acts leave it where it lies."""


@dataclass(frozen=True, slots=True)
class Newest:
    """Where the chain of an assessment stands; ``seq`` and ``number`` are 0 while it has no step."""

    n: int
    seq: int
    number: int
    hash: str
    whole: int
    sha256: str
    document: bytes
    parsed: dict[str, Any]
    standings: Standings
    shelf: Shelf
    begun_at: str
    at: str
    shown: Projection | None


def nothing_yet(n: int) -> Newest:
    """Before the first step."""
    return Newest(n, 0, 0, NO_HASH, 0, "", b"", {}, Standings(), Shelf.LIVE, "", "", None)


_NEWEST = (
    "SELECT seq, number, hash, document, leader, score, floor, at FROM versions "
    "WHERE assessment = ? ORDER BY number DESC LIMIT 1"
)
_WHOLE = "SELECT max(number) FROM versions WHERE assessment = ? AND whole"
_MOVES = f"SELECT act FROM versions WHERE assessment = ? AND act IN (?{', ?' * (len(SHELVES) - 1)}) ORDER BY number"


def newest(db: Database, n: int) -> Newest:
    """Read from the file; ValueError where the document cannot be read."""
    row = db.execute(_NEWEST, [n]).fetchone()
    return nothing_yet(n) if row is None else _with_document(db, n, row, document_at(db, n, row[1]))


def newest_if_readable(db: Database, n: int) -> Newest:
    """The same, with nothing in it where its document cannot be read: the register shows that there is one."""
    try:
        return newest(db, n)
    except ValueError:
        return _with_document(db, n, db.execute(_NEWEST, [n]).fetchone(), b"{}")


def _with_document(db: Database, n: int, row: tuple[Any, ...], document: bytes) -> Newest:
    seq, number, hash_, sha256, leader, score, floor, at = row
    parsed = json.loads(document)
    standings = Standings(OptionId(leader) if leader else None, score, Floor(floor) if floor else None)
    begun_at = db.execute("SELECT at FROM versions WHERE assessment = ? ORDER BY number LIMIT 1", [n]).fetchone()[0]
    shelf = shelf_of(db, n)
    about = Circumstances(standings, shelf, status(db, n, sha256.hex()), begun_at, at)
    shown = project(parsed, about)
    whole = db.execute(_WHOLE, [n]).fetchone()[0]
    return Newest(
        n, seq, number, hash_.hex(), whole, sha256.hex(), document, parsed, standings, shelf, begun_at, at, shown
    )


def shelf_of(db: Database, n: int) -> Shelf:
    """Where an assessment lies."""
    moves = db.execute(_MOVES, [n, *SHELVES]).fetchall()
    return SHELVES[Act(moves[-1][0])] if moves else Shelf.LIVE


def status(db: Database, n: int, document: str) -> Status:
    """How a state stands to the newest record: the state that was signed, reached again, is the signed one."""
    sql = "SELECT document_sha256, awaits FROM records WHERE assessment = ? ORDER BY issued_at DESC, rowid DESC LIMIT 1"
    record = db.execute(sql, [n]).fetchone()
    if record is None:
        return Status.DRAFT
    if record[0] != document:
        return Status.CHANGED_SINCE
    return Status.WAITING if record[1] else Status.SIGNED
