from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.vocabulary import LeadVerdict, OptionId
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.ranks import of_100, ordinal, ranks
from fairness_desktop.telling.charts.scene import Role

from ...strategies import MODEL, assessments
from .drawn import badges, boxes, case, laid_over, measure, said_in, scored

SHADES = (Role.RANK_1, Role.RANK_2, Role.RANK_3, Role.RANK_4, Role.FAINT)


def of(name: str) -> Chart:
    chart = ranks(case(name)[1])
    assert chart is not None
    return chart


def with_shares(result: Result, leader: tuple[float, ...], verdict: LeadVerdict | None) -> Result:
    drawn = result.robustness
    assert drawn is not None
    assert result.leader is not None
    shares = {**drawn.rank_acceptability, result.leader: leader}
    return replace(result, robustness=replace(drawn, rank_acceptability=shares, verdict=verdict))


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("d1", "A ranks first in 61 of 100 plausible versions: leaning."),
        ("d6", "D ranks first in 100 of 100 plausible versions: robust."),
        ("d9", "C ranks first in 92 of 100 plausible versions: robust."),
    ],
)
def test_that_the_verdict_is_a_sentence(name: str, verdict: str) -> None:
    assert of(name).caption == verdict
    assert of(name).in_words.startswith(verdict)


def test_that_with_no_verdict_none_is_said() -> None:
    chart = ranks(with_shares(case("d9")[1], (0.7, 0.3, 0.0, 0.0), None))

    assert chart is not None
    assert chart.caption == "C ranks first in 70 of 100 plausible versions."


@given(assessments())
def test_that_the_table_holds_the_shares_of_the_result(assessment: Assessment) -> None:
    result = scored(assessment)
    chart = ranks(result)
    if chart is None:
        return
    able = [o.id for o in result.ranked if o.feasible]
    assert result.robustness is not None
    for row, option in zip(chart.table.rows, able, strict=False):
        told = [f"{s * 100:.1f}" for s in result.robustness.rank_acceptability[option][: len(able)]]
        assert row == (option, *told, f"{result.robustness.red_share[option] * 100:.1f}")


@pytest.mark.parametrize("width", [240.0, 560.0, 850.0])
def test_that_a_stretch_is_as_long_as_its_share(width: float) -> None:
    drawn = case("d9")[1].robustness
    assert drawn is not None

    first, second = (bar.width for bar in boxes(of("d9").scene(width, measure), *SHADES)[:2])

    shares = drawn.rank_acceptability[OptionId("C")]
    assert first / (first + second) == pytest.approx(shares[0] / (shares[0] + shares[1]))


def test_that_stretches_are_labelled_where_there_is_room() -> None:
    wide, narrow = said_in(of("d9").scene(850, measure)), said_in(of("d9").scene(240, measure))

    assert {"1st  92", "2nd  8", "1st  8", "2nd  89", "3rd  97", "4th  100", "3"} <= set(wide)
    assert "2nd  8" not in narrow
    assert {"1st  92", "2nd  89", "3rd  97"} <= set(narrow)


@pytest.mark.parametrize("name", ["d1", "d6", "d9"])
@pytest.mark.parametrize("width", [240.0, 300.0, 420.0, 560.0, 700.0, 850.0])
def test_that_no_label_touches_another(name: str, width: float) -> None:
    assert laid_over(of(name).scene(width, measure)) == []


def test_that_each_rank_has_its_shade_and_the_leader_the_filled_letter() -> None:
    scene = of("d9").scene(850, measure)

    assert [bar.fill for bar in boxes(scene, *SHADES)][:4] == [Role.RANK_1, Role.RANK_2, Role.RANK_1, Role.RANK_2]
    assert [letter for letter, box in badges(scene).items() if box.fill is Role.ACCENT] == ["C"]


def test_that_how_often_the_floor_is_red_is_said() -> None:
    assert "The floor is RED under B in 100 of 100." in of("d1").in_words
    assert {"floor RED", "100"} <= set(said_in(of("d1").scene(420, measure)))
    assert "In none of them is the floor RED under any option." in of("d9").in_words
    assert "floor RED" not in said_in(of("d9").scene(420, measure))


def test_that_what_is_not_feasible_has_no_rank_but_a_share_of_red() -> None:
    chart = of("d3")

    (row,) = [row for row in chart.table.rows if "not feasible" in row[0]][:1]

    assert set(row[1:-1]) == {"–"}
    assert row[-1] != "–"


def test_that_there_is_no_chart_before_versions_are_drawn() -> None:
    assert ranks(replace(case("d9")[1], robustness=None)) is None


def test_that_there_is_no_chart_where_none_is_feasible() -> None:
    assessment = replace(case("d9")[0], required_saving=1e9)

    assert ranks(replace(score(assessment, MODEL), robustness=case("d9")[1].robustness)) is None


@pytest.mark.parametrize(
    ("share", "told"), [(0.0, "0"), (0.0003, "under 1"), (0.5, "50"), (0.9966, "over 99"), (1.0, "100")]
)
def test_that_not_quite_none_is_not_told_as_none(share: float, told: str) -> None:
    assert of_100(share) == told


def test_that_every_rank_there_can_be_has_its_word() -> None:
    assert [ordinal(rank) for rank in range(1, 9)] == ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th"]
