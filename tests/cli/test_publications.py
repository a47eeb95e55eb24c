"""Copies and pages from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Office, Run


@pytest.mark.parametrize(
    ("ending", "begins"), [(".docx", b"PK"), (".txt", b"Copy, not"), (".html", b"<!DOCTYPE html>")]
)
def test_that_a_copy_is_written_by_its_ending(office: Office, tmp_path: Path, ending: str, begins: bytes) -> None:
    out = tmp_path / f"copy{ending}"

    answer = office.run("export", "07-26", "--out", out)

    assert answer.out.strip() == f"Written to {out}: a copy, not the signed record."
    assert out.read_bytes().startswith(begins)


def test_that_a_copy_speaks_the_language_wanted(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "copy.txt"

    assert office.run("export", "07-26", "--out", out, "--language", "cy").code == 0
    assert out.read_text(encoding="utf-8").startswith("Copi, nid y cofnod")
    assert office.run("export", "07-26", "--out", out, "--language", "fr").code == 2


def test_that_a_record_speaks_the_language_wanted(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "draft.pdf"

    assert run("record", EXAMPLE, "--draft", "--language", "cy", "--out", out).code == 0
    assert b"cy-GB" in out.read_bytes()


def test_that_pages_are_published_with_their_sealed_copies(office: Office, tmp_path: Path) -> None:
    name = office.run("identity", "list", "--json").document[0]["name"]

    answer = office.run("publish", "--out", tmp_path / "site", "--language", "en", "--identity", name)

    assert answer.out.strip() == f"1 decision published. In the list: 1. Begin at {tmp_path / 'site' / 'index.html'}."
    assert len(list((tmp_path / "site").glob("*.pdf"))) == 1


def test_that_nothing_published_is_refused_with_the_reason(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)

    refused = run("publish", "07-26", "--out", tmp_path / "site").refused

    assert refused == "Nothing was published. 07-26: It has no signed record."


def test_that_the_register_is_written_as_a_table_by_its_ending(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)
    safe, exact, whole = tmp_path / "safe.csv", tmp_path / "exact.csv", tmp_path / "register.json"

    assert run("publish", "--out", safe).out == f"1 decision written to {safe}.\n"
    assert run("publish", "07-26", "--out", exact, "--exact").code == 0
    assert run("publish", "--out", whole, "--year", "2026").code == 0

    assert b",'07-26," in b"," + safe.read_bytes().splitlines()[1]
    assert b",07-26,Play area" in exact.read_bytes()
    assert json.loads(whole.read_text(encoding="utf-8"))["decisions"] == run("list", "--json").document


def test_that_the_list_can_be_narrowed(run: Run) -> None:
    run("import", EXAMPLE)

    assert len(run("list", "--json", "--search", "play", "--kind", "involvement").document) == 1
    assert run("list", "--json", "--status", "signed").document == []
    assert run("list", "--body", "Another").out == "Nothing in the register matches.\n"
    assert run("list", "--kind", "red").code == 2
