"""How a page of the register is found, whatever its size: always through an index, by the cheapest of its ways.

What matches is either walked in the wanted order until the page is full, or fetched and then put in order. The first is
cheap where much matches, the second where little does; how much does is known beforehand. A page nearer to the end is
walked from the end. The order alone is walked in an index that holds all it takes; only the page itself is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...domain.approval.reading import folded
from ...domain.errors import StorageError
from ...domain.register import WHO, RegisterQuery, SortKey
from ...i18n import _
from ..library import Database
from ..migrations.shape import SORTED_BY
from .rows import SHOWN

FETCHING, WALKING = 10, 1
"""What it takes to fetch a line by its number and put it in order, against passing one in an index."""

_REMEMBERED = 100

_NEAR = 1000
"""Lines that may be read and passed over: to find their numbers first would take longer."""

_FOR_ME = (
    "(w.whom = :me OR (w.whom >= char(10) AND w.whom < char(11) AND instr(w.whom, char(10) || :me || char(10)) = 0))"
)
"""Asked by name; or nobody in particular was, and one is none of the authors (see ``projection.whom``)."""

_MATCHING = "SELECT rowid FROM search WHERE search MATCH :words"


@dataclass(frozen=True, slots=True)
class Matches:
    """What a query finds: the words as FTS5 wants them, the facets it lets through (None: all there are), how many."""

    words: str
    facets: tuple[int, ...] | None
    count: int
    all: int
    me: str | None = None
    """Whose readings alone are wanted; None where everything is."""

    def among(self, column: str) -> str:
        """The condition that a line lies on one of the facets."""
        return "1" if self.facets is None else f"{column} IN ({', '.join(map(str, self.facets))})"


def typed(text: str) -> str:
    """What was typed as FTS5 wants it: every word as the beginning of one, signs passed over; empty finds all."""
    plain = (word.replace('"', "") for word in text.split())
    return " ".join(f'"{word}"*' for word in plain if any(sign.isalnum() for sign in word))


class Finder:
    """Finds, and remembers what was found until the file is written to: every page asks anew how many there are."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[RegisterQuery, Matches] = {}
        self._as_of: tuple[int, int] | None = None

    def matches(self, query: RegisterQuery) -> Matches:
        """What a query finds."""
        if self._db.conn.in_transaction:  # what is taken back leaves no trace to be seen by
            return matches(self._db, query)
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        as_of = self._db.conn.total_changes, version
        if as_of != self._as_of or len(self._known) > _REMEMBERED:
            self._known, self._as_of = {}, as_of
        unordered = replace(query, sort=SortKey.CHANGED_AT, descending=True)
        found = self._known.get(unordered)
        if found is None:
            found = self._known[unordered] = matches(self._db, query)
        return found

    def page(self, query: RegisterQuery, offset: int, limit: int) -> Sequence[tuple[Any, ...]]:
        """The rows of a page."""
        found = self.matches(query)
        limit = min(limit, found.count - offset)
        if limit <= 0:
            return []
        if offset > found.count / 2:
            turned = replace(query, descending=not query.descending)
            return _page(self._db, turned, found, found.count - offset - limit, limit)[::-1]
        return _page(self._db, query, found, offset, limit)

    def forget(self) -> None:
        """Forget what was found, where the file was put in another's place."""
        self._as_of = None


def matches(db: Database, query: RegisterQuery) -> Matches:
    """What a query finds, looked for."""
    found = _by_facets(db, query)
    words, me = typed(query.words), _me(db) if query.for_me else None
    found = replace(found, words=words, me=me)
    if not found.count or (not words and me is None):
        return found
    return replace(found, count=_counted(db, words, found) if me is None else _waiting(db, found))


def _me(db: Database) -> str:
    """Whoever uses the register now, as names are compared; StorageError where an older program left the file."""
    if db.execute("SELECT 1 FROM sqlite_master WHERE name = 'waits'").fetchone() is None:
        raise StorageError(_("The register has to be brought up to date first, which only who may write to it can do."))
    row = db.execute("SELECT value FROM settings WHERE key = ?", [WHO]).fetchone()
    return folded(row[0]) if row else ""


