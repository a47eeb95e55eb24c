from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop import theme
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.desktop.theme import LIGHT, Theme
from fairness_desktop.domain.progress import Step, StepState
from fairness_desktop.domain.vocabulary import Form

from .real import open_window, walk_in
from .sessions import words_on

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "data")


@pytest.fixture
def walk(window: MainWindow) -> WalkView:
    window.open_example()
    return walk_in(window)


@pytest.mark.parametrize("step", Step)
def test_that_every_step_has_its_key(walk: WalkView, qtbot: QtBot, step: Step) -> None:
    walk.go_to(Step.FAIRNESS)

    qtbot.keyClick(walk, Qt.Key(ord(str(step.value))), CTRL)

    assert walk.step is step


def test_that_back_and_next_have_theirs(walk: WalkView, qtbot: QtBot) -> None:
    qtbot.keyClick(walk, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(walk, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(walk, Qt.Key.Key_Left, ALT)

    assert walk.step is Step.PEOPLE


def test_that_a_step_of_the_rail_leads_there(walk: WalkView, qtbot: QtBot) -> None:
    qtbot.mouseClick(walk.rail.buttons[Step.MONEY], Qt.MouseButton.LeftButton)

    assert walk.step is Step.MONEY


def test_that_what_is_typed_survives_going_on_at_once(walk: WalkView, qtbot: QtBot) -> None:
    page = walk.page
    assert isinstance(page, DecisionPage)
    qtbot.keyClicks(page.interests_card.interests, "Also: ")

    walk.go_on()
    walk.go_back()

    assert walk.session.assessment.interests == "Also: None declared."
    assert page.interests_card.interests.value() == "Also: None declared."


def test_that_a_change_is_undone_and_made_again_by_key(walk: WalkView, qtbot: QtBot) -> None:
    walk.session.change(replace(walk.session.assessment, title="Another"))

    qtbot.keyClick(walk, Qt.Key.Key_Z, CTRL)
    undone = walk.session.assessment.title
    qtbot.keyClick(walk, Qt.Key.Key_Y, CTRL)

    assert (undone, walk.session.assessment.title) == ("Play area at the end of its life", "Another")


def test_that_each_step_says_how_far_it_has_come(walk: WalkView) -> None:
    assert {b.accessibleName() for b in walk.rail.buttons.values()} >= {"Step 4, Effects: complete"}

    walk.session.change(replace(walk.session.assessment, kind=None))

    assert walk.session.states()[Step.DECISION] is StepState.UNDER_WAY
    assert walk.rail.buttons[Step.DECISION].accessibleName() == "Step 1, Decision: under way"


def test_that_the_panel_follows_every_change(walk: WalkView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Families design with a co-op" in words_on(walk.panel))

    walk.session.change(replace(walk.session.assessment, required_saving=1000.0))

    qtbot.waitUntil(lambda: "Remove, do not replace" in words_on(walk.panel))


def test_that_a_gap_in_the_panel_leads_to_its_place(window: MainWindow, qtbot: QtBot) -> None:
    window.start_new(Form.FULL)
    walk = walk_in(window)
    walk.go_to(Step.DECIDE)

    walk.panel.place_wanted.emit("body.name")

    page = walk.page
    assert isinstance(page, DecisionPage)
    qtbot.waitUntil(page.body_card.name.hasFocus)


def test_that_the_next_gap_is_a_key_away(window: MainWindow, qtbot: QtBot) -> None:
    window.start_new(Form.FULL)
    walk = walk_in(window)
    walk.go_to(Step.PEOPLE)

    qtbot.keyClick(walk, Qt.Key.Key_Period, CTRL)

    assert walk.step is Step.PEOPLE


def test_that_a_save_that_fails_is_said_and_the_text_saved_with_the_next(walk: WalkView, qtbot: QtBot) -> None:
    page = walk.page
    assert isinstance(page, DecisionPage)
    store = walk.session.walk._store
    store._db.execute("pragma query_only = on")  # type: ignore[attr-defined]
    qtbot.keyClicks(page.interests_card.interests, "Kept: ")
    page.interests_card.interests.flush()
    said, typed = walk.notice.sentence, page.interests_card.interests.value()

    store._db.execute("pragma query_only = off")  # type: ignore[attr-defined]
    page.commit()

    assert "cannot be written to" in said
    assert typed.startswith("Kept: ")
    assert walk.session.assessment.interests.startswith("Kept: ")
    assert walk.notice.isHidden()


class Strangers(QObject):
    """Notes every window of its own that appears beside the one meant."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        appears = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if appears and watched is not self._window:
            self.seen.append(type(watched).__name__)
        return False


def test_that_no_part_of_a_page_flashes_up_as_a_window(window: MainWindow, qapp: QApplication) -> None:
    strangers = Strangers(window)
    qapp.installEventFilter(strangers)

    window.open_example()
    for step in Step:
        walk_in(window).go_to(step)
    window.show_register()
    window.show_check()
    qapp.removeEventFilter(strangers)

    assert strangers.seen == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_nothing_scrolls_sideways_nor_grows_beyond_the_screen(
    window: MainWindow, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, Theme(LIGHT, scale))
    window.open_example()
    walk = walk_in(window)
    sideways = []
    for step in Step:
        walk.go_to(step)
        QApplication.sendPostedEvents()
        qapp.processEvents()
        page = walk.page
        assert isinstance(page, QScrollArea)
        sheet = page.widget()
        if sheet is None or sheet.minimumSizeHint().width() > page.viewport().width():
            sideways.append(step.name)

    assert sideways == []
    assert (window.width(), window.height()) == (1366, 768)


def test_that_at_200_per_cent_the_panel_is_behind_its_button(window: MainWindow, qapp: QApplication) -> None:
    theme.apply(qapp, Theme(LIGHT, 2.0))
    window.open_example()
    walk = walk_in(window)
    before = walk.panel.isVisible()

    walk.top.panel.click()

    assert (before, walk.panel.isVisible()) == (False, True)
