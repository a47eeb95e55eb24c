"""Several assessors: where they disagree, and whether the lead depends on whom one asks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Rating
from fairness_desktop.domain.vocabulary import GroupId, OptionId
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.assessors import assessors, cell_views, to_half
from fairness_desktop.scoring.score import score, score_in_full

from ..strategies import MODEL, assessments
from .builders import ACCESS, ONLY_OUTCOMES, OUTCOMES, hand_case, inputs_of

P, Q = GroupId("p"), GroupId("q")
C, D = OptionId("C"), OptionId("D")


def rated(*ratings: Rating) -> Assessment:
    return replace(hand_case(), ratings=ratings)


def test_that_median_and_spread_are_of_those_who_rated() -> None:
    case = rated(
        Rating("Ann", C, P, impacts={OUTCOMES: 2.0, ACCESS: 1.0}),
        Rating("Bo", C, P, impacts={OUTCOMES: -1.0}),
        Rating("Cai", C, P, impacts={OUTCOMES: 0.5}),
    )

    first, second = cell_views(case)

    assert (first.criterion, first.median, first.spread, first.agreed) == (OUTCOMES, 0.5, 3.0, 2)
    assert dict(first.ratings) == {"Ann": 2.0, "Bo": -1.0, "Cai": 0.5}
    assert (second.criterion, second.spread, second.agreed) == (ACCESS, 0.0, 0.0)


def test_that_the_most_disputed_comes_first_and_what_one_rated_alone_is_no_dispute() -> None:
    case = rated(
        Rating("Ann", C, P, impacts={OUTCOMES: 2.0}),
        Rating("Bo", C, P, impacts={OUTCOMES: 1.5}),
        Rating("Ann", D, Q, impacts={OUTCOMES: 3.0, ACCESS: 1.0}),
        Rating("Bo", D, Q, impacts={OUTCOMES: -3.0}),
    )

    found = assessors(case, ONLY_OUTCOMES)

    assert [(c.option, c.criterion, c.spread) for c in found.cells] == [(D, OUTCOMES, 6.0), (C, OUTCOMES, 0.5)]


def test_that_the_leader_is_told_under_each_person_and_under_the_median() -> None:
    case = rated(
        Rating("Ann", C, P, impacts={OUTCOMES: -3.0}),
        Rating("Bo", D, Q, reach=0.1),
        Rating("Cai", C, P, impacts={OUTCOMES: 2.5}),
    )

    found = assessors(case, ONLY_OUTCOMES)

    assert found.agreed_leader == "C"
    assert found.leaders == {"Ann": "B", "Bo": "C", "Cai": "C"}
    assert found.median_leader == "B"


def test_that_an_effect_rated_nowhere_stays_as_agreed() -> None:
    assert assessors(rated(Rating("Ann", C, P, impacts={})), ONLY_OUTCOMES).leaders == {"Ann": "C"}


def test_that_not_touched_takes_the_effect_away() -> None:
    found = assessors(rated(Rating("Ann", C, P, reach=0.0)), ONLY_OUTCOMES)

    assert found.leaders["Ann"] == "B"


def test_that_a_pair_agreed_nowhere_counts_where_someone_rates_it() -> None:
    new = Rating("Ann", D, P, reach=1.0, impacts={OUTCOMES: 3.0})

    assert assessors(rated(new), ONLY_OUTCOMES).leaders["Ann"] == "D"


@given(assessments())
def test_that_ratings_change_no_figure_and_no_seed(assessment: Assessment) -> None:
    alone = replace(assessment, ratings=())
    few = replace(MODEL, robustness=replace(MODEL.robustness, draws=20))

    assert inputs_of(assessment).seed == inputs_of(alone).seed
    assert told(score_in_full(assessment, few)) == told(score_in_full(alone, few))


@given(assessments())
def test_that_who_rates_as_agreed_has_the_agreed_leader(assessment: Assessment) -> None:
    same = tuple(Rating("Ann", e.option, e.group, e.reach, e.impacts) for e in assessment.effects)

    found = assessors(replace(assessment, ratings=same), MODEL)

    assert found.agreed_leader == score(assessment, MODEL).leader
    assert set(found.leaders.values()) <= {found.agreed_leader}
    assert found.median_leader == found.agreed_leader


@pytest.mark.parametrize(
    ("value", "half"),
    [
        (0.0, 0.0),
        (0.25, 0.0),
        (-0.25, 0.0),
        (0.26, 0.5),
        (0.75, 0.5),
        (-0.75, -0.5),
        (1.0, 1.0),
        (-2.8, -3.0),
        (2.5, 2.5),
    ],
)
def test_that_a_median_goes_to_the_nearest_half_and_never_away_from_nought(value: float, half: float) -> None:
    assert to_half(value) == half
