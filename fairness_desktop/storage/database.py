"""Opening the register's file, and saying in a sentence why it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import HeldError, StorageError
from ..i18n import _
from ..watching import Progress, unwatched
from .connecting import PATIENCE, Connection, connect, errors, failures, mistakes
from .library import Database
from .migrations import GUARDS, migrations
from .register.rebuilding import rebuild_where_needed
from .safekeeping.before_migration import keep_copy
from .safekeeping.places import on_network
from .telling import told

APPLICATION_ID = 0x46444B31
"""Marks the file as ours (“FDK1”)."""

FORMAT = 5
"""Number of the file's format, in ``user_version``; a higher one was written by a newer program."""

_LOCAL = ("journal_mode = WAL", "synchronous = FULL")
_NETWORK = ("locking_mode = EXCLUSIVE", "journal_mode = DELETE", "synchronous = EXTRA")
"""A log beside the file needs memory that all who open it share: on another computer's disk there is none."""
_ALONE = ("journal_mode = DELETE", "synchronous = FULL")
_MOMENT = 1_000
"""Milliseconds for which others are waited for that only read."""

_ANYWHERE = ("foreign_keys = ON", "recursive_triggers = ON")


def open_database(
    path: Path, secret: str | None = None, progress: Progress = unwatched, *, alone: bool = False
) -> Database:
    """The register's file, made if there is none, brought up to date; StorageError leaves it unharmed.

    Of one that nobody else knows (``alone``) no copy is kept before, and no log stands beside it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = connect(path, secret)
    except failures() as error:
        raise told(error, path) from error
    try:
        refuse_strangers(connection, path)
        db = Database(connection, execute_plugins=False)
        _prepare(connection, _ALONE if alone else _NETWORK if on_network(path.parent) else _LOCAL)
        if format_of(connection) != FORMAT:  # the number is written last, once all that leads to it is done
            if not alone and migrations.applied(db) and migrations.pending(db):
                keep_copy(connection, path, secret)
            migrations.apply(db)
        _bring_up_to_date(db, path, progress)
    except failures() as error:
        connection.close()
        raise told(error, path) from error
    except BaseException:
        connection.close()
        raise
    return db


def _prepare(connection: Connection, where: tuple[str, ...]) -> None:
    _mark(connection)
    for pragma in (*where, *_ANYWHERE):
        connection.execute(f"PRAGMA {pragma}")


def _bring_up_to_date(db: Database, path: Path, progress: Progress) -> None:
    with transaction(db, path):
        rebuild_where_needed(db, progress)
    if format_of(db.conn) != FORMAT:
        db.execute(f"PRAGMA user_version = {FORMAT}")
    _need_guards(db, path)


def open_for_reading(path: Path, secret: str | None = None) -> Database:
    """The file as it is, never to be written; StorageError where it is not there, or must be brought up to date."""
    try:
        connection = _reading(path, secret)
        refuse_strangers(connection, path)
        written = format_of(connection)
        if written != FORMAT:
            connection.close()
            raise StorageError(
                _("“{path}” has to be brought up to date first, which only who may write to it can do.").format(
                    path=path
                )
            )
    except failures() as error:
        raise told(error, path) from error
    return Database(connection, execute_plugins=False)


def _reading(path: Path, secret: str | None) -> Connection:
    """A reading connection; where no log is there and none can be made, the file stands still and is read as it is."""
    connection = connect(path, secret, read_only=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except errors() as error:
        connection.close()
        if "unable to open" not in str(error) or path.with_name(path.name + "-wal").exists():
            raise
        return connect(path, secret, fixed=True)
    return connection


def format_of(connection: Connection) -> int:
    """The number of the format a file was written in; 0 for one that is new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: Connection) -> bool:
    """Whether a file is a register, or has nothing in it yet."""
    marked = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables or marked == APPLICATION_ID


def refuse_strangers(connection: Connection, path: Path) -> None:
    """Refuse a file that is not ours or is newer than we are, before anything is written to it."""
    if not is_ours(connection):
        raise StorageError(
            _("“{path}” is a database of another program. Move it away, or choose another data folder.").format(
                path=path
            )
        )
    written = format_of(connection)
    if written > FORMAT:
        raise StorageError(
            _(
                "“{path}” was written by a newer Fairness Desktop (format {written}; this one knows {known}). "
                "Nothing was changed; open it with the newer program."
            ).format(path=path, written=written, known=FORMAT)
        )


def _mark(connection: Connection) -> None:
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
    except mistakes():
        raise
    except errors() as error:
        raise told(error, path) from error
    finally:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")


def alone(db: Database, path: Path) -> None:
    """Fold the log into the file, which shows that nobody else has it open; HeldError where somebody has."""
    try:
        db.execute(f"PRAGMA busy_timeout = {_MOMENT}")
        mode = str(db.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
    except errors() as error:
        if "locked" not in str(error) and "busy" not in str(error):
            raise told(error, path) from error
        mode = "wal"
    finally:
        db.execute(f"PRAGMA busy_timeout = {round(PATIENCE * 1000)}")
    if mode != "delete":
        raise HeldError(
            _(
                "Another window or command still reads the register. Close it there, then try again; "
                "nothing was changed."
            )
        )
