"""Where the data that ships with the program lies: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def folder() -> Path:
    """The folder of shipped data."""
    inside = _HERE / "resources"
    return inside if inside.is_dir() else _HERE.parent / "resources"
