"""Ratings: what the share comes to, and what so few answers allow one to say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.findings import Severity
from fairness_desktop.domain.money.efficiency import Efficiency
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.quality.plan import Check, QualityPlan
from fairness_desktop.domain.quality.rated import FEW, Rated, rated, wilson_lower
from fairness_desktop.domain.quality.rating_findings import rating_findings
from fairness_desktop.domain.vocabulary import AssessmentId, OptionId
from fairness_desktop.telling.quality import rated_sentence

answers = st.integers(1, 1_000_000_000)


@st.composite
def ratings(draw: st.DrawFn) -> tuple[int, int]:
    many = draw(answers)
    return draw(st.integers(0, many)), many


@pytest.mark.parametrize(
    ("satisfied", "many", "lower"), [(81, 263, 0.2553), (15, 148, 0.0624), (0, 20, 0.0), (1, 29, 0.0061)]
)
def test_that_the_bound_is_the_one_published(satisfied: int, many: int, lower: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert round(wilson_lower(satisfied, many), 4) == lower


@given(ratings())
def test_that_the_bound_lies_between_nothing_and_the_share(rating: tuple[int, int]) -> None:
    assert 0 <= wilson_lower(*rating) <= rating[0] / rating[1]


@given(ratings(), st.integers(2, 1000))
def test_that_the_same_share_of_more_answers_is_leant_on_more(rating: tuple[int, int], times: int) -> None:
    satisfied, many = rating
    more = wilson_lower(satisfied * times, many * times)

    assert more >= wilson_lower(satisfied, many) - 1e-12


@given(ratings())
def test_that_one_more_who_is_satisfied_never_lowers_the_bound(rating: tuple[int, int]) -> None:
    satisfied, many = rating

    assert wilson_lower(satisfied + 1, many + 1) >= wilson_lower(satisfied, many) - 1e-12


def test_that_one_five_star_rating_counts_less_than_ninety_of_a_hundred() -> None:
    assert wilson_lower(1, 1) < wilson_lower(90, 100)


@pytest.mark.parametrize(("satisfied", "many"), [(None, 30), (27, None), (0, 0), (31, 30)])
def test_that_nothing_is_worked_out_of_what_is_open_or_cannot_be(satisfied: int | None, many: int | None) -> None:
    assert rated(satisfied, many) is None


@pytest.mark.parametrize(
    ("satisfied", "many", "said"),
    [
        (27, 30, "27 of 30 satisfied: 90 %; allowing for so few answers, at least 74 %."),
        (1_800, 2_000, "1,800 of 2,000 satisfied: 90 %; allowing for chance, at least 88 %."),
        (27, None, "27 satisfied; of how many who answered is still open."),
        (None, 30, "30 answered; how many of them are satisfied is still open."),
        (0, 0, "Nobody has answered yet."),
        (31, 30, "31 satisfied of 30 who answered: that cannot be."),
        (None, None, ""),
    ],
)
def test_that_ratings_are_told_in_a_sentence(satisfied: int | None, many: int | None, said: str) -> None:
    assert rated_sentence(satisfied, many) == said


@given(ratings())
def test_that_what_is_promised_at_least_is_never_rounded_up(rating: tuple[int, int]) -> None:
    promised = rated_sentence(*rating).rsplit("at least ", 1)[1].removesuffix(" %.")

    assert int(promised) <= Rated(*rating).at_least * 100 + 1e-9


def found(check: Check, efficiency: Efficiency) -> list[tuple[Severity, str, str]]:
    option = Option(OptionId("B"), "", baseline=False, net_cost=0.0, efficiency=efficiency)
    now = Assessment(
        AssessmentId("x"), FrameworkReference("model", "2", ""), options=(option,), quality=QualityPlan((check,))
    )
    return [(f.severity, f.code, f.where) for f in rating_findings(now)]


def test_that_few_answers_are_warned_of_where_they_stand() -> None:
    few = Check("1", satisfied=27, rated_by=FEW - 1)
    enough = replace(few, rated_by=FEW)

    assert found(few, Efficiency()) == [(Severity.WARNING, "ratings_few", "quality_plan.checks[0].rated_by")]
    assert found(enough, Efficiency(satisfied=1, rated_by=2)) == [
        (Severity.WARNING, "ratings_few", "options[0].efficiency.rated_by")
    ]


def test_that_more_satisfied_than_answered_is_an_error_and_kept() -> None:
    wrong = Check("1", satisfied=31, rated_by=30)

    assert found(wrong, Efficiency()) == [(Severity.ERROR, "ratings_impossible", "quality_plan.checks[0].satisfied")]
    assert (wrong.satisfied, wrong.rated_by) == (31, 30)


def test_that_counts_below_nought_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="satisfied: must be a whole number from 0"):
        Check("1", satisfied=-1)
