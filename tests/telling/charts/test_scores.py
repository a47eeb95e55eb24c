from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.score import score
from fairness_desktop.telling.charts.scene import Circle, Rect, Role, Scene
from fairness_desktop.telling.charts.scores import scores
from fairness_desktop.telling.figures import signed

from ...strategies import MODEL, assessments
from .drawn import badges, boxes, case, measure, said_in

BARS = (Role.RANK_1, Role.RANK_2, Role.RANK_3, Role.WORSE)


def drawn(name: str, width: float = 850.0) -> Scene:
    return scores(*case(name)).scene(width, measure)


def bars(scene: Scene) -> list[Rect]:
    return [bar for bar in boxes(scene, *BARS) if bar.height == 16]


def rings(scene: Scene) -> list[float]:
    return [m.x for m in scene.marks if isinstance(m, Circle) and m.outline is Role.TEXT]


@given(assessments())
def test_that_the_table_holds_the_figures_of_the_result(assessment: Assessment) -> None:
    result = score(assessment, MODEL)

    rows = scores(assessment, result).table.rows

    assert [row[2] for row in rows] == [signed(o.score) for o in result.ranked]
    assert [row[3] for row in rows] == [signed(o.unweighted_score) for o in result.ranked]


@given(assessments())
def test_that_every_score_is_said_and_drawn(assessment: Assessment) -> None:
    result = score(assessment, MODEL)

    chart = scores(assessment, result)

    for option in result.options:
        assert signed(option.score) in chart.in_words
        assert signed(option.score) in said_in(chart.scene(850, measure))


@pytest.mark.parametrize("width", [300.0, 850.0])
def test_that_a_bar_is_as_long_as_its_score_is_high(width: float) -> None:
    _assessment, result = case("d9")

    lengths = [bar.width for bar in bars(drawn("d9", width))]

    high = [o.score for o in result.ranked if o.score]
    assert [n / lengths[0] for n in lengths] == pytest.approx([s / high[0] for s in high])


def test_that_better_is_solid_to_the_right_and_worse_hatched_to_the_left() -> None:
    best, second, worst = bars(drawn("d6"))

    assert (best.hatched, second.hatched, worst.hatched) == (False, False, True)
    assert worst.x + worst.width == pytest.approx(best.x) == pytest.approx(second.x)


def test_that_the_ring_stands_at_the_score_of_everyone_alike() -> None:
    _assessment, result = case("d6")
    scene = drawn("d6")
    nought, unit = bars(scene)[0].x, bars(scene)[0].width / result.ranked[0].score

    marked = sorted(rings(scene))[1:]  # the first is that of the legend

    assert marked == pytest.approx(sorted(nought + unit * o.unweighted_score for o in result.options))


def test_that_the_leader_alone_has_a_filled_letter_and_the_word() -> None:
    filled = {letter: box.fill for letter, box in badges(drawn("d9")).items()}

    assert filled == {"A": Role.SURFACE, "B": Role.SURFACE, "C": Role.ACCENT, "D": Role.SURFACE}
    assert said_in(drawn("d9")).count("leads") == 1


def test_that_what_is_not_feasible_is_said_not_to_be() -> None:
    chart = scores(*case("d3"))

    assert "not feasible" in said_in(chart.scene(420, measure))
    assert ", not feasible: " in chart.in_words


def test_that_where_none_is_feasible_none_leads() -> None:
    assessment = replace(case("d6")[0], required_saving=1e9)

    chart = scores(assessment, score(assessment, MODEL))

    assert "leads" not in said_in(chart.scene(850, measure))
    assert chart.in_words.endswith("No option is feasible, so none leads.")


def test_that_options_alike_are_drawn_alike() -> None:
    assessment, _result = case("d9")
    copied = tuple(replace(e, option=OptionId("E")) for e in assessment.effects if e.option == "C")
    twin = replace(assessment.option(OptionId("C")), id=OptionId("E"))
    both = replace(assessment, options=(*assessment.options, twin), effects=(*assessment.effects, *copied))

    first, second, *_others = bars(scores(both, score(both, MODEL)).scene(850, measure))

    assert (first.x, first.width) == (second.x, second.width)


def test_that_nothing_but_noughts_still_has_an_axis() -> None:
    assessment = replace(case("d9")[0], effects=())

    scene = scores(assessment, score(assessment, MODEL)).scene(850, measure)

    assert bars(scene) == []
    assert {"0", "+5"} <= set(said_in(scene))


def test_that_a_name_cut_short_stands_in_full_in_the_table() -> None:
    assessment, _result = case("d9")
    long = replace(assessment.option(OptionId("C")), name="A name that goes on " * 20, short_name="")
    named = assessment.with_option(long)

    chart = scores(named, score(named, MODEL))

    assert any(text.endswith("…") for text in said_in(chart.scene(420, measure)))
    assert chart.table.rows[0][0].startswith(f"C  {'A name that goes on ' * 19}")


@pytest.mark.parametrize("name", ["", " \n "])
def test_that_an_option_with_no_name_has_a_stand_in(name: str) -> None:
    assessment, _result = case("d9")
    bare = assessment.with_option(Option(OptionId("C"), name, net_cost=0.0))

    assert "option C, no name yet" in scores(bare, score(bare, MODEL)).in_words
