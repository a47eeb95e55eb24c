"""The first two formats: every state a row of its own, whole; the register over the newest."""

from __future__ import annotations

from ..library import Database, Migrations

migrations = Migrations("fairness_desktop")

_SHAPE = """
CREATE TABLE versions (
    assessment TEXT NOT NULL, rev INTEGER NOT NULL, at TEXT NOT NULL, sha256 TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (assessment, rev)
) STRICT;
CREATE TABLE register (
    id TEXT PRIMARY KEY, rev INTEGER NOT NULL, reference TEXT NOT NULL, title TEXT NOT NULL, kind TEXT,
    decided_by TEXT NOT NULL, status TEXT NOT NULL, leader TEXT, score REAL, floor TEXT, review_date TEXT,
    changed_at TEXT NOT NULL,
    FOREIGN KEY (id, rev) REFERENCES versions (assessment, rev)
) STRICT;
CREATE TABLE history (
    seq INTEGER PRIMARY KEY, assessment TEXT NOT NULL, rev INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
    place TEXT NOT NULL, old TEXT, new TEXT,
    FOREIGN KEY (assessment, rev) REFERENCES versions (assessment, rev)
) STRICT;
CREATE INDEX history_of ON history (assessment, seq);
CREATE TABLE records (
    sha256 TEXT PRIMARY KEY, assessment TEXT NOT NULL, document_sha256 TEXT NOT NULL, signer TEXT NOT NULL,
    issued_at TEXT NOT NULL, pdf BLOB NOT NULL,
    FOREIGN KEY (assessment) REFERENCES register (id)
) STRICT;
CREATE INDEX records_of ON records (assessment, issued_at);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""
_SORTED_BY = ("changed_at", "reference", "title", "kind", "decided_by", "status", "score", "floor", "review_date")
_IMMUTABLE = {"versions": "NEW.assessment = assessment AND NEW.rev = rev", "records": "NEW.sha256 = sha256"}
_APPENDED = ("history",)

_COMPLETED_ONCE = "records_completed_once"


@migrations()
def m001_versions_register_history_records(db: Database) -> None:
    """Every state kept, the register over the newest, the history of changes, the sealed records."""
    for statement in filter(str.strip, _SHAPE.split(";\n")):
        db.execute(statement)
    for column in _SORTED_BY:
        collation = "" if column == "score" else " COLLATE NOCASE"
        db.execute(f"CREATE INDEX register_by_{column} ON register ({column}{collation}, id)")
    _guard(db)


def _guard(db: Database) -> None:
    """Refuse to change, delete or replace what is kept for good, whoever asks."""
    same = {**_IMMUTABLE, **dict.fromkeys(_APPENDED, "NEW.seq = seq")}
    for table, identity in same.items():
        for verb in ("update", "delete"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT raise(ABORT, '{table} are kept as they are'); END"
            )
        db.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {identity}) "
            f"BEGIN SELECT raise(ABORT, '{table} are kept as they are'); END"
        )


@migrations()
def m002_records_that_wait_for_a_second_signature(db: Database) -> None:
    """Who has yet to sign a record, and which waiting record a countersigned one completes.

    The guard is a trigger: a unique index would let another tool replace the row that stands there.
    """
    for column in ("awaits", "completes"):
        db.execute(f"ALTER TABLE records ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX records_completing ON records (completes)")
    db.execute(
        f"CREATE TRIGGER {_COMPLETED_ONCE} BEFORE INSERT ON records "
        "WHEN NEW.completes <> '' AND EXISTS (SELECT 1 FROM records WHERE completes = NEW.completes) "
        "BEGIN SELECT raise(ABORT, 'a record is completed once'); END"
    )
