"""The form of a bundle: which parts it has, and what is written in each.

bundle.json                 the list of parts with their SHA-256, and what is known of each signed record
assessment.fairness.json    the assessment in the exchange form, canonical
framework.json              the framework it is made under, canonical
history.json                every step and every state it was in: see ``history_form``
histories/<head>.json       the same of another laptop's history that met this one
records/<sha256>.pdf        signed records
attachments/<sha256>        evidence and background papers
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ..canonical import canonical
from .history_form import History, compact, history_bytes
from .limits import LARGEST
from .packing import Part, Pieces, pack, whole

FORMAT = "fairness-desktop/bundle"
FORMAT_VERSION = 1
LIST, ASSESSMENT, FRAMEWORK, HISTORY = "bundle.json", "assessment.fairness.json", "framework.json", "history.json"
HISTORIES, RECORDS, ATTACHMENTS = "histories/", "records/", "attachments/"
ENDING = ".fairness"

_NAMED = re.compile(r"(histories/)[0-9a-f]{64}\.json|(records/)[0-9a-f]{64}\.pdf|(attachments/)[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Contents:
    """All of a bundle but the bytes of its attachments; ``others`` are histories of other laptops that met this one."""

    assessment: Assessment
    framework: Framework
    history: History
    others: tuple[History, ...] = ()
    records: tuple[IssuedRecord, ...] = ()


def largest(name: str) -> int | None:
    """The most bytes a part of that name may have; None where no bundle has such a part."""
    named = _NAMED.fullmatch(name)
    if named is not None:
        return LARGEST[next(folder for folder in named.groups() if folder)]
    return None if name.endswith("/") else LARGEST.get(name)


def other_name(head: str) -> str:
    """The name of the part with another laptop's history."""
    return f"{HISTORIES}{head}.json"


def record_name(sha256: str) -> str:
    """The name of the part with a signed record."""
    return f"{RECORDS}{sha256}.pdf"


def write(contents: Contents, attachments: Mapping[str, tuple[int, Pieces]], file: BinaryIO) -> None:
    """Write a bundle to an empty file; ``attachments`` gives size and bytes of each by its SHA-256."""
    bodies = {
        ASSESSMENT: contents.history.state.encode(),
        FRAMEWORK: canonical(contents.framework.document),
        HISTORY: history_bytes(contents.history, with_state=False),
        **{other_name(o.head): history_bytes(o, with_state=True) for o in contents.others},
        **{record_name(r.sha256): r.pdf for r in contents.records},
    }
    sums = {name: hashlib.sha256(body).hexdigest() for name, body in bodies.items()}
    sums |= {f"{ATTACHMENTS}{digest}": digest for digest in attachments}
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, "parts": sums}
    bodies[LIST] = compact({**head, "records": [_told(r) for r in contents.records]})
    files = [Part(f"{ATTACHMENTS}{digest}", size, pieces) for digest, (size, pieces) in attachments.items()]
    pack([*files, *(whole(name, body) for name, body in bodies.items())], file)


def _told(record: IssuedRecord) -> dict[str, object]:
    return {
        "sha256": record.sha256,
        "document_sha256": record.document_sha256,
        "signer": record.signer,
        "issued_at": record.issued_at.isoformat(),
        "awaits": record.awaits,
        "completes": record.completes,
        "history_head": record.history_head,
    }
