"""Sentences made from the figures say what the figures say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.app import known_frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.telling.sentences import headline

from ..strategies import MODEL

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("d9", "C leads: it does most good, 46 % of it for the 10 % most in need; robust."),
        ("d3", "D leads: of all that is feasible it does least harm; robust. Its floor is AMBER."),
    ],
)
def test_that_the_headline_follows_from_the_figures(name: str, said: str) -> None:
    assessment = read(CASES / f"{name}.fairness.json", known_frameworks())

    assert headline(assessment, score_in_full(assessment, MODEL)) == said


def test_that_carrying_on_is_said_to_do_no_harm() -> None:
    assessment = read(CASES / "d1.fairness.json", known_frameworks())

    assert headline(assessment, score_in_full(assessment, MODEL)).endswith(
        "does no harm, and nothing else does better; leaning."
    )


def test_that_before_the_draws_no_verdict_is_said() -> None:
    assessment = read(CASES / "d9.fairness.json", known_frameworks())

    assert headline(assessment, score(assessment, MODEL)).endswith("most in need.")


def test_that_with_none_feasible_none_leads() -> None:
    assessment = replace(read(CASES / "d9.fairness.json", known_frameworks()), required_saving=1e9)

    assert headline(assessment, score(assessment, MODEL)).startswith("No option is feasible")
