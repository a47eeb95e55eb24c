"""Loans, bonds and endowments, against figures by hand and against another library."""

from __future__ import annotations

from dataclasses import replace

import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.money.mechanisms import Borrowing, Endowment, LoanMethod, SocialImpactBond
from fairness_desktop.scoring.money.loans import annuity, instalments
from fairness_desktop.scoring.money.mechanisms import work_out

from .said import BOND, GIFT, LOAN, line, worked

sums, terms = st.floats(1_000, 1e7), st.integers(1, 60)
rates = st.just(0.0) | st.floats(0.001, 20)
"""In %: none, or one a lender could name; the other library divides by a smaller one's last digits."""


def test_that_the_play_area_loan_costs_what_was_published() -> None:
    assert round(annuity(100_000, 5, 15), 2) == 9_634.23


@given(sums, rates, terms)
def test_that_an_annuity_is_that_of_another_library(worth: float, rate: float, years: int) -> None:
    assert annuity(worth, rate, years) == pytest.approx(float(npf.pmt(rate / 100, years, -worth)), rel=1e-9)


@given(sums, st.floats(0.1, 20), terms)
def test_that_interest_and_principal_of_each_year_are_those_of_another_library(
    worth: float, rate: float, years: int
) -> None:
    paid = instalments(worth, rate, years, LoanMethod.ANNUITY)

    interest = [float(npf.ipmt(rate / 100, year, years, -worth)) for year in range(1, years + 1)]
    assert [p.interest for p in paid] == pytest.approx(interest, rel=1e-6, abs=1e-4)


@given(sums, rates, terms, st.sampled_from(LoanMethod))
def test_that_every_loan_is_worth_its_payments_and_is_paid_back(
    worth: float, rate: float, years: int, method: LoanMethod
) -> None:
    paid = instalments(worth, rate, years, method)

    assert len(paid) == years
    assert paid[-1].owed == 0
    assert sum(p.principal for p in paid) == pytest.approx(worth)
    assert float(npf.npv(rate / 100, [0, *(p.payment for p in paid)])) == pytest.approx(worth)


def test_that_equal_instalments_of_principal_fall_as_interest_does() -> None:
    paid = instalments(100_000, 5, 15, LoanMethod.EQUAL_PRINCIPAL)

    assert [round(p.payment, 2) for p in (paid[0], paid[1], paid[-1])] == [11_666.67, 11_333.33, 7_000.0]


def test_that_at_maturity_all_is_paid_back_at_the_end() -> None:
    paid = instalments(100_000, 5, 15, LoanMethod.MATURITY)

    assert {p.payment for p in paid[:-1]} == {5_000}
    assert paid[-1].payment == 105_000


def test_that_a_loan_without_interest_is_shared_out() -> None:
    assert [p.payment for p in instalments(90, 0, 3, LoanMethod.ANNUITY)] == [30, 30, 30]


def test_that_a_loan_comes_in_year_0_and_goes_out_later_to_the_penny() -> None:
    lines = worked(LOAN).lines

    assert [(x.year, x.agency, x.amount) for x in (lines[0], lines[1], lines[-1])] == [
        (0, "", 100_000), (1, "", -9_634.23), (15, "", -9_634.23),
    ]  # fmt: skip
    assert all(x.by_mechanism for x in lines)


def test_that_what_pays_a_loan_back_is_held_against_the_dearest_year() -> None:
    falls = replace(LOAN, method=LoanMethod.EQUAL_PRINCIPAL, revenue=9_000.0, revenue_from="NHS", revenue_starts=2)
    found = worked(falls)

    assert found.figures["least_cover"] == pytest.approx(9_000 / 11_333.33, rel=1e-6)
    assert [x.amount for x in found.lines if x.agency == "NHS"] == [9_000] * 14


