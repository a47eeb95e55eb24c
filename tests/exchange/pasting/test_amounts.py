"""A sum of pounds as people and spreadsheets write it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.exchange.pasting.amounts import amount

CLEAR = [
    ("1234", 1234), ("1,234", 1234), ("1,234.56", 1234.56), ("1 234", 1234), ("1\u00a0234\u202f567", 1234567),
    ("£1,234", 1234), ("£ 1,234.50", 1234.5), ("GBP 12", 12), ("12 GBP", 12), ("-5", -5), ("−5", -5), ("–5", -5),
    ("-£5", -5), ("£-5", -5), ("(5)", -5), ("(£1,234.56)", -1234.56), ("£(5)", -5), ("5-", -5), ("£5-", -5),
    ("5−", -5), ("+5", 5), ("12k", 12_000), ("£1.2m", 1_200_000), ("(4.0m)", -4_000_000), ("1E+05", 100_000),
    (".5", 0.5), ("'12", 12), ("0", 0), ("-0", 0), ("  7  ", 7),
]  # fmt: skip

NOTHING = ["", "   ", "\u00a0", "-", "–", "£ -", "£-", " - "]

UNCLEAR = [
    ("n/a", "is no sum of pounds"), ("tbc", "is no sum"), ("#REF!", "is no sum"), ("12,5", "is no sum"),
    ("1.234,56", "is no sum"), ("1,23,456", "is no sum"), ("12 34", "is no sum"), ("1 2", "is no sum"),
    ("01/02/2026", "is no sum"), ("$5", "is not in pounds"), ("5 €", "is not in pounds"),
    ("12%", "is a share"), ("-(5)", "is no sum"), ("-5-", "has two signs"), ("(-5)", "has two signs"),
    ("1,234 CR", "is no sum"), ("about 5", "is no sum"), ("5..2", "is no sum"), ("1e400", "is no sum"),
    ("5k m", "is no sum"), ("٣", "is no sum"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), CLEAR)
def test_that_what_is_clear_is_read(text: str, meant: float) -> None:
    assert amount(text) == pytest.approx(meant)


@pytest.mark.parametrize("text", NOTHING)
def test_that_a_blank_cell_and_a_dash_say_nothing(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_that_what_is_not_clear_is_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(InvalidInputError, match=why):
        amount(text)


def test_that_a_sum_no_council_handles_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="10,000,000,000,000"):
        amount("99999999999999")


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False), st.sampled_from(["{:,}", "{}", "£{:,}"]))
def test_that_any_sum_comes_back_as_it_was_written(value: float, how: str) -> None:
    assert amount(how.format(value)) == pytest.approx(float(value))


@given(st.text(max_size=12))
def test_that_anything_else_is_read_or_refused_and_no_more(text: str) -> None:
    with contextlib.suppress(InvalidInputError):
        amount(text)
