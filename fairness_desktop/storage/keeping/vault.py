"""One writing connection to one file, on which calls from several threads take turns."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...domain.errors import StorageError
from ...i18n import _
from ..connecting import errors, mistakes
from ..database import transaction
from ..library import Database
from ..telling import told

Values = Sequence[object] | dict[str, object]


class Vault:
    """Reads and writes; the environment's failures become sentences (StorageError).

    ``only_read`` says why nothing may be written; empty where it may.
    """

    def __init__(self, db: Database, path: Path, only_read: str = "") -> None:
        self._db, self._path, self._only_read = db, path, only_read
        self._turn = threading.RLock()
        self._joined = False
        self._stands()

    def _stands(self) -> None:
        """Remember which file stands there now."""
        self._file = _identity(self._path)

    @property
    def only_read(self) -> str:
        """Why nothing may be written; empty where it may."""
        return self._only_read

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction; a part of the one that is open, where several things are kept together."""
        with self._turn:
            if self._joined:
                yield
                return
            self._require_writable()
            with transaction(self._db, self._path):
                yield

    @contextmanager
    def _joining(self) -> Iterator[None]:
        """One transaction for everything that is written inside; a part of the one that is open already."""
        with self._turn:
            if self._joined:
                yield
                return
            self._require_writable()
            with transaction(self._db, self._path):
                self._joined = True
                try:
                    yield
                finally:
                    self._joined = False

    def _require_writable(self) -> None:
        """Where the file was taken away, what is written would go nowhere, and no error would say so."""
        if self._only_read:
            raise StorageError(self._only_read)
        if _identity(self._path) != self._file:
            raise StorageError(
                _(
                    "The register is no longer at “{path}”: its disk or folder was taken away, or something else was "
                    "put there. Bring it back, then try again; nothing was saved meanwhile."
                ).format(path=self._path)
            )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._turn:
            try:
                yield
            except mistakes():
                raise
            except errors() as error:
                raise told(error, self._path) from error

    def _all(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        with self._reading():
            return self._db.execute(sql, values).fetchall()

    def _one(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        with self._reading():
            row: tuple[Any, ...] | None = self._db.execute(sql, values).fetchone()
            return row

    def _known(self, wanted: str) -> int | None:
        """The number by which an assessment goes in this file; None where it has none."""
        row = self._one("SELECT n FROM assessments WHERE id = ?", [wanted])
        return None if row is None else int(row[0])

    def setting(self, key: str) -> str:
        """A setting of this laptop; empty where it was never set."""
        row = self._one("SELECT value FROM settings WHERE key = ?", [key])
        return "" if row is None else str(row[0])

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting of this laptop."""
        with self._writing():
            self._db.execute(
                "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                [key, value],
            )

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._db.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
