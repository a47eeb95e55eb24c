"""What travelled with assessments: files, histories of other laptops, frameworks."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

from ...domain.errors import InvalidInputError
from ...domain.vocabulary import AssessmentId
from ...exchange.bundle.history_form import History, history_from
from ...i18n import _
from ..library import Database

_PIECES = "SELECT content FROM pieces WHERE sha256 = ? ORDER BY piece"
_HISTORIES = (
    "SELECT h.head, a.id, h.told FROM histories h JOIN assessments a ON a.n = h.assessment ORDER BY a.n, h.head"
)


def travelling(db: Database) -> Iterator[str]:
    """Everything of it that is not what was kept."""
    yield from _files(db)
    for head, id_, told in db.execute(_HISTORIES):
        history = other_history(told, id_)
        if history is None or history.head != head.hex():
            yield _("The history of {assessment} on another laptop is not what was taken in.").format(assessment=id_)
    for sha256, id_, document in db.execute("SELECT sha256, id, document FROM frameworks"):
        if hashlib.sha256(document.encode()).digest() != sha256:
            yield _("The framework “{id}” is not what was taken in.").format(id=id_)


def other_history(told: bytes, assessment: str) -> History | None:
    """A history of another laptop as it is kept; None where it is not what it was."""
    try:
        return history_from(zlib.decompress(told), AssessmentId(assessment), "")
    except (zlib.error, InvalidInputError):
        return None


def _files(db: Database) -> Iterator[str]:
    for sha256, size in db.execute("SELECT sha256, size FROM blobs"):
        digest, count = hashlib.sha256(), 0
        for (piece,) in db.execute(_PIECES, [sha256]):
            digest.update(piece)
            count += len(piece)
        if digest.digest() != sha256 or count != size:
            yield _("The attached file {sha256} is not what was kept.").format(sha256=sha256.hex()[:16])
