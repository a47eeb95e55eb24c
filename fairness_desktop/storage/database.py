"""Opening the register's file, and saying in a sentence why it cannot be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import StorageError
from ..i18n import _
from .library import Database
from .migrations import GUARDS, migrations
from .register.rebuilding import rebuild_where_needed

APPLICATION_ID = 0x46444B31
"""Marks the file as ours (“FDK1”)."""

FORMAT = 4
"""Number of the file's format, in ``user_version``; a higher one was written by a newer program."""

LOCK_SECONDS = 5.0


def open_database(path: Path) -> Database:
    """The register's file, made if there is none, brought up to date; StorageError leaves it unharmed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None, check_same_thread=False)
        _refuse_strangers(connection, path)
        _mark(connection)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
            connection.execute(f"PRAGMA {pragma}")
        db = Database(connection, execute_plugins=False)
        migrations.apply(db)
        with transaction(db, path):
            rebuild_where_needed(db)
        connection.execute(f"PRAGMA user_version = {FORMAT}")
    except (sqlite3.Error, OSError) as error:
        raise told(error, path) from error
    _need_guards(db, path)
    return db


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not ours or is newer than we are, before anything is written to it."""
    marked = connection.execute("PRAGMA application_id").fetchone()[0]
    written = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and marked != APPLICATION_ID:
        connection.close()
        raise StorageError(
            _("“{path}” is a database of another program. Move it away, or choose another data folder.").format(
                path=path
            )
        )
    if written > FORMAT:
        connection.close()
        raise StorageError(
            _(
                "“{path}” was written by a newer Fairness Desktop (format {written}; this one knows {known}). "
                "Nothing was changed; open it with the newer program."
            ).format(path=path, written=written, known=FORMAT)
        )


def _mark(connection: sqlite3.Connection) -> None:
    """Mark a new file as ours before there is anything in it: a program killed then must know it again."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _need_guards(db: Database, path: Path) -> None:
    missing = GUARDS - {trigger.name for trigger in db.triggers}
    if missing:
        raise StorageError(
            _("“{path}” has lost what guards its sealed rows ({names}); restore it from a backup.").format(
                path=path, names=", ".join(sorted(missing))
            )
        )


@contextmanager
def transaction(db: Database, path: Path) -> Iterator[None]:
    """All or nothing, and the writer's place taken at once; the environment's failures become sentences."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except sqlite3.Error as error:
        if isinstance(error, sqlite3.OperationalError | sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.IntegrityError | sqlite3.ProgrammingError
        ):
            raise told(error, path) from error
        raise
    finally:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")


def told(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """The sentence for a failure of the file or the disk."""
    said = str(error)
    if "locked" in said or "busy" in said:
        why = _("another program is writing to it; close that one or wait, then try again")
    elif "full" in said or "No space" in said:
        why = _("the disk is full; make room and try again, nothing already saved is lost")
    elif "readonly" in said or "read-only" in said or "Read-only" in said or "ermission" in said:
        why = _("it cannot be written to; choose another data folder or ask for the right to write there")
    elif "not a database" in said or "malformed" in said:
        why = _("it is no database, or it is damaged; restore it from a backup or move it away")
    else:
        why = said
    return StorageError(_("The register “{path}” cannot be used: {why}.").format(path=path, why=why))
