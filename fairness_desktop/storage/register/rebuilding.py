"""Making the register anew from the versions: nothing in it is the only copy of anything."""

from __future__ import annotations

from collections.abc import Iterator

from ...watching import Progress, unwatched
from ..keeping.newest import deeds, newest_if_readable, projection
from ..library import Database
from .projection import Projection
from .writing import put

NUMBER = "3"
"""Raised whenever another version of the program would show or search something else of the same document."""

_SETTING = "projection"

_WAITS = (
    "DROP TABLE IF EXISTS waits",
    "CREATE TABLE waits (n INTEGER PRIMARY KEY, whom TEXT NOT NULL) STRICT",
    "CREATE INDEX waits_for ON waits (whom)",
)
"""What waits for a reader, and for whom. It comes with the number of the projection, and not with one of the format:
an older program reads and writes the file as ever, and the next newer one makes this table anew."""


def rebuild_where_needed(db: Database, progress: Progress) -> None:
    """Make the register anew where it was made by other rules than these, or not yet; inside a transaction."""
    row = db.execute("SELECT value FROM settings WHERE key = ?", [_SETTING]).fetchone()
    if row is None or row[0] != NUMBER:
        rebuild(db, progress)
        db.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [_SETTING, NUMBER],
        )


def rebuild(db: Database, progress: Progress = unwatched) -> None:
    """Forget register, counts and words, and make them anew; inside a transaction."""
    db.execute("DELETE FROM register")
    for statement in _WAITS:
        db.execute(statement)
    db.execute("DELETE FROM facets")
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    (of,) = db.execute("SELECT count(*) FROM assessments").fetchone()
    for done, (n, version, shown) in enumerate(projections(db), 1):
        put(db, n, version, shown, None)
        progress(done, of)


def projections(db: Database) -> Iterator[tuple[int, int, Projection]]:
    """What the register should show, line by line: the assessment's number, its newest version, and the line.

    Of what is erased there is no line.
    """
    erased = "SELECT 1 FROM versions e WHERE e.assessment = a.n AND e.act = 'erased'"
    for (n,) in db.execute(f"SELECT n FROM assessments a WHERE NOT EXISTS ({erased}) ORDER BY n"):
        last = newest_if_readable(db, n)
        if last.number:
            yield n, last.seq, projection(last, deeds(db, n))
