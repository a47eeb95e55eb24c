from __future__ import annotations

import json
from pathlib import Path

from .conftest import EXAMPLE, Run


def test_that_a_public_copy_is_made_of_a_signed_record_only(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.pdf"

    assert "no signed record yet" in run("record", EXAMPLE, "--out", copy, "--public").refused
    assert not copy.exists()
    run("record", EXAMPLE, "--out", tmp_path / "full.pdf")
    made = run("record", EXAMPLE, "--out", copy, "--public")

    assert made.code == 0
    assert made.out.startswith("Public copy written to")
    assert run("verify", copy, "--json").document[0]["verdict"] == "valid_untrusted"


def test_that_it_says_what_it_left_out(run: Run, tmp_path: Path) -> None:
    document = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    document["groups"][0]["size"] = 7
    document["interests"] = "7 families"
    document["decision"]["exempt"] = [{"where": "decision.dissent", "ground": "Schedule 12A, paragraph 1"}]
    file = tmp_path / "small.fairness.json"
    file.write_text(json.dumps(document), encoding="utf-8")

    said = run("record", file, "--out", tmp_path / "copy.pdf", "--public", "--draft").out

    assert "left out: Decision, who disagreed, and why (Schedule 12A, paragraph 1)" in said
    assert f"not counted, for they are under 10: {document['groups'][0]['name']}" in said
    assert "read again, for the size of a small group may stand in it: Interests" in said
