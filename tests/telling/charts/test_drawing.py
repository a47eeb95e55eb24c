"""The parts charts are drawn from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.telling.charts.axis import axis_for, round_step
from fairness_desktop.telling.charts.chart import Figures
from fairness_desktop.telling.charts.naming import listed
from fairness_desktop.telling.charts.pen import Pen
from fairness_desktop.telling.charts.placing import Room, about
from fairness_desktop.telling.charts.scene import Bounds, Rect, Role, Scene, hatching

from .drawn import measure

lengths = st.floats(0.1, 300)
values = st.lists(st.floats(-1e7, 1e7), max_size=8)


@given(lengths, lengths, st.floats(1, 12))
def test_that_hatching_keeps_to_its_box(width: float, height: float, gap: float) -> None:
    for x1, y1, x2, y2 in hatching(Rect(10, 20, width, height, Role.WORSE), gap):
        assert 10 <= x1 <= x2 <= 10 + width + 1e-6
        assert 20 - 1e-6 <= y2 <= y1 <= 20 + height


@given(values)
def test_that_nought_and_every_value_is_on_the_axis(found: list[float]) -> None:
    axis = axis_for(found, 0, 100)

    assert axis.low <= min([0.0, *found]) + 1e-6 * axis.step
    assert axis.high >= max([0.0, *found]) - 1e-6 * axis.step
    assert any(abs(tick) < axis.step / 2 for tick in axis.ticks)


@given(values, st.integers(2, 10))
def test_that_an_axis_has_few_steps(found: list[float], most: int) -> None:
    assert len(axis_for(found, 0, 100, most=most).ticks) <= most + 3


@pytest.mark.parametrize(
    ("span", "most", "step"), [(10, 5, 2), (10, 10, 1), (11, 5, 5), (0.3, 6, 0.05), (7000, 5, 2000)]
)
def test_that_steps_are_round(span: float, most: int, step: float) -> None:
    assert round_step(span, most) == pytest.approx(step)


def test_that_the_decimals_of_an_axis_are_those_of_its_steps() -> None:
    assert axis_for([0.25], 0, 1, least=0.1, most=5).plain(0.05) == "0.05"
    assert axis_for([2500.0], 0, 1).signed(1000) == "+1,000"


@given(st.text(max_size=60), st.floats(10, 300))
def test_that_a_fitted_text_fits(text: str, room: float) -> None:
    pen = Pen(300, measure)

    assert pen.measure(pen.fitted(text, room)) <= room


@given(st.text(max_size=200), st.floats(10, 300), st.integers(1, 4))
def test_that_wrapped_lines_fit_and_are_not_too_many(text: str, room: float, most: int) -> None:
    pen = Pen(300, measure)

    lines = pen.wrapped(text, room, most)

    assert len(lines) <= most
    assert all(pen.measure(line) <= room for line in lines)


def test_that_a_text_that_fits_is_left_whole() -> None:
    assert Pen(300, measure).wrapped("one two  three\nfour", 60, 3) == ["one two", "three", "four"]


def test_that_what_is_left_out_is_shown_by_an_ellipsis() -> None:
    assert Pen(300, measure).wrapped("one two three four", 60, 2)[-1].endswith("…")


def test_that_room_taken_is_not_given_again() -> None:
    room = Room(Bounds(0, 0, 100, 100))

    places = [room.first(about(50, 50, 10), 20, 20) for _n in range(6)]

    assert places[0] == (50, 50)
    assert None not in places
    assert len(set(places)) == 6


def test_that_where_there_is_no_room_none_is_given() -> None:
    assert Room(Bounds(0, 0, 10, 10)).first(about(5, 5, 4), 20, 20) is None


def test_that_a_scene_knows_its_words() -> None:
    pen = Pen(100, measure)
    pen.write(0, 10, "here")

    assert [words.text for words in Scene(100, 20, pen.scene(20).marks).words] == ["here"]


def test_that_a_column_has_the_room_its_texts_ask_for() -> None:
    narrow, wide, long = Figures(("a", "b", "c"), (("x", "1,234,567", "y" * 90),), frozenset({1})).shares

    assert narrow < wide < long
    assert long == 38


@pytest.mark.parametrize(
    ("parts", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_that_things_in_a_row_are_joined_by_and(parts: list[str], told: str) -> None:
    assert listed(parts) == told
