from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.desktop.grid.cell_text import cell_from, cell_text
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.vocabulary import CriterionId, Grade

CRITERIA = tuple(CriterionId(c) for c in ("outcomes", "access", "voice"))

halves = st.integers(-6, 6).map(lambda n: n / 2)
answered = st.builds(
    Cell,
    st.none() | st.integers(0, 100).map(lambda n: n / 100),
    st.none() | st.sampled_from(Grade),
    st.dictionaries(st.sampled_from(CRITERIA), halves),
)


@given(answered | st.just(Cell(touched=False)))
def test_that_a_cell_comes_back_from_the_spreadsheet_as_it_went(cell: Cell) -> None:
    assert cell_from(cell_text(cell, CRITERIA), CRITERIA) == cell


def test_that_a_spreadsheet_may_use_a_comma_and_a_true_minus() -> None:
    assert cell_from("80% b −1,5 0 ?", CRITERIA) == Cell(0.8, Grade.B, {CRITERIA[0]: -1.5, CRITERIA[1]: 0.0})


@pytest.mark.parametrize("text", ["80%", "80% E 1 1 1", "80% B 1 1", "x B 1 1 1", "80% B 1 1 1 1"])
def test_that_what_is_no_cell_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInputError, match="one looks like"):
        cell_from(text, CRITERIA)


@pytest.mark.parametrize("text", ["80% B 1.2 1 1", "80% B 4 1 1", "180% B 1 1 1"])
def test_that_a_cell_out_of_range_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="must be"):
        cell_from(text, CRITERIA)
