from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import CASES, EXAMPLE, Office, Run, edited


def decision(**changes: object) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))["decision"]
    return {k: v for k, v in {**told, **changes}.items() if v is not None}


def test_that_a_signed_record_verifies_but_its_signer_is_not_yet_trusted(office: Office) -> None:
    answer = office.run("verify", office.record, "--json")

    (check,) = answer.document
    assert answer.code == 0
    assert (check["verdict"], check["recomputed"], check["signatures_expected"]) == ("valid_untrusted", "matches", 1)
    (seen,) = check["signatures"]
    assert (seen["signer"], seen["time_source"], seen["trusted"]) == (
        "Amenities Committee (example)",
        "signer_clock",
        False,
    )
    assert seen["covers_whole_file"]
    assert (check["reference"], check["title"]) == ("07-26", "Play area at the end of its life")


def test_that_the_council_s_root_makes_it_valid(office: Office) -> None:
    answer = office.run("verify", office.record, "--trust", office.root, "--json")

    assert (answer.code, answer.document[0]["verdict"]) == (0, "valid")


def test_that_a_stranger_s_root_is_not_met(office: Office, run: Run, tmp_path: Path) -> None:
    run("identity", "new", "Somebody Else", "--organisation", "Another Council")
    run("identity", "export-root", "--out", tmp_path / "stranger.cer")

    assert office.run("verify", office.record, "--trust", tmp_path / "stranger.cer").code == 1


def test_that_a_certificate_that_is_none_is_refused(office: Office) -> None:
    assert "is no certificate" in office.run("verify", office.record, "--trust", EXAMPLE).refused


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
def test_that_one_flipped_byte_is_seen(office: Office, tmp_path: Path, place: float) -> None:
    pdf = bytearray(office.record.read_bytes())
    start = pdf.index(b"/ByteRange")
    pdf[int(start * place)] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(pdf)

    answer = office.run("verify", changed, "--json")

    assert (answer.code, answer.document[0]["verdict"]) == (1, "changed")


