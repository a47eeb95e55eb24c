"""Criteria in the grid: each told by a letter of its own, and all of them with room beside reach and grade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from fairness_desktop.desktop.grid.criteria_look import NARROWEST, WIDEST, initials, pitch
from fairness_desktop.services.adopting.rows import MOST_CRITERIA


def test_that_criteria_that_begin_alike_are_told_by_other_letters() -> None:
    assert initials(["Outcomes", "Access", "Voice"]) == ["o", "a", "v"]
    assert initials(["Safety", "Schools", "Streets"]) == ["s", "c", "t"]


@given(st.lists(st.text(), max_size=MOST_CRITERIA))
def test_that_there_is_a_letter_at_most_for_each_name_whatever_it_is(names: list[str]) -> None:
    letters = initials(names)
    assert len(letters) == len(names)
    assert all(
        bool(letter) == any(c.isalnum() for c in name.lower()) for letter, name in zip(letters, names, strict=True)
    )


@pytest.mark.parametrize("count", range(1, MOST_CRITERIA + 1))
def test_that_every_number_of_criteria_leaves_room_in_a_cell_of_164_pixels(qapp: QApplication, count: int) -> None:
    assert NARROWEST <= pitch(148, count) <= WIDEST
    assert count * pitch(148, count) + 40 <= 148, qapp
