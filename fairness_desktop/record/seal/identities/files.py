"""Files of keys and certificates: written whole or not at all, read up to a size."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ....domain.errors import FairnessError, unreadable
from ....i18n import _

LARGEST = 1024 * 1024
"""Bytes of any file of keys, certificates or revocation lists."""

PRIVATE, PUBLIC = 0o600, 0o644


def write(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Whole or not at all, durably, and readable by nobody else unless meant to be."""
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()
        why = error.strerror or error
        raise FairnessError(_("“{path}” cannot be written: {why}.").format(path=path, why=why)) from error


def read(path: Path) -> bytes:
    """What a file handed in holds; FairnessError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise unreadable(path, error) from error
