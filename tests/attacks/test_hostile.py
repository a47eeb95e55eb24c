"""Files made to keep a checker busy are refused in time, and without taking the computer's memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from fairness_desktop.domain.sealing.verdict import Verdict

from .hostile import HOSTILE

LONGEST, MOST_MEMORY = 10.0, 300.0
"""Seconds, and MiB beyond what checking a true record takes."""


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_that_a_hostile_file_is_refused_in_time(make: Callable[[], bytes]) -> None:
    command = [sys.executable, "-m", "tests.attacks.hostile", make.__name__]

    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert (done.returncode, done.stderr) == (0, "")
    verdict, seconds, memory = done.stdout.split()
    assert Verdict(verdict) not in {Verdict.VALID, Verdict.VALID_UNTRUSTED}
    assert float(seconds) < LONGEST
    assert float(memory) < MOST_MEMORY
