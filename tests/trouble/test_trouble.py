"""Whatever the storage does: a sentence, nothing lost that was shown as saved, and on it goes after the trouble."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop import app
from fairness_desktop.domain.safekeeping.access import Access

ROOM = "5m"
MOUNTED = 'mount -t tmpfs -o size="$0" tmpfs "$1" && shift && exec "$@"'
"""A small disk of its own, in a world of its own: root is not needed for it where the system lets people have such."""


def on_a_small_disk(folder: Path, trouble: str) -> dict[str, Any]:
    """What a busy process met there."""
    disk = folder / "disk"
    disk.mkdir()
    command = [sys.executable, "-m", "tests.trouble.busy", trouble, str(disk)]
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNTED, ROOM, str(disk), *command],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    met: dict[str, Any] = json.loads(done.stdout)
    return met


@pytest.mark.small_disk
def test_that_a_full_disk_is_said_and_nothing_is_lost_or_half_written(tmp_path: Path) -> None:
    met = on_a_small_disk(tmp_path, "full")

    assert "the disk is full" in met["sentence"]
    assert met["saved"] == met["current"] > 1
    assert "cannot be written" in met["writing"]
    assert "cannot be written" in met["exporting"]
    assert (met["found"], met["faults"]) == (1_000_000, [])
    assert not any(name.endswith((".pdf", ".json")) for name in met["files"])


@pytest.mark.small_disk
def test_that_a_disk_that_is_only_read_is_read_and_that_is_said(tmp_path: Path) -> None:
    met = on_a_small_disk(tmp_path, "read_only")

    assert "it cannot be written to" in met["a command"]
    assert "You can read here but change nothing." in met["only_read"]
    assert met["a new decision"] == met["only_read"]
    assert met["read"] == met["saved"] == 3
    assert met["faults"] == []


@pytest.mark.small_disk
def test_that_a_disk_that_is_taken_away_is_said_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    met = on_a_small_disk(tmp_path, "taken_away")

    assert "The register is no longer at" in met["sentence"]
    assert met["saved"] == met["current"] == 3
    assert (met["found"], met["faults"]) == (1_000_000, [])


@pytest.mark.faulty_disk
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("pwrite64:error=EIO:when=200+", "the disk does not do what it is asked to"),
        ("pwrite64:error=ENOSPC:when=200+", "the disk is full"),
        ("fdatasync:error=EIO:when=6+", "the disk does not do what it is asked to"),
    ],
)
def test_that_a_disk_that_fails_is_said_and_what_was_saved_before_is_there(
    tmp_path: Path, fault: str, said: str
) -> None:
    with closing(app.services(tmp_path / "data")) as given:
        given.register.open_example()
    traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}"]
    done = subprocess.run(
        [*traced, sys.executable, "-m", "tests.trouble.busy", "failing", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    met = json.loads(done.stdout)

    with closing(app.services(tmp_path / "data")) as again:
        found = int(again.register.open_example().assessment.summary.split(" ")[0])
        faults = again.register.check()

    assert said in met["sentence"]
    assert found >= met["saved"] > 0
    assert faults == []


@pytest.mark.faulty_disk
def test_that_a_slow_disk_loses_nothing_and_whoever_comes_meanwhile_is_told(tmp_path: Path) -> None:
    with closing(app.services(tmp_path / "data")) as given:
        given.register.open_example()
    traced = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:delay_exit=150000"]
    with subprocess.Popen(
        [*traced, sys.executable, "-m", "tests.trouble.busy", "failing", str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as slow:
        lock = tmp_path / "data" / "register.lock"
        until = time.monotonic() + 60
        while not lock.exists() or not lock.read_text():
            assert time.monotonic() < until
        with closing(app.services(tmp_path / "data", Access.WINDOW)) as beside:
            told = beside.only_read
        out, _nothing = slow.communicate(timeout=240)

    met = json.loads(out)
    with closing(app.services(tmp_path / "data")) as again:
        found = int(again.register.open_example().assessment.summary.split(" ")[0])
    assert "another Fairness Desktop on this computer" in told
    assert "sentence" not in met
    assert found == met["saved"]
