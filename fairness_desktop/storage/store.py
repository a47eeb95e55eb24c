"""The assessments, their history and their sealed records, in one file."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..domain.errors import ReadOnlyError
from ..domain.safekeeping.copies import Some
from ..exchange.decoding import Frameworks
from ..watching import Progress, unwatched
from .checking import faults
from .connecting import Connection, connect, looks_encrypted
from .database import alone, open_database, open_for_reading
from .library import Database
from .register.finding import Finder
from .register.lines import Lines
from .register.rebuilding import rebuild
from .safekeeping.copying import put_in_place
from .safekeeping.locking import PATIENCE, Hold, take
from .safekeeping.looking import compared, gist
from .safekeeping.places import on_network
from .telling import told
from .travelling.bundles import Bundles

LOCK = "register.lock"


def beside_of(path: Path) -> Path:
    """Where a new file is made that is to take the place of the register."""
    return path.with_name(f".{path.name}.new")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a register is opened: with which passphrase, how long it is waited for, and whether it is only read.

    ``only_read`` says why, in the sentence that everybody hears who would write. ``progress`` is told how far it is
    where the register has to be brought up to date.
    """

    secret: str | None = None
    patience: float = PATIENCE
    only_read: str = ""
    progress: Progress = unwatched


class SqliteStore(Lines, Bundles):
    """Everything the services ask of a store (``services/ports/store.py``), in one file."""

    def __init__(
        self, db: Database, path: Path, frameworks: Frameworks, opening: Opening, hold: Hold | None = None
    ) -> None:
        super().__init__(db, path, frameworks, opening.only_read)
        self._hold = hold
        self._secret = opening.secret if looks_encrypted(path) else None

    def check(self) -> list[str]:
        """A sentence for everything in the file that is not as it was written; empty is good."""
        with self._turn:
            self._db.execute("BEGIN")  # one view of the file from beginning to end, whoever writes meanwhile
            try:
                return faults(self._db)
            finally:
                self._db.execute("ROLLBACK")

    def rebuild(self) -> None:
        """Make register, tallies and search anew from the versions."""
        with self._writing():
            rebuild(self._db)
            self._ready.clear()

    @property
    def secret(self) -> str | None:
        """The passphrase it was opened with; None where it is not encrypted."""
        return self._secret

    def gist(self) -> str:
        """What it holds, in few words: equal for two that hold the same."""
        with self._reading():
            return gist(self._db.conn)

    def copy_into(self, target: Connection) -> None:
        """Copy everything, as it is at this moment, into an empty file."""
        if on_network(self._path.parent):  # nobody else can open it there
            with self._turn:
                self._db.conn.backup(target, pages=-1)
            return
        source = connect(self._path, self._secret, read_only=True)
        try:
            source.backup(target, pages=-1)
        finally:
            source.close()

    def pour_into(self, other: SqliteStore) -> None:
        """Let another hold what this one holds, in one transaction: killed amidst it, it is what it was before."""
        with self._turn, other._turn:
            other._require_writable()
            self._db.conn.backup(other._db.conn, pages=-1)
            other._ready.clear()
            other._finder.forget()

    def changes(self) -> int:
        """A number that grows with everything that is written; nobody else writes meanwhile."""
        return int(self._db.conn.total_changes)

    def replace(self, make: Callable[[int], Path], secret: str | None) -> None:
        """Put the file that ``make`` makes in the place of this one, under that passphrase, and go on with it.

        ``make`` is told ``changes()``; nobody writes meanwhile. What it makes must be on the disk whole. At every
        moment one whole file stands under the name; where something fails, the old one stays in use. HeldError where
        another process has it open.
        """
        with self._turn:
            self._require_writable()
            alone(self._db, self._path)
            changes = self.changes()
            self._db.close()
            try:
                self._put_in_place(make(changes), secret)
            finally:
                self._open_again()

    def _put_in_place(self, made: Path, secret: str | None) -> None:
        try:
            put_in_place(made, self._path)
        finally:
            if not made.exists():  # it bears the register's name now, also where the disk complained afterwards
                self._secret = secret

    def _open_again(self) -> None:
        self._db = open_database(self._path, self._secret)
        self._stands()
        self._ready.clear()
        self._finder = Finder(self._db)

    def compared(self, copy: SqliteStore) -> tuple[Some, Some, int]:
        """Decisions that a copy lacks, those it holds otherwise, and how many sealed records it lacks."""
        with self._reading():
            return compared(self._db, str(copy._path), copy._secret)

    def count_records(self) -> int:
        """How many sealed records there are."""
        row = self._one("SELECT count(*) FROM records")
        assert row is not None
        return int(row[0])

    def close(self) -> None:
        """Let go of the file, and let others write to it."""
        super().close()
        if self._hold is not None:
            self._hold.release()


def open_store(path: Path, frameworks: Frameworks, opening: Opening | None = None) -> SqliteStore:
    """The store in a file, made if there is none; StorageError says in a sentence why it cannot be opened.

    HeldError where somebody else writes to it, ReadOnlyError where nobody can: it can be opened all the same, only to
    be read.
    """
    opening = opening or Opening()
    if opening.only_read:
        return SqliteStore(open_for_reading(path, opening.secret), path, frameworks, opening)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        hold = take(path.with_name(LOCK), opening.patience)
    except PermissionError as error:
        raise ReadOnlyError(str(told(error, path))) from error
    except OSError as error:
        said = told(error, path)
        raise (ReadOnlyError(str(said)) if error.errno == errno.EROFS else said) from error
    try:
        beside_of(path).unlink(missing_ok=True)  # of a program that was killed: it may be plain, or under another key
        return SqliteStore(open_database(path, opening.secret, opening.progress), path, frameworks, opening, hold)
    except BaseException:
        hold.release()
        raise


def open_private(path: Path, frameworks: Frameworks, secret: str | None) -> SqliteStore:
    """The store in a file that nobody else knows: no lock, no copy before it is brought up to date."""
    return SqliteStore(open_database(path, secret, alone=True), path, frameworks, Opening(secret))
