"""A store in a file of its own, and a decision to keep in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.storage.store import SqliteStore, open_store

from ..strategies import pytest_pycollect_makemodule

__all__ = ["pytest_pycollect_makemodule"]
CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def store(tmp_path: Path, known: Frameworks) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "register.sqlite", known)
    yield opened
    opened.close()


@pytest.fixture
def play_area(known: Frameworks) -> Assessment:
    return read(CASES / "d6.fairness.json", known)
