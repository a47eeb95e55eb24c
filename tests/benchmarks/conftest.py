"""Ratios measured side by side in one run: machines are shared and noisy, so a time alone says little."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fairness_desktop import shipped
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.record.seal import keys

Measure = Callable[[str, Callable[[], object], Callable[[], object], int], float]


@pytest.fixture(scope="session", autouse=True)
def rounds() -> int:
    """What is measured is the program as it is."""
    return keys.KDF_ROUNDS


@pytest.fixture
def side_by_side(capsys: pytest.CaptureFixture[str]) -> Measure:
    """Runs ours and the floor in turn; prints the medians and returns their ratio."""

    def measure(name: str, ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> float:
        ours(), floor()
        gc.freeze()  # what the test runner holds is no part of the program, and is not looked through again and again
        times: dict[str, list[float]] = {"ours": [], "floor": []}
        both = [("ours", ours), ("floor", floor)]
        for _round in range(rounds):
            both.reverse()  # whoever comes second finds the disk at rest
            for which, call in both:
                begin = time.perf_counter()
                call()
                times[which].append((time.perf_counter() - begin) * 1000)
        mine, least = statistics.median(times["ours"]), statistics.median(times["floor"])
        with capsys.disabled():
            print(f"\n{name}: {mine:.2f} ms against {least:.2f} ms, ratio {mine / least:.2f} ({rounds} rounds)")  # noqa: T201
        return mine / least

    return measure


@pytest.fixture(scope="session")
def example(known: Frameworks) -> Assessment:
    return read(shipped.folder() / "examples" / "play-area.fairness.json", known)


@pytest.fixture(scope="session")
def cases() -> Path:
    return Path(__file__).parents[1] / "cases"
