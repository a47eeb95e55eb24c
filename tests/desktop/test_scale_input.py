from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.grid.scale_input import ScaleInput, anchor
from fairness_desktop.domain.framework import Framework


@pytest.fixture
def scale(qtbot: QtBot, framework: Framework) -> ScaleInput:
    scale = ScaleInput(framework.criteria[0])
    qtbot.addWidget(scale)
    scale.resize(212, 28)
    scale.show()
    return scale


def test_that_it_starts_unanswered_and_says_so(scale: ScaleInput) -> None:
    assert scale.impact() is None
    assert scale.accessibleName() == "Outcomes: not answered"


def test_that_passing_by_does_not_answer(scale: ScaleInput, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_Tab)

    assert scale.impact() is None


def test_that_the_first_arrow_answers_no_change(scale: ScaleInput, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_Right)

    assert scale.impact() == 0.0


@pytest.mark.parametrize(
    ("keys", "impact"), [("2", 2.0), ("22", 2.5), ("-1", -1.0), ("1-", -1.0), ("0", 0.0), ("7", None)]
)
def test_that_digits_and_sign_set_a_value(scale: ScaleInput, qtbot: QtBot, keys: str, impact: float | None) -> None:
    qtbot.keyClicks(scale, keys)

    assert scale.impact() == impact


def test_that_delete_takes_an_answer_back(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.answer(1.5)

    qtbot.keyClick(scale, Qt.Key.Key_Delete)

    assert scale.impact() is None


def test_that_the_ends_are_not_passed(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.answer(3.0)

    qtbot.keyClick(scale, Qt.Key.Key_Right)

    assert scale.impact() == 3.0


def test_that_a_click_answers_where_it_falls(scale: ScaleInput, qtbot: QtBot) -> None:
    qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(106, 14))

    assert scale.impact() == 0.0


def test_that_escape_goes_back_and_changes_nothing(scale: ScaleInput, qtbot: QtBot) -> None:
    scale.show_impact(1.0)

    with qtbot.waitSignal(scale.left):
        qtbot.keyClick(scale, Qt.Key.Key_Escape)

    assert scale.impact() == 1.0


def test_that_the_size_is_said_in_the_framework_s_words(framework: Framework) -> None:
    outcomes = framework.criteria[0]

    assert anchor(outcomes, -2.0) == "clearly changes daily life"
    assert anchor(outcomes, 1.5) == "more than: noticeable, minor"
    assert anchor(outcomes, None) == "not answered"
