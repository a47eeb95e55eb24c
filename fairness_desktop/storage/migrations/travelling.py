"""The fourth format: what belongs to an assessment and travels with it in a bundle.

Files are kept once, under their SHA-256, in pieces: a large one is then written and read without holding up whoever
else waits for the register. A file is there when its line in ``blobs`` is, which is written last.
"""

from __future__ import annotations

from ..library import Database
from .beginnings import migrations
from .chained import m003_chained

__all__ = ["TRAVELLING_GUARDS", "m003_chained"]

_TABLES = """
CREATE TABLE blobs (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), size INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE pieces (
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32), piece INTEGER NOT NULL CHECK (piece >= 0),
    content BLOB NOT NULL CHECK (content <> x''),
    PRIMARY KEY (sha256, piece)
) STRICT;
CREATE TABLE attached (
    assessment INTEGER NOT NULL REFERENCES assessments (n), sha256 BLOB NOT NULL REFERENCES blobs (sha256),
    PRIMARY KEY (assessment, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX attached_files ON attached (sha256);
CREATE TABLE histories (
    head BLOB PRIMARY KEY CHECK (length(head) = 32), assessment INTEGER NOT NULL REFERENCES assessments (n),
    told BLOB NOT NULL
) STRICT;
CREATE INDEX histories_of ON histories (assessment);
CREATE TABLE frameworks (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), id TEXT NOT NULL, version TEXT NOT NULL,
    document TEXT NOT NULL, UNIQUE (id, version)
) STRICT;
CREATE TABLE taken_in (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), assessment INTEGER NOT NULL REFERENCES assessments (n)
) STRICT, WITHOUT ROWID
"""

_ERASED = (
    "NOT EXISTS (SELECT 1 FROM versions e WHERE e.assessment = OLD.assessment AND e.act = 'erased' AND e.number = "
    "(SELECT max(number) FROM versions WHERE assessment = OLD.assessment))"
)
_PIECE_THERE = (
    "EXISTS (SELECT 1 FROM blobs WHERE sha256 = NEW.sha256) "
    "OR EXISTS (SELECT 1 FROM pieces WHERE sha256 = NEW.sha256 AND piece = NEW.piece)"
)
_RULES = {
    "blobs_no_update": ("UPDATE ON blobs", ""),
    "blobs_no_replace": ("INSERT ON blobs", "EXISTS (SELECT 1 FROM blobs WHERE sha256 = NEW.sha256)"),
    "pieces_no_update": ("UPDATE ON pieces", ""),
    "pieces_no_delete": ("DELETE ON pieces", "EXISTS (SELECT 1 FROM blobs WHERE sha256 = OLD.sha256)"),
    "pieces_no_replace": ("INSERT ON pieces", _PIECE_THERE),
    "attached_no_update": ("UPDATE ON attached", ""),
    "attached_no_delete": ("DELETE ON attached", _ERASED),
    "histories_no_update": ("UPDATE ON histories", ""),
    "histories_no_delete": ("DELETE ON histories", _ERASED),
    "histories_no_replace": ("INSERT ON histories", "EXISTS (SELECT 1 FROM histories WHERE head = NEW.head)"),
    "frameworks_no_update": ("UPDATE ON frameworks", ""),
    "frameworks_no_delete": ("DELETE ON frameworks", ""),
    "frameworks_no_replace": (
        "INSERT ON frameworks",
        "EXISTS (SELECT 1 FROM frameworks WHERE sha256 = NEW.sha256 OR (id = NEW.id AND version = NEW.version))",
    ),
}
"""A file goes only when nothing has it attached: the reference of ``attached`` sees to that."""

TRAVELLING_GUARDS = frozenset(_RULES)
"""The triggers without which what travelled could be changed."""


@migrations()
def m004_what_travels(db: Database) -> None:
    """Files, histories of other laptops, frameworks that came along, and which bundles were taken in."""
    for statement in _TABLES.split(";\n"):
        db.execute(statement)
    for name, (event, when) in _RULES.items():
        clause, table = f"WHEN {when} " if when else "", event.rpartition(" ")[2]
        db.execute(
            f"CREATE TRIGGER {name} BEFORE {event} {clause}"
            f"BEGIN SELECT raise(ABORT, '{table} are kept as they are'); END"
        )
