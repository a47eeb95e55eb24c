"""The file as SQLite sees it, and the guards that must be there."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..library import Database
from ..migrations import GUARDS


def structure(db: Database) -> Iterator[str]:
    """What is wrong with pages, indexes, references and guards."""
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield _("The database is damaged: {what}.").format(what=said)
    for row in db.execute("PRAGMA foreign_key_check"):
        yield _("A row of “{table}” points to nothing.").format(table=row[0])
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for name in sorted(GUARDS - there):
        yield _("The guard “{name}” is missing: sealed rows could be changed.").format(name=name)
