"""The files meant: one, several, or every PDF below a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """A file to be checked; ``shown`` tells it from its likes: its name, in a folder with its way there."""

    path: Path
    shown: str


def files(paths: Sequence[Path]) -> list[File]:
    """Each as it is; of a folder the PDFs below it, in order."""
    return [file for path in paths for file in (_below(path) if path.is_dir() else [_single(path)])]


def _single(path: Path) -> File:
    return File(path, path.name or str(path))


def _below(folder: Path) -> Iterator[File]:
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() == ".pdf" and not p.is_dir()):
        yield File(path, path.relative_to(folder).as_posix())
