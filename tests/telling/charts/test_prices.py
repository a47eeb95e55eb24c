from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.prices import frontier
from fairness_desktop.telling.charts.scene import Line, Role, Scene
from fairness_desktop.telling.figures import pounds, signed

from ...strategies import MODEL, assessments
from .drawn import badges, case, measure, said_in


def of(assessment: Assessment) -> Chart:
    return frontier(assessment, score(assessment, MODEL))


def lines(scene: Scene, role: Role, *, dashed: bool = False) -> list[Line]:
    return [m for m in scene.marks if isinstance(m, Line) and m.role is role and m.dashed is dashed]


@given(assessments())
def test_that_the_table_holds_cost_and_points_of_the_result(assessment: Assessment) -> None:
    ranked = score(assessment, MODEL).ranked

    rows = of(assessment).table.rows

    assert [row[1] for row in rows] == [pounds(round(o.net_cost, 2)) for o in ranked]
    assert [row[2] for row in rows] == [signed(o.points) for o in ranked]


@pytest.mark.parametrize("width", [420.0, 560.0, 850.0])
def test_that_each_step_has_its_price_beside_it(width: float) -> None:
    assert {"£9.92 a point", "£12.64 a point"} <= set(said_in(of(case("d9")[0]).scene(width, measure)))


def test_that_the_steps_are_read_aloud_and_what_is_off_the_line() -> None:
    said = of(case("d9")[0]).in_words

    assert said.startswith("Cheapest is A, at £0 a year with 0.0 points. From A to D one more point costs £9.92.")
    assert "From D to C one more point costs £12.64." in said
    assert "B, off the line, costs £60,000 a year with +3,669.4 points." in said


def test_that_the_line_joins_the_letters_of_the_frontier() -> None:
    scene = of(case("d9")[0]).scene(850, measure)
    placed = {x: (b.x + b.width / 2, b.y + b.height / 2) for x, b in badges(scene).items()}

    joined = [((line.x1, line.y1), (line.x2, line.y2)) for line in lines(scene, Role.ACCENT)]

    assert [end for ends in joined for end in ends] == [
        pytest.approx(placed[letter]) for letter in ("A", "D", "D", "C")
    ]


def test_that_limits_are_dashed_and_said() -> None:
    assessment = replace(case("d9")[0], budget_cap=40_000.0)
    chart = of(assessment)
    scene = chart.scene(850, measure)

    assert len(lines(scene, Role.AMBER, dashed=True)) == 1
    assert "cap of £40,000" in said_in(scene)
    assert "The limit is a cap of £40,000." in chart.in_words
    assert "Not feasible: B and C." in chart.in_words
    assert {row[0][0]: row[4] for row in chart.table.rows} == {"A": "yes", "D": "yes", "B": "no", "C": "no"}


def test_that_what_must_be_saved_lies_left_of_nought() -> None:
    scene = of(replace(case("d9")[0], required_saving=30_000.0)).scene(850, measure)
    placed = {letter: box.x + box.width / 2 for letter, box in badges(scene).items()}

    (limit,) = lines(scene, Role.AMBER, dashed=True)

    assert (placed["A"] - limit.x1) / (placed["C"] - placed["A"]) == pytest.approx(0.5)
    assert "saving of £30,000" in said_in(scene)


@pytest.mark.parametrize("width", [240.0, 420.0, 850.0])
def test_that_every_limit_is_said_beside_its_line_or_under_the_chart(width: float) -> None:
    assessment = replace(case("d9")[0], budget_cap=40_000.0, required_saving=-30_000.0)

    said = " ".join(said_in(of(assessment).scene(width, measure)))

    assert "cap of £40,000" in said
    assert "cost of at most £30,000" in said


def test_that_a_limit_far_off_is_told_and_does_not_press_all_together() -> None:
    scene = of(replace(case("d9")[0], required_saving=1e9)).scene(850, measure)

    assert lines(scene, Role.AMBER, dashed=True) == []
    assert "Off this chart: saving of £1,000,000,000." in said_in(scene)
    assert "£60,000" in said_in(scene)


def test_that_with_no_limit_nothing_is_dashed() -> None:
    assert lines(of(case("d9")[0]).scene(850, measure), Role.AMBER, dashed=True) == []


def test_that_options_that_cost_the_same_and_do_the_same_are_all_there() -> None:
    assessment, _result = case("d9")
    alike = replace(
        assessment, effects=(), options=tuple(replace(o, net_cost=0.0, cash_flow=None) for o in assessment.options)
    )

    assert set(badges(of(alike).scene(420, measure))) == {"A", "B", "C", "D"}
