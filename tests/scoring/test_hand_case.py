"""The case that can be worked out with pencil and paper."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.vocabulary import Floor, OptionId
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.score import score

from .builders import ONLY_OUTCOMES, at_elasticity, hand_case

COLUMNS: dict[str, list[float | None]] = {
    "points": [0, 494.268942, 538.537884, 450, 61.462116],
    "score": [0, 33.333333, 36.3188, 30.3479, 4.145],
    "unweighted_score": [0, 33.333333, 29.166667, 37.5, 20.833333],
    "focus_ratio": [None, 1.0, 2.285714, 0, 0],
    "ede_change_percent": [0, 11.8144, 12.0673, 10.5237, -2.1759],
    "burden_ratio": [None, None, None, None, 4.0],
}


@pytest.fixture(scope="module")
def result() -> Result:
    return score(hand_case(), ONLY_OUTCOMES)


@pytest.mark.parametrize("name", COLUMNS)
def test_that_the_figures_are_those_worked_out_by_hand(name: str, result: Result) -> None:
    found = [option[name] for option in told(result)["options"]]

    assert found == [None if x is None else pytest.approx(x, abs=5e-5) for x in COLUMNS[name]]


def test_that_points_are_right_to_the_eighth_decimal(result: Result) -> None:
    assert [o.points for o in result.options] == pytest.approx(
        [0, 494.26894178, 538.53788356, 450, 61.46211644], abs=6e-9
    )


def test_that_only_the_option_that_harms_those_in_need_is_red(result: Result) -> None:
    assert [o.floor for o in result.options] == [Floor.GREEN] * 4 + [Floor.RED]


def test_that_leximin_looks_at_the_worst_off_first(result: Result) -> None:
    assert "".join(result.leximin) == "CBDAE"


def test_that_ranks_follow_the_points(result: Result) -> None:
    assert [o.rank for o in result.options] == [5, 2, 1, 3, 4]
    assert result.leader == "C"


def test_that_the_frontier_runs_from_the_saving_to_the_best(result: Result) -> None:
    first, second = result.frontier

    assert (first.option, first.price_per_point, second.option) == ("E", None, "C")
    assert second.price_per_point == pytest.approx(3.1441547, abs=5e-8)


@pytest.mark.parametrize(("elasticity", "leader"), [(0.793744, "D"), (0.793746, "C")])
def test_that_the_leader_turns_where_it_should(elasticity: float, leader: str) -> None:
    assert score(hand_case(), at_elasticity(elasticity, ONLY_OUTCOMES)).leader == leader


def test_that_a_floor_is_red_for_the_whole_effect_and_for_the_single_one(result: Result) -> None:
    reasons = result.option(OptionId("E")).floor_reasons

    assert [(r.group, r.criterion, r.effect) for r in reasons] == [("p", None, -2), ("p", "outcomes", -2)]
