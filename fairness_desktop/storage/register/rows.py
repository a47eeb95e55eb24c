"""Between rows of the file and values of the domain."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from ...domain.register import RegisterQuery, RegisterRow, SavedView, Shelf, SortKey, Standings, Status, Tally
from ...domain.reviewing.review import ReviewVerdict
from ...domain.vocabulary import Capacity, Floor, Kind, label

SHOWN = (
    "a.id, r.reference, r.title, r.kind, r.decided_by, r.status, r.leader, r.score, r.floor, r.review_date, "
    "r.changed_at, r.body, r.year, r.reviewed, r.kept, r.verdict, r.done"
)
"""The columns a line is read from, in the order of ``register_row``."""

_CAPACITIES = {capacity.value: capacity for capacity in Capacity}
_KINDS: dict[str, Kind | None] = {"": None, **{kind.value: kind for kind in Kind}}
_FLOORS: dict[str, Floor | None] = {"": None, **{floor.value: floor for floor in Floor}}
_STATUSES = {status.value: status for status in Status}


def register_row(row: Sequence[Any], shelf: Shelf) -> RegisterRow:
    """A line of the register."""
    (
        id_,
        reference,
        title,
        kind,
        maker,
        status,
        leader,
        score,
        floor,
        review,
        changed,
        body,
        year,
        reviewed,
        kept,
        verdict,
        done,
    ) = row
    return RegisterRow(
        id_,
        reference,
        title,
        _KINDS[kind],
        label(_CAPACITIES[maker]) if maker in _CAPACITIES else maker,
        _STATUSES[status],
        Standings(leader, score, _FLOORS[floor]),
        date.fromisoformat(review) if review else None,
        datetime.fromisoformat(changed),
        body,
        year,
        shelf,
        reviewed,
        kept,
        None if verdict is None else ReviewVerdict(verdict),
        done or "",
    )


def tally(row: Sequence[Any]) -> Tally:
    """A count of lines of one sort."""
    shelf, body, kind, status, floor, year, count = row
    return Tally(
        Shelf(shelf), body, Kind(kind) if kind else None, Status(status), Floor(floor) if floor else None, year, count
    )


def view_text(query: RegisterQuery) -> str:
    """A query as it is kept."""
    said = {key: value for key, value in asdict(query).items() if value is not None and key != "as_of"}
    return json.dumps(said, sort_keys=True)


def saved_view(row: Sequence[Any]) -> SavedView:
    """A query under its name; what this program does not know of it is passed over."""
    said = json.loads(row[1])
    return SavedView(
        row[0],
        RegisterQuery(
            words=said.get("words", ""),
            status=Status(said["status"]) if "status" in said else None,
            sort=SortKey(said.get("sort", SortKey.CHANGED_AT)),
            descending=bool(said.get("descending", True)),
            body=said.get("body", ""),
            kind=Kind(said["kind"]) if "kind" in said else None,
            floor=Floor(said["floor"]) if "floor" in said else None,
            year=said.get("year"),
            shelf=Shelf(said.get("shelf", Shelf.LIVE)),
            for_me=bool(said.get("for_me", False)),
            due=bool(said.get("due", False)),
            weakest_of=said.get("weakest_of"),
        ),
    )


def view_if_readable(row: Sequence[Any]) -> SavedView | None:
    """The same; None where it is no query."""
    try:
        return saved_view(row)
    except (ValueError, TypeError, AttributeError):
        return None
