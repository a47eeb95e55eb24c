"""The register as a table: one line a decision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ...domain.register import RegisterRow, status_label
from ...domain.reviewing.review import review_word
from ...domain.vocabulary import label
from ...i18n import _
from .cells import Cell, exact, for_a_spreadsheet

FORMAT = "fairness-desktop/register"
FORMAT_VERSION = 1


def told(row: RegisterRow) -> dict[str, object]:
    """A line as it stands in JSON; every word is one of the exchange form."""
    return {
        "id": row.id,
        "reference": row.reference,
        "title": row.title,
        "body": row.body,
        "year": row.year,
        "kind": row.kind,
        "status": row.status,
        "decided_by": row.decided_by,
        "leader": row.standings.leader,
        "score": row.standings.score,
        "floor": row.standings.floor,
        "review_date": row.review_date.isoformat() if row.review_date else None,
        "changed_at": row.changed_at.isoformat(),
        "shelf": row.shelf,
        "reviewed": row.reviewed,
        "kept": row.kept,
        "verdict": row.verdict,
        "done": row.done,
    }


NAMES = (
    "id",
    "reference",
    "title",
    "body",
    "year",
    "kind",
    "status",
    "decided_by",
    "leader",
    "score",
    "floor",
    "review_date",
    "changed_at",
    "shelf",
    "reviewed",
    "kept",
    "verdict",
    "done",
)


def as_json(rows: Iterable[RegisterRow]) -> Iterator[str]:
    """The register as one JSON document, piece by piece."""
    yield json.dumps({"format": FORMAT, "format_version": FORMAT_VERSION})[:-1] + ', "decisions": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps(told(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def as_exact_csv(rows: Iterable[RegisterRow]) -> Iterator[str]:
    """The register as CSV for programs: names and words of the exchange form."""
    return exact(_exactly(rows))


def _exactly(rows: Iterable[RegisterRow]) -> Iterator[tuple[Cell, ...]]:
    yield NAMES
    for row in rows:
        yield tuple(_cell(value) for value in told(row).values())


def _cell(value: object) -> Cell:
    return value if isinstance(value, float | None) else str(value)


def as_spreadsheet_csv(rows: Iterable[RegisterRow]) -> Iterator[str]:
    """The register as CSV for a spreadsheet, in the words of the window."""
    return for_a_spreadsheet(_readably(rows))


def _readably(rows: Iterable[RegisterRow]) -> Iterator[tuple[Cell, ...]]:
    yield (
        _("Ref."),
        _("Decision"),
        _("Council"),
        _("Year"),
        _("Kind"),
        _("Status"),
        _("Decided by"),
        _("Leading option"),
        _("Score"),
        _("Floor"),
        _("Review due"),
        _("Reviewed in"),
        _("Outcome against promise"),
        _("What follows"),
        _("What was done about it"),
        _("Changed"),
        _("Id"),
    )
    for row in rows:
        standings = row.standings
        yield (
            row.reference,
            row.title,
            row.body,
            row.year,
            label(row.kind) if row.kind else "",
            status_label(row.status),
            row.decided_by,
            standings.leader,
            standings.score,
            label(standings.floor) if standings.floor else "",
            row.review_date,
            row.reviewed,
            row.kept,
            review_word(row.verdict) if row.verdict else "",
            row.done,
            row.changed_at.date(),
            row.id,
        )
