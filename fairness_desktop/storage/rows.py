"""Between rows of the file and values of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from ..domain.register import HistoryLine, IssuedRecord, RegisterQuery, RegisterRow, SortKey, Standings, Status
from ..domain.vocabulary import AssessmentId, Floor, Kind, OptionId

Row = Mapping[str, Any]


def register_row(raw: Mapping[str, object]) -> RegisterRow:
    """A line of the register."""
    row = cast(Row, raw)
    return RegisterRow(
        id=AssessmentId(row["id"]),
        reference=row["reference"],
        title=row["title"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        decided_by=row["decided_by"],
        status=Status(row["status"]),
        standings=Standings(
            leader=OptionId(row["leader"]) if row["leader"] else None,
            score=row["score"],
            floor=Floor(row["floor"]) if row["floor"] else None,
        ),
        review_date=date.fromisoformat(row["review_date"]) if row["review_date"] else None,
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def history_line(raw: Mapping[str, object]) -> HistoryLine:
    """A change."""
    row = cast(Row, raw)
    return HistoryLine(datetime.fromisoformat(row["at"]), row["who"], row["place"], row["old"], row["new"])


def issued_record(raw: Mapping[str, object]) -> IssuedRecord:
    """A sealed record."""
    row = cast(Row, raw)
    return IssuedRecord(
        assessment=AssessmentId(row["assessment"]),
        sha256=row["sha256"],
        document_sha256=row["document_sha256"],
        signer=row["signer"],
        issued_at=datetime.fromisoformat(row["issued_at"]),
        pdf=row["pdf"],
        awaits=row["awaits"],
        completes=row["completes"],
    )


def where(query: RegisterQuery) -> tuple[str, dict[str, object]]:
    """The clause that finds what a query wants, and its values."""
    clauses: list[str] = []
    values: dict[str, object] = {}
    for i, word in enumerate(query.words.split()):
        like = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values[f"w{i}"] = f"%{like}%"
        columns = (f"{column} LIKE :w{i} ESCAPE '\\'" for column in ("title", "reference", "decided_by"))
        clauses.append(f"({' OR '.join(columns)})")
    if query.status is not None:
        values["status"] = query.status.value
        clauses.append("status = :status")
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def order(query: RegisterQuery) -> str:
    """The order that a query wants; equal ones by id, so that pages never overlap."""
    way = "DESC" if query.descending else "ASC"
    collation = "" if query.sort is SortKey.SCORE else " COLLATE NOCASE"
    return f"{query.sort.value}{collation} {way}, id {way}"
