"""Two thousand records changed at random, and none is taken for sound."""

from __future__ import annotations

import resource
import time

import pytest

from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.record.seal import PyHankoChecker

from .mutating import mutated
from .target import ours, target

ROUNDS = 20
GOOD = {Verdict.VALID, Verdict.VALID_UNTRUSTED}
LONGEST = 10
"""Seconds for one file, whatever is in it."""

MOST_MEMORY = 512 * 1024
"""KiB that may be added by all of a round."""


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("part", range(ROUNDS))
def test_that_no_mutation_is_taken_for_a_sound_record(part: int, *, full: bool) -> None:
    count = 100 if full else 10
    seeds = range(part * count, (part + 1) * count)
    checker, root, before = PyHankoChecker(), ours().root, _memory()
    wrong = []
    for seed in seeds:
        pdf = mutated(target(1 + seed % 2).pdf, seed)
        begun = time.monotonic()
        verdict = checker.check(pdf, (root,)).verdict
        if verdict in GOOD or time.monotonic() - begun > LONGEST:
            wrong.append((seed, verdict, time.monotonic() - begun))

    assert wrong == []
    assert _memory() - before < MOST_MEMORY


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
