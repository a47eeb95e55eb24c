"""Looking into a copy without touching it, and against the register of today."""

from __future__ import annotations

from ...domain.register import Shelf
from ...domain.safekeeping.copies import Some
from ..connecting import Connection, key, text
from ..library import Database
from ..register.rows import SHOWN, register_row

FIRST = 50
"""Lines that are told of each sort; the rest is counted."""

_MADE_FROM_OTHERS = ("register", "facets", "search", "search_")
_SMALL = 1_000
"""Rows up to which a table is told apart by all it holds, not only by how many rows it has and how far they count."""

_LINES = (
    "FROM register r JOIN assessments a ON a.n = r.n JOIN facets f ON f.facet = r.facet "
    "JOIN versions v ON v.seq = r.version LEFT JOIN other.assessments oa ON oa.id = a.id "
    "LEFT JOIN other.register o ON o.n = oa.n LEFT JOIN other.versions ov ON ov.seq = o.version"
)
_LOST = "WHERE o.n IS NULL"
_OLDER = "WHERE ov.hash IS NOT NULL AND ov.hash <> v.hash"
_RECORDS = (
    "SELECT count(*) FROM main.records r WHERE NOT EXISTS (SELECT 1 FROM other.records o WHERE o.sha256 = r.sha256)"
)


def gist(connection: Connection) -> str:
    """What a register holds, in few words: equal for two files that hold the same.

    What is kept for good only ever grows, so that it is told by how much there is of it.
    """
    tables = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    own = [(name, "WITHOUT ROWID" in sql) for name, sql in tables if not name.startswith(_MADE_FROM_OTHERS)]
    return "\n".join(_table(connection, name, rowless=rowless) for name, rowless in own)


def _table(connection: Connection, name: str, *, rowless: bool) -> str:
    furthest = "0" if rowless else "max(rowid)"
    count, last = connection.execute(f"SELECT count(*), {furthest} FROM {name}").fetchone()
    small = name in ("settings", "views") and count < _SMALL
    held = connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() if small else ""
    return f"{name} {count} {last} {held}"


def compared(db: Database, copy: str, secret: str | None) -> tuple[Some, Some, int]:
    """Decisions of this register that a copy lacks, those it holds otherwise, and how many sealed records it lacks."""
    unlock = "" if secret is None else f" KEY {key(secret)}"
    db.execute(f"ATTACH {text(copy)} AS other{unlock}")
    try:
        return _some(db, _LOST), _some(db, _OLDER), int(db.execute(_RECORDS).fetchone()[0])
    finally:
        db.execute("DETACH other")


def _some(db: Database, which: str) -> Some:
    (count,) = db.execute(f"SELECT count(*) {_LINES} {which}").fetchone()
    rows = db.execute(f"SELECT {SHOWN}, f.shelf {_LINES} {which} ORDER BY r.changed_at DESC LIMIT {FIRST}")
    return Some(int(count), tuple(register_row(row[:-1], Shelf(row[-1])) for row in rows))
