"""Tables for other programs: nothing is run in a spreadsheet, nothing is lost, nothing turns into a day in July."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.register import RegisterRow, Standings, Status
from fairness_desktop.domain.vocabulary import AssessmentId, Floor, Kind, OptionId
from fairness_desktop.exchange.tables.cells import BOM, exact, for_a_spreadsheet, guarded, unguarded
from fairness_desktop.exchange.tables.register import NAMES, as_exact_csv, as_json, as_spreadsheet_csv

ROW = RegisterRow(
    AssessmentId("0d6f"),
    "07-26",
    "=HYPERLINK(1)",
    Kind.TECHNICAL,
    "Clerk",
    Status.SIGNED,
    Standings(OptionId("D"), -4.7, Floor.AMBER),
    date(2027, 11, 23),
    datetime(2026, 11, 23, 15, 5, tzinfo=UTC),
    "Cyngor Llanŷ",
    2026,
)


def read(pieces: Sequence[str] | str) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(pieces), newline="")))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1", "＝1", "＋1",
     "－1", "＠x", "−1", "'=1", "'"],
)  # fmt: skip
def test_that_what_may_be_a_formula_is_text(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["07-26", "1/2", "12", "0012", "1e5", "3.5 %", "£20", "(5)", "1 March", "Mar 1", "3-Mar-2026", "10:30", "TRUE",
     "march 2026", "1–2"],
)  # fmt: skip
def test_that_what_a_spreadsheet_turns_into_something_else_stays_what_it_is(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "Play area", "Minute 41/26 (example)", "A: 12 people", "no. 7 High Street", "ŵ = ŷ"]
)
def test_that_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text())
def test_that_every_text_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), max_size=4))
def test_that_a_table_reads_back_cell_by_cell_and_no_cell_begins_a_formula(rows: list[list[str]]) -> None:
    told = read("".join(for_a_spreadsheet(rows)).removeprefix(BOM))

    assert [[unguarded(cell) for cell in row] for row in told] == rows
    assert not any(cell.lstrip()[:1] in tuple("=+-@＝＋－＠") and cell.strip() for row in told for cell in row)


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), max_size=4))
def test_that_an_exact_table_says_exactly_what_is_there(rows: list[list[str]]) -> None:
    assert read("".join(exact(rows))) == rows


def test_that_numbers_and_days_stay_numbers_and_days() -> None:
    assert read("".join(for_a_spreadsheet([(-4.7, date(2026, 11, 23), None)])).removeprefix(BOM)) == [
        ["-4.7", "2026-11-23", ""]
    ]


def test_that_a_long_text_is_looked_at_at_once() -> None:
    assert guarded("1" + " " * 99_000 + "x").startswith("1")
    assert guarded("x" + " 1" * 50_000).startswith("x")


def test_that_the_register_for_a_spreadsheet_is_in_words_and_guarded() -> None:
    head, row = read("".join(as_spreadsheet_csv([ROW])).removeprefix(BOM))
    told = dict(zip(head, row, strict=True))

    assert told["Ref."] == "'07-26"
    assert told["Decision"] == "'=HYPERLINK(1)"
    assert (told["Score"], told["Floor"], told["Kind"], told["Year"]) == ("-4.7", "AMBER", "Technical", "2026")


def test_that_the_exact_one_has_the_names_of_the_json() -> None:
    head, row = read("".join(as_exact_csv([ROW])))
    (told,) = json.loads("".join(as_json([ROW])))["decisions"]

    assert tuple(head) == NAMES == tuple(told)
    assert row[2] == "=HYPERLINK(1)"
    assert row == ["" if value is None else str(value) for value in told.values()]


def test_that_json_is_one_document_however_many_lines_there_are() -> None:
    for count in (0, 1, 3):
        told = json.loads("".join(as_json([ROW._replace(title='"') for _ in range(count)])))
        assert (told["format"], told["format_version"], len(told["decisions"])) == (
            "fairness-desktop/register",
            1,
            count,
        )
