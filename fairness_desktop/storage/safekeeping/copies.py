"""The copies of a register, as the services ask for them (``services/ports/safekeeping.py``)."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ...domain.errors import StorageError
from ...domain.register import RegisterQuery, Shelf
from ...domain.safekeeping.copies import Copy, Occasion, Preview
from ...domain.safekeeping.places import FolderRisk
from ...exchange.decoding import Frameworks
from ...i18n import _
from ..checking import faults
from ..connecting import Connection, connect, errors, failures, looks_encrypted
from ..database import FORMAT, format_of, is_ours
from ..library import Database
from ..store import LOCK, SqliteStore, open_private
from ..telling import told
from .copying import copy_out, put_in_place
from .locking import PATIENCE, take
from .looking import FIRST, gist
from .naming import copies_of, folder_of, place_for
from .places import risks
from .transferring import transfer


class FolderCopies:
    """Copies in a folder beside the register, and any other file that is one.

    ``store`` is the register, where it could be opened; without it a copy can still be restored.
    """

    def __init__(
        self, register: Path, store: SqliteStore | None, frameworks: Frameworks, clock: Callable[[], datetime]
    ) -> None:
        self._register, self._store, self._frameworks, self._clock = register, store, frameworks, clock

    @property
    def folder(self) -> Path:
        """Where the copies are."""
        return folder_of(self._register)

    @property
    def register_size(self) -> int:
        """Bytes of the register, with what stands in its log."""
        files = (self._register, self._register.with_name(self._register.name + "-wal"))
        return sum(path.stat().st_size for path in files if path.exists())

    def all(self) -> list[Copy]:
        """Every copy in the folder, newest first."""
        return copies_of(self._register)

    def risks(self) -> tuple[FolderRisk, ...]:
        """What is risky about where the register lies."""
        return risks(self._register.parent)

    def changed(self) -> bool:
        """Whether the register holds anything else than the newest copy."""
        newest = next(iter(self.all()), None)
        if newest is None:
            return True
        secret = self._open_store.secret
        kept = ""
        with contextlib.suppress(StorageError, *errors()), _looked(newest.path, secret) as copy:
            kept = gist(copy)
        return self._open_store.gist() != kept

    def keep(self, occasion: Occasion) -> Copy:
        """Keep a copy in the folder, checked; StorageError where it cannot be made, or the register is damaged."""
        at = self._clock()
        out = place_for(self._register, at, occasion)
        self._copy(out, trusting=occasion is Occasion.ASIDE)
        return Copy(out, at, occasion, out.stat().st_size)

    def make(self, out: Path) -> None:
        """Keep a copy at that place; one that is there is replaced, any other file is left alone."""
        if out.exists():
            self._require_copy(out)
        self._copy(out, trusting=False)

    def drop(self, copy: Copy) -> None:
        """Let go of a copy in the folder."""
        try:
            copy.path.unlink(missing_ok=True)
        except OSError as error:
            raise told(error, copy.path) from error

    def preview(self, path: Path, secret: str | None) -> Preview:
        """What is in a copy, which is left as it is, and what of today's register is not."""
        with self._taken_up(path, secret) as (copy, written):
            query = RegisterQuery()
            decisions = sum(copy.count(RegisterQuery(shelf=shelf)) for shelf in Shelf)
            newest = tuple(copy.rows(query, 0, FIRST))
            records = copy.count_records()
            about = Preview(path, written, looks_encrypted(path), decisions, records, newest)
            if self._store is None:
                return about
            lost, older, records_lost = self._store.compared(copy)
        return Preview(path, written, about.encrypted, decisions, records, newest, lost, older, records_lost)

    def restore(self, path: Path, secret: str | None) -> Path:
        """Have the register hold what a copy holds; what it held is kept aside first, at the place returned."""
        with self._taken_up(path, secret) as (copy, _written):
            if self._store is not None:
                aside = self.keep(Occasion.ASIDE).path
                copy.pour_into(self._store)
                return aside
            copy.close()
            with _alone(self._register):
                aside = self._set_aside()
                put_in_place(self._beside, self._register)
            return aside

    @property
    def _beside(self) -> Path:
        return self.folder / f".looked-into-{os.getpid()}.sqlite"

    @property
    def _open_store(self) -> SqliteStore:
        if self._store is None:
            raise StorageError(_("The register cannot be opened, so no copy can be made of it."))
        return self._store

    def _copy(self, out: Path, *, trusting: bool) -> None:
        store = self._open_store

        def wrong(copy: Path) -> list[str]:
            if trusting:
                return []
            with _looked(copy, store.secret) as connection:
                return faults(Database(connection, execute_plugins=False))

        copy_out(store.copy_into, out, store.secret, wrong)

    def _require_copy(self, out: Path) -> None:
        """Refuse to replace what is no copy, or is the register itself."""
        ours = looks_encrypted(out)
        if not ours:
            with contextlib.suppress(*errors()), _looked(out, None) as connection:
                ours = is_ours(connection) and format_of(connection) > 0
        if not ours or (self._register.exists() and out.samefile(self._register)):
            said = _("“{path}” is there already, and is no copy of a register. It was left alone; choose another name.")
            raise StorageError(said.format(path=out))

    @contextmanager
    def _taken_up(self, path: Path, secret: str | None) -> Iterator[tuple[SqliteStore, int]]:
        """A copy of the copy, brought up to date and checked; and the format the copy itself is in."""
        beside = self._beside
        under = secret if self._store is None else self._store.secret
        secret = under if secret is None else secret  # a copy is under the register's own passphrase, as a rule
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _remove(beside)
            written = _format_of_copy(path, secret)
            transfer(path, secret, beside, under)
            store = self._opened(beside, under, path)
            try:
                yield store, written
            finally:
                store.close()
        except failures() as error:
            raise told(error, path) from error
        finally:
            _remove(beside)

    def _opened(self, beside: Path, secret: str | None, told_as: Path) -> SqliteStore:
        damaged = _("“{path}” is damaged, and nothing was changed. {fault}")
        try:
            store = open_private(beside, self._frameworks, secret)
        except StorageError as error:
            fault = str(error).replace(str(beside), str(told_as))
            raise StorageError(damaged.format(path=told_as, fault=fault)) from error
        wrong = store.check()
        if wrong:
            store.close()
            raise StorageError(damaged.format(path=told_as, fault=wrong[0]))
        return store

    def _set_aside(self) -> Path:
        """Keep a register that cannot be opened, file by file, as it is."""
        aside = place_for(self._register, self._clock(), Occasion.ASIDE).with_suffix("")
        aside.mkdir(parents=True, exist_ok=True)
        for path in self._register.parent.glob(f"{self._register.name}*"):
            shutil.copy2(path, aside / path.name)
        return aside


