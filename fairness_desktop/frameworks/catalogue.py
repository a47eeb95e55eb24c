"""The frameworks and legal packs known here."""

from __future__ import annotations

from pathlib import Path

from ..domain.framework import Framework
from ..domain.law.pack import LegalPack
from .loader import load_framework, load_pack

SHIPPED = ("model", "2")
"""Id and version of the framework that a new assessment is made under until a council adopts its own."""


def frameworks(folder: Path) -> dict[tuple[str, str], Framework]:
    """Every framework in a folder, by id and version."""
    loaded = (load_framework(path) for path in sorted(folder.glob("*.json")))
    return {(f.id, f.version): f for f in loaded}


def packs(folder: Path) -> tuple[LegalPack, ...]:
    """Every legal pack in a folder."""
    return tuple(load_pack(path) for path in sorted(folder.glob("*.json")))
