from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.vocabulary import Kind, OptionId
from fairness_desktop.scoring.score import score
from fairness_desktop.scoring.switching.values import ElasticitySwitch, Switches
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.scene import Circle, Line, Rect, Role, Scene
from fairness_desktop.telling.charts.tornado import tornado

from ...strategies import MODEL
from .drawn import boxes, case, laid_over, measure, said_in

STRETCH = 20


def of(name: str) -> Chart:
    assessment, result = case(name)
    assert assessment.kind is not None
    chart = tornado(result, MODEL, assessment.kind)
    assert chart is not None
    return chart


def stretches(scene: Scene) -> list[Rect]:
    return [box for box in boxes(scene, Role.RANK_1, Role.RANK_2, Role.RANK_3) if box.height == STRETCH]


def rings(scene: Scene) -> list[Circle]:
    return [m for m in scene.marks if isinstance(m, Circle) and m.outline is Role.TEXT]


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        ("d1", ["at 12.9 % D → A", "at 34.6 % A → D", "at 1.64 A → D", "at 25.6 % A → D"]),
        ("d6", []),
        ("d9", ["at 0.72 B → C", "at 1.7 % B → C", "at 38.9 % C → B", "at 68.8 % C → D"]),
    ],
)
def test_that_the_nearest_turn_comes_first(name: str, turns: list[str]) -> None:
    assert [text for text in said_in(of(name).scene(850, measure)) if "→" in text] == turns
    assert [row[2] for row in of(name).table.rows if "→" in row[2]] == turns


def test_that_what_never_turns_the_lead_says_so() -> None:
    assert said_in(of("d6").scene(420, measure)).count("never changes") == 7
    assert "Weight of voice, now 35 %: never changes the lead, D leads throughout." in of("d6").in_words


def test_that_every_turn_is_read_aloud_with_where_it_stands_now() -> None:
    said = of("d9").in_words

    assert "How much need counts, η, now 1.3: at 0.72 the lead passes from B to C." in said
    assert "Weight of voice, now 5 %: at 68.8 % the lead passes from C to D." in said


def test_that_the_present_weights_are_those_of_the_kind() -> None:
    weights = MODEL.kinds[Kind.TECHNICAL].weights

    rows = {row[0]: row[1] for row in of("d9").table.rows}

    assert rows["Weight of outcomes"] == f"{weights[MODEL.criterion_ids[0]]:g} %"
    assert rows["How much need counts, η"] == "1.3"


@pytest.mark.parametrize("width", [300.0, 850.0])
def test_that_stretches_meet_where_the_lead_passes_and_the_ring_stands_at_now(width: float) -> None:
    before, after = stretches(of("d9").scene(width, measure))[:2]
    ring = rings(of("d9").scene(width, measure))[0]
    whole = before.width + after.width

    assert before.x + before.width == pytest.approx(after.x)
    assert before.width / whole == pytest.approx(0.7155304507641453 / 4)
    assert (ring.x - before.x) / whole == pytest.approx(1.3 / 4)


def test_that_the_leader_has_the_strongest_shade() -> None:
    before, after = stretches(of("d9").scene(850, measure))[:2]

    assert (before.fill, after.fill) == (Role.RANK_2, Role.RANK_1)


def test_that_the_band_of_elasticity_is_boxed_and_said() -> None:
    scene = of("d9").scene(850, measure)
    strip = stretches(scene)[0]
    unit = sum(box.width for box in stretches(scene)[:2]) / 4

    (band,) = [m for m in scene.marks if isinstance(m, Rect) and m.fill is None and m.height > STRETCH]

    assert (band.x - strip.x) / unit == pytest.approx(0.8)
    assert band.width / unit == pytest.approx(1.2)
    assert "band within which people reasonably differ" in said_in(scene)


@pytest.mark.parametrize("name", ["d1", "d6", "d9"])
@pytest.mark.parametrize("width", [240.0, 300.0, 420.0, 560.0, 700.0, 850.0])
def test_that_no_label_touches_another(name: str, width: float) -> None:
    assert laid_over(of(name).scene(width, measure)) == []


def test_that_turns_close_together_are_labelled_one_over_the_other() -> None:
    a, b, c = (OptionId(x) for x in "BCD")
    close = Switches((ElasticitySwitch(1.0, a, b), ElasticitySwitch(1.01, b, c), ElasticitySwitch(1.02, c, a)), ())
    chart = tornado(replace(case("d9")[1], switches=close), MODEL, Kind.TECHNICAL)
    assert chart is not None

    scene = chart.scene(850, measure)

    heights = {w.y for w in scene.words if "→" in w.text}
    assert len(heights) == 3
    assert laid_over(scene) == []
    poles = [m for m in scene.marks if isinstance(m, Line) and m.role is Role.TEXT]
    assert len(poles) == 3


def test_that_there_is_no_chart_before_switches_are_worked_out() -> None:
    assert tornado(replace(case("d9")[1], switches=None), MODEL, Kind.TECHNICAL) is None


def test_that_there_is_no_chart_where_none_leads() -> None:
    assessment = replace(case("d9")[0], required_saving=1e9)
    result = replace(score(assessment, MODEL), switches=Switches((), ()))

    assert tornado(result, MODEL, Kind.TECHNICAL) is None
