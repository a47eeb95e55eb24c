"""A file that is to be taken in: read once, and known by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ...domain.errors import NotFoundError, unreadable
from ...i18n import _

AT_ONCE = 4 * 1024 * 1024
"""Bytes of a file up to which it is held in memory; a larger one is read where it lies."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open file, the SHA-256 of all of it, and whether it is small enough to be held in memory."""

    path: Path
    file: BinaryIO
    sha256: str
    small: bool


@contextmanager
def source(path: Path) -> Iterator[Source]:
    """The file, open while inside; FairnessError says why it cannot be read."""
    try:
        with path.open("rb", buffering=0) as file:
            begin = file.read(AT_ONCE + 1) or b""
            if len(begin) <= AT_ONCE and not file.read(1):
                yield Source(path, BytesIO(begin), hashlib.sha256(begin).hexdigest(), small=True)
                return
        with path.open("rb") as file:
            yield Source(path, file, hashlib.file_digest(file, "sha256").hexdigest(), small=False)
    except FileNotFoundError as error:
        raise NotFoundError(_("There is no file “{path}”.").format(path=path)) from error
    except OSError as error:
        raise unreadable(path, error) from error
