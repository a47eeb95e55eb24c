"""What travelled with assessments: files, histories of other laptops, frameworks."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator

from ...domain.errors import InvalidInputError
from ...domain.vocabulary import AssessmentId
from ...exchange.bundle.history_form import History, history_from
from ...i18n import _
from ..keeping.newest import newest_if_readable
from ..library import Database

_PIECES = "SELECT content FROM pieces WHERE sha256 = ? ORDER BY piece"
_FREE = "SELECT sha256 FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM attached t WHERE t.sha256 = b.sha256)"
_HISTORIES = (
    "SELECT h.head, a.id, h.told FROM histories h JOIN assessments a ON a.n = h.assessment ORDER BY a.n, h.head"
)


def travelling(db: Database) -> Iterator[str]:
    """Everything of it that is not what was kept."""
    yield from _files(db)
    yield from _let_go(db)
    for head, id_, told in db.execute(_HISTORIES):
        history = other_history(told, id_)
        if history is None or history.head != head.hex():
            yield _("The history of {assessment} on another laptop is not what was taken in.").format(assessment=id_)
    for sha256, id_, version, document in db.execute("SELECT sha256, id, version, document FROM frameworks"):
        if hashlib.sha256(document.encode()).digest() != sha256 or _named(document) != (id_, version):
            yield _("The framework “{id}” is not what was taken in.").format(id=id_)


def other_history(told: bytes, assessment: str) -> History | None:
    """A history of another laptop as it is kept; None where it is not what it was."""
    try:
        return history_from(zlib.decompress(told), AssessmentId(assessment), "")
    except (zlib.error, InvalidInputError):
        return None


def _named(document: str) -> tuple[object, object]:
    told = json.loads(document)
    return told.get("id"), told.get("version")


def _let_go(db: Database) -> Iterator[str]:
    """Files that are here and held for nothing although the newest state of an assessment names them."""
    free = {sha256.hex() for (sha256,) in db.execute(_FREE)}
    if not free:
        return
    for n, id_ in db.execute("SELECT a.n, a.id FROM assessments a JOIN register r ON r.n = a.n").fetchall():
        named = newest_if_readable(db, n).parsed.get("attachments") or []
        for sha256 in free & {str(row.get("sha256")) for row in named if isinstance(row, dict)}:
            yield _("The attached file {sha256} is no longer held for {assessment}, which names it.").format(
                sha256=sha256[:16], assessment=id_
            )


def _files(db: Database) -> Iterator[str]:
    for sha256, size in db.execute("SELECT sha256, size FROM blobs"):
        digest, count = hashlib.sha256(), 0
        for (piece,) in db.execute(_PIECES, [sha256]):
            digest.update(piece)
            count += len(piece)
        if digest.digest() != sha256 or count != size:
            yield _("The attached file {sha256} is not what was kept.").format(sha256=sha256.hex()[:16])
