"""The short form in the window: what it folds says so, and the full form is one key away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.pages.effects_page import EffectsPage
from fairness_desktop.desktop.pages.fairness_page import FairnessPage
from fairness_desktop.desktop.pages.options_page import OptionsPage
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.vocabulary import BodyKind, Form, Nation

from ..services.short_decisions import DECISIONS, B, answers
from .real import open_window, walk_in
from .sessions import heard_as, press, words_on

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    window.start_new(Form.SHORT)
    return window


@pytest.fixture
def walk(window: MainWindow) -> WalkView:
    return walk_in(window)


@pytest.fixture
def answered(window: MainWindow) -> WalkView:
    walk = walk_in(window)
    for answer in answers(DECISIONS[0], walk.session.framework):
        walk.session.change(answer.give(walk.session.assessment))
    return walk


def test_that_going_on_visits_what_is_not_folded(walk: WalkView) -> None:
    visited = [walk.step]
    for _each in Step:
        walk.go_on()
        visited.append(walk.step)
    assert list(dict.fromkeys(visited)) == [1, 2, 3, 4, 6, 8]


def test_that_next_is_called_after_the_step_it_leads_to(walk: WalkView) -> None:
    walk.go_to(Step.EFFECTS)
    assert heard_as(walk.bottom.next) == "Next: Fairness"


def test_that_a_folded_step_says_so_and_can_be_visited(walk: WalkView, qtbot: QtBot) -> None:
    button = walk.rail.buttons[Step.MONEY]
    assert heard_as(button) == "Step 5, Money: folded, not started"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert walk.step is Step.MONEY


def test_that_the_fold_says_what_is_in_it_and_whether_it_is_answered(answered: WalkView) -> None:
    answered.go_to(Step.FAIRNESS)
    page = answered.page
    assert isinstance(page, FairnessPage)
    said = words_on(page.folded)
    assert "5  Money: limits, cash flow by year" in said
    assert "7  Duties: equality, consultation" in said
    assert "not answered" in said
    assert "shared out anew" in said


def test_that_only_three_criteria_are_asked(answered: WalkView) -> None:
    answered.go_to(Step.EFFECTS)
    page = answered.page
    assert isinstance(page, EffectsPage)
    assert list(page.editor.lines) == ["outcomes", "access", "household_cost"]
    assert "not asked, and not answered, are" in words_on(page)


def test_that_what_it_costs_is_asked_beside_the_options(answered: WalkView, qtbot: QtBot) -> None:
    answered.go_to_place("options[1].net_cost")
    page = answered.page
    assert isinstance(page, OptionsPage)
    line = page.costs.costs[B].field.line
    line.selectAll()
    qtbot.keyClicks(line, "650")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert answered.session.assessment.option(B).net_cost == 650


def test_that_a_kind_of_council_found_in_one_nation_says_the_nation(walk: WalkView) -> None:
    page = walk.page
    assert isinstance(page, DecisionPage)
    page.body_card.kind.show_value(BodyKind.PARISH_COUNCIL)
    page.commit()
    assert walk.session.assessment.body.nation is Nation.ENGLAND


def test_that_a_folded_question_opens_where_it_is_led_to(walk: WalkView) -> None:
    page = walk.page
    assert isinstance(page, DecisionPage)
    assert page.more is not None
    assert not page.duty.isVisibleTo(page)
    walk.go_to_place("assessed_on")
    assert page.duty.isVisibleTo(page)


def test_that_the_full_form_goes_on_where_one_was_and_undo_leads_back(
    window: MainWindow, answered: WalkView, qtbot: QtBot
) -> None:
    answered.go_to(Step.FAIRNESS)
    press(qtbot, answered.page, "Go on in the full form")
    qtbot.waitUntil(lambda: walk_in(window) is not answered)
    full = walk_in(window)
    assert full.step is Step.FAIRNESS
    assert full.session.assessment.form is Form.FULL
    assert full.session.assessment.option(B).net_cost == DECISIONS[0].cost
    full._undo()
    qtbot.waitUntil(lambda: walk_in(window) is not full)
    assert walk_in(window).session.assessment.form is Form.SHORT


def test_that_the_menu_leads_from_the_short_form_to_the_full(window: MainWindow, qtbot: QtBot) -> None:
    before = walk_in(window)
    window.go_on_in_full()
    qtbot.waitUntil(lambda: walk_in(window) is not before)
    window.go_on_in_full()
    assert walk_in(window).session.assessment.form is Form.FULL
