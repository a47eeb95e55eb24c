from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.vocabulary import CriterionId, Grade, GroupId, OptionId
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.gains import gains, levels_of
from fairness_desktop.telling.charts.levels import effect_told
from fairness_desktop.telling.charts.scene import Role

from ...strategies import MODEL, assessments
from .drawn import boxes, case, measure, said_in

C, D = OptionId("C"), OptionId("D")


def of(name: str, option: str, assessment: Assessment | None = None) -> Chart:
    found = assessment or case(name)[0]
    return gains(found, MODEL, score(found, MODEL), OptionId(option))


def not_answered(assessment: Assessment, *groups: str) -> Assessment:
    for group in groups:
        assessment = assessment.with_cell(C, GroupId(group), Cell(), MODEL.criterion_ids)
    return assessment


@given(assessments())
def test_that_the_levels_hold_everyone_and_their_mean_effect(assessment: Assessment) -> None:
    result = score(assessment, MODEL)
    for option in result.options:
        levels = levels_of(assessment, MODEL, result, option.id)

        whole = sum(level.people * (level.effect or 0.0) for level in levels)

        assert sum(level.people for level in levels) == sum(g.size or 0 for g in assessment.groups)
        said = sum((assessment.group(g).size or 0) * effect for g, effect in option.mean_effects.items())
        assert whole == pytest.approx(said, abs=1e-3)


def test_that_those_who_are_touched_are_counted() -> None:
    rows = {row[0]: row[1:] for row in of("d9", "C").table.rows}

    assert rows["Residents of sheltered housing / care homes on hills"] == (
        "very high (most in need)", "1,200", "+0.76", "960", "0",
    )  # fmt: skip


@pytest.mark.parametrize("width", [240.0, 420.0, 850.0])
def test_that_the_same_figures_stand_in_columns_and_in_rows(width: float) -> None:
    said = said_in(of("d9", "C").scene(width, measure))

    assert {"+0.01", "+0.18", "+0.76", "+0.81", "900", "2,000", "960", "180", "most in need"} <= set(said)
    assert said.count("no one") == 2


@pytest.mark.parametrize("width", [420.0, 850.0])
def test_that_a_bar_is_as_long_as_its_effect_is_large(width: float) -> None:
    one, other = sorted(max(b.width, b.height) for b in boxes(of("d6", "D").scene(width, measure), Role.BETTER))[-2:]

    rows = {row[0]: float(row[3]) for row in of("d6", "D").table.rows if row[3].startswith("+")}
    wanted = rows["Children 0-12 in low-income households"] / rows["Disabled children and their families"]
    assert one / other == pytest.approx(wanted, abs=0.01)


def test_that_better_stands_solid_above_the_line_and_worse_hangs_hatched_below() -> None:
    better = boxes(of("d6", "D").scene(850, measure), Role.BETTER)
    worse = boxes(of("d6", "B").scene(850, measure), Role.WORSE)

    assert {bar.y + bar.height for bar in better} == {better[0].y + better[0].height}
    assert not any(bar.hatched for bar in better)
    assert {bar.y for bar in worse} == {worse[0].y}
    assert all(bar.hatched for bar in worse)


def test_that_worse_lies_to_the_left_in_rows() -> None:
    worse = boxes(of("d6", "B").scene(420, measure), Role.WORSE)

    assert len({round(bar.x + bar.width, 6) for bar in worse}) == 1
    assert all(bar.hatched for bar in worse)


@pytest.mark.parametrize("width", [240.0, 420.0, 850.0])
def test_that_a_group_not_answered_is_hatched_and_said_and_never_nought(width: float) -> None:
    chart = of("d9", "C", not_answered(case("d9")[0], "vil"))
    scene = chart.scene(width, measure)

    assert "2,500 stretched: not answered" in said_in(scene)
    assert all(box.hatched for box in boxes(scene, Role.HATCH))
    assert len(boxes(scene, Role.HATCH)) == 2  # beside the bar, and beside the words
    assert "2,500 more of them are not answered." in chart.in_words
    assert ("Residents of cut-off villages", "stretched", "2,500", "not answered", "?", "?") in chart.table.rows


def test_that_the_mean_is_of_those_who_are_answered() -> None:
    result = case("d9")[1]
    levels = levels_of(not_answered(case("d9")[0], "vil"), MODEL, result, C)

    assert levels[2].effect == pytest.approx(result.option(C).mean_effects[GroupId("bus")])


@pytest.mark.parametrize("width", [240.0, 420.0, 850.0])
def test_that_a_level_of_which_nothing_is_answered_says_so(width: float) -> None:
    chart = of("d9", "C", not_answered(case("d9")[0], "emg"))

    assert {"not answered", "?"} <= set(said_in(chart.scene(width, measure)))
    assert "severe, among those most in need: 300 people, not answered." in chart.in_words


def test_that_an_answer_in_part_is_said() -> None:
    assessment, _result = case("d9")
    part = Cell(0.5, Grade.B, {c: 1.0 for c in MODEL.criterion_ids if c != CriterionId("voice")})
    chart = of("d9", "C", assessment.with_cell(C, GroupId("vil"), part, MODEL.criterion_ids))

    assert "2,500 stretched: answered in part" in said_in(chart.scene(850, measure))
    assert "2,500 of them are answered in part." in chart.in_words


def test_that_those_who_lose_are_named() -> None:
    assert "These lose: Other council-tax households." in of("d1", "D").in_words
    assert of("d9", "C").in_words.endswith("No group loses.")


@pytest.mark.parametrize(("income", "level"), [(0.68, 2), (0.6, 3), (0.61, 2), (0.34, 5), (4.0, 0)])
def test_that_a_known_income_stands_on_its_own_side_of_the_threshold(income: float, level: int) -> None:
    assessment, _result = case("d9")
    moved = assessment.with_group(replace(assessment.group(GroupId("car")), relative_income=income))

    levels = levels_of(moved, MODEL, score(moved, MODEL), C)

    assert "Car commuters on A/B roads" in {g.name for g in levels[level].groups}


def test_that_where_nobody_is_in_need_the_neediest_there_are_have_the_ground() -> None:
    assessment, _result = case("d9")
    for group in assessment.groups:
        assessment = assessment.with_group(replace(group, need_level=min(group.need_level or 0, 1)))

    levels = levels_of(assessment, MODEL, score(assessment, MODEL), C)

    assert [level.most_in_need for level in levels] == [False, True, False, True, True, True]


def test_that_a_level_with_others_on_it_has_no_ground_for_the_neediest_alone() -> None:
    assessment, _result = case("d9")
    for group in assessment.groups:
        assessment = assessment.with_group(replace(group, relative_income=0.75 if group.id == "emg" else 0.8))

    levels = levels_of(assessment, MODEL, score(assessment, MODEL), C)

    assert [level.most_in_need for level in levels] == [False, False, False, True, True, True]


@pytest.mark.parametrize(
    ("effect", "told"), [(0.764, "+0.76"), (-0.003, "−0.003"), (0.0, "0.00"), (4e-7, "0.00"), (-6e-6, "−0.00001")]
)
def test_that_an_effect_that_is_not_nought_is_not_told_as_nought(effect: float, told: str) -> None:
    assert effect_told(effect) == told


def test_that_carrying_on_as_now_changes_nothing_for_anyone() -> None:
    scene = of("d9", "A").scene(850, measure)

    assert boxes(scene, Role.BETTER, Role.WORSE) == []
    assert said_in(scene).count("0.00") == 4
