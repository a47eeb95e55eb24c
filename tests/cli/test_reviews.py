"""Decisions found by their reviews, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Run

REVIEW = {
    "record": "ab" * 32,
    "date": "2027-05-04",
    "by": "A. Clerk (example)",
    "outcomes": [
        {"group": "dk", "name": "Children", "weight": 100, "promised": 2, "promised_reach": 1, "outcome": 1, "reach": 1}
    ],
    "verdict": "change",
    "reasons": "Half of it came about.",
    "done": "A second swing for wheelchairs was ordered.",
}


@pytest.fixture
def reviewed(run: Run, tmp_path: Path) -> Run:
    """A register that holds the example, reviewed in 2027."""
    path = tmp_path / "reviewed.fairness.json"
    path.write_text(json.dumps({**json.loads(EXAMPLE.read_text(encoding="utf-8")), "review": REVIEW}), "utf-8")
    assert run("import", path).code == 0
    return run


def test_that_the_weakest_of_a_year_are_listed_with_what_was_done(reviewed: Run) -> None:
    [line] = reviewed("list", "--weakest-of", "2027", "--json").document

    assert (line["kept"], line["verdict"], line["done"]) == (0.5, "change", REVIEW["done"])
    assert reviewed("list", "--weakest-of", "2026", "--json").document == []


def test_that_what_is_reviewed_is_not_due(reviewed: Run) -> None:
    assert reviewed("list", "--review-due", "--json").document == []


@pytest.mark.parametrize("other", [("--review-due",), ("--weakest-of", "2027")])
def test_that_what_waits_for_me_is_not_asked_for_with_reviews(run: Run, other: tuple[str, ...]) -> None:
    answer = run("list", "--for-me", *other)

    assert answer.code == 2
    assert "--for-me asks for what is still to be read" in answer.err
