"""The program opens no network connection by itself, watched from outside the process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


def watched(trace: Path, *arguments: str) -> str:
    """What system calls of the network the program made."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace), sys.executable, "-m", *arguments],
        cwd=REPOSITORY,
        env=environment,
        check=True,
        capture_output=True,
        timeout=240,
    )
    return trace.read_text()


def outward(trace: str) -> list[str]:
    """The calls that concern the internet; local sockets of the desktop are no concern."""
    return [line for line in trace.splitlines() if re.search(r"AF_INET6?\b|sin_addr|sin6_addr", line)]


@pytest.mark.network_watch
def test_that_the_main_job_calls_nobody(tmp_path: Path) -> None:
    trace = watched(tmp_path / "trace", "fairness_desktop", "demo", "--out", str(tmp_path))

    assert outward(trace) == []
    assert list(tmp_path.glob("*.pdf"))


@pytest.mark.network_watch
def test_that_the_window_calls_nobody(tmp_path: Path) -> None:
    trace = watched(tmp_path / "trace", "fairness_desktop", "--data", str(tmp_path / "data"), "--quit-when-shown")

    assert outward(trace) == []


@pytest.mark.network_watch
def test_that_a_watch_sees_what_it_watches_for(tmp_path: Path) -> None:
    script = tmp_path / "caller.py"
    script.write_text("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()")

    trace = tmp_path / "trace"
    subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace), sys.executable, str(script)], check=True
    )

    assert outward(trace.read_text()) != []


@pytest.mark.network_watch
def test_that_the_whole_walk_by_keyboard_calls_nobody(tmp_path: Path) -> None:
    os.environ["FAIRNESS_RECORD_OUT"] = str(tmp_path / "record.pdf")

    trace = watched(tmp_path / "trace", "pytest", "-q", "-p", "no:xdist", "tests/e2e/by_keyboard.py")

    assert outward(trace) == []
    assert (tmp_path / "record.pdf").exists()
