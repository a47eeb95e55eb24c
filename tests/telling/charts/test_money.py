"""The J-curve, and who pays and who saves."""

from __future__ import annotations

import pytest

from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.money.flows import OptionMoney, option_money
from fairness_desktop.telling.charts.chart import Chart
from fairness_desktop.telling.charts.money.jcurve import jcurve
from fairness_desktop.telling.charts.money.payers import MOST_ROWS, payers
from fairness_desktop.telling.charts.scene import Circle, Line, Rect, Role, Scene

from ...strategies import MODEL
from .drawn import boxes, laid_over, measure, said_in, strays

B = OptionId("B")
INVEST = (
    CashFlow(0, "", -100_000), CashFlow(1, "", -20_000), CashFlow(2, "NHS", 40_000), CashFlow(3, "NHS", 50_000),
    CashFlow(4, "Police", 60_000),
)  # fmt: skip


def money(*flow: CashFlow, bias: float | None = None) -> OptionMoney:
    found = option_money(Option(B, "B", cash_flow=flow, optimism_bias=bias), MODEL)
    assert found is not None
    return found


def curve(*flow: CashFlow, bias: float | None = None) -> Chart:
    return jcurve(B, money(*flow, bias=bias))


def curves(scene: Scene, *, dashed: bool) -> list[Line]:
    role = Role.AMBER if dashed else Role.ACCENT
    return [m for m in scene.marks if isinstance(m, Line) and m.role is role and m.dashed is dashed]


def test_that_the_curve_goes_down_and_comes_back() -> None:
    lines = curves(curve(*INVEST).scene(560, measure), dashed=False)

    heights = [lines[0].y1, *(line.y2 for line in lines)]
    assert heights.index(max(heights)) == 1
    assert heights[-1] == min(heights)


@pytest.mark.parametrize("width", [240.0, 420.0, 850.0])
def test_that_the_deepest_gap_and_the_year_of_payback_are_written_at_their_places(width: float) -> None:
    said = said_in(curve(*INVEST).scene(width, measure))

    assert "−£120,000" in said
    assert "paid back in year 4" in said


def test_that_what_is_still_missing_lies_on_a_ground_of_its_own() -> None:
    assert len(boxes(curve(*INVEST).scene(560, measure), Role.FAINT)) == 1
    assert boxes(curve(CashFlow(0, "", 5)).scene(560, measure), Role.FAINT) == []


def test_that_optimism_bias_is_a_dashed_line_below() -> None:
    scene = curve(*INVEST, bias=24).scene(560, measure)

    plain, biased = curves(scene, dashed=False), curves(scene, dashed=True)
    assert len(plain) == len(biased) - 1 == 4  # the legend has a piece of it
    assert biased[0].y2 > plain[0].y2
    assert "with the optimism bias" in said_in(scene)


def test_that_a_bias_of_nought_draws_one_line() -> None:
    assert curves(curve(*INVEST, bias=0).scene(560, measure), dashed=True) == []


def test_that_it_is_told_in_words() -> None:
    said = curve(*INVEST, bias=24).in_words

    assert said.startswith("At the deepest £120,000 is missing, in year 1. It is paid back in year 4.")
    assert "All of it together is worth £" in said
    assert "With the optimism bias: At the deepest £148,800 is missing" in said


def test_that_what_never_comes_back_is_said_with_what_is_missing() -> None:
    said = curve(CashFlow(0, "", -100), CashFlow(1, "", 40)).in_words

    assert "It is not paid back: after year 1 £60 is still missing." in said


def test_that_what_is_never_below_has_nothing_to_pay_back() -> None:
    assert curve(CashFlow(0, "", 100)).in_words.startswith("Never below nought")


def test_that_the_table_has_every_year() -> None:
    table = curve(*INVEST, bias=24).table

    assert table.header[-1] == "So far, with the optimism bias"
    assert [row[0] for row in table.rows] == ["0", "1", "2", "3", "4"]
    assert [row[2] for row in table.rows] == ["−£100,000", "−£120,000", "−£80,000", "−£30,000", "£30,000"]


def test_that_a_single_year_is_drawn() -> None:
    scene = curve(CashFlow(0, "", -5)).scene(420, measure)

    assert (strays(scene), laid_over(scene)) == ([], [])
    assert [m for m in scene.marks if isinstance(m, Circle)]


def test_that_a_thousand_years_are_drawn() -> None:
    scene = curve(CashFlow(0, "", -5), CashFlow(1000, "", 9)).scene(420, measure)

    assert (strays(scene), laid_over(scene)) == ([], [])


def sides(scene: Scene) -> tuple[list[float], list[float]]:
    """The lengths of bars to the left and to the right."""
    left = [m.width for m in scene.marks if isinstance(m, Rect) and m.hatched]
    right = [m.width for m in boxes(scene, Role.BETTER) if not m.hatched]
    return left, right


def test_that_payers_stand_to_the_left_and_savers_to_the_right_in_one_scale() -> None:
    figures = money(*INVEST).plain
    left, right = sides(payers(B, figures).scene(420, measure))

    assert len(left) == 1
    assert len(right) == 2
    assert right[0] / left[0] == pytest.approx(figures.agencies[1].saves / figures.agencies[0].pays)


def test_that_payers_and_savers_are_told_in_words() -> None:
    said = payers(B, money(*INVEST).plain).in_words

    assert said.startswith("The council pays £119,324 and saves £0. NHS pays £0 and saves £")
    assert said.endswith("100 % of the saving falls to others than those who pay for it.")


def test_that_the_table_of_payers_tells_shares() -> None:
    rows = payers(B, money(*INVEST).plain).table.rows

    assert [row[0] for row in rows] == ["The council", "NHS", "Police"]
    assert [row[3] for row in rows] == ["100 %", "0 %", "0 %"]


def test_that_many_agencies_are_drawn_together_and_all_stand_in_the_table() -> None:
    chart = payers(B, money(*(CashFlow(0, f"Agency {n}", -float(n + 1)) for n in range(40))).plain)

    assert f"all others ({40 - MOST_ROWS})" in said_in(chart.scene(420, measure))
    assert len(chart.table.rows) == 40