def test_that_a_folder_is_checked_whole_and_the_worst_decides(office: Office, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(office.record.read_bytes())
    (tmp_path / "=b.pdf").write_bytes(b"no pdf")
    table = tmp_path / "verdicts.csv"

    answer = office.run("verify", tmp_path, "--csv", table, "--json")

    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert answer.code == 1
    assert {c["file"]: c["verdict"] for c in answer.document} == {"a.pdf": "valid_untrusted", "=b.pdf": "unreadable"}
    assert sorted(row[0] for row in rows) == ["'=b.pdf", "a.pdf", "file"]


def test_that_a_folder_without_records_is_said(office: Office, tmp_path: Path) -> None:
    assert "There is no PDF" in office.run("verify", tmp_path).refused


def test_that_a_file_that_is_not_there_is_unreadable(office: Office, tmp_path: Path) -> None:
    answer = office.run("verify", tmp_path / "nothing.pdf", "--json")

    assert (answer.code, answer.document[0]["verdict"]) == (1, "unreadable")


def test_that_a_draft_is_unsigned_and_marked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "draft.pdf"

    assert run("record", CASES / "d1.fairness.json", "--out", out, "--draft").code == 0

    answer = run("verify", out, "--json")
    assert (answer.code, answer.document[0]["verdict"]) == (1, "unsigned")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"authority": None}, "Name the decision-maker."),
        ({"authority": {"kind": "express", "instrument": "x", "decision_maker": {"name": "A"}}}, "capacity"),
        ({"decision": decision(date=None)}, "Give the date"),
        ({"decision": decision(chosen=None)}, "Choose an option."),
        ({"decision": decision(reasons=None)}, "Write the reasons"),
        ({"decision": decision(rejected=[])}, "Write why option A was rejected."),
        ({"decision": decision(chosen="C", rejected=[{"option": o, "why": "no"} for o in "ABD"])}, "Option D leads"),
    ],
)
def test_that_signing_is_refused_with_what_is_missing(
    run: Run, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    answer = run("record", edited(tmp_path, **changes), "--out", tmp_path / "no.pdf")

    assert said in answer.refused
    assert not (tmp_path / "no.pdf").exists()


def test_that_a_single_councillor_is_refused(run: Run, tmp_path: Path) -> None:
    alone = {"name": "A", "role": "Councillor", "capacity": "single_member"}
    authority = {"kind": "express", "instrument": "x", "decision_maker": alone}

    answer = run("record", edited(tmp_path, authority=authority), "--out", tmp_path / "no.pdf")

    assert "a single councillor" in answer.refused


def test_that_departing_from_the_leader_is_signed_with_the_written_reason(run: Run, tmp_path: Path) -> None:
    others = [{"option": o, "why": "no"} for o in "ACD"]
    departing = decision(chosen="B", rejected=others, departure_reason="The grant for D was refused.")

    answer = run("record", edited(tmp_path, decision=departing), "--out", tmp_path / "yes.pdf")

    assert answer.code == 0
    assert run("verify", tmp_path / "yes.pdf").code == 0


def test_that_a_wrong_passphrase_signs_nothing(office: Office, tmp_path: Path) -> None:
    answer = office.run("record", EXAMPLE, "--out", tmp_path / "no.pdf", passphrase="wrong horse battery")  # noqa: S106

    assert "passphrase does not open" in answer.refused
    assert not (tmp_path / "no.pdf").exists()


def test_that_without_a_passphrase_it_is_said_where_to_give_one(run: Run, tmp_path: Path) -> None:
    answer = run("record", EXAMPLE, "--out", tmp_path / "no.pdf", passphrase=None)

    assert "FAIRNESS_DESKTOP_PASSPHRASE" in answer.refused


def test_that_a_place_that_cannot_be_written_is_said(office: Office) -> None:
    assert "cannot be written" in office.run("record", EXAMPLE, "--out", "/dev/null/record.pdf").refused


def test_that_identities_are_listed_made_and_taken_in(office: Office, run: Run, tmp_path: Path) -> None:
    listed = office.run("identity", "list", "--json").document
    taken = run("identity", "import", next((office.data / "identities").glob("signer-*.p12")))

    assert [i["name"] for i in listed] == ["Amenities Committee (example)"]
    assert taken.code == 0
    assert run("identity", "list", "--json").document[0]["fingerprint"] == listed[0]["fingerprint"]
    assert "too short" in run("identity", "new", "B", passphrase="short").refused  # noqa: S106


def test_that_demo_does_the_whole_job_and_says_where_the_record_is(run: Run, tmp_path: Path) -> None:
    answer = run("demo", "--out", tmp_path / "out", passphrase=None)

    (record,) = (tmp_path / "out").glob("*.pdf")
    assert answer.code == 0
    assert [line[0] for line in answer.out.splitlines()] == list("123456")
    assert str(record) in answer.out
    assert not (tmp_path / "data" / "register.sqlite").exists() or run("list", "--json").document == []


def test_that_demo_takes_another_example_by_its_name_and_refuses_one_that_is_none(run: Run, tmp_path: Path) -> None:
    answer = run("demo", "--example", "gritting", "--out", tmp_path / "out", passphrase=None)

    assert answer.code == 0
    assert "One more hour of gritting" in answer.out
    assert run("demo", "--example", "nothing", "--out", tmp_path / "none", passphrase=None).code == 2


def test_that_demo_can_be_done_again_in_the_same_folder_and_leaves_no_key_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "shown"

    for example in ("gritting", "play-area", "gritting"):
        out = tmp_path / "out"
        answer = run("--data", folder, "demo", "--example", example, "--out", out, passphrase=None)
        assert answer.code == 0, answer.err

    assert len(run("--data", folder, "list", "--json").document) == 2
    assert not (folder / "identities").exists()
