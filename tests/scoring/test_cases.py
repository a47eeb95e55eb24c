"""Six decisions modelled on real ones, against an independent implementation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import leading, score

CASES = Path(__file__).parents[1] / "cases"
NAMES = ("d1", "d3", "d4", "d5", "d6", "d9")
DRAWN = {"rank_acceptability", "red_share", "first_share_standard_error", "beats"}


@pytest.mark.parametrize("name", NAMES)
def test_that_every_deterministic_figure_is_the_expected_one(
    name: str, known: Frameworks, framework: Framework
) -> None:
    expected: dict[str, Any] = json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))
    found = told(score(files.read(CASES / f"{name}.fairness.json", known), framework))

    for field in ("leader", "need_share", "leader_by_kind", "leximin", "frontier"):
        assert found[field] == expected[field]
    for mine, theirs in zip(found["options"], expected["options"], strict=True):
        wanted = {key: value for key, value in theirs.items() if key not in DRAWN}
        assert {key: mine[key] for key in wanted} == wanted


def test_that_no_case_is_left_out() -> None:
    assert {path.name.split(".")[0] for path in CASES.glob("*.expected.json")} == set(NAMES)


def test_that_in_two_of_six_the_leader_depends_on_the_kind(known: Frameworks, framework: Framework) -> None:
    leaders = {n: score(files.read(CASES / f"{n}.fairness.json", known), framework).leader_by_kind for n in NAMES}

    assert {name for name, by_kind in leaders.items() if len(set(by_kind.values())) > 1} == {"d1", "d3"}


@pytest.mark.parametrize("name", NAMES)
def test_that_the_quick_look_at_who_leads_says_what_the_whole_score_says(
    name: str, known: Frameworks, framework: Framework
) -> None:
    assessment = files.read(CASES / f"{name}.fairness.json", known)
    result = score(assessment, framework)

    found = leading(assessment, framework)

    assert result.leader is not None
    leader = result.option(result.leader)
    assert found == (leader.id, leader.score, leader.floor)
