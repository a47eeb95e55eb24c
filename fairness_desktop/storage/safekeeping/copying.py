"""One copy of the register's file, made while it is in use: whole, checked, and only then under its name."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from ...domain.errors import StorageError
from ...i18n import _
from ..connecting import Connection, connect, create, failures
from ..telling import told

Into = Callable[[Connection], None]
"""Copies the register, as it is at that moment, into an empty file."""

Faults = Callable[[Path], list[str]]
"""What is wrong with a copy, in sentences."""


def copy_out(into: Into, out: Path, secret: str | None, faults: Faults) -> None:
    """Make a copy under that name, durably; what stood there before stays until the new one has been checked.

    StorageError where it cannot be made, or is not what it should be; then there is nothing new.
    """
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        _copy(into, beside, secret)
        wrong = faults(beside)
        if wrong:
            raise StorageError(
                _("No copy was made, for what would be copied is not as it was written: {fault}").format(fault=wrong[0])
            )
        beside.replace(out)
        sync_folder(out.parent)
    except failures() as error:
        raise told(error, out) from error
    finally:
        for ending in ("", "-journal"):
            with contextlib.suppress(OSError):
                beside.with_name(beside.name + ending).unlink()


def _copy(into: Into, beside: Path, secret: str | None) -> None:
    beside.parent.mkdir(parents=True, exist_ok=True)
    beside.unlink(missing_ok=True)
    target = create(beside, secret)
    try:
        target.execute("PRAGMA synchronous = FULL")
        into(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, with no log beside it
    finally:
        target.close()


def put_in_place(new: Path, register: Path) -> None:
    """Let a whole file take the place of the register, which nobody has open.

    The log of the old one goes first: a new one must not take it up.
    """
    for ending in ("-wal", "-shm", "-journal"):
        register.with_name(register.name + ending).unlink(missing_ok=True)
    new.replace(register)
    sync_folder(register.parent)


def sync_folder(folder: Path) -> None:
    """Have the folder itself on the disk, so that a new name in it outlasts the loss of power; Windows does so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copied_from(path: Path, secret: str | None) -> Into:
    """What copies a file by a connection of its own, as it stands, whoever writes to it meanwhile."""

    def into(target: Connection) -> None:
        source = connect(path, secret, read_only=True)
        try:
            source.backup(target, pages=-1)
        finally:
            source.close()

    return into
