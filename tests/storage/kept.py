"""What the storage tests keep: a note of who did what, a sealed record."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.history import Act, Note
from fairness_desktop.domain.register import IssuedRecord
from fairness_desktop.exchange.canonical import sha256
from fairness_desktop.exchange.encoding import encode

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def note(at: datetime = NOW, act: Act = Act.CHANGED, about: str = "") -> Note:
    return Note(at, "Ann", act, about)


def record(assessment: Assessment, pdf: bytes = b"%PDF-1.7 sealed") -> IssuedRecord:
    digest = sha256(encode(assessment))
    return IssuedRecord(assessment.id, hashlib.sha256(pdf).hexdigest(), digest, "Example Clerk", NOW, pdf)
