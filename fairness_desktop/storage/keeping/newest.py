"""The newest step of an assessment, with all that the next one is made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...domain.approval.machine import ReadingAct
from ...domain.history import NO_HASH, Act, Change
from ...domain.register import Shelf, Standings, Status
from ...domain.vocabulary import Floor, OptionId
from ...exchange.canonical import sha256
from ..library import Database
from ..register.projection import REVIEW, Circumstances, Projection, asked_of, project
from ..register.writing import Shown, as_shown
from .reading import changes_from, document_at

_READING = "second_reading"

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
    """Where the chain of an assessment stands; ``seq`` and ``number`` are 0 while it has no step.

    ``whole`` is the step whose document was last kept whole; ``signed`` the document of the newest record and who has
    yet to sign it, None where there is no record; ``shown`` the line that the register shows so far.
    """

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
    signed: tuple[str, str] | None
    shown: Shown | None


def nothing_yet(n: int) -> Newest:
    """Before the first step."""
    return Newest(n, 0, 0, NO_HASH, 0, "", b"", {}, Standings(), Shelf.LIVE, "", "", None, None)


_NEWEST = (
    "SELECT seq, number, hash, document, leader, score, floor, at FROM versions "
    "WHERE assessment = ? ORDER BY number DESC LIMIT 1"
)
_SIGNED = "SELECT document_sha256, awaits FROM records WHERE assessment = ? ORDER BY issued_at DESC, rowid DESC LIMIT 1"
_BEGUN = "SELECT at FROM versions WHERE assessment = ? ORDER BY number LIMIT 1"
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
    now = Newest(
        n=n,
        seq=seq,
        number=number,
        hash=hash_.hex(),
        whole=db.execute(_WHOLE, [n]).fetchone()[0],
        sha256=sha256.hex(),
        document=document,
        parsed=json.loads(document),
        standings=Standings(OptionId(leader) if leader else None, score, Floor(floor) if floor else None),
        shelf=shelf_of(db, n),
        begun_at=db.execute(_BEGUN, [n]).fetchone()[0],
        at=at,
        signed=signed(db, n),
        shown=None,
    )
    return replace(now, shown=as_shown(db, n, projection(now, deeds(db, n))))


Deeds = Iterable[tuple[str, bytes]]
"""Of each step who did it, and what it changed as that is kept."""


def deeds(db: Database, n: int) -> Deeds:
    """Those of an assessment, read as they are asked for."""
    yield from db.execute("SELECT who, changes FROM versions WHERE assessment = ? ORDER BY number", [n])


def projection(now: Newest, done: Deeds) -> Projection:
    """What the register should show of where a chain stands; the deeds are looked at only where they tell something."""
    status = _status(now)
    hands = _hands(done) if status is Status.TO_READ and not asked_of(now.parsed) else frozenset[str]()
    return project(now.parsed, Circumstances(now.standings, now.shelf, status, now.begun_at, now.at, hands))


def _hands(done: Deeds) -> frozenset[str]:
    """Who changed anything but its second reading; of each, changes are unpacked only until one such is found."""
    found: set[str] = set()
    for who, changes in done:
        if who not in found and any(not c.where.startswith(_READING) for c in _readable(changes)):
            found.add(who)
    return frozenset(found)


def _readable(changes: bytes) -> tuple[Change, ...]:
    """None of them where they cannot be read: the register shows that there is one all the same."""
    try:
        return changes_from(changes)
    except ValueError:
        return ()


def shelf_of(db: Database, n: int) -> Shelf:
    """Where an assessment lies."""
    moves = db.execute(_MOVES, [n, *SHELVES]).fetchall()
    return SHELVES[Act(moves[-1][0])] if moves else Shelf.LIVE


def signed(db: Database, n: int) -> tuple[str, str] | None:
    """The document of the newest record, and who has yet to sign it."""
    row: tuple[str, str] | None = db.execute(_SIGNED, [n]).fetchone()
    return row


def _status(now: Newest) -> Status:
    """How a state stands to the newest record: the state that was signed, reached again, is the signed one."""
    if now.signed is None or (now.signed[0] != now.sha256 and now.signed[0] != _unreviewed(now)):
        if waits_for_reader(now.parsed):
            return Status.TO_READ
        return Status.DRAFT if now.signed is None else Status.CHANGED_SINCE
    _document, awaits = now.signed
    return Status.WAITING if awaits else Status.SIGNED


def _unreviewed(now: Newest) -> str:
    """The hash of the state without its review, which comes after the record and changes nothing of what it tells."""
    if REVIEW not in now.parsed:
        return now.sha256
    return sha256({key: value for key, value in now.parsed.items() if key != REVIEW})


def waits_for_reader(document: Mapping[str, Any]) -> bool:
    """Whether the last act of its second reading is that somebody was asked."""
    acts = document.get("second_reading")
    return isinstance(acts, list) and bool(acts) and acts[-1].get("act") == ReadingAct.REQUESTED
