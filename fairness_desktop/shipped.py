"""Where the data that ships with the program lies: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
_SUFFIX = ".fairness.json"

FIRST_EXAMPLE = "play-area"
"""The finished decision that is opened where none is named."""


def folder() -> Path:
    """The folder of shipped data."""
    inside = _HERE / "resources"
    return inside if inside.is_dir() else _HERE.parent / "resources"


def examples() -> dict[str, Path]:
    """The finished decisions, by name, the first one first."""
    found = {path.name.removesuffix(_SUFFIX): path for path in sorted((folder() / "examples").glob(f"*{_SUFFIX}"))}
    return {FIRST_EXAMPLE: found.pop(FIRST_EXAMPLE), **found}
