"""The chain of each assessment, every document it reached, and the chain over the whole store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...domain.history import NO_HASH, Act
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import step_hash
from ...i18n import _
from ..keeping.appending import total_after
from ..keeping.packing import unpacked
from ..keeping.reading import STEP, step_from
from ..library import Database


@dataclass(slots=True)
class _Place:
    """Where the reading stands in the chain of one assessment; ``broken`` is a document later ones hang on."""

    id: str = ""
    number: int = 0
    hash: str = NO_HASH
    document: bytes = b""
    broken: bool = False


def chains(db: Database) -> Iterator[str]:
    """Every link that does not hold, every document that is not what was written, and where."""
    yield from _assessments(db)
    yield from _store(db)


def _assessments(db: Database) -> Iterator[str]:
    sql = (
        f"SELECT a.id, v.whole, v.packed, {STEP} FROM versions v JOIN assessments a ON a.n = v.assessment "
        "ORDER BY v.assessment, v.number"
    )
    place = _Place()
    for id_, whole, packed, *row in db.execute(sql):
        if id_ != place.id:
            place = _Place(id_)
        erased = row[3] == Act.ERASED
        yield from _link(place, row, erased=erased)
        if not erased:
            yield from _document(place, whole, packed, row)


def _link(place: _Place, row: list[Any], *, erased: bool) -> Iterator[str]:
    """The hash of a step, over what it says and the hash of the one before."""
    number, kept = row[0], row[-1].hex()
    missing = number != place.number + 1
    if missing and not erased:
        yield _("The history of {id} lacks what stood before step {number}.").format(id=place.id, number=number)
    try:
        step = step_from(row, place.hash)
        good = step_hash(AssessmentId(place.id), replace(step, hash="")) == kept
    except (ValueError, AttributeError):
        good = False
    if not good and not missing:
        said = _("The history of {id} is broken at step {number} ({when}, {who}): it is not what was written.")
        yield said.format(id=place.id, number=number, when=str(row[1])[:16], who=row[2] or _("no name"))
    place.number, place.hash = number, kept


def _document(place: _Place, whole: int, packed: bytes, row: list[Any]) -> Iterator[str]:
    """The state a step reached; where it cannot be read, neither can those that are kept as changes to it."""
    if place.broken and not whole:
        return
    try:
        place.document, place.broken = unpacked(packed, place.document), False
    except ValueError:
        place.broken = True
    if place.broken or hashlib.sha256(place.document).digest() != row[5]:
        place.broken = True
        said = _("Version {rev} of {assessment} is not what was written, nor can those be read that hang on it.")
        yield said.format(rev=row[0], assessment=place.id)


def _store(db: Database) -> Iterator[str]:
    """The chain over all steps: what was taken out of it whole, or put in."""
    total = bytes(32)
    sql = "SELECT seq, hash, total FROM versions UNION ALL SELECT seq, hash, NULL FROM gone ORDER BY seq"
    for seq, hash_, kept in db.execute(sql):
        total = total_after(total, hash_)
        if kept is not None and kept != total:
            said = _("The chain over the register is broken at entry {seq}: one before it was taken out or changed.")
            yield said.format(seq=seq)
            total = kept
