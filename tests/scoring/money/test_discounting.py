"""What an option costs a year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.money import feasible, net_cost
from fairness_desktop.scoring.rounding import exact_sum, rounded


def flow(*sums: tuple[int, float]) -> Option:
    return Option(OptionId("A"), cash_flow=tuple(CashFlow(year, "", amount) for year, amount in sums))


def test_that_the_same_outlay_every_year_is_its_own_equivalent(framework: Framework) -> None:
    assert net_cost(flow(*((year, -1000.0) for year in range(11))), framework) == pytest.approx(1000)


def test_that_an_equivalent_of_exactly_the_cap_is_within_it(framework: Framework) -> None:
    for years in range(1, 60):
        cost = net_cost(flow(*((year, -1000.0) for year in range(years))), framework)
        assert feasible(cost, None, 1000)
        assert feasible(-cost, 1000, None)


def test_that_income_makes_a_cost_negative(framework: Framework) -> None:
    assert net_cost(flow((0, 50.0)), framework) == -50


def test_that_years_without_a_sum_count_within_the_flow(framework: Framework) -> None:
    assert net_cost(flow((0, -100.0), (1, 0.0)), framework) == pytest.approx(100 / (1 + 1 / 1.035))
    assert net_cost(flow((0, -100.0), (2, 0.0)), framework) < net_cost(flow((0, -100.0), (1, 0.0)), framework)


def test_that_years_before_the_flow_do_not_count(framework: Framework) -> None:
    assert net_cost(flow((5, -100.0)), framework) == pytest.approx(100)


def test_that_sums_of_several_agencies_in_one_year_add_up(framework: Framework) -> None:
    assert net_cost(flow((0, -70.0), (0, 20.0)), framework) == 50


def test_that_nothing_costs_nothing_without_a_sign(framework: Framework) -> None:
    assert str(net_cost(flow((0, 0.0)), framework)) == "0.0"


def test_that_a_rate_of_nought_discounts_nothing(framework: Framework) -> None:
    level = replace(framework, discount=(replace(framework.discount[-1], rate=0.0),))

    assert net_cost(flow((0, -30.0), (2, -60.0)), level) == 30


@pytest.mark.parametrize(
    ("cost", "saving", "cap", "able"),
    [
        (-100, 100, None, True), (-99.9, 100, None, False), (100, None, 100, True), (100.1, None, 100, False),
        (-100, 100, -100, True), (-100, 100, -101, False), (5, None, None, True), (5, -10, None, True),
    ],
)  # fmt: skip
def test_that_both_limits_are_met_or_the_option_is_not_feasible(
    cost: float, saving: float | None, cap: float | None, able: bool
) -> None:
    assert feasible(cost, saving, cap) is able


@pytest.mark.parametrize(("value", "told"), [(0.0000005, 0.0), (2.5, 2.5), (-0.0000001, 0.0), (0.1 + 0.2, 0.3)])
def test_that_figures_are_rounded_to_six_decimals_without_a_negative_nought(value: float, told: float) -> None:
    assert str(rounded(value)) == str(told)


def test_that_halves_go_to_the_even_digit() -> None:
    assert [rounded(x, 0) for x in (0.5, 1.5, 2.5, -0.5)] == [0, 2, 2, 0]


def test_that_what_cancels_is_nought_and_what_is_small_stays() -> None:
    assert exact_sum([0.5, -0.375, -0.125]) == 0
    assert exact_sum([20 / 40, -15 / 40, -5 / 40]) == 0
    assert exact_sum([0.2, -0.15, -0.05]) == 0
    assert exact_sum([1e-9 * 0.5]) == 5e-10
