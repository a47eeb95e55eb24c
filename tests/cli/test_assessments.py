from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import CASES, EXAMPLE, Office, Run, edited

DRAWN = {"rank_acceptability", "red_share", "first_share_standard_error", "beats"}


@pytest.mark.parametrize("case", ["d1", "d3", "d4", "d5", "d6", "d9"])
def test_that_score_gives_the_expected_figures(run: Run, case: str) -> None:
    expected: dict[str, Any] = json.loads((CASES / f"{case}.expected.json").read_text())

    told = run("score", CASES / f"{case}.fairness.json", "--json").document

    for name in expected.keys() - {"options", "elasticity_switches"}:
        assert told[name] == expected[name], name
    for ours, theirs in zip(told["options"], expected["options"], strict=True):
        assert {k: ours[k] for k in theirs.keys() - DRAWN} == {k: v for k, v in theirs.items() if k not in DRAWN}


def test_that_ratings_stand_beside_the_score_with_what_they_allow_one_to_say(run: Run, tmp_path: Path) -> None:
    document = json.loads((CASES / "d4.fairness.json").read_text(encoding="utf-8"))
    document["options"][1]["efficiency"] = {"satisfied": 27, "rated_by": 30}
    document["quality_plan"] = {"checks": [{"id": "poll", "element": "response", "satisfied": 0, "rated_by": 20}]}
    path = tmp_path / "rated.fairness.json"
    path.write_text(json.dumps(document), encoding="utf-8")

    told = run("score", path, "--json").document

    assert told["options"][1]["rated"] == {"satisfied": 27, "rated_by": 30, "share": 0.9, "at_least": 0.743789}
    assert "rated" not in told["options"][0]
    assert told["quality_ratings"] == [
        {"check": "poll", "element": "response", "satisfied": 0, "rated_by": 20, "share": 0.0, "at_least": 0.0}
    ]


def test_that_export_puts_the_days_to_come_in_a_calendar(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "days.ics"

    assert office.run("export", "07-26", "--out", out, "--language", "cy").out.endswith(f" days written to {out}.\n")
    assert b"SUMMARY:Adolygu: " in out.read_bytes()


def test_that_a_decision_with_no_day_to_come_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("import", CASES / "d4.fairness.json").code == 0
    reference = run("list", "--json").document[0]["id"]

    assert "There is no day to put in a calendar" in run("export", reference, "--out", tmp_path / "d.ics").refused


def test_that_score_can_be_read_without_json(run: Run) -> None:
    answer = run("score", EXAMPLE)

    assert answer.code == 0
    assert "D leads." in answer.out


def test_that_scoring_stores_nothing(run: Run, tmp_path: Path) -> None:
    run("score", EXAMPLE)

    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "something else"}, "format: this is not an assessment of Fairness Desktop"),
        ({"format_version": 2}, "format_version: 2 is newer than this program reads"),
        ({"kind": "magic"}, "kind: must be one of"),
        ({"groups": "all"}, "groups: must be a list"),
        ({"groups": [{"id": "g", "name": "G", "size": 0, "need_level": 1}]}, "groups[0].size: must be a whole number"),
        ({"required_saving": "lots"}, "required_saving: must be a number"),
        ({"framework": {"id": "other", "version": "1"}}, "framework: no framework “other”"),
        ({"framework": {"id": "model", "version": "1", "sha256": "0" * 64}}, "framework.sha256"),
        ({"title": "x" * 100_001}, "title: is longer than 100,000 characters"),
        ({"id": None}, "id: is missing"),
    ],
)
def test_that_a_bad_file_is_refused_in_one_sentence_that_names_the_place(
    run: Run, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    path = edited(tmp_path, **changes)

    assert said in run("score", path, "--json").refused
    assert said in run("import", path).refused
    assert run("list", "--json").document == []


@pytest.mark.parametrize("content", [b"{not json", b"\xff\xfe", b"", b"[" * 100_000, b'{"a": 1e999}'])
def test_that_what_is_no_json_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.fairness.json"
    path.write_bytes(content)

    assert "bad.fairness.json" in run("score", path).refused


def test_that_a_file_too_large_is_refused_unread(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.fairness.json"
    with path.open("wb") as file:
        file.truncate(33 * 1024 * 1024)

    assert "is larger than 32 MiB" in run("score", path).refused


def test_that_a_file_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    assert "There is no file" in run("score", tmp_path / "nothing.json").refused


def test_that_a_draft_says_what_scoring_needs(run: Run, tmp_path: Path) -> None:
    path = edited(tmp_path, effects=[], groups=[], overlaps=[], decision=None)

    assert "Name at least two groups" in run("score", path).refused


def test_that_what_goes_out_comes_back_in(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)
    out = tmp_path / "out.fairness.json"

    assert run("export", "07-26", "--out", out).code == 0

    again = run("import", out)
    assert (again.code, "nothing was done" in again.out) == (0, True)


def test_that_the_same_id_with_other_content_is_refused(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)

    assert "other content" in run("import", edited(tmp_path, title="Another")).refused


def test_that_list_and_show_tell_what_is_there(run: Run) -> None:
    run("import", EXAMPLE, CASES / "d1.fairness.json")

    listed = run("list", "--json").document
    shown = run("show", "07-26", "--json").document

    assert {(row["reference"], row["kind"], row["status"]) for row in listed} == {
        ("07-26", "involvement", "draft"),
        ("01-26", "framework", "draft"),
    }
    assert shown["title"] == "Play area at the end of its life"
    assert "D leads." in run("show", "07-26").out


def test_that_what_is_not_there_is_said(run: Run) -> None:
    assert "nothing under “99-99”" in run("show", "99-99").refused


def test_that_a_reference_used_twice_asks_for_the_id(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)
    run("import", edited(tmp_path, id="another-id"))

    assert "several under “07-26”" in run("show", "07-26").refused


def test_that_the_store_can_be_checked(run: Run, tmp_path: Path) -> None:
    run("import", EXAMPLE)
    good = run("check")
    path = tmp_path / "data" / "register.sqlite"
    path.write_bytes(path.read_bytes().replace(b"taken_in", b"taken_up"))
    bad = run("check")

    assert (good.code, good.err) == (0, "")
    assert bad.code == 1
    assert "not what was written" in bad.out + bad.err


@pytest.mark.parametrize("arguments", [["nonsense"], ["score"], ["score", "a", "b"], ["verify"], ["--nonsense"]])
def test_that_a_wrong_command_line_is_told_apart_from_bad_input(run: Run, arguments: list[str]) -> None:
    answer = run(*arguments)

    assert (answer.code, answer.out) == (2, "")


def test_that_a_data_folder_that_cannot_be_is_said(run: Run) -> None:
    assert "cannot be used" in run("--data", "/dev/null/here", "list").refused


def test_that_a_damaged_register_is_refused_unharmed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "register.sqlite"
    path.write_bytes(b"no database at all" * 400)

    assert "it is no database" in run("list").refused
    assert path.read_bytes() == b"no database at all" * 400


def test_that_the_history_is_told_step_by_step(run: Run) -> None:
    run("import", EXAMPLE)

    told, document = run("show", "07-26", "--history"), run("show", "07-26", "--history", "--json").document

    assert "Taken in from a file" in told.out
    assert [(step["number"], step["act"], len(step["hash"])) for step in document] == [(1, "taken_in", 64)]
