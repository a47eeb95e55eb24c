"""Two windows on one register: the second is told who has it, may read, and writes once it is free."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.application import Start
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.safekeeping.access import Access
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.safekeeping import Safekeeping
from fairness_desktop.watching import Progress

from .real import open_window, walk_in


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    return window


@pytest.fixture
def second(first: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """Another window on the same folder, as the program opens it."""
    folder = tmp_path / "data"

    def bring(secret: str | None, progress: Progress) -> Services:
        return app.services(folder, Access.WINDOW, secret, progress=progress)

    def rescue() -> Safekeeping:
        return app.safekeeping(folder)

    window = MainWindow(Preferences(folder), folder)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window._start = Start(window, bring, rescue, quit_when_shown=False)  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.ready, timeout=10_000):
        window._start.begin()  # type: ignore[attr-defined]
    return window


def test_that_the_second_window_is_told_who_writes_and_sees_the_register(second: MainWindow) -> None:
    assert "another Fairness Desktop on this computer (process" in second._stage.standing.sentence
    assert isinstance(second.view, RegisterView)
    assert second.view.model.rowCount() == 1


def test_that_the_second_window_lets_nothing_be_entered(second: MainWindow) -> None:
    second.open_example()
    walk = walk_in(second)
    page = walk.page
    assert isinstance(page, DecisionPage)

    assert not page.what.title.isEnabled()
    assert "Only read here" in [label.text() for label in walk.top.findChildren(QLabel)]
    walk.go_to(Step.FAIRNESS)
    sheet = walk.page.widget()
    assert sheet is not None
    assert sheet.isEnabled()


def test_that_a_new_decision_cannot_be_begun_there_and_that_is_said(second: MainWindow) -> None:
    second.start_new(Form.SHORT)

    assert "you can read here but change nothing" in second.notice.sentence
    assert isinstance(second.view, RegisterView)


def test_that_the_second_sees_what_the_first_saves(first: MainWindow, second: MainWindow, qtbot: QtBot) -> None:
    page = walk_in(first).page
    assert isinstance(page, DecisionPage)
    qtbot.keyClicks(page.interests_card.interests, "Seen from beside: ")
    first.save_all()

    second.open_example()

    there = walk_in(second).page
    assert isinstance(there, DecisionPage)
    assert isinstance(there.interests_card.interests, QPlainTextEdit)
    assert there.interests_card.interests.toPlainText().startswith("Seen from beside: ")


def test_that_the_second_writes_once_the_first_is_closed(first: MainWindow, second: MainWindow, qtbot: QtBot) -> None:
    first.let_go()

    qtbot.mouseClick(second._stage.standing.offer, Qt.MouseButton.LeftButton)

    assert second._stage.standing.sentence == ""
    second.start_new(Form.SHORT)
    assert walk_in(second).session.assessment.form is Form.SHORT


def test_that_trying_again_too_early_says_the_same(first: MainWindow, second: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(second._stage.standing.offer, Qt.MouseButton.LeftButton)

    assert "another Fairness Desktop on this computer" in second._stage.standing.sentence
