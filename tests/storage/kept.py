"""What the storage tests keep: a line of history, a sealed record."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.register import HistoryLine, IssuedRecord

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def line(at: datetime = NOW, where: str = "title") -> HistoryLine:
    return HistoryLine(at, "Ann", where, None, '"new"')


def record(assessment: Assessment, pdf: bytes = b"%PDF-1.7 sealed") -> IssuedRecord:
    return IssuedRecord(assessment.id, hashlib.sha256(pdf).hexdigest(), "0" * 64, "Example Clerk", NOW, pdf)
