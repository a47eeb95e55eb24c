"""Which files this program opens, by their endings."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath


class FileKind(StrEnum):
    """What a file is for."""

    BUNDLE = ".fairness"
    ASSESSMENT = ".json"
    RECORD = ".pdf"


def openable(path: PurePath) -> FileKind | None:
    """What a file is for; None where it is not one of ours."""
    try:
        return FileKind(path.suffix.lower())
    except ValueError:
        return None
