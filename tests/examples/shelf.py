"""The examples that ship, by name, and the published case that each is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fairness_desktop import shipped

FOLDER = shipped.folder() / "examples"
CASES = Path(__file__).parents[1] / "cases"
NAMES = tuple(sorted(path.name.removesuffix(".fairness.json") for path in FOLDER.glob("*.fairness.json")))

CASE_OF: Mapping[str, str] = {
    "care-charges": "d1",
    "libraries": "d3",
    "rural-buses": "d4",
    "allotments": "d5",
    "play-area": "d6",
    "gritting": "d9",
}


def path_of(name: str) -> Path:
    """Where the example lies."""
    return FOLDER / f"{name}.fairness.json"


def document_of(name: str) -> dict[str, Any]:
    """The example as it is written."""
    document: dict[str, Any] = json.loads(path_of(name).read_text(encoding="utf-8"))
    return document


def expected_of(name: str) -> dict[str, Any]:
    """The published result of the case that the example is."""
    document: dict[str, Any] = json.loads((CASES / f"{CASE_OF[name]}.expected.json").read_text(encoding="utf-8"))
    return document
