"""What the program has shown as done is done, at whatever moment it is killed."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from .killing import KINDS, Kind, kill_often


@pytest.mark.timeout(1500)
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_that_nothing_shown_as_done_is_lost_when_the_program_is_killed(
    tmp_path: Path, kind: Kind, *, full: bool
) -> None:
    seed = secrets.randbelow(1_000_000)
    print(f"seed {seed}")  # noqa: T201 - shown where the test fails, to run it again

    tally = kill_often(kind, kind.times if full else kind.times // 10, tmp_path, seed)

    assert tally.wrong == []
    assert tally.kills > 0
