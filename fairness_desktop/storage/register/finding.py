"""How a page of the register is found, whatever its size: always through an index, by the cheaper of two ways.

What matches is either walked in the wanted order until the page is full, or fetched and put in order. The first is
cheap where much matches, the second where little does; how much does is known beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...domain.register import RegisterQuery, SortKey
from ..library import Database
from ..migrations.shape import SORTED_BY
from .rows import SHOWN


def words(text: str) -> str:
    """What was typed as FTS5 wants it: every word as the beginning of one, signs passed over; empty finds all."""
    typed = (word.replace('"', "") for word in text.split())
    return " ".join(f'"{word}"*' for word in typed if any(sign.isalnum() for sign in word))


def facets(db: Database, query: RegisterQuery) -> tuple[list[int], int]:
    """The numbers of the facets that a query lets through, and how many lines they have together."""
    wanted = {
        "shelf": query.shelf.value,
        "body": query.body or None,
        "kind": query.kind,
        "status": query.status,
        "floor": query.floor,
        "year": query.year,
    }
    given = {key: value for key, value in wanted.items() if value is not None}
    where = " AND ".join(f"{key} = :{key}" for key in given)
    rows = db.execute(f"SELECT facet, count FROM facets WHERE count > 0 AND {where}", given).fetchall()
    return [facet for facet, _count in rows], sum(count for _facet, count in rows)


def counting(db: Database, query: RegisterQuery) -> int:
    """How many lines a query finds."""
    numbers, count = facets(db, query)
    looked_for = words(query.words)
    if not looked_for or not count:
        return count
    sql = f"SELECT count(*) FROM search s JOIN register r ON r.n = s.rowid WHERE search MATCH ? AND {_among(numbers)}"
    return int(db.execute(sql, [looked_for]).fetchone()[0])


def paging(db: Database, query: RegisterQuery, offset: int, limit: int) -> Sequence[tuple[Any, ...]]:
    """The rows of a page."""
    numbers, count = facets(db, query)
    looked_for = words(query.words)
    if not count:
        return []
    where = _among(numbers)
    values: list[object] = []
    if looked_for:
        where += " AND r.n IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(looked_for)
    found = f"SELECT n FROM register r WHERE {where} ORDER BY {_order(query, 'r.')} LIMIT ? OFFSET ?"
    sql = (
        f"SELECT {SHOWN} FROM ({found}) p JOIN register r ON r.n = p.n JOIN assessments a ON a.n = r.n "
        f"JOIN facets f ON f.facet = r.facet ORDER BY {_order(query, 'r.')}"
    )
    return db.execute(sql, [*values, limit, offset]).fetchall()


def _among(facets_: list[int]) -> str:
    return f"r.facet IN ({', '.join(map(str, facets_))})"


def _order(query: RegisterQuery, prefix: str) -> str:
    """The order that a query wants; equal ones in the order of their beginning, so that pages never overlap."""
    way = "DESC" if query.descending else "ASC"
    return f"{prefix}{SORTED_BY[SortKey(query.sort).value]} {way}, {prefix}n {way}"
