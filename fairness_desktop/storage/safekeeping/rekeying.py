"""The register and its copies under another passphrase, or none (``services/ports/safekeeping.py``).

A new file is made beside the old one, checked, and renamed over it: killed at any moment, one whole register is there.
"""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from ...domain.errors import StoppedError, StorageError
from ...domain.safekeeping.copies import Occasion
from ...domain.safekeeping.encryption import Rekeyed, plain_form
from ...i18n import _
from ...watching import Progress
from ..checking import faults
from ..connecting import PLAIN, Connection, connect, failures, looks_encrypted
from ..library import Database
from ..store import SqliteStore, beside_of
from ..telling import told, why
from .copies import FolderCopies
from .copying import put_in_place
from .looking import gist
from .transferring import transfer

_REGISTER = 2
"""Steps of the register itself: its copy, and its new file."""


class StoreKeying:
    """What an open register is encrypted with."""

    def __init__(self, register: Path, store: SqliteStore, copies: FolderCopies) -> None:
        self._register, self._store, self._copies = register, store, copies

    @property
    def encrypted(self) -> bool:
        """Whether it is encrypted now."""
        return self._store.secret is not None

    def opens(self, passphrase: str) -> bool:
        """Whether that is its passphrase."""
        now = self._store.secret
        return now is not None and hmac.compare_digest(plain_form(now).encode(), plain_form(passphrase).encode())

    def readable(self) -> tuple[Path, ...]:
        """Files in the folder of copies that anybody can read."""
        return tuple(path for path in sorted(self._copies.folder.rglob("*")) if path.is_file() and _is_plain(path))

    def rekey(self, new: str | None, progress: Progress) -> Rekeyed:
        """Have the register, and then its copies, under another passphrase, or none; told how many steps are done."""
        if self._store.only_read:
            raise StorageError(self._store.only_read)
        old, before = self._store.secret, self._store.changes()
        steps = _REGISTER + 1 + len(self._copies.all())
        progress(0, steps)
        kept = self._copies.keep(Occasion.KEYED).path
        progress(1, steps)
        self._change(kept, before, new)
        brought, left = self._bring_along(old, new, progress)
        if new is not None:
            known = {copy.path for copy in self._copies.all()}
            left += [(path, _("It is no copy by itself.")) for path in self.readable() if path not in known]
        return Rekeyed(kept, tuple(brought), tuple(left))

    def _change(self, kept: Path, before: int, new: str | None) -> None:
        """Made from the copy, beside whoever works; once more, while nobody can, if something was written since."""
        beside, old = beside_of(self._register), self._store.secret

        def make(changes: int) -> Path:
            if changes != before:
                _make(self._register, old, beside, new)
            return beside

        try:
            _make(kept, old, beside, new)
            self._store.replace(make, new)
        except failures() as error:
            raise told(error, self._register) from error
        finally:
            _remove(beside)

    def _bring_along(
        self, old: str | None, new: str | None, progress: Progress
    ) -> tuple[list[Path], list[tuple[Path, str]]]:
        """The copies too, newest first; one that cannot be is left as it is, and so are the rest once it is stopped."""
        brought: list[Path] = []
        left: list[tuple[Path, str]] = []
        copies = [copy.path for copy in self._copies.all()]
        of = _REGISTER + len(copies)
        for done, path in enumerate(copies, _REGISTER):
            try:
                progress(done, of)
                bring(path, old, new)
                brought.append(path)
            except StoppedError:
                left += [(rest, _("It was stopped before.")) for rest in copies[done - _REGISTER :]]
                return brought, left
            except StorageError as error:
                left.append((path, str(error)))
        progress(of, of)
        return brought, left


def _make(source: Path, old: str | None, beside: Path, new: str | None) -> None:
    """A whole file under another passphrase, checked; nobody has the source open, or two libraries would upset it."""
    _remove(beside)
    transfer(source, old, beside, new)
    connection = connect(beside, new, fixed=True)
    try:
        wrong = faults(Database(connection, execute_plugins=False))
    finally:
        connection.close()
    if wrong or looks_encrypted(beside) != (new is not None):
        fault = wrong[0] if wrong else ""
        raise StorageError(
            _("The new file is not what it should be, and nothing was changed. {fault}").format(fault=fault)
        )


def bring(path: Path, old: str | None, new: str | None) -> None:
    """A copy under another passphrase, in its place; StorageError leaves it as it is."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    if new is None and not looks_encrypted(path):
        return
    times = path.stat()
    try:
        transfer(path, old, beside, new)
        if _told(path, old) != _told(beside, new):
            raise StorageError(_("“{path}” is damaged, and was left as it is.").format(path=path))
        os.utime(beside, ns=(times.st_atime_ns, times.st_mtime_ns))  # which of two was made first is told by it
        put_in_place(beside, path)
    except failures() as error:
        raise StorageError(_("“{path}” was left as it is: {why}.").format(path=path, why=why(error))) from error
    finally:
        _remove(beside)


def _told(path: Path, secret: str | None) -> str:
    connection: Connection = connect(path, secret, fixed=True)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return f"{sound} {gist(connection)}"
    finally:
        connection.close()


def _is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN)) == PLAIN
    except OSError:
        return False


def _remove(beside: Path) -> None:
    for ending in ("", "-journal"):
        beside.with_name(beside.name + ending).unlink(missing_ok=True)
