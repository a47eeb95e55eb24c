"""Who writes to a register: one process at a time, found out before it is opened, and named to the next.

The system itself holds the lock and lets go of it when the process ends, however it ends: a lock file left behind by a
killed program holds nobody up. What stands in the file only serves to say kindly who has it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ...domain.errors import HeldError
from ...i18n import _

PATIENCE = 5.0
"""Seconds a command waits for whoever writes."""

_AGAIN = 0.05
_CANNOT_LOCK = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a file system says that knows no locks."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a register, as that process wrote it down."""

    pid: int
    host: str
    since: datetime

    def described(self) -> str:
        """Who it is, in words that help to find it."""
        when = self.since.astimezone().strftime("%H:%M, %Y-%m-%d")
        if self.host == platform.node():
            return _("another Fairness Desktop on this computer (process {pid}, since {when})").format(
                pid=self.pid, when=when
            )
        return _("Fairness Desktop on the computer “{host}” (since {when})").format(host=self.host, when=when)


class Hold:
    """The right to write, until it is released or the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Let the next one write; doing so twice is no harm."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None


def take(path: Path, patience: float) -> Hold:
    """The right to write, waited for at most so many seconds.

    HeldError names who has it; OSError where the file itself cannot be made, as on storage that is only read.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        _wait_for(handle, path, patience)
        _write_down(handle)
    except BaseException:
        os.close(handle)
        raise
    return Hold(handle)


def _wait_for(handle: int, path: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not _locked(handle, path):
        if time.monotonic() >= until:
            raise HeldError(_told(path))
        time.sleep(_AGAIN)


def holder(path: Path) -> Holder | None:
    """Who wrote themselves down last; None where nobody has, or nothing legible."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Holder(int(raw["pid"]), str(raw["host"]), datetime.fromisoformat(raw["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _told(path: Path) -> str:
    known = holder(path)
    who = known.described() if known is not None else _("another program")
    return _("The register is in use by {who}.").format(who=who)


def _write_down(handle: int) -> None:
    said = {"pid": os.getpid(), "host": platform.node(), "since": datetime.now(UTC).isoformat()}
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(said).encode())


def _locked(handle: int, path: Path) -> bool:
    """Whether the lock is ours now."""
    try:
        return _lock(handle)
    except OSError as error:
        if error.errno not in _CANNOT_LOCK:
            raise
    known = holder(path)  # no locks here: what is written down is all there is to go by
    return known is None or (known.host == platform.node() and not _alive(known.pid))


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _system_lock() -> Callable[[int], bool]:
    """How this system locks a file; the call returns at once and says whether it did."""
    if sys.platform == "win32":
        import msvcrt

        def lock(handle: int) -> bool:
            # A byte far behind what is written, for on Windows nobody else may read a byte that is locked.
            os.lseek(handle, 1 << 30, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except PermissionError:
                return False
            return True
    else:
        import fcntl

        def lock(handle: int) -> bool:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

    return lock


_lock = _system_lock()
