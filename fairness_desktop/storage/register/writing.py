"""Putting lines into the register, and making it anew from the versions."""

from __future__ import annotations

from typing import NamedTuple

from ..library import Database
from .projection import Facet, Projection, Texts

SHOWN = ("version", "reference", "title", "body", "decided_by", "kind", "status", "floor", "year", "leader", "score",
         "review_date", "changed_at", "due", "reviewed", "kept", "verdict", "done", "facet")  # fmt: skip
"""The columns of a line, in the order of ``row_of``."""

_SELECT = f"SELECT {', '.join(SHOWN)} FROM register WHERE n = ?"
_INSERT = f"INSERT INTO register (n, {', '.join(SHOWN)}) VALUES (?{', ?' * len(SHOWN)})"
_TEXTS = ", ".join(Texts._fields)
INTO_SEARCH = f"INSERT INTO search (rowid, {_TEXTS}) VALUES (?{', ?' * len(Texts._fields)})"
_OUT_OF_SEARCH = f"INSERT INTO search (search, rowid, {_TEXTS}) VALUES ('delete', ?{', ?' * len(Texts._fields)})"


class Shown(NamedTuple):
    """A line as it stands in the register: its columns, and what it was made from."""

    row: tuple[object, ...]
    projection: Projection


def as_shown(db: Database, n: int, shown: Projection) -> Shown | None:
    """The line as the register has it; None where it has none."""
    row = db.execute(_SELECT, [n]).fetchone()
    return None if row is None else Shown(row, shown)


Waiting = list[tuple[object, ...]]
"""Words of new lines that are still to be put into the index: it takes many at once far sooner than one by one."""


def put(db: Database, n: int, version: int, new: Projection, old: Shown | None, later: Waiting | None = None) -> Shown:
    """Show that line in the place of the old. Only what differs is written, and so only its indexes."""
    if old is None:
        return _new(db, n, version, new, later)
    number = old.row[-1] if new.facet == old.projection.facet else facet(db, new.facet)
    row = row_of(version, number, new)
    other = [i for i, value in enumerate(row) if value != old.row[i]]
    columns = ", ".join(f"{SHOWN[i]} = ?" for i in other)
    if other:
        db.execute(f"UPDATE register SET {columns} WHERE n = ?", [*(row[i] for i in other), n])
    if new.waits != old.projection.waits:
        db.execute("DELETE FROM waits WHERE n = ?", [n])
        _put_waits(db, n, new)
    if new.texts != old.projection.texts:
        db.execute(_OUT_OF_SEARCH, [n, *old.projection.texts])
        db.execute(INTO_SEARCH, [n, *new.texts])
    return Shown(row, new)


def _new(db: Database, n: int, version: int, new: Projection, later: Waiting | None) -> Shown:
    row = row_of(version, facet(db, new.facet), new)
    db.execute(_INSERT, [n, *row])
    _put_waits(db, n, new)
    if later is None:
        db.execute(INTO_SEARCH, [n, *new.texts])
    else:
        later.append((n, *new.texts))
    return Shown(row, new)


def put_words(db: Database, waiting: Waiting) -> None:
    """Put in what waits, and empty it."""
    db.conn.executemany(INTO_SEARCH, waiting)
    waiting.clear()


def take_out(db: Database, n: int, old: Shown) -> None:
    """Show that line no longer."""
    db.execute("DELETE FROM register WHERE n = ?", [n])
    db.execute("DELETE FROM waits WHERE n = ?", [n])
    db.execute(_OUT_OF_SEARCH, [n, *old.projection.texts])


def _put_waits(db: Database, n: int, shown: Projection) -> None:
    if shown.waits is not None:
        db.execute("INSERT INTO waits (n, whom) VALUES (?, ?)", [n, shown.waits])


def row_of(version: int, facet_: object, shown: Projection) -> tuple[object, ...]:
    """The columns of a line."""
    line, by = shown.line, shown.facet
    return (
        version, line.reference, line.title, by.body, line.decided_by, by.kind, by.status, by.floor, by.year,
        line.leader, line.score, line.review_date, line.changed_at,
        line.due, line.reviewed, line.kept, line.verdict, line.done, facet_,
    )  # fmt: skip


def facet(db: Database, wanted: Facet) -> int:
    """The number of a facet, which is made where there has been none such."""
    same = " AND ".join(f"{name} = ?" for name in Facet._fields)
    row = db.execute(f"SELECT facet FROM facets WHERE {same}", wanted).fetchone()
    if row is None:
        columns = ", ".join(Facet._fields)
        made = f"INSERT INTO facets ({columns}) VALUES (?{', ?' * (len(Facet._fields) - 1)}) RETURNING facet"
        row = db.execute(made, wanted).fetchone()
    return int(row[0])
