"""What single assessors think, kept apart from what was agreed."""

from __future__ import annotations

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment, seen_by, with_view
from fairness_desktop.domain.effects import Cell, Rating
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import CriterionId, Grade, GroupId, OptionId

from ..scoring.builders import OUTCOMES, hand_case
from ..strategies import MODEL, assessments

C, D, P = OptionId("C"), OptionId("D"), GroupId("p")
CRITERIA = MODEL.criterion_ids


def view_of(assessment: Assessment, who: str) -> Assessment:
    return seen_by(assessment, who, CRITERIA)


def test_that_a_second_rating_takes_the_place_of_the_first() -> None:
    case = hand_case().with_rating(Rating("Ann", C, P, impacts={OUTCOMES: 1.0}))

    again = case.with_rating(Rating("Bo", C, P, 0.5)).with_rating(Rating("Ann", C, P, impacts={OUTCOMES: -1.0}))

    assert [(r.assessor, dict(r.impacts)) for r in again.ratings] == [("Ann", {OUTCOMES: -1.0}), ("Bo", {})]
    assert again.assessors == ("Ann", "Bo")


def test_that_a_blank_rating_takes_the_old_one_away() -> None:
    case = hand_case().with_rating(Rating("Ann", C, P, 0.5))

    assert case.with_rating(Rating("Ann", C, P)).ratings == ()
    assert hand_case().with_rating(Rating("Ann", C, P)) == hand_case()


def test_that_ratings_go_with_their_group_and_their_option() -> None:
    case = hand_case().with_rating(Rating("Ann", C, P, 0.5)).with_rating(Rating("Ann", D, P, 0.5))

    assert case.without_group(P).ratings == ()
    assert [r.option for r in case.without_option(C).ratings] == ["D"]
    assert case.without_assessor("Ann").ratings == ()


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (lambda: Rating(" ", C, P), "name of the person"),
        (lambda: Rating("Ann", C, P, 1.5), "share from 0 to 1"),
        (lambda: Rating("Ann", C, P, impacts={OUTCOMES: 0.3}), "in halves"),
        (lambda: hand_case().with_rating(Rating("Ann", OptionId("A"), P, 1.0)), "baseline"),
        (lambda: hand_case().with_rating(Rating("Ann", C, GroupId("x"), 1.0)), "no group"),
    ],
)
def test_that_nonsense_is_refused(what: object, why: str) -> None:
    assert callable(what)
    with pytest.raises(InvalidInputError, match=why):
        what()


def test_that_there_are_at_most_twelve_assessors() -> None:
    case = hand_case()
    for i in range(12):
        case = case.with_rating(Rating(f"Person {i}", C, P, 0.5))

    with pytest.raises(InvalidInputError, match="12 assessors"):
        case.with_rating(Rating("One more", C, P, 0.5))


def test_that_what_a_person_did_not_rate_is_unanswered_in_their_view() -> None:
    case = hand_case().with_rating(Rating("Ann", C, P, impacts={OUTCOMES: -1.0}))

    view = view_of(case, "Ann")

    assert view.cell(C, P, CRITERIA) == Cell(1.0, Grade.C, {OUTCOMES: -1.0})
    assert view.cell(D, P, CRITERIA) == Cell()


def test_that_a_change_in_their_view_changes_their_ratings_alone() -> None:
    case = hand_case().with_rating(Rating("Ann", C, P, impacts={OUTCOMES: -1.0}))
    view = view_of(case, "Ann").with_cell(
        C, P, Cell(0.5, Grade.C, {OUTCOMES: 2.0, CriterionId("voice"): 0.0}), CRITERIA
    )

    changed = with_view(case, "Ann", view, CRITERIA)

    assert changed.effects == case.effects
    assert changed.ratings == (Rating("Ann", C, P, 0.5, {OUTCOMES: 2.0, CriterionId("voice"): 0.0}),)


def test_that_not_touched_in_their_view_is_a_reach_of_nought() -> None:
    view = view_of(hand_case(), "Ann").with_cell(C, P, Cell(touched=False), CRITERIA)

    changed = with_view(hand_case(), "Ann", view, CRITERIA)

    assert changed.ratings == (Rating("Ann", C, P, 0.0),)
    assert not view_of(changed, "Ann").cell(C, P, CRITERIA).touched


@given(assessments())
def test_that_looking_through_their_eyes_changes_nothing(assessment: Assessment) -> None:
    for who in assessment.assessors:
        assert with_view(assessment, who, view_of(assessment, who), CRITERIA) == assessment
