"""Set-up as a person meets it: on a small checkout, with the real pip or uv, without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .scripts import Checkout, make_checkout, private_python


def python(checkout: Checkout, *arguments: str, cwd: Path | None = None, **changes: str) -> tuple[int, str]:
    """Run this Python as a person would, and return the status and everything that was said."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd or checkout.root,
        env=checkout.environment(**changes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def set_up_twice_at_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, list[str]]:
    """A checkout that was set up by two people at the same moment, and what each of them was told."""
    checkout = make_checkout(tmp_path_factory.mktemp("ready"))
    command = [sys.executable, "packaging/run.py", "--set-up-only"]
    both = [
        subprocess.Popen(
            command, cwd=checkout.root, env=checkout.environment(), stdout=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    said = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    return checkout, said


@pytest.fixture(scope="module")
def ready(set_up_twice_at_once: tuple[Checkout, list[str]]) -> Checkout:
    """A checkout that has been set up."""
    return set_up_twice_at_once[0]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout nothing has been done to."""
    return make_checkout(tmp_path)


def when(checkout: Checkout) -> int:
    return int(checkout.place.stamp.stat().st_mtime_ns)


def test_that_of_two_set_ups_at_once_one_works_and_one_waits(set_up_twice_at_once: tuple[Checkout, list[str]]) -> None:
    checkout, said = set_up_twice_at_once
    assert sum("Setting up a private Python" in each for each in said) == 1
    assert private_python.is_ready(checkout.place, "run")


def test_that_a_second_set_up_does_nothing(ready: Checkout) -> None:
    before = when(ready)
    assert private_python.is_ready(ready.place, "run")
    status, said = python(ready, "packaging/run.py", "--set-up-only")
    assert (status, said) == (0, "Everything is set up.\n")
    assert when(ready) == before


def test_that_arguments_and_status_are_passed_on_from_any_folder(ready: Checkout, tmp_path: Path) -> None:
    script = str(ready.root / "packaging" / "run.py")
    assert python(ready, script, "check", "fail", cwd=tmp_path) == (7, "program check fail\n")


def test_that_the_private_python_and_its_command_run_the_program_from_any_folder(
    ready: Checkout, tmp_path: Path
) -> None:
    command = ready.place.programs / ("fairness-desktop.cmd" if private_python.WINDOWS else "fairness-desktop")
    for line in ([ready.place.python, "-m", "fairness_desktop", "check", "a b"], [command, "check", "a b"]):
        done = subprocess.run(
            line, cwd=tmp_path, env=ready.environment(), capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout == "program check a b\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_that_without_a_screen_the_main_job_is_done_and_the_pdf_named(ready: Checkout, tmp_path: Path) -> None:
    status, said = python(ready, str(ready.root / "packaging" / "run.py"), cwd=tmp_path)
    assert status == 0, said
    assert "There is no screen" in said
    folder = tmp_path / "fairness-demo"
    assert f"program demo --out {folder}\n" in said
    assert said.endswith(f"The PDF is here: {folder / 'record.pdf'}\n")


@pytest.mark.parametrize("damage", ["stamp cut short", "package gone", "list changed", "folder moved", "python gone"])
def test_that_whatever_no_longer_fits_the_stamp_is_noticed(ready: Checkout, damage: str) -> None:
    place = ready.place
    stamp = place.stamp.read_text("utf-8")
    info = place.libraries / "greeting-1.0.dist-info"
    list_ = place.requirements("run")
    lines = list_.read_text("utf-8")
    moved = place.python.with_name("moved")
    try:
        if damage == "stamp cut short":
            place.stamp.write_text(stamp[:40], "utf-8")
        elif damage == "package gone":
            info.rename(info.with_suffix(".away"))
        elif damage == "list changed":
            list_.write_text(lines + "# changed\n", "utf-8")
        elif damage == "folder moved":
            place.stamp.write_text(json.dumps(json.loads(stamp) | {"root": "/elsewhere"}), "utf-8")
        else:
            place.python.rename(moved)
        assert not private_python.is_ready(place, "run")
    finally:
        place.stamp.write_text(stamp, "utf-8")
        list_.write_text(lines, "utf-8")
        if not info.exists():
            info.with_suffix(".away").rename(info)
        if not os.path.lexists(place.python):
            moved.rename(place.python)
    assert private_python.is_ready(place, "run")


def test_that_a_new_pin_is_installed_and_an_interrupted_set_up_is_made_afresh(checkout: Checkout) -> None:
    assert python(checkout, "packaging/run.py", "--set-up-only")[0] == 0
    kept = checkout.place.folder / "kept by an update, not by a fresh start"
    kept.touch()

    checkout.pin("1.1")
    status, said = python(checkout, "packaging/run.py", "--set-up-only")
    assert status == 0, said
    assert (checkout.place.libraries / "greeting-1.1.dist-info").is_dir()
    assert kept.exists()

    # As a set-up leaves it that was killed: begun, half unpacked, never stamped.
    checkout.place.unfinished.touch()
    checkout.place.stamp.unlink()
    (checkout.place.libraries / "greeting-1.1.dist-info" / "RECORD").unlink()
    status, said = python(checkout, "packaging/run.py", "--set-up-only")
    assert status == 0, said
    assert not kept.exists()
    assert not checkout.place.unfinished.exists()
    assert private_python.is_ready(checkout.place, "run")


def test_that_a_package_without_its_hash_is_refused_and_the_next_try_starts_afresh(checkout: Checkout) -> None:
    pinned = checkout.place.requirements("run").read_text("utf-8")
    for unsafe in (pinned[:-65] + "0" * 64 + "\n", pinned.split(" --hash")[0] + "\n"):
        checkout.place.requirements("run").write_text(unsafe, "utf-8")
        status, said = python(checkout, "packaging/run.py", "check")
        assert status == 1
        assert "program" not in said
        assert "The packages could not be installed" in said
        assert checkout.place.unfinished.exists()

    checkout.place.requirements("run").write_text(pinned, "utf-8")
    assert python(checkout, "packaging/run.py", "check")[1].endswith("program check\n")


def test_that_a_set_up_for_the_tests_serves_the_program_and_compiles_it(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in checkout.environment().items():
        monkeypatch.setenv(name, value)
    assert private_python.set_up(checkout.place, "tests")
    assert private_python.is_ready(checkout.place, "tests")
    assert private_python.is_ready(checkout.place, "run")
    assert not private_python.set_up(checkout.place, "run")
    assert list(checkout.place.libraries.glob("__pycache__/greeting.*.pyc"))
    assert list(checkout.root.glob("fairness_desktop/__pycache__/__main__.*.pyc"))
