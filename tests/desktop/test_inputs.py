from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.widgets.date_line import DateLine
from fairness_desktop.desktop.widgets.inputs import Choice, NumberLine, TextArea, TextLine, readable
from fairness_desktop.domain.errors import InvalidInputError


def test_that_what_is_typed_is_told_soon_after_the_last_key(qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)

    with qtbot.waitSignal(line.edited, timeout=2000):
        qtbot.keyClicks(line, "Close the library")

    assert line.value() == "Close the library"


def test_that_leaving_a_field_tells_of_it_at_once(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    told: list[str] = []
    area.edited.connect(lambda: told.append(area.value()))

    qtbot.keyClicks(area, "Because")
    area.flush()

    assert told == ["Because"]


def test_that_showing_a_value_is_no_edit(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)

    with qtbot.assertNotEmitted(area.edited, wait=600):
        area.show_value("from the session")


def test_that_text_on_its_way_is_not_overwritten(qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)
    qtbot.keyClicks(line, "typed just now")

    line.show_value("what the session still says")

    assert line.value() == "typed just now"


def test_that_tab_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)

    assert area.tabChangesFocus()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("", None), ("1,850", 1850), ("£9,634", 9634), ("−1500", -1500), (" 2 500 ", 2500), ("80 %", 80), ("0", 0)],
)
def test_that_numbers_are_read_as_people_write_them(qtbot: QtBot, typed: str, meant: float | None) -> None:
    line = NumberLine()
    qtbot.addWidget(line)

    line.setText(typed)

    assert line.number() == meant


@pytest.mark.parametrize("typed", ["abc", "1.2.3", "nan", "inf", "1e999"])
def test_that_what_is_no_number_is_said_to_be_none(qtbot: QtBot, typed: str) -> None:
    line = NumberLine()
    qtbot.addWidget(line)
    line.setText(typed)

    with pytest.raises(InvalidInputError, match="is not a number"):
        line.number()


def test_that_people_are_counted_in_whole_numbers(qtbot: QtBot) -> None:
    line = NumberLine(whole=True)
    qtbot.addWidget(line)
    line.setText("12.5")

    with pytest.raises(InvalidInputError, match="a whole number"):
        line.number()


def test_that_an_empty_number_says_that_it_is_not_answered(qtbot: QtBot) -> None:
    line = NumberLine()
    qtbot.addWidget(line)

    assert "not answered yet" in line.placeholderText()


def test_that_numbers_are_shown_with_thousands_and_a_true_minus() -> None:
    assert readable(-1234567.5) == "−1,234,567.5"


def test_that_nothing_chosen_is_no_answer(qtbot: QtBot) -> None:
    choice = Choice([("a", "First"), ("b", "Second")])
    qtbot.addWidget(choice)

    assert choice.value() is None
    assert choice.currentText() == "not answered yet"


def test_that_a_choice_made_by_keyboard_is_told(qtbot: QtBot) -> None:
    choice = Choice([("a", "First"), ("b", "Second")])
    qtbot.addWidget(choice)
    choice.show()

    with qtbot.waitSignal(choice.edited):
        qtbot.keyClick(choice, Qt.Key.Key_Down)

    assert choice.value() == "a"


@pytest.mark.parametrize("typed", ["2026-11-23", "23/11/2026", "23.11.2026", "23 November 2026", "23 Nov 2026"])
def test_that_dates_are_read_as_people_write_them(qtbot: QtBot, typed: str) -> None:
    line = DateLine()
    qtbot.addWidget(line)

    line.setText(typed)

    assert line.date() == dt.date(2026, 11, 23)


def test_that_a_date_that_is_none_is_said_to_be_none(qtbot: QtBot) -> None:
    line = DateLine()
    qtbot.addWidget(line)
    line.setText("31/02/2026")

    with pytest.raises(InvalidInputError, match="write it as 23/11/2026"):
        line.date()


def test_that_a_field_is_as_high_as_what_is_written_in_it(qtbot: QtBot) -> None:
    area = TextArea(lines=2)
    qtbot.addWidget(area)
    area.resize(300, 60)
    area.show()

    area.show_value("some words that go on and on " * 10)

    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert area.height() > 6 * area.fontMetrics().lineSpacing()