def facets_of(query: RegisterQuery) -> dict[str, object]:
    """What a query asks of the columns that say what a decision is, but for its shelf; only what it does ask."""
    asked: dict[str, object] = {
        "body": query.body or None,
        "kind": query.kind,
        "status": query.status,
        "floor": query.floor,
        "year": query.year,
    }
    return {key: value for key, value in asked.items() if value is not None}


def _by_facets(db: Database, query: RegisterQuery) -> Matches:
    given = {"shelf": query.shelf.value, **facets_of(query)}
    within = " AND ".join(f"{key} = :{key}" for key in given)
    sums = f"SELECT total(count), total(CASE WHEN {within} THEN count END) FROM facets"
    every, count = map(int, db.execute(sums, given).fetchone())
    facets = None
    if count not in (0, every):
        listed = db.execute(f"SELECT facet FROM facets WHERE count > 0 AND {within}", given)
        facets = tuple(facet for (facet,) in listed.fetchall())
    return Matches("", facets, count, every)


def _waiting(db: Database, found: Matches) -> int:
    """How many wait for somebody: few, as a rule, so they are looked at one by one."""
    sql = f"SELECT count(*) FROM {_fetched(found)}"
    return int(db.execute(sql, {"words": found.words, "me": found.me}).fetchone()[0])


def _counted(db: Database, words: str, found: Matches) -> int:
    """How many lines have the words; those on other facets are taken away where they are fewer."""
    all_ = f"SELECT count(*) FROM ({_MATCHING})"
    if found.facets is None:
        return int(db.execute(all_, {"words": words}).fetchone()[0])
    facets = ", ".join(map(str, found.facets))
    some = f"SELECT count(*) FROM register INDEXED BY register_by_facet WHERE facet IN (%s) AND n IN ({_MATCHING})"
    if found.count <= found.all / 2:
        return int(db.execute(some % facets, {"words": words}).fetchone()[0])
    others = f"SELECT facet FROM facets WHERE count > 0 AND facet NOT IN ({facets})"
    return int(db.execute(f"SELECT ({all_}) - ({some % others})", {"words": words}).fetchone()[0])


def _page(db: Database, query: RegisterQuery, found: Matches, offset: int, limit: int) -> list[tuple[Any, ...]]:
    order = _order(query)
    walks = found.me is None and WALKING * (offset + limit) * found.all <= FETCHING * found.count * found.count
    source = _walked(query, found) if walks else _fetched(found)
    page = f"FROM {source} ORDER BY {order} LIMIT :limit OFFSET :offset"
    lines = f"(SELECT r.n {page}) p CROSS JOIN register r ON r.n = p.n JOIN assessments a ON a.n = r.n"
    sql = f"SELECT {SHOWN} FROM {lines} ORDER BY {order}"
    if walks and not found.words and offset <= _NEAR:
        sql = f"SELECT {SHOWN} {page}".replace(" WHERE ", " JOIN assessments a ON a.n = r.n WHERE ", 1)
    rows: list[tuple[Any, ...]] = db.execute(
        sql, {"words": found.words, "me": found.me, "limit": limit, "offset": offset}
    ).fetchall()
    return rows


def _walked(query: RegisterQuery, found: Matches) -> str:
    """The index of the order, passing what does not match; the sign keeps the index of facets out of it."""
    looked_for = f"r.n IN ({_MATCHING})" if found.words else "1"
    return f"register r INDEXED BY register_by_{query.sort.value} WHERE {found.among('+r.facet')} AND {looked_for}"


def _fetched(found: Matches) -> str:
    """What matches, in no order."""
    if found.me is not None:
        words = f"r.n IN ({_MATCHING})" if found.words else "1"
        return f"waits w CROSS JOIN register r ON r.n = w.n WHERE {_FOR_ME} AND {found.among('+r.facet')} AND {words}"
    if found.words:
        return (
            f"search s CROSS JOIN register r ON r.n = s.rowid WHERE search MATCH :words AND {found.among('+r.facet')}"
        )
    return f"register r INDEXED BY register_by_facet WHERE {found.among('r.facet')}"


def _order(query: RegisterQuery) -> str:
    """The order that a query wants; equal ones in the order of their beginning, so that pages never overlap."""
    way = "DESC" if query.descending else "ASC"
    return f"r.{SORTED_BY[query.sort.value]} {way}, r.n {way}"
