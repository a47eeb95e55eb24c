"""Lines found by reviews: those whose review is due, and the weakest tenth of a year.

Both are found in an index of their own that holds nothing else, so that neither depends on how large the register is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...domain.register import RegisterQuery, SortKey
from ..library import Database
from ..migrations.shape import SORTED_BY
from .finding import facets_of, typed
from .rows import SHOWN

_OF_YEAR = "register w WHERE w.reviewed = :weakest_of"
_WEAKEST = (
    "SELECT w.n FROM register w JOIN assessments i ON i.n = w.n WHERE w.reviewed = :weakest_of{council} "
    "ORDER BY w.kept, w.reference, i.id LIMIT (SELECT (count(*) + 9) / 10 FROM " + _OF_YEAR + "{council})"
)
_JOINED = "register r CROSS JOIN facets f ON f.facet = r.facet CROSS JOIN assessments a ON a.n = r.n"
"""The line first: it is found in an index, in the order in which it is wanted."""


def count(db: Database, query: RegisterQuery) -> int:
    """How many lines it finds."""
    where, given = _where(query)
    return int(db.execute(f"SELECT count(*) FROM register r WHERE {where}", given).fetchone()[0])


def page(db: Database, query: RegisterQuery, offset: int, limit: int) -> list[Sequence[Any]]:
    """A page of them, each with the shelf it lies on at the end."""
    where, given = _where(query)
    sql = f"SELECT {SHOWN}, f.shelf FROM {_JOINED} WHERE {where} ORDER BY {_order(query)} LIMIT :limit OFFSET :offset"
    rows: list[Sequence[Any]] = db.execute(sql, {**given, "limit": limit, "offset": offset}).fetchall()
    return rows


def years(db: Database) -> list[int]:
    """The years in which anything was reviewed, newest first."""
    sql = "SELECT DISTINCT reviewed FROM register WHERE reviewed IS NOT NULL ORDER BY reviewed DESC"
    return [int(year) for (year,) in db.execute(sql)]


def _order(query: RegisterQuery) -> str:
    """Weakest, or longest overdue, first, unless a column is asked for."""
    if query.sort is SortKey.CHANGED_AT:
        return "r.due, r.n" if query.weakest_of is None else "r.kept, r.reference, a.id"
    way = "DESC" if query.descending else "ASC"
    return f"r.{SORTED_BY[query.sort.value]} {way}, r.reference {way}, a.id {way}"


def _where(query: RegisterQuery) -> tuple[str, dict[str, object]]:
    given = facets_of(query)
    parts = [f"r.{key} = :{key}" for key in given]
    if query.due:
        parts.append("r.due <= :as_of")
        given["as_of"] = "" if query.as_of is None else query.as_of.isoformat()
    if query.weakest_of is not None:
        parts.append(f"r.n IN ({_WEAKEST.format(council=' AND w.body = :body' if query.body else '')})")
        given["weakest_of"] = query.weakest_of
    words = typed(query.words)
    if words:
        parts.append("r.n IN (SELECT rowid FROM search WHERE search MATCH :words)")
        given["words"] = words
    return " AND ".join(parts), given