def test_that_investors_are_paid_with_return_and_bonus_if_the_outcome_is_reached_and_else_nothing() -> None:
    found = worked(BOND).figures

    assert found["paid_if_reached"] == pytest.approx(1_157_625 + 100_000)
    assert found["return_if_reached"] == pytest.approx(157_625)
    assert found["paid_if_not_reached"] == 0
    assert found["expected_payment"] == pytest.approx(0.6 * 1_257_625)


def test_that_a_bond_shows_what_is_saved_less_what_is_paid() -> None:
    found = worked(BOND).figures

    assert found["saved_if_reached"] == 1_500_000
    assert found["net_if_reached"] == pytest.approx(242_375)


def test_that_a_bond_passes_money_from_council_to_investors_and_savings_to_whoever_saves() -> None:
    found = {(x.year, x.agency): x.amount for x in worked(BOND).lines}

    assert found[0, "Social fund"] == -1_000_000
    assert found[3, ""] == -found[3, "Social fund"] == -1_257_625
    assert [year for (year, agency) in found if agency == "DWP"] == [3, 4, 5, 6, 7]


@given(sums, rates, st.integers(1, 10), st.integers(1, 10))
def test_that_outcome_payments_earn_investors_the_return_agreed(
    worth: float, rate: float, first: int, payments: int
) -> None:
    found = worked(replace(BOND, investment=worth, rate=rate, bonus=0.0, first_payment=first, payments=payments))

    paid = [-worth, *(row[0] for _year, row in found.rows)]
    assert float(npf.npv(rate / 100, paid)) == pytest.approx(0, abs=worth * 1e-9)


def test_that_the_bonus_comes_with_the_last_payment_alone() -> None:
    rows = worked(replace(BOND, payments=3)).rows

    assert [year for year, (_paid, bonus, _none, _saved) in rows if bonus] == [5]


def test_that_an_endowment_that_draws_its_return_lasts_for_ever() -> None:
    found = worked(GIFT).figures

    assert (found["used_up_in"], found["left_at_end"], found["for_ever"]) == (None, 100_000, 4_000)


def test_that_an_endowment_is_a_loan_backwards() -> None:
    found = worked(Endowment(capital=100_000, rate=5, draw=annuity(100_000, 5, 15), growth=0, years=20)).figures

    assert found["used_up_in"] == 15


def test_that_what_is_left_is_drawn_last_and_then_nothing() -> None:
    rows = worked(Endowment(capital=100, rate=0, draw=40, growth=0, years=4)).rows

    assert [row[1] for _year, row in rows] == [40, 40, 20, 0]


def test_that_a_growing_draw_uses_it_up_sooner() -> None:
    level = worked(replace(GIFT, draw=8_000.0)).figures["used_up_in"]
    growing = worked(replace(GIFT, draw=8_000.0, growth=3.0)).figures["used_up_in"]

    assert level is not None
    assert growing is not None
    assert growing < level
    assert worked(replace(GIFT, growth=3.0)).figures["for_ever"] == pytest.approx(1_000)


def test_that_an_endowment_flows_from_the_giver_to_the_council() -> None:
    assert worked(replace(GIFT, years=2)).lines == tuple(
        replace(x, by_mechanism=True) for x in (line(0, -100_000, "A bequest"), line(1, 4_000), line(2, 4_000))
    )


@pytest.mark.parametrize(
    "too_much",
    [replace(BOND, investment=1e13, rate=100.0, first_payment=50), replace(GIFT, capital=1e13, rate=100.0, draw=1e13)],
)
def test_that_what_comes_to_sums_no_council_handles_is_not_worked_out(too_much: SocialImpactBond | Endowment) -> None:
    assert work_out(too_much) is None or all(abs(x.amount) <= 1e13 for x in worked(too_much).lines)


def test_that_nothing_is_worked_out_before_all_that_is_needed_is_answered() -> None:
    assert work_out(Borrowing(principal=1, rate=1, years=1)) is None
    assert work_out(None) is None
