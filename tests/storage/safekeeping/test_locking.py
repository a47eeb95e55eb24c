"""One process writes at a time; the next is told who does, and a dead one holds nobody up."""

from __future__ import annotations

import errno
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fairness_desktop.domain.errors import HeldError
from fairness_desktop.storage.safekeeping import locking

HOLD = """
import sys
from pathlib import Path
from fairness_desktop.storage.safekeeping.locking import take
hold = take(Path(sys.argv[1]), 0)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock until it is killed or its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other


def test_that_the_second_is_told_which_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"

    with held_elsewhere(path) as other, pytest.raises(HeldError, match=rf"this computer \(process {other.pid}, since"):
        locking.take(path, 0)


def test_that_the_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    with held_elsewhere(path) as other:
        other.kill()
        other.wait()

        locking.take(path, 0).release()

    assert path.exists()


def test_that_one_who_waits_gets_the_lock_when_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    with held_elsewhere(path) as other:
        assert other.stdin is not None
        other.stdin.close()

        locking.take(path, 20).release()


def test_that_waiting_ends(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    with held_elsewhere(path):
        began = time.monotonic()

        with pytest.raises(HeldError):
            locking.take(path, 0.3)

    assert time.monotonic() - began >= 0.3


def test_that_two_in_one_process_exclude_each_other_too(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    hold = locking.take(path, 0)

    with pytest.raises(HeldError):
        locking.take(path, 0)
    hold.release()
    hold.release()

    locking.take(path, 0).release()


def test_that_a_file_nobody_can_read_anything_from_still_locks(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    with held_elsewhere(path):
        path.write_text("[]", encoding="utf-8")

        with pytest.raises(HeldError, match="in use by another program"):
            locking.take(path, 0)


def test_that_a_folder_that_cannot_be_written_is_no_lock_of_anybody(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        locking.take(tmp_path / "nowhere" / "register.lock", 0)


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that knows no locks."""

    def refuse(_handle: int) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "_lock", refuse)


def written(path: Path, pid: int, host: str) -> None:
    path.write_text(json.dumps({"pid": pid, "host": host, "since": "2026-11-23T10:00:00+00:00"}), encoding="utf-8")


@pytest.mark.usefixtures("no_locks")
def test_that_without_locks_another_computer_s_name_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    written(path, 1, "clerk-laptop")

    with pytest.raises(HeldError, match="on the computer “clerk-laptop”"):
        locking.take(path, 0)


@pytest.mark.usefixtures("no_locks")
def test_that_without_locks_a_living_process_here_is_believed_and_a_dead_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "register.lock"
    written(path, os.getppid(), platform.node())
    with pytest.raises(HeldError):
        locking.take(path, 0)

    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    written(path, gone.pid, platform.node())

    locking.take(path, 0).release()
