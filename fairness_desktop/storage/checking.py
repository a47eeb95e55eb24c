"""Whether the file still holds what was written: SQLite's own check does not see a flipped bit, so all is hashed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from ..i18n import _
from .library import Database
from .migrations import GUARDS


def faults(db: Database) -> list[str]:
    """A sentence for everything that is not as it was written."""
    try:
        return [*_structure(db), *_versions(db), *_records(db), *_register(db)]
    except sqlite3.DatabaseError as error:
        return [_("The file cannot be read to its end: {why}. Restore it from a backup.").format(why=error)]


def _structure(db: Database) -> Iterator[str]:
    for row in db.query("PRAGMA integrity_check"):
        if row["integrity_check"] != "ok":
            yield _("The database is damaged: {what}.").format(what=row["integrity_check"])
    for row in db.query("PRAGMA foreign_key_check"):
        yield _("A row of “{table}” points to nothing.").format(table=row["table"])
    for name in sorted(GUARDS - {trigger.name for trigger in db.triggers}):
        yield _("The guard “{name}” is missing: sealed rows could be changed.").format(name=name)


def _versions(db: Database) -> Iterator[str]:
    for row in db.query("SELECT assessment, rev, sha256, document FROM versions"):
        if hashlib.sha256(str(row["document"]).encode()).hexdigest() != row["sha256"]:
            said = _("Version {rev} of {assessment} is not what was written.")
            yield said.format(rev=row["rev"], assessment=row["assessment"])


def _records(db: Database) -> Iterator[str]:
    for row in db.query("SELECT assessment, sha256, pdf FROM records"):
        if hashlib.sha256(row["pdf"]).hexdigest() != row["sha256"]:
            yield _("The signed record {sha256} of {assessment} is not what was sealed.").format(
                sha256=str(row["sha256"])[:16], assessment=row["assessment"]
            )


def _register(db: Database) -> Iterator[str]:
    sql = "SELECT r.id FROM register r WHERE r.rev <> (SELECT max(v.rev) FROM versions v WHERE v.assessment = r.id)"
    for row in db.query(sql):
        yield _("The register does not show the newest version of {id}.").format(id=row["id"])
