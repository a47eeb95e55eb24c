"""The framework on the command line: known, compared, adopted, out and in."""

from __future__ import annotations

import json
from pathlib import Path

from fairness_desktop import shipped

from .conftest import CASES, EXAMPLE, Run, edited


def test_that_the_draft_is_compared_adopted_and_handed_out(run: Run, tmp_path: Path) -> None:
    run("import", CASES / "d1.fairness.json")
    compared = run("framework", "compare", "--json").document
    assert (compared["looked_at"], compared["turned"], compared["changes"]) == (1, [], [])
    assert "model version 3, is adopted" in run("framework", "adopt", "--date", "2027-01-12", "--minute", "M 12/27").out
    rows = run("framework", "list", "--json").document
    assert [(r["version"], r["minute"]) for r in rows if r["in_force"]] == [("3", "M 12/27")]
    out = tmp_path / "adopted.json"
    assert run("framework", "export", "model:3", "--out", out).code == 0
    assert "is known here now" in run("framework", "import", out).out


def test_that_what_is_missing_or_unknown_is_said_in_a_sentence(run: Run, tmp_path: Path) -> None:
    assert (
        "Give the day on which full council adopts it"
        in run("framework", "adopt", "--date", "soon", "--minute", "M 1").refused
    )
    assert "No framework “ours:9” is known here" in run("framework", "compare", "ours:9").refused
    assert "nothing.json" in run("framework", "import", tmp_path / "nothing.json").refused


def ours(tmp_path: Path, *, adopted: bool = True) -> Path:
    """A framework of a council's own, with a criterion more."""
    document = json.loads((shipped.folder() / "frameworks" / "model-2.json").read_text(encoding="utf-8"))
    document.update(id="ours", version="1", adoption={"date": "2027-01-12", "minute": "M 12/27"} if adopted else None)
    anchors = {"1": "a tree", "2": "a park", "3": "a wood"}
    document["criteria"].append({"id": "nature", "name": "Nature", "asks": "green places", "anchors": anchors})
    for kind in document["kinds"]:
        kind["weights"]["nature"] = 20
    path = tmp_path / "ours.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def under_ours(tmp_path: Path) -> Path:
    return edited(tmp_path, framework={"id": "ours", "version": "1"})


def test_that_score_knows_a_framework_by_its_file_and_makes_no_register(run: Run, tmp_path: Path) -> None:
    scored = run("score", under_ours(tmp_path), "--framework", ours(tmp_path), "--json")
    assert scored.code == 0
    assert scored.document["leader"]
    assert not (tmp_path / "data" / "register.sqlite").exists()


def test_that_score_knows_what_was_adopted_in_the_register(run: Run, tmp_path: Path) -> None:
    assert run("framework", "import", ours(tmp_path)).code == 0
    assert run("score", under_ours(tmp_path), "--json").document["leader"]


def test_that_one_that_is_not_known_is_told_with_what_to_do(run: Run, tmp_path: Path) -> None:
    refused = run("score", under_ours(tmp_path)).refused
    assert "no framework “ours”, version 1, is known here" in refused
    assert refused.endswith("Name its file with --framework, or take it in with “framework import”.")
    assert not (tmp_path / "data" / "register.sqlite").exists()


def test_that_a_register_that_cannot_be_read_is_told_only_where_it_matters(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "register.sqlite").write_bytes(b"no register at all" * 100)
    assert run("score", EXAMPLE).code == 0
    assert "The register was not looked into" in run("score", under_ours(tmp_path)).refused


def test_that_another_text_under_a_shipped_name_is_refused(run: Run, tmp_path: Path) -> None:
    path = ours(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"id": "ours"', '"id": "model"'), encoding="utf-8")
    assert "“model”, version 1, is known here with another text" in run("score", EXAMPLE, "--framework", path).refused


def test_that_record_and_import_take_an_adopted_framework_along(run: Run, tmp_path: Path) -> None:
    made = run("record", under_ours(tmp_path), "--out", tmp_path / "r.pdf", "--framework", ours(tmp_path))
    assert made.code == 0, made.err
    assert run("verify", tmp_path / "r.pdf", "--json").document[0]["recomputed"] == "matches"
    assert run("import", under_ours(tmp_path), "--framework", ours(tmp_path)).code == 0


def test_that_nothing_is_kept_under_a_framework_no_council_adopted(run: Run, tmp_path: Path) -> None:
    draft = ours(tmp_path, adopted=False)
    assert run("score", under_ours(tmp_path), "--framework", draft).code == 0
    assert "no council adopted this framework" in run("import", under_ours(tmp_path), "--framework", draft).refused
    assert run("list", "--json").document == []


def test_that_a_comparison_names_the_criteria_that_came_and_what_was_not_asked(run: Run, tmp_path: Path) -> None:
    assert run("import", CASES / "d1.fairness.json").code == 0
    assert run("framework", "import", ours(tmp_path)).code == 0
    told = run("framework", "compare", "ours:1", "--json").document
    assert (told["criteria_added"], told["criteria_removed"]) == (["nature"], [])
    assert len(told["not_asked"]) == 1
    assert "Criterion added: “Nature”" in run("framework", "compare", "ours:1").out
