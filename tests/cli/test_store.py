"""Copies on the command line, and who may write while somebody else does."""

from __future__ import annotations

import json
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


def test_that_what_is_past_its_time_is_listed_and_erased_by_name_only(run: Run, tmp_path: Path) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    old = tmp_path / "old.fairness.json"
    old.write_text(json.dumps({**document, "decision": {**document["decision"], "date": "2019-03-01"}}), "utf-8")
    run("import", old, CASES / "d9.fairness.json")

    listed = run("retention", "--json").document
    refused = run("retention", "--erase", "09-26").refused
    erased = run("retention", "--erase", "07-26")

    assert [(row["reference"], row["kept_until"]) for row in listed] == [("07-26", "2025-03-01")]
    assert "nothing was erased" in refused or "no date of decision" in refused
    assert (erased.code, len(run("list", "--json").document)) == (0, 1)
    assert run("check").code == 0
    assert "was erased on" in run("import", old).refused
