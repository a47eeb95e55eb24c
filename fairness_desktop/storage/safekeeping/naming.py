"""The folder of copies beside the register, and the names in it: when and why each was made, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from ...domain.safekeeping.copies import Copy, Occasion

FOLDER = "backups"
_WHEN = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(rf"register-(\d{{4}}-\d\d-\d\d-\d{{6}})-({'|'.join(Occasion)})(-\d+)?\.sqlite")


def folder_of(register: Path) -> Path:
    """Where the copies of a register are kept."""
    return register.parent / FOLDER


def place_for(register: Path, at: datetime, occasion: Occasion) -> Path:
    """A name that no copy has yet."""
    name = f"register-{at.astimezone(UTC):{_WHEN}}-{occasion}"
    place, number = folder_of(register) / f"{name}.sqlite", 1
    while place.exists():
        number += 1
        place = place.with_name(f"{name}-{number}.sqlite")
    return place


def copies_of(register: Path) -> list[Copy]:
    """Every copy in the folder, newest first; what is called otherwise was put there by somebody else."""
    found = []
    for path in folder_of(register).glob("register-*.sqlite"):
        named = _NAME.fullmatch(path.name)
        if named is None:
            continue
        at = datetime.strptime(named[1], _WHEN).replace(tzinfo=UTC)
        found.append(Copy(path, at, Occasion(named[2]), path.stat().st_size))
    return sorted(found, key=_newest_first, reverse=True)


def _newest_first(copy: Copy) -> tuple[datetime, int]:
    """Of two made in one second the file system knows which was later."""
    return copy.at, copy.path.stat().st_mtime_ns
