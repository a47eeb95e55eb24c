"""The crude test, and beside it the question proper to each kind (tip 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.money.efficiency import Efficiency, SharedCost
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.scoring.money.efficiency import NextBest, OptionEfficiency, efficiency
from fairness_desktop.scoring.score import score

from ...strategies import MODEL, assessments
from ..builders import hand_case, made
from .said import line

CASE = made(
    {"p": (100, 0.6), "q": (300, 1.0)},
    {"A": 0, "B": 1_000, "C": 4_000, "D": -500},
    {
        ("B", "p"): {"outcomes": 1, "prevention": 1},
        ("C", "p"): {"outcomes": 2, "connections": 1},
        ("C", "q"): {"outcomes": 0.5},
        ("D", "q"): {"outcomes": -1},
    },
)


def found(assessment: Assessment, option: str, **said: object) -> OptionEfficiency:
    changed = assessment.with_option(
        replace(assessment.option(OptionId(option)), efficiency=cast("Any", Efficiency)(**said))
    )
    rows = efficiency(changed, MODEL, scoring_inputs(changed, MODEL), score(changed, MODEL))
    return next(row for row in rows if row.option == option)


def test_that_outputs_for_each_pound_are_told_whatever_the_kind() -> None:
    assert found(CASE, "B", outputs=900, yearly_cost=45_000).outputs_per_pound == 0.02


def test_that_costs_are_shared_among_the_services_that_use_what_is_paid_for() -> None:
    shared = (SharedCost("Library", 30), SharedCost("Health visitors", 20))

    row = found(CASE, "B", outputs=900, yearly_cost=45_000, shared_by=shared)

    assert row.cost == 22_500
    assert row.unit_cost == 25
    assert row.outputs_per_pound == 0.02  # the crude test does not see it


def test_that_shares_cannot_add_up_to_more_than_all() -> None:
    with pytest.raises(InvalidInputError, match="at most 100 percent"):
        Efficiency(shared_by=(SharedCost("Library", 60), SharedCost("Health", 41)))


def test_that_one_output_is_held_against_its_benchmark() -> None:
    row = found(CASE, "B", outputs=900, yearly_cost=45_000, benchmark=40, benchmark_source="twelve councils")

    assert (row.unit_cost, row.above_benchmark, row.above_benchmark_share) == (50, 10, 0.25)


def test_that_rated_value_is_points_for_each_thousand_pounds() -> None:
    points = score(CASE, MODEL).option(OptionId("B")).points

    assert found(CASE, "B").points_per_thousand == pytest.approx(points)
    assert found(CASE, "B", yearly_cost=4_000).points_per_thousand == pytest.approx(points / 4)


def test_that_what_saves_has_no_price_for_its_points() -> None:
    assert found(CASE, "D").points_per_thousand is None


def test_that_the_net_cost_is_told_agency_by_agency() -> None:
    flow = (line(0, -100), line(0, 30, "NHS"))
    joined = CASE.with_option(replace(CASE.option(OptionId("B")), net_cost=None, cash_flow=flow))

    row = found(joined, "B")

    assert row.net_cost == 70
    assert dict(row.by_agency) == {"": 100, "NHS": -30}


def test_that_hand_offs_removed_are_counted() -> None:
    assert found(CASE, "B", handoffs_before=7, handoffs_after=2).handoffs_removed == 5
    assert found(CASE, "B", handoffs_before=7).handoffs_removed is None


def test_that_the_next_best_use_is_what_does_most_for_no_more_money() -> None:
    result = score(CASE, MODEL)
    b, c = (result.option(OptionId(o)).points for o in "BC")

    assert found(CASE, "C").next_best == NextBest(OptionId("B"), c - b, 3_000, 3_000 / (c - b))


def test_that_where_another_does_more_for_less_no_price_is_told() -> None:
    dear = CASE.with_option(replace(CASE.option(OptionId("B")), net_cost=9_000))

    best = found(dear, "B").next_best

    assert best is not None
    assert (best.option, best.price) == ("C", None)
    assert best.more_points < 0


def test_that_the_share_of_prevention_is_told_of_money_and_of_good() -> None:
    row = found(CASE, "B", yearly_cost=45_000, prevention_spend=9_000)

    assert row.prevention_spend_share == 0.2
    assert row.shares.prevention == pytest.approx(0.15 / 0.55)
    assert found(CASE, "C").shares.prevention == 0


def test_that_ties_between_people_are_told_before_and_after() -> None:
    row = found(CASE, "C", ties_measure="regular volunteers", ties_before=40, ties_after=65)

    assert row.ties_gained == 25
    assert row.shares.connections is not None
    assert row.shares.connections > 0


def test_that_before_a_score_all_is_told_that_does_not_hang_on_it() -> None:
    said = hand_case().with_option(
        replace(hand_case().option(OptionId("B")), efficiency=Efficiency(outputs=10, yearly_cost=5))
    )

    row = efficiency(said, MODEL, None, None)[1]

    assert row.outputs_per_pound == 2
    assert (row.points_per_thousand, row.next_best, row.shares.prevention) == (None, None, None)


@given(assessments())
def test_that_the_costs_of_agencies_add_up_to_the_net_cost(assessment: Assessment) -> None:
    for row in efficiency(assessment, MODEL, None, None):
        if row.by_agency:
            assert sum(cost for _agency, cost in row.by_agency) == pytest.approx(row.net_cost, abs=1e-5)


@given(assessments())
def test_that_nothing_said_of_money_beside_the_cost_enters_the_score(assessment: Assessment) -> None:
    bare = replace(assessment, options=tuple(map(_without, assessment.options)))

    one, other = score(assessment, MODEL), score(bare, MODEL)

    assert scoring_inputs(assessment, MODEL).seed == scoring_inputs(bare, MODEL).seed
    assert [(o.id, o.score, o.rank) for o in one.options] == [(o.id, o.score, o.rank) for o in other.options]


def _without(option: Option) -> Option:
    return replace(option, offers=(), optimism_bias=None, mechanism=None, efficiency=Efficiency())
