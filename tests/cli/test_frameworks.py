"""The framework on the command line: known, compared, adopted, out and in."""

from __future__ import annotations

from pathlib import Path

from .conftest import CASES, Run


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
