from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.vocabulary import GroupId, OptionId
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.pictures.plane import PlanePicture, quadrant
from fairness_desktop.telling.charts.pictures.plot import Spot
from fairness_desktop.telling.charts.plane import plane
from fairness_desktop.telling.charts.scene import Circle, Role, bounds

from ...strategies import MODEL, assessments
from .drawn import WIDTHS, badges, case, laid_over, measure, said_in


def of(assessment: Assessment) -> Chart:
    return plane(scoring_inputs(assessment, MODEL), score(assessment, MODEL))


def spots(chart: Chart) -> dict[str, Spot]:
    assert isinstance(chart.picture, PlanePicture)
    return {spot.letter: spot for spot in chart.picture.spots}


@given(assessments())
def test_that_points_in_all_are_those_of_the_result(assessment: Assessment) -> None:
    found = spots(of(assessment))

    for option in score(assessment, MODEL).options:
        assert found[option.id].x == pytest.approx(option.points, abs=1e-6)


def test_that_points_for_those_most_in_need_are_weighed_by_need() -> None:
    assessment, result = case("d9")
    effects = result.option(OptionId("C")).mean_effects
    sheltered, urgent = effects[GroupId("shl")], effects[GroupId("emg")]

    by_hand = 1200 * 0.475**-1.3 * sheltered + 300 * 0.35**-1.3 * urgent

    assert spots(of(assessment))["C"].y == pytest.approx(by_hand, abs=1e-6)


@given(assessments())
def test_that_where_all_good_is_for_those_most_in_need_the_two_are_the_same(assessment: Assessment) -> None:
    only = replace(assessment, groups=tuple(replace(g, need_level=4, relative_income=None) for g in assessment.groups))

    for spot in spots(of(only)).values():
        assert spot.y == pytest.approx(spot.x, abs=1e-4)


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (1.0, 1.0, "more good, and those most in need gain"),
        (1.0, -1.0, "more good, but those most in need lose"),
        (1.0, 0.0, "more good, but none for those most in need"),
        (-1.0, 1.0, "less good, but those most in need gain"),
        (-1.0, -1.0, "less good, and those most in need lose"),
        (0.0, 0.0, "nothing changes"),
    ],
)
def test_that_each_quarter_has_its_words(x: float, y: float, words: str) -> None:
    assert quadrant(Spot("A", x, y)) == words


def test_that_each_option_is_told_with_its_quarter() -> None:
    said = of(case("d1")[0]).in_words

    assert "D: −187 points in all, +983 for those most in need; less good, but those most in need gain." in said
    assert "A, leads: 0 points in all, 0 for those most in need; nothing changes." in said


def test_that_letters_stand_at_their_points() -> None:
    chart = of(case("d6")[0])
    found, placed = spots(chart), badges(chart.scene(850, measure))

    middles = {letter: (box.x + box.width / 2, box.y + box.height / 2) for letter, box in placed.items()}

    (ax, ay), (bx, by), (dx, dy) = middles["A"], middles["B"], middles["D"]
    assert (dx - ax) / (ax - bx) == pytest.approx(found["D"].x / -found["B"].x)
    assert (ay - dy) / (by - ay) == pytest.approx(found["D"].y / -found["B"].y)


@pytest.mark.parametrize("width", WIDTHS)
def test_that_letters_in_one_place_are_moved_apart_with_a_line_to_it(width: float) -> None:
    assessment = replace(case("d9")[0], effects=())

    scene = of(assessment).scene(width, measure)

    placed = badges(scene)
    assert set(placed) == {"A", "B", "C", "D"}
    assert not any(bounds(a).meets(bounds(b)) for a, b in combinations(placed.values(), 2))
    assert sum(isinstance(m, Circle) for m in scene.marks) == 3
    assert laid_over(scene) == []


def test_that_the_leader_is_the_filled_letter() -> None:
    filled = [
        letter for letter, box in badges(of(case("d9")[0]).scene(850, measure)).items() if box.fill is Role.ACCENT
    ]

    assert filled == ["C"]


def test_that_a_quarter_with_nothing_in_it_has_no_words() -> None:
    said = " ".join(said_in(of(case("d9")[0]).scene(850, measure)))

    assert "more good, and those most in need gain" in said
    assert "lose" not in said


def test_that_what_is_not_feasible_is_told_so() -> None:
    assert "not feasible: " in of(case("d3")[0]).in_words
