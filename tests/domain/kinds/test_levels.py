"""Tip 3, shared responsibility: how close to the person, and why not closer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.kind_findings import kind_findings
from fairness_desktop.domain.kinds.levels import LevelAnswer, StepAway, own_level
from fairness_desktop.domain.vocabulary import BodyKind, Kind
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.telling.kinds import level_sentence

from ...desktop.sessions import play_area

RUNGS = st.integers(0, 6)


def test_that_there_are_seven_levels_from_the_person_to_the_partnership(newest: Framework) -> None:
    assert [level.id for level in newest.levels] == [
        "person", "household", "front_line", "community", "local_council", "principal_council", "partnership",
    ]  # fmt: skip


def test_that_each_kind_says_which_level_makes_sense(newest: Framework) -> None:
    assert [newest.kinds[kind].closest_level for kind in Kind] == [0, 2, 5, 4]


@given(RUNGS, RUNGS)
def test_that_steps_away_are_the_rungs_passed_over(taken: int, closest: int) -> None:
    answer = LevelAnswer(taken, closest)

    assert answer.steps_away == len(answer.passed_over) == max(0, taken - closest)
    assert answer.without_reason == answer.passed_over


@given(st.none() | RUNGS)
def test_that_nothing_is_worked_out_until_both_are_answered(one: int | None) -> None:
    assert LevelAnswer(one, None).steps_away is None
    assert LevelAnswer(None, one).passed_over == ()


@pytest.mark.parametrize("level", [-1, 7])
def test_that_no_other_rung_is_taken(level: int) -> None:
    for wrong in (lambda: LevelAnswer(level), lambda: LevelAnswer(0, level), lambda: StepAway(level)):
        with pytest.raises(InvalidInputError, match="from 0 to 6"):
            wrong()


def codes(answer: LevelAnswer, known: Frameworks, newest: Framework) -> list[str]:
    return [f.code for f in kind_findings(replace(play_area(known), level=answer), newest)]


def test_that_every_step_away_wants_its_own_reason(known: Frameworks, newest: Framework) -> None:
    reason = (StepAway(3, "There is no such body yet."),)

    assert codes(LevelAnswer(4, 2), known, newest) == ["no_reason_for_step"] * 2
    assert codes(LevelAnswer(4, 2, steps=reason), known, newest) == ["no_reason_for_step"]
    assert codes(LevelAnswer(4, 3, steps=reason), known, newest) == []


def test_that_a_level_closer_than_the_lawful_one_is_questioned(known: Frameworks, newest: Framework) -> None:
    assert codes(LevelAnswer(2, 4), known, newest) == ["closer_than_lawful"]


def test_that_half_an_answer_is_noted_and_none_is_not(known: Frameworks, newest: Framework) -> None:
    assert codes(LevelAnswer(4), known, newest) == ["no_closest_level"]
    assert codes(LevelAnswer(None, 4), known, newest) == ["no_level"]
    assert codes(LevelAnswer(), known, newest) == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (LevelAnswer(), "Say where it is taken"),
        (LevelAnswer(4, 2), "2 steps further from the person than the law asks: local council, not front line."),
        (LevelAnswer(3, 2), "1 step further"),
        (LevelAnswer(3, 3), "at the closest level the law allows: community."),
        (LevelAnswer(0, 3), "at person, closer than the law is said to allow (community)."),
    ],
)
def test_that_the_ladder_is_told_in_a_sentence(answer: LevelAnswer, said: str, newest: Framework) -> None:
    assert said in level_sentence(answer, newest)


def test_that_a_council_knows_its_own_rung() -> None:
    levels = [BodyKind.PARISH_COUNCIL, BodyKind.COUNTY_COUNCIL, BodyKind.COMBINED_AUTHORITY, BodyKind.OTHER, None]

    assert [own_level(body) for body in levels] == [4, 5, 6, None, None]
