"""Steps and documents, read back from their rows."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from ...domain.history import NO_HASH, Act, Change, Note, Step
from ...domain.register import Standings
from ...domain.vocabulary import Floor, OptionId
from ...exchange.chain import changes_text
from ..library import Database
from .packing import deflated, unpacked

_LONG = 256
"""Bytes of changes from which on deflating them is worth it."""

_FROM_WHOLE = (
    "SELECT packed FROM versions WHERE assessment = :n AND number <= :number AND number >= "
    "(SELECT max(number) FROM versions WHERE assessment = :n AND number <= :number AND whole) ORDER BY number"
)
STEP = "number, at, who, act, about, document, changes, leader, score, floor, hash"
"""The columns a step is read from, in the order of ``step_from``."""

_STEPS = f"SELECT {STEP} FROM versions WHERE assessment = ? ORDER BY number"


def document_at(db: Database, n: int, number: int) -> bytes:
    """The document after that step; ValueError where it cannot be unpacked, or there is none."""
    packed = db.execute(_FROM_WHOLE, {"n": n, "number": number}).fetchall()
    if not packed:
        raise ValueError(number)
    document = b""
    for (piece,) in packed:
        document = unpacked(piece, document)
    return document


def documents(db: Database, n: int) -> Iterator[tuple[int, bytes]]:
    """Every document with the number of its step; ValueError at the first that cannot be unpacked."""
    document = b""
    for number, piece in db.execute("SELECT number, packed FROM versions WHERE assessment = ? ORDER BY number", [n]):
        document = unpacked(piece, document)
        yield number, document


def steps(db: Database, n: int) -> Iterator[Step]:
    """Every step, oldest first; ValueError where a row cannot be read."""
    previous = NO_HASH
    for row in db.execute(_STEPS, [n]):
        step = step_from(row, previous)
        yield step
        previous = step.hash


def step_from(row: Sequence[Any], previous: str) -> Step:
    """A step from its row and the hash of the one before; ValueError where it cannot be read."""
    number, at, who, act, about, document, changes, leader, score, floor, hash_ = row
    return Step(
        number=number,
        note=Note(datetime.fromisoformat(at), who, Act(act), about),
        document=document.hex(),
        changes=changes_from(changes),
        standings=Standings(
            None if leader is None else OptionId(leader), score, None if floor is None else Floor(floor)
        ),
        previous=previous,
        hash=hash_.hex(),
    )


def changes_to(changes: Sequence[Change]) -> bytes:
    """Changes as they are kept: canonical JSON, deflated where they are long."""
    return packed_changes(changes_text(changes))


def packed_changes(text: bytes) -> bytes:
    """The same, where their canonical bytes are at hand."""
    return deflated(text) if len(text) > _LONG else text


def changes_from(kept: bytes) -> tuple[Change, ...]:
    """The changes; ValueError where the bytes are none."""
    try:
        text = kept if kept.startswith(b"[") else zlib.decompress(kept)
        return tuple(Change(row["where"], row["old"], row["new"]) for row in json.loads(text))
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(str(error)) from error
