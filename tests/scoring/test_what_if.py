"""What if: other judgements, of which nothing is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import CriterionId, Floor, GroupId, OptionId
from fairness_desktop.scoring.score import score
from fairness_desktop.scoring.what_if import Supposition, suppose

from ..strategies import MODEL, assessments
from .builders import ONLY_OUTCOMES, OUTCOMES, at_elasticity, hand_case, inputs_of

D, P = OptionId("D"), GroupId("p")


@given(assessments())
def test_that_supposing_nothing_changes_nothing(assessment: Assessment) -> None:
    result = score(assessment, MODEL)

    supposed = suppose(inputs_of(assessment), Supposition())

    assert Supposition().nothing
    assert supposed.leader == result.leader
    assert supposed.scores == {o.id: o.score for o in result.options}
    assert supposed.floors == {o.id: o.floor for o in result.options}


@given(assessments())
def test_that_another_elasticity_gives_what_a_framework_with_it_gives(assessment: Assessment) -> None:
    other = score(assessment, at_elasticity(0.4))

    supposed = suppose(inputs_of(assessment), Supposition(elasticity=0.4))

    assert supposed.leader == other.leader
    assert supposed.scores == {o.id: o.score for o in other.options}


def test_that_the_hand_case_turns_where_it_is_said_to() -> None:
    inputs = inputs_of(hand_case(), ONLY_OUTCOMES)

    leaders = [suppose(inputs, Supposition(elasticity=at)).leader for at in (0.79, 0.8)]

    assert leaders == ["D", "C"]


def test_that_another_effect_may_break_the_floor() -> None:
    inputs = inputs_of(hand_case(), ONLY_OUTCOMES)

    supposed = suppose(inputs, Supposition(effects={(OptionId("C"), P, OUTCOMES): -2.0}))

    assert supposed.floors[OptionId("C")] is Floor.RED
    assert inputs == inputs_of(hand_case(), ONLY_OUTCOMES)


def test_that_weights_of_nothing_are_refused() -> None:
    nothing = dict.fromkeys(MODEL.criterion_ids, 0.0)

    with pytest.raises(InvalidInputError, match="at least one criterion"):
        suppose(inputs_of(hand_case()), Supposition(weights=nothing))


def test_that_an_effect_out_of_range_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="from −3 to 3"):
        suppose(inputs_of(hand_case()), Supposition(effects={(OptionId("B"), P, OUTCOMES): 3.5}))


def test_that_a_weight_counts_for_this_decision_alone() -> None:
    inputs = inputs_of(replace(hand_case()))

    supposed = suppose(inputs, Supposition(weights={CriterionId("outcomes"): 0.0}))

    assert set(supposed.scores.values()) == {0.0}
