"""When the floor is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import Floor, Grade, OptionId
from fairness_desktop.scoring.floor import most_in_need
from fairness_desktop.scoring.result import OptionResult
from fairness_desktop.scoring.score import score

from .builders import Impacts, inputs_of, made, weighing

EVEN = weighing(outcomes=1, access=1)


def option(
    impacts: Impacts, framework: Framework = EVEN, need: float = 0.6, reach: float = 1.0, grade: Grade = Grade.A
) -> OptionResult:
    """What becomes of option B, which does this to a group of that living standard."""
    groups = {"p": (10, need), "q": (90, 1.0)}
    assessment = made(groups, {"A": 0, "B": 0}, {("B", "p"): impacts, ("B", "q"): {"outcomes": 3}}, reach, grade)
    return score(assessment, framework).option(OptionId("B"))


@pytest.mark.parametrize(
    ("impacts", "floor"),
    [
        ({"outcomes": -1, "access": -1}, Floor.RED),
        ({"outcomes": -1.5, "access": -0.5}, Floor.RED),
        ({"outcomes": -2, "access": 3}, Floor.RED),
        ({"outcomes": -1.5, "access": 3}, Floor.GREEN),
        ({"outcomes": -1, "access": -0.5}, Floor.AMBER),
        ({"outcomes": -1.5, "access": 1}, Floor.AMBER),
        ({"outcomes": -1, "access": 1}, Floor.GREEN),
        ({"outcomes": 1}, Floor.GREEN),
    ],
)
def test_that_the_floor_has_the_colour_of_its_worst_breach(impacts: Impacts, floor: Floor) -> None:
    assert option(impacts).floor is floor


def test_that_only_those_touched_count() -> None:
    assert option({"outcomes": -3}, reach=0.001).floor is Floor.RED
    assert option({"outcomes": -3}, reach=0.0).floor is Floor.GREEN


def test_that_breaches_are_told_by_criterion_in_sorted_order() -> None:
    reasons = option({"outcomes": -2, "access": -3}).floor_reasons

    assert [r.criterion for r in reasons] == [None, "access", "outcomes"]


def test_that_harm_to_those_better_off_leaves_the_floor_green() -> None:
    assert option({"outcomes": -3}, need=1.5).floor is Floor.GREEN


def test_that_a_limit_is_not_missed_by_the_last_binary_digit() -> None:
    sevenths = weighing(outcomes=1, access=6)  # 2/7 − 9/7 is −0.9999999999999999 in binary

    assert option({"outcomes": 2, "access": -1.5}, sevenths).floor is Floor.RED


def test_that_what_cancels_is_not_amber_by_the_last_binary_digit() -> None:
    uneven = weighing(outcomes=20, access=15, household_cost=5)

    assert option({"outcomes": -1, "access": 1, "household_cost": 1}, uneven).floor is Floor.GREEN


@pytest.mark.parametrize(
    ("grade", "floor"), [(Grade.A, Floor.AMBER), (Grade.B, Floor.AMBER), (Grade.C, Floor.RED), (Grade.D, Floor.RED)]
)
def test_that_the_worst_case_lowers_an_effect_by_the_half_width_of_its_evidence(grade: Grade, floor: Floor) -> None:
    found = option({"outcomes": -0.5, "access": 0.5}, grade=grade)

    assert (found.floor, found.worst_case_floor) == (Floor.GREEN, floor)


def test_that_the_worst_case_leaves_an_effect_of_nought_alone() -> None:
    assert option({"outcomes": 1.5, "access": 0}, grade=Grade.D).worst_case_floor is Floor.GREEN


def test_that_at_the_worst_no_effect_falls_below_minus_three() -> None:
    thirds = weighing(outcomes=3, access=7)
    patient = replace(thirds, floor=replace(thirds.floor, red_single=-9.0))

    assert option({"outcomes": -3, "access": 1.5}, patient, grade=Grade.D).worst_case_floor is Floor.AMBER


@pytest.mark.parametrize(
    ("standards", "neediest"),
    [((0.6, 0.35, 1), "pq"), ((0.600001, 0.9, 1), "p"), ((0.8, 0.8, 1), "pq"), ((0.6, 0.61, 0.7), "p")],
)
def test_that_the_neediest_are_those_under_the_line_or_else_the_lowest(
    standards: tuple[float, ...], neediest: str
) -> None:
    groups = {g: (10, y) for g, y in zip("pqr", standards, strict=True)}
    inputs = inputs_of(made(groups, {"A": 0, "B": 0}, {}))

    assert "".join(most_in_need(inputs)) == neediest