def _format_of_copy(path: Path, secret: str | None) -> int:
    """The format a copy is in; StorageError where it is none, or a newer program wrote it."""
    if not path.is_file():
        raise StorageError(_("There is no file “{path}”.").format(path=path))
    try:
        with _looked(path, secret) as connection:
            ours, written = is_ours(connection), format_of(connection)
    except errors() as error:
        if "not a database" not in str(error) and "malformed" not in str(error):
            raise
        raise StorageError(_("“{path}” is no copy of a register, or it is damaged.").format(path=path)) from error
    if not ours or not written:
        raise StorageError(_("“{path}” is no copy of a register of this program.").format(path=path))
    if written > FORMAT:
        raise StorageError(
            _(
                "“{path}” was written by a newer Fairness Desktop (format {written}; this one knows {known}). "
                "Nothing was changed; restore it with the newer program."
            ).format(path=path, written=written, known=FORMAT)
        )
    return written


@contextmanager
def _looked(path: Path, secret: str | None) -> Iterator[Connection]:
    """A connection that reads a file nobody writes to."""
    connection = connect(path, secret, fixed=True)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _alone(register: Path) -> Iterator[None]:
    """While nobody else may write to a register that is not open here; HeldError where somebody does."""
    hold = take(register.with_name(LOCK), PATIENCE)
    try:
        yield
    finally:
        hold.release()


def _remove(beside: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            beside.with_name(beside.name + ending).unlink()
