"""The whole job in the real window on a real screen: a virtual one, with a window manager."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .decisions import DECISIONS, Told

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """A screen of its own at the size of an old laptop; its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        display = f":{told.readline().strip()}"
    home = {**os.environ, "DISPLAY": display, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    manager = subprocess.Popen(["openbox"], env=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield display
    for process in (manager, server):
        process.terminate()
        process.wait()


@pytest.mark.screen
@pytest.mark.parametrize("told", DECISIONS, ids=lambda told: told.name)
def test_that_the_whole_job_is_done_by_keyboard(told: Told, screen: str, tmp_path: Path) -> None:
    record = tmp_path / "record.pdf"
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")},
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "FAIRNESS_RECORD_OUT": str(record),
    }

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "tests/e2e/by_keyboard.py", "-k", told.name],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    verified = subprocess.run(
        [sys.executable, "-m", "fairness_desktop", "verify", "--json", str(record)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [(c["verdict"], c["recomputed"]) for c in json.loads(verified.stdout)] == [("valid_untrusted", "matches")]
    assert shutil.which("pdfsig")
    judged = subprocess.run(["pdfsig", str(record)], capture_output=True, text=True, check=False)
    assert "Signature is Valid" in judged.stdout
