"""Outcome against promise: laws of the one measure of a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.reviewing.review import Outcome, Review, ReviewVerdict, kept
from fairness_desktop.domain.vocabulary import GroupId

from ...strategies import outcomes

Outcomes = tuple[Outcome, ...]
ANSWERED = outcomes(False, answered=True)


def row(promised: float, outcome: float | None, *, weight: float = 100, reach: float | None = 1.0) -> Outcome:
    return Outcome(GroupId("p"), "P", weight, promised, 1.0, outcome, reach)


def promised_by(rows: Outcomes) -> float:
    return sum(o.promised_points or 0 for o in rows)


@pytest.mark.parametrize(
    ("promised", "outcome", "measure"),
    [(2, 2, 1), (2, 1, 0.5), (2, 3, 1.5), (2, 0, 0), (2, -1, -0.5), (-1, -1, 1), (-1, -2, 0), (-1, 0, 2)],
)
def test_that_it_is_the_outcome_over_the_promise_whichever_way_the_promise_went(
    promised: float, outcome: float, measure: float
) -> None:
    assert kept((row(promised, outcome),)) == measure


def test_that_where_nothing_was_promised_a_minor_harm_to_everybody_is_all_lost() -> None:
    assert [kept((row(0, x),)) for x in (0, 1, -1, -3)] == [1, 2, 0, -2]


@given(ANSWERED)
def test_that_a_promise_kept_to_the_letter_is_one(rows: Outcomes) -> None:
    letter = tuple(replace(o, promised=o.outcome, promised_reach=o.reach) for o in rows)

    assert kept(letter) == 1


@given(ANSWERED)
def test_that_of_a_promise_of_good_it_is_the_share_that_came_true(rows: Outcomes) -> None:
    promised = promised_by(rows)
    assume(promised > 1)

    happened = sum(o.points or 0 for o in rows)
    assert kept(rows) == pytest.approx(happened / promised, rel=1e-6, abs=2e-6)


@given(ANSWERED, st.sampled_from([0.5, 1.0, 6.0]))
def test_that_a_better_outcome_never_lowers_it(rows: Outcomes, by: float) -> None:
    first = rows[0]
    assert first.outcome is not None
    better = (replace(first, outcome=min(first.outcome + by, 3.0)), *rows[1:])

    before, after = kept(rows), kept(better)
    assert before is not None
    assert after is not None
    assert after >= before


@given(ANSWERED, st.sampled_from([2.0, 8.0]))
def test_that_more_people_alike_leave_it(rows: Outcomes, times: float) -> None:
    assume(abs(promised_by(rows)) > 1)
    more = tuple(replace(o, weight=(o.weight or 0) * times) for o in rows)

    assert kept(more) == pytest.approx(kept(rows), rel=1e-9, abs=2e-6)


@given(ANSWERED)
def test_that_telling_a_group_as_two_leaves_it(rows: Outcomes) -> None:
    half = replace(rows[0], weight=(rows[0].weight or 0) / 2)

    assert kept((half, replace(half, group=GroupId("other")), *rows[1:])) == pytest.approx(kept(rows), abs=2e-6)


@given(ANSWERED)
def test_that_the_order_of_groups_changes_nothing(rows: Outcomes) -> None:
    assert kept(rows[::-1]) == kept(rows)


@given(ANSWERED)
def test_that_one_open_answer_leaves_it_open(rows: Outcomes) -> None:
    assert kept((replace(rows[0], outcome=None, reach=0.5), *rows[1:])) is None
    assert kept((replace(rows[0], reach=None), *rows[1:])) is None
    assert kept(()) is None


def test_that_where_nobody_was_reached_nothing_more_need_be_answered() -> None:
    missed = row(2, None, reach=0)

    assert missed.answered
    assert kept((missed,)) == 0


def test_that_a_review_is_finished_once_everything_is_said_that_counts() -> None:
    whole = Review(
        "ab" * 32, date(2027, 5, 4), "A. Clerk", (row(2, 1),), verdict=ReviewVerdict.CHANGE, reasons="It half works."
    )

    assert whole.finished
    assert Review().still_open == ("date", "by", "verdict", "reasons")
    assert not Review().begun
    for gap in (
        replace(whole, outcomes=(row(2, None),)),
        replace(whole, date=None),
        replace(whole, by=" "),
        replace(whole, verdict=None),
        replace(whole, reasons=" "),
    ):
        assert not gap.finished


def test_that_an_outcome_off_the_scale_is_refused() -> None:
    for wrong in ({"outcome": 0.3}, {"outcome": 4.0}, {"reach": 1.1}, {"promised": 3.5}, {"weight": -1.0}):
        with pytest.raises(InvalidInputError) as refusal:
            replace(row(1, 1), **wrong)  # type: ignore[arg-type]
        assert refusal.value.where == next(iter(wrong))
