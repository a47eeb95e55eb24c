"""The assessments, their history and their sealed records, in one file."""

from __future__ import annotations

from pathlib import Path

from ..exchange.decoding import Frameworks
from .checking import faults
from .database import open_database
from .register.lines import Lines
from .register.rebuilding import rebuild
from .travelling.bundles import Bundles


class SqliteStore(Lines, Bundles):
    """Everything the services ask of a store (``services/ports/store.py``), in one file."""

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


def open_store(path: Path, frameworks: Frameworks) -> SqliteStore:
    """The store in a file, made if there is none; StorageError says in a sentence why it cannot be opened."""
    return SqliteStore(open_database(path), path, frameworks)
