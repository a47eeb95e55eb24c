"""Who gains and who loses, against who they are."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.result import OptionResult
from fairness_desktop.scoring.score import score

from .builders import Impacts, made, weighing

EVEN = weighing(outcomes=20, access=15, household_cost=5)


def option_b(p: Impacts, q: Impacts) -> OptionResult:
    """100 in need and 300 who are not, all touched."""
    effects = {("B", "p"): p, ("B", "q"): q, ("C", "p"): {"outcomes": 1}, ("C", "q"): {"outcomes": 1}}
    assessment = made({"p": (100, 0.5), "q": (300, 1.0)}, {"A": 0, "B": 0, "C": 0}, effects)
    return score(assessment, EVEN).option(OptionId("B"))


def test_that_a_gain_is_counted_by_people_not_by_need() -> None:
    found = option_b({"outcomes": 3}, {"outcomes": 1})

    assert found.benefit_share == pytest.approx(0.5)
    assert found.focus_ratio == pytest.approx(2)


def test_that_gain_and_loss_are_shared_out_apart() -> None:
    found = option_b({"outcomes": 1}, {"outcomes": -1})

    assert (found.benefit_share, found.burden_share) == (1, 0)
    assert found.focus_ratio == pytest.approx(4)
    assert found.burden_ratio == 0


def test_that_no_gain_has_no_share_rather_than_nought() -> None:
    found = option_b({"outcomes": -1}, {})

    assert (found.benefit_share, found.focus_ratio) == (None, None)
    assert found.burden_ratio == pytest.approx(4)


def test_that_effects_that_cancel_are_no_gain_in_the_last_binary_digit() -> None:
    found = option_b({"outcomes": 1, "access": -1, "household_cost": -1}, {})

    assert found.benefit_share is None
    assert found.burden_share is None


def test_that_the_share_of_people_counts_how_far_any_option_reaches() -> None:
    effects = {("B", "p"): {"outcomes": 1}}
    assessment = made({"p": (100, 0.5), "q": (300, 1.0)}, {"A": 0, "B": 0}, effects, reach=0.25)

    assert score(assessment, EVEN).need_share == 1


def test_that_with_nobody_touched_every_share_is_undefined_and_every_score_nought() -> None:
    result = score(made({"p": (100, 0.5), "q": (300, 1.0)}, {"A": 0, "B": 0}, {}), EVEN)

    assert result.need_share is None
    assert [o.score for o in result.options] == [0, 0]
    assert result.option(OptionId("B")).focus_ratio is None
