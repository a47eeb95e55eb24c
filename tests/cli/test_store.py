"""Copies on the command line, and who may write while somebody else does."""

from __future__ import annotations

import time
from pathlib import Path

from fairness_desktop import app

from .conftest import CASES, EXAMPLE, Run


def test_that_a_backup_is_restored_and_today_kept_aside(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    run("import", EXAMPLE)
    made = run("backup", "--out", copy)
    run("import", CASES / "d9.fairness.json")

    restored = run("restore", copy)

    assert (made.code, restored.code) == (0, 0)
    assert f"written to {copy}, and checked" in made.out
    assert "holds: 1 decision, 0 signed records" in restored.out
    assert "Not in it: 1 decisions" in restored.out
    assert len(run("list", "--json").document) == 1
    (aside,) = (tmp_path / "data" / "backups").glob("*-aside.sqlite")
    assert str(aside) in restored.out
    assert run("restore", aside).code == 0
    assert len(run("list", "--json").document) == 2


def test_that_a_damaged_register_is_restored_too(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    run("import", EXAMPLE)
    run("backup", "--out", copy)
    (tmp_path / "data" / "register.sqlite").write_bytes(b"scrambled" * 1000)
    assert "it is damaged" in run("list").refused

    assert run("restore", copy).code == 0

    assert run("check").code == 0
    assert len(run("list", "--json").document) == 1


def test_that_what_is_no_copy_is_refused(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear clerk")

    assert "is no copy of a register" in run("restore", letter).refused
    assert "There is no file" in run("restore", tmp_path / "nowhere.sqlite").refused
    assert "was left alone" in run("backup", "--out", letter).refused


def test_that_a_command_that_writes_waits_and_then_says_who_holds_the_register(run: Run, tmp_path: Path) -> None:
    held = app.services(tmp_path / "data")
    began = time.monotonic()

    refused = run("import", EXAMPLE).refused

    held.close()
    assert time.monotonic() - began >= 5
    assert "in use by another Fairness Desktop on this computer (process" in refused
    assert run("import", EXAMPLE).code == 0


def test_that_commands_that_only_look_wait_for_nobody(run: Run, tmp_path: Path) -> None:
    held = app.services(tmp_path / "data")
    held.register.open_example()

    answers = [run(*command) for command in (("list",), ("check",), ("backup", "--out", tmp_path / "copy.sqlite"))]

    held.close()
    assert [answer.code for answer in answers] == [0, 0, 0]
