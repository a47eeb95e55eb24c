"""What a process says while it works: a line for each thing done, written once the program has shown it as done.

A line goes straight to the system, so that a killed process has said everything it had to say.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

READY = "ready"
BEGINS = "begins"


class Saying:
    """The end at which a process speaks."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def say(self, *words: object) -> None:
        """One thing done, or, after ``BEGINS``, one thing begun."""
        os.write(self._handle, ("\t".join(map(str, words)) + "\n").encode())


@dataclass(frozen=True)
class Said:
    """Everything that a process said was done."""

    saves: tuple[tuple[str, int], ...]
    """Assessments, and the number each was saved with."""
    records: tuple[tuple[str, str], ...]
    """Assessments, and the hash of the record sealed of each."""
    files: dict[str, str]
    """Names of files, and the hash of what was last written to each."""
    amidst: str
    """What had been begun and not yet been said to be done."""


def is_ready(path: Path) -> bool:
    """Whether the process has opened the register and begun."""
    return path.exists() and path.read_text().startswith(READY)


def heard(path: Path) -> Said:
    """What was said; a line broken off in the middle was not said."""
    lines = path.read_text() if path.exists() else ""
    whole = [line.split("\t") for line in lines.splitlines(keepends=True) if line.endswith("\n")]
    said = [[word.strip() for word in line] for line in whole]
    return Said(
        tuple((line[1], int(line[2])) for line in said if line[0] == "saved"),
        tuple((line[1], line[2]) for line in said if line[0] == "sealed"),
        {line[1]: line[2] for line in said if line[0] == "wrote"},
        said[-1][1] if said and said[-1][0] == BEGINS else "",
    )
