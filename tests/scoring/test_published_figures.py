"""Figures that others published, computed with our functions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.frontier import frontier
from fairness_desktop.scoring.inputs import ScoredOption
from fairness_desktop.scoring.money import discount_factor, discount_factors, net_cost, net_present_value
from fairness_desktop.scoring.rounding import exact_sum
from fairness_desktop.scoring.welfare import equally_distributed_equivalent

from .builders import hand_case, inputs_of

WEIGHTS = [
    (20_000, 50_000, 3.2909555108), (50_000, 50_000, 1), (80_000, 50_000, 0.5428052289),
    (16_400, 34_500, 2.6294675835), (68_400, 34_500, 0.4107635432),
]  # fmt: skip


@pytest.mark.parametrize(("income", "reference", "weight"), WEIGHTS)
def test_that_weights_are_those_of_the_green_book(
    income: float, reference: float, weight: float, framework: Framework
) -> None:
    assert framework.weight(income / reference) == pytest.approx(weight, abs=1e-10)


@pytest.mark.parametrize(("level", "weight"), [(0, 0.590), (1, 1.0), (2, 1.337), (3, 1.943), (4, 2.632), (5, 3.915)])
def test_that_the_need_ladder_gives_its_weights(level: int, weight: float, framework: Framework) -> None:
    assert framework.weight(framework.living_standard(level)) == pytest.approx(weight, abs=5e-4)


ATKINSON = [(0.5, 0.0631533922, 28.105398233), (1.0, 0.1316096384, None), (2.0, 0.2700729927, None)]


@pytest.mark.parametrize(("aversion", "index", "equivalent"), ATKINSON)
def test_that_the_equivalent_is_atkinsons(aversion: float, index: float, equivalent: float | None) -> None:
    found = equally_distributed_equivalent([(1, z) for z in (10, 20, 30, 40, 50)], aversion)

    assert 1 - found / 30 == pytest.approx(index, abs=6e-11)
    assert equivalent is None or found == pytest.approx(equivalent, abs=6e-10)


@pytest.mark.parametrize("near", [1 - 2e-10, 1 + 2e-10])
def test_that_beside_one_the_equivalent_is_the_geometric_mean(near: float) -> None:
    assert equally_distributed_equivalent([(1, 1.0), (1, 4.0)], near) == pytest.approx(2, rel=1e-12)


FACTORS = [(0, 1), (1, 0.9662), (10, 0.7089), (30, 0.3563), (31, 0.3459), (75, 0.0942), (76, 0.0919)]


@pytest.mark.parametrize(("year", "factor"), FACTORS)
def test_that_discount_factors_are_those_of_the_schedule(year: int, factor: float, framework: Framework) -> None:
    assert discount_factor(year, framework) == pytest.approx(factor, abs=5e-5)


@pytest.mark.parametrize(("year", "rate"), [(126, 0.02), (200, 0.02), (201, 0.015), (301, 0.01), (900, 0.01)])
def test_that_rates_fall_in_the_long_run(year: int, rate: float, framework: Framework) -> None:
    factors = discount_factors(year, framework)

    assert factors[-2] / factors[-1] == pytest.approx(1 + rate)


def test_that_thirty_years_add_up_to_the_published_annuity(framework: Framework) -> None:
    assert sum(discount_factors(30, framework)[1:]) == pytest.approx(18.3920454114, abs=6e-11)


@pytest.mark.parametrize(("outlay", "income", "value"), [(-10, 2.5, -0.817302), (-5, 1.5, 0.509619)])
def test_that_present_values_are_those_of_the_green_book(
    outlay: float, income: float, value: float, framework: Framework
) -> None:
    flow = (CashFlow(0, "", outlay), *(CashFlow(year, "", income) for year in range(1, 5)))

    assert net_present_value(flow, framework) == pytest.approx(value, abs=6e-7)


def test_that_a_loan_costs_its_annuity_a_year(framework: Framework) -> None:
    at_five = replace(framework, discount=(replace(framework.discount[-1], rate=0.05),))
    repaid = tuple(CashFlow(year, "", -9_634.23) for year in range(1, 16))

    assert net_present_value(repaid, at_five) == pytest.approx(-100_000, abs=0.1)
    assert net_cost(Option(OptionId("L"), cash_flow=repaid), at_five) == pytest.approx(9_634.23, abs=1e-9)


OFFICES = {  # values for customers, visibility, image, size, comfort, parking; cost a year; published benefit
    "A": ([100, 60, 100, 75, 0, 90], 35_000, 80.8),
    "B": ([20, 80, 10, 30, 100, 30], 17_800, 39.4),
    "C": ([80, 70, 0, 0, 10, 100], 6_700, 47.4),
    "D": ([70, 50, 30, 55, 30, 90], 14_100, 52.3),
    "E": ([40, 60, 90, 100, 60, 70], 34_800, 64.8),
    "F": ([0, 0, 70, 0, 80, 0], 18_600, 20.9),
    "G": ([60, 100, 20, 50, 50, 80], 12_000, 60.2),
}
SWING = [share / 100 for share in (32, 26, 23, 10, 6, 3)]


@pytest.mark.parametrize("office", OFFICES)
def test_that_swing_weights_give_the_published_benefits(office: str) -> None:
    values, _cost, benefit = OFFICES[office]

    assert exact_sum([w * v for w, v in zip(SWING, values, strict=True)]) == pytest.approx(benefit, abs=0.051)


def test_that_the_frontier_of_the_offices_is_the_published_one() -> None:
    inputs = replace(
        inputs_of(hand_case()),
        options=tuple(
            ScoredOption(OptionId(o), baseline=False, net_cost=cost) for o, (_v, cost, _b) in OFFICES.items()
        ),
    )
    total = {
        OptionId(o): exact_sum([w * v for w, v in zip(SWING, values, strict=True)])
        for o, (values, _c, _b) in OFFICES.items()
    }

    steps = frontier(inputs, total)

    assert "".join(step.option for step in steps) == "CGA"
    assert [step.price_per_point for step in steps[1:]] == pytest.approx([414, 1117], abs=0.5)
