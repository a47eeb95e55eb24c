"""A cash flow over the years."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.money.sums import CashFlow
from fairness_desktop.scoring.money import net_present_value
from fairness_desktop.scoring.money.flows import FlowFigures, biased_flow, flow_figures, option_money
from fairness_desktop.scoring.money.mechanisms import work_out
from fairness_desktop.scoring.rounding import rounded

from ...strategies import MODEL, flows
from .said import LOAN, line, with_flow

INVEST = (line(0, -100), line(1, -20), line(2, 40), line(3, 50), line(4, 60))


def of(*flow: CashFlow) -> FlowFigures:
    return flow_figures(flow, MODEL)


def test_that_sums_add_up_as_cash_year_by_year() -> None:
    assert of(*INVEST).so_far == (-100, -120, -80, -30, 30)


def test_that_the_deepest_gap_is_the_lowest_sum_so_far() -> None:
    assert (of(*INVEST).deepest_gap, of(*INVEST).deepest_year) == (-120, 1)


def test_that_it_is_paid_back_in_the_first_year_from_which_it_is_never_below_again() -> None:
    again_below = (*INVEST, line(5, -50), line(7, 30))

    assert of(*INVEST).payback_year == 4
    assert of(*again_below).payback_year == 7


def test_that_exactly_nought_is_paid_back() -> None:
    assert of(line(0, -0.3), line(1, 0.1), line(2, 0.1), line(3, 0.1)).payback_year == 3


def test_that_what_never_comes_back_has_no_year_of_payback() -> None:
    found = of(line(0, -100), line(1, 99))

    assert (found.payback_year, found.stays_below, found.never_below) == (None, True, False)


def test_that_what_is_never_below_has_nothing_to_pay_back() -> None:
    found = of(line(0, 100), line(1, -50))

    assert (found.payback_year, found.stays_below, found.never_below) == (None, False, True)
    assert (found.deepest_gap, found.deepest_year) == (0, 0)


def test_that_years_before_the_first_sum_are_nought() -> None:
    assert of(line(3, -5)).so_far == (0, 0, 0, -5)


def test_that_each_agency_pays_and_saves_its_own_present_values() -> None:
    found = of(line(0, -100), line(1, 103.5, "NHS"), line(0, -20, "NHS"))

    assert [(a.agency, a.pays, a.saves) for a in found.agencies] == [("", 100, 0), ("NHS", 20, pytest.approx(100))]


def test_that_a_loan_spent_in_the_year_it_comes_in_is_neither_paid_nor_saved() -> None:
    (council,) = of(line(0, 100), line(0, -100), line(1, -103.5)).agencies

    assert council.pays == pytest.approx(100)
    assert council.saves == 0


def test_that_all_of_a_saving_falls_to_others_where_none_that_saves_pays() -> None:
    assert of(line(0, -100), line(1, 60, "NHS"), line(1, 60, "Police")).falls_to_others == 1


def test_that_none_of_it_does_where_each_saves_in_proportion() -> None:
    assert of(line(0, -75), line(0, -25, "NHS"), line(1, 300), line(1, 100, "NHS")).falls_to_others == 0


def test_that_a_part_falls_to_others() -> None:
    assert of(line(0, -100), line(1, 37), line(1, 63, "NHS")).falls_to_others == 0.63


@pytest.mark.parametrize("flow", [(line(0, -5),), (line(0, 5),)])
def test_that_without_payers_or_savers_no_share_is_made_up(flow: tuple[CashFlow, ...]) -> None:
    assert of(*flow).falls_to_others is None


@given(flows())
def test_that_payers_and_savers_come_to_the_present_value(flow: tuple[CashFlow, ...]) -> None:
    found = of(*flow)

    assert found.saves - found.pays == pytest.approx(found.npv, abs=1e-6)
    assert found.npv == net_present_value(flow, MODEL)


@given(flows())
def test_that_after_payback_the_sum_so_far_is_never_below(flow: tuple[CashFlow, ...]) -> None:
    found = of(*flow)

    if found.payback_year is not None:
        assert min(found.so_far[found.payback_year :]) >= 0
        assert found.so_far[found.payback_year - 1] < 0


@given(flows())
def test_that_the_share_that_falls_to_others_is_a_share(flow: tuple[CashFlow, ...]) -> None:
    falls = of(*flow).falls_to_others

    assert falls is None or 0 <= falls <= 1


@given(flows())
def test_that_turning_the_agencies_round_changes_no_sum(flow: tuple[CashFlow, ...]) -> None:
    one, other = of(*flow), of(*reversed(flow))

    assert {a.agency: a for a in one.agencies} == {a.agency: a for a in other.agencies}
    assert (one.so_far, one.npv, one.payback_year) == (other.so_far, other.npv, other.payback_year)


def test_that_optimism_bias_raises_outlays_and_nothing_else() -> None:
    assert biased_flow(with_flow(*INVEST, bias=24)) == (line(0, -124), line(1, -24.8), *INVEST[2:])


def test_that_the_terms_of_a_loan_are_no_estimate() -> None:
    working = work_out(LOAN)
    assert working is not None
    raised = biased_flow(with_flow(line(0, -100_000), *working.lines, bias=50, mechanism=LOAN))

    assert raised == (line(0, -150_000), *working.lines)


def test_that_without_a_bias_nothing_is_told_of_one(framework: Framework) -> None:
    found = option_money(with_flow(*INVEST), framework)

    assert found is not None
    assert found.biased is None


def test_that_bias_is_held_against_the_same_saving(framework: Framework) -> None:
    found = option_money(with_flow(*INVEST, bias=50), framework)

    assert found is not None
    assert found.biased is not None
    assert found.biased.stays_below
    assert found.biased.saves == found.plain.saves


def test_that_an_option_with_a_yearly_sum_has_no_years(framework: Framework) -> None:
    assert option_money(replace(with_flow(), net_cost=5, cash_flow=None), framework) is None


def test_that_many_lines_are_looked_at_once() -> None:
    many = [line(i % 1000, -1.0, str(i)) for i in range(20_000)]

    found = flow_figures(many, MODEL)

    assert rounded(found.so_far[-1]) == -20_000
    assert len(found.agencies) == 20_000
