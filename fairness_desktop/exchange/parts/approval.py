"""The second reading in the exchange form."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from ...domain.approval.machine import ReadingAct
from ...domain.approval.reading import Entry, SecondReading
from ...i18n import _
from ..reading import Reader
from .saying import Document, said

_HASH = re.compile(r"[0-9a-f]{64}")


def reading_documents(reading: SecondReading) -> list[Document]:
    """Every act as a row."""
    return [_entry_document(entry) for entry in reading.entries]


def _entry_document(entry: Entry) -> Document:
    return {
        "id": entry.id,
        "act": entry.act,
        "by": entry.by,
        "at": entry.at.astimezone(UTC).isoformat(),
        "state": entry.state,
        **said(reasons=entry.reasons, asked=entry.asked, override=entry.override),
        **entry.extra,
    }


def second_reading(reader: Reader) -> SecondReading:
    """All acts; InvalidInputError names the row of one that is none, or cannot follow."""
    return SecondReading(tuple(_entry(row) for row in reader.objects("second_reading")))


def _entry(row: Reader) -> Entry:
    for key in ("id", "act", "by", "at", "state"):
        row.need(key)
    act, state = row.word("act", ReadingAct), row.text("state")
    if act is None:
        row.fail("act", _("is missing"))
    if not _HASH.fullmatch(state):
        row.fail("state", _("must be a SHA-256 in 64 lower-case hex digits"))
    return Entry(
        id=row.text("id"),
        act=act,
        by=row.text("by"),
        at=_moment(row),
        state=state,
        reasons=row.text("reasons"),
        asked=row.text("asked"),
        override=row.text("override"),
        extra=row.rest(),
    )


def _moment(row: Reader) -> datetime:
    try:
        at = datetime.fromisoformat(row.text("at"))
    except ValueError:
        row.fail("at", _("must be a moment, as 2026-11-23T10:00:00+00:00"))
    if at.tzinfo is None:
        row.fail("at", _("must say its time zone, as 2026-11-23T10:00:00+00:00"))
    return at
