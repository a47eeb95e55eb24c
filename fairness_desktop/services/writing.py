"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ..domain.errors import FairnessError
from ..i18n import _


def write_whole(content: bytes, out: Path) -> None:
    """Put the content where it is wanted, durably; what stood there stays until the new is complete."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as error:
        raise _told(out, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise _told(out, error) from error


def _told(out: Path, error: OSError) -> FairnessError:
    return FairnessError(
        _("“{path}” cannot be written: {why}. Choose another place, or make room there.").format(
            path=out, why=error.strerror or error
        )
    )
