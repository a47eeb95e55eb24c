"""A first feeling is noted before a result is there to be seen, and never changed after that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.deciding.gut import GutFeeling, Sureness
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import Form, OptionId
from fairness_desktop.scoring.score import score
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.walk import Walk

CASE = Path(__file__).parents[1] / "cases" / "d6.fairness.json"
FELT = GutFeeling(OptionId("C"), "The option then", Sureness.LEANING, "It is near.")
OTHER = GutFeeling(OptionId("B"), "Another", Sureness.SURE, "")


@pytest.fixture
def whole(services: Services) -> Assessment:
    """A decision with every effect answered."""
    return services.register.take_in(CASE).assessment


@pytest.fixture
def walk(services: Services, whole: Assessment) -> Walk:
    """The same with no effect answered yet."""
    walk = services.register.new(Form.FULL)
    walk.change(replace(whole, id=walk.assessment.id, framework=walk.assessment.framework, effects=(), unanswered=()))
    return walk


def feeling(now: Assessment, felt: GutFeeling) -> Assessment:
    return replace(now, decision=replace(now.decision, gut=felt))


def fill(walk: Walk, whole: Assessment) -> None:
    walk.change(replace(walk.assessment, effects=whole.effects))


def test_that_a_feeling_is_noted_with_its_time_while_nothing_is_known(walk: Walk) -> None:
    walk.change(feeling(walk.assessment, FELT))

    gut = walk.assessment.decision.gut
    assert gut.says_as(FELT)
    assert gut.noted_at is not None
    assert gut.seen_at is None
    assert walk.feeling_is_open


def test_that_the_first_effect_fixes_it_with_the_time(services: Services, walk: Walk, whole: Assessment) -> None:
    walk.change(feeling(walk.assessment, FELT))
    fill(walk, whole)

    gut = services.register.open(walk.assessment.id).assessment.decision.gut
    assert gut.seen_at is not None
    assert gut.noted_at is not None
    assert gut.noted_at <= gut.seen_at
    assert not walk.feeling_is_open


def test_that_it_is_never_changed_after_that(walk: Walk, whole: Assessment) -> None:
    walk.change(feeling(walk.assessment, FELT))
    fill(walk, whole)

    with pytest.raises(InvalidInputError, match="stays as it was noted"):
        walk.change(feeling(walk.assessment, OTHER))
    with pytest.raises(InvalidInputError, match="stays as it was noted"):
        walk.change(feeling(walk.assessment, GutFeeling()))

    assert walk.assessment.decision.gut.says_as(FELT)


def test_that_nobody_can_feel_first_what_was_seen_already(walk: Walk, whole: Assessment) -> None:
    fill(walk, whole)
    walk.change(replace(walk.assessment, effects=()))

    with pytest.raises(InvalidInputError, match="The result has been seen"):
        walk.change(feeling(walk.assessment, FELT))


def test_that_undoing_brings_no_feeling_back_and_takes_none_away(walk: Walk, whole: Assessment) -> None:
    walk.change(feeling(walk.assessment, FELT))
    fill(walk, whole)
    fixed = walk.assessment.decision.gut

    walk.undo()
    walk.undo()

    assert walk.assessment.effects == ()
    assert walk.assessment.decision.gut == fixed


def test_that_it_outlives_the_option_it_was_for(walk: Walk, whole: Assessment) -> None:
    walk.change(feeling(walk.assessment, FELT))
    fill(walk, whole)

    walk.change(walk.assessment.without_option(OptionId("C")))

    assert walk.assessment.decision.gut.says_as(FELT)


def test_that_it_changes_no_figure(walk: Walk, whole: Assessment) -> None:
    fill(walk, whole)

    assert score(feeling(walk.assessment, FELT), walk.framework) == walk.result


def test_that_one_taken_back_does_not_return_by_undoing_once_a_result_was_there(walk: Walk, whole: Assessment) -> None:
    walk.change(feeling(walk.assessment, FELT))
    walk.change(feeling(walk.assessment, GutFeeling()))
    fill(walk, whole)

    walk.undo()
    walk.undo()

    assert walk.assessment.decision.gut == GutFeeling()
