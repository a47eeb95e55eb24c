"""The files that are attached to assessments: each kept once, under its SHA-256, in pieces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from ...domain.errors import StorageError
from ...domain.vocabulary import AssessmentId
from ...i18n import _
from ..keeping.vault import Vault
from ..library import Database

TOGETHER = 8
"""Pieces written in one transaction: few waits for the disk, and nobody else waits for long."""

_PIECE = "SELECT content FROM pieces WHERE sha256 = ? AND piece = ?"


class Attachments(Vault):
    """Bytes in, bytes out; what is here is what its hash says."""

    def keep_file(self, sha256: str, pieces: Iterable[bytes]) -> None:
        """Keep a file under its hash; nothing is read of one that is here already, nothing kept of one that fails.

        StorageError where the bytes are not those of the hash. Whatever reading the pieces raises goes on, as the way
        to stop in between.
        """
        key = bytes.fromhex(sha256)
        if self._one("SELECT 1 FROM blobs WHERE sha256 = ?", [key]) is not None:
            return
        try:
            self._write(key, pieces)
        except BaseException:
            self._drop(key)
            raise

    def _write(self, key: bytes, pieces: Iterable[bytes]) -> None:
        self._drop(key)  # what a program that was killed left behind
        digest, size, number = hashlib.sha256(), 0, 0
        waiting: list[tuple[bytes, int, bytes]] = []
        for piece in pieces:
            digest.update(piece)
            size += len(piece)
            if piece:
                waiting.append((key, number, piece))
                number += 1
            if len(waiting) == TOGETHER:
                self._put(waiting)
                waiting = []
        if digest.digest() != key:
            raise StorageError(_("The file changed while it was read; nothing was kept. Try again."))
        with self._writing():
            self._db.conn.executemany("INSERT INTO pieces (sha256, piece, content) VALUES (?, ?, ?)", waiting)
            self._db.execute("INSERT INTO blobs (sha256, size) VALUES (?, ?)", [key, size])

    def _put(self, waiting: list[tuple[bytes, int, bytes]]) -> None:
        with self._writing():
            self._db.conn.executemany("INSERT INTO pieces (sha256, piece, content) VALUES (?, ?, ?)", waiting)

    def _drop(self, key: bytes) -> None:
        """Drop the pieces of a file that is not there whole."""
        if self._one("SELECT 1 FROM pieces WHERE sha256 = ? LIMIT 1", [key]) is not None:
            with self._writing():
                self._db.execute("DELETE FROM pieces WHERE sha256 = ?", [key])

    def attach(self, wanted: AssessmentId, sha256: str) -> None:
        """Hold a file that is here for an assessment, for as long as it is kept: old states and records name it."""
        with self._writing():
            self._db.execute(
                "INSERT OR IGNORE INTO attached (assessment, sha256) SELECT n, ? FROM assessments WHERE id = ?",
                [bytes.fromhex(sha256), wanted],
            )

    def let_go(self, some: Iterable[str]) -> None:
        """Drop those of the files that nothing holds: what came with something that did not come in after all."""
        with self._writing():
            for key in map(bytes.fromhex, some):
                if self._one("SELECT 1 FROM attached WHERE sha256 = ?", [key]) is None:
                    self._db.execute("DELETE FROM blobs WHERE sha256 = ?", [key])
                    self._db.execute("DELETE FROM pieces WHERE sha256 = ?", [key])

    def files(self, wanted: AssessmentId) -> dict[str, int]:
        """Sizes in bytes of the files held for an assessment, by their SHA-256."""
        rows = self._all(
            "SELECT b.sha256, b.size FROM attached t JOIN blobs b ON b.sha256 = t.sha256 WHERE t.assessment = ?",
            [self._known(wanted)],
        )
        return {sha256.hex(): size for sha256, size in rows}

    def file(self, sha256: str) -> Iterator[bytes]:
        """The bytes of a file, piece after piece; StorageError at the end where they are not what was kept."""
        key, digest, number = bytes.fromhex(sha256), hashlib.sha256(), 0
        while (row := self._one(_PIECE, [key, number])) is not None:
            digest.update(row[0])
            yield row[0]
            number += 1
        if digest.digest() != key:
            raise StorageError(
                _("The attached file {sha256} is not what was kept; restore it from a backup.").format(
                    sha256=sha256[:16]
                )
            )


def forget(db: Database, n: int) -> None:
    """Let go of all that travelled with an assessment whose chain says it is erased; inside a transaction.

    A file that another one has attached too stays for that one.
    """
    held = [key for (key,) in db.execute("SELECT sha256 FROM attached WHERE assessment = ?", [n]).fetchall()]
    for table in ("attached", "histories", "taken_in"):
        db.execute(f"DELETE FROM {table} WHERE assessment = ?", [n])
    for key in held:
        if db.execute("SELECT 1 FROM attached WHERE sha256 = ?", [key]).fetchone() is None:
            db.execute("DELETE FROM blobs WHERE sha256 = ?", [key])
            db.execute("DELETE FROM pieces WHERE sha256 = ?", [key])
