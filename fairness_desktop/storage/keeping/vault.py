"""One writing connection to one file, on which calls from several threads take turns."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..database import told, transaction
from ..library import Database

Values = Sequence[object] | dict[str, object]


class Vault:
    """Reads and writes; the environment's failures become sentences (StorageError)."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db, self._path = db, path
        self._turn = threading.RLock()
        self._joined = False

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction; a part of the one that is open, where several things are kept together."""
        with self._turn:
            if self._joined:
                yield
                return
            with transaction(self._db, self._path):
                yield

    @contextmanager
    def _joining(self) -> Iterator[None]:
        """One transaction for everything that is written inside; a part of the one that is open already."""
        with self._turn:
            if self._joined:
                yield
                return
            with transaction(self._db, self._path):
                self._joined = True
                try:
                    yield
                finally:
                    self._joined = False

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._turn:
            try:
                yield
            except sqlite3.OperationalError as error:
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
