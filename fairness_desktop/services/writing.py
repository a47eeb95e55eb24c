"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..domain.errors import FairnessError
from ..i18n import _


def write_whole(content: bytes, out: Path) -> None:
    """Put the content where it is wanted, durably; what stood there stays until the new is complete."""
    with writing_whole(out) as file:
        file.write(content)


@contextlib.contextmanager
def writing_whole(out: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of ``out`` once all is written; where that fails, nothing is there."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", dir=out.parent)
    except OSError as error:
        raise _told(out, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(out)
    except OSError as error:
        raise _told(out, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _told(out: Path, error: OSError) -> FairnessError:
    return FairnessError(
        _("“{path}” cannot be written: {why}. Choose another place, or make room there.").format(
            path=out, why=error.strerror or error
        )
    )
