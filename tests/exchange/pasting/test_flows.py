"""A cash flow pasted from a spreadsheet."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.money.sums import CashFlow
from fairness_desktop.exchange.pasting.flows import flow_from

DOWN = "Year\tCouncil\tNHS\n0\t(£100,000)\t\n1\t-20,000\t£40,000\n2\t\t50,000"
ACROSS = "\t0\t1\t2\nCouncil\t(£100,000)\t-20,000\t\nNHS\t\t£40,000\t50,000"
LIST = "Year\tAgency\tAmount\n0\tCouncil\t-100000\n1\tCouncil\t-20000\n1\tNHS\t40000\n2\tNHS\t50000"
MEANT = {(0, "Council"): -100_000, (1, "Council"): -20_000, (1, "NHS"): 40_000, (2, "NHS"): 50_000}


def sums(text: str) -> dict[tuple[int, str], float]:
    return {(x.year, x.agency): x.amount for x in flow_from(text).lines}


def refusal(text: str) -> str:
    with pytest.raises(InvalidInputError) as found:
        flow_from(text)
    return str(found.value)


@pytest.mark.parametrize("text", [DOWN, ACROSS, LIST], ids=["years down", "years across", "a list"])
def test_that_years_may_run_down_or_across_or_stand_in_a_list(text: str) -> None:
    assert sums(text) == MEANT
    assert flow_from(text).notes == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_lines_may_end_as_on_any_system(end: str) -> None:
    assert sums(DOWN.replace("\n", end) + end) == MEANT


def test_that_two_columns_without_a_head_are_years_of_the_council() -> None:
    assert flow_from("0\t-100\n1\t60\n2\t60").lines == (
        CashFlow(0, "", -100), CashFlow(1, "", 60), CashFlow(2, "", 60),
    )  # fmt: skip


def test_that_financial_years_are_counted_from_the_first() -> None:
    found = flow_from("\t2026/27\t2027/28\nCouncil\t-5\t6")

    assert [(x.year, x.amount) for x in found.lines] == [(0, -5), (1, 6)]
    assert found.notes == ("2026/27 is taken as year 0.",)


@pytest.mark.parametrize(
    "years", ["Year 0\tYear 1", "Yr 0\tYr 1", "Blwyddyn 0\tBlwyddyn 1", "2026\t2027", "FY2026-27\tFY2027-28"]
)
def test_that_years_are_named_in_many_ways(years: str) -> None:
    assert sums(f"\t{years}\nNHS\t1\t2") == {(0, "NHS"): 1, (1, "NHS"): 2}


def test_that_totals_are_checked_and_left_out() -> None:
    found = flow_from("Year\tCouncil\tNHS\tTotal\n0\t-100\t40\t-60\n1\t20\t30\t50\nTotal\t-80\t70\t-10")

    assert {(x.year, x.agency) for x in found.lines} == {(0, "Council"), (0, "NHS"), (1, "Council"), (1, "NHS")}
    assert found.notes == ("Left out because they are totals: B4, C4, D2, D3.",)


def test_that_a_total_that_is_none_is_refused_with_its_cell() -> None:
    assert refusal("Year\tCouncil\tTotal\n0\t-100\t-100\n1\t20\t90").startswith("C3: is a total, but not the sum")


def test_that_running_sums_are_refused_with_their_cell() -> None:
    assert refusal("Year\tCouncil\tCumulative\n0\t-100\t-100\n1\t20\t-80").startswith("C1: is a running sum")


def test_that_thousands_are_read_as_the_sheet_says() -> None:
    found = flow_from("£000\t0\t1\nCouncil\t-1.5\t2")

    assert [x.amount for x in found.lines] == [-1_500, 2_000]
    assert found.notes == ("Sums are read as thousands of pounds, as the sheet says.",)


def test_that_a_row_without_a_name_is_the_councils_own() -> None:
    assert sums("Year\t\tNHS\n0\t-5\t6") == {(0, ""): -5, (0, "NHS"): 6}


def test_that_a_heading_with_no_sums_beside_it_is_passed_by() -> None:
    assert sums("\t0\t1\nCosts\t\t\nCouncil\t-5\t\nSavings\t\t\nNHS\t\t6") == {(0, "Council"): -5, (1, "NHS"): 6}


REFUSED = [
    ("Year\tCouncil\n0\tTBC", "B2: “TBC” is no sum of pounds"),
    ("Year\tCouncil\n0\t5\n1\t$7", "B3: “$7” is not in pounds"),
    ("\t0\t1\nCouncil\t5\t12%", "C2: “12%” is a share"),
    ("Year\tCouncil\n0\t5\nlater\t7", "A1: the first row or the first column must name the years"),
    ("Year\tAgency\tAmount\nsoon\tNHS\t5", "A2: “soon” is no year"),
    ("Council\tNHS\n5\t6\n9\t1", "A1: the first row or the first column must name the years"),
    ("0\t5\t6\n1\t7\t8", "name the agencies"),
    ("Year\tCouncil\n0\t5\n0\t6", "A3: 0 stands there twice"),
    ("\t2026/27\t1\nNHS\t5\t6", "B1: years of the calendar and counted years"),
    ("Year\tCouncil\n0\t99999999999999", "B2: must be from −10,000,000,000,000"),
    ("Year\tCouncil\n0\t\n1\t-", "there is no sum in what was pasted"),
    ("", "there is nothing to paste"),
    ("\n\t\n", "there is nothing to paste"),
    ("£000\t0\t1\nCouncil\t-99999999999\t2", "B2: must be from −10,000,000,000,000"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[why[:30] for _t, why in REFUSED])
def test_that_what_is_not_clear_is_refused_with_its_cell(text: str, why: str) -> None:
    assert why in refusal(text)


def test_that_cells_far_out_are_named_as_a_spreadsheet_does() -> None:
    row = "\t".join(str(year) for year in range(30))

    assert refusal(f"\t{row}\nNHS" + "\t1" * 29 + "\tx").startswith("AE2: ")


def test_that_a_whole_sheet_is_too_much() -> None:
    assert "too many cells" in refusal("1\t" * 300 + "\n" + "\n".join(["1"] * 400))


@given(st.text(alphabet="0123456789\t\n(),.-£ yearTotalNHS/", max_size=60))
def test_that_anything_pasted_is_read_or_refused_and_no_more(text: str) -> None:
    with contextlib.suppress(InvalidInputError):
        assert flow_from(text).lines
