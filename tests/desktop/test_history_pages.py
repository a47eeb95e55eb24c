"""What the window tells of the history, and of a check of the register."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.shell.help_view import HelpView
from fairness_desktop.desktop.views.changes_view import ChangesView
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.progress import Step

from .sessions import words_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    opened = MainWindow(Preferences(tmp_path), tmp_path)
    qtbot.addWidget(opened)
    opened.show()
    opened.set_services(app.services(tmp_path))
    opened.open_example()
    return opened


def test_that_what_changed_is_told_with_who_and_from_what_to_what(window: MainWindow) -> None:
    assert window._walk is not None
    session = window._walk.session
    session.services.register.set_who("Ann")
    session.change(replace(session.assessment, title="Another"))
    session.undo()

    window._show_changes()

    told = words_on(window.view)
    assert "Ann  ·  Changed" in told
    assert 'Title: "Play area at the end of its life" → "Another"' in told
    assert "Change taken back (as after step 1)" in told


def test_that_changes_are_told_in_words_and_of_one_step_where_that_is_wanted(qtbot: QtBot, window: MainWindow) -> None:
    assert window._walk is not None
    session = window._walk.session
    now = session.assessment
    session.change(replace(now, title="Another"))
    session.change(session.assessment.with_group(replace(now.groups[0], size=77)))
    window._show_changes()
    view = window.view
    assert isinstance(view, ChangesView)
    everything = words_on(view)

    view.page.setCurrentIndex(view.page.findData(Step.PEOPLE.value))
    view.page.activated.emit(view.page.currentIndex())

    qtbot.waitUntil(lambda: f"Group {now.groups[0].name}, size" in words_on(view))
    assert "Title:" in everything
    qtbot.waitUntil(lambda: "Title:" not in words_on(view))


def test_that_a_step_of_which_nothing_changed_says_so(qtbot: QtBot, window: MainWindow) -> None:
    window._show_changes()
    view = window.view
    assert isinstance(view, ChangesView)

    view.page.setCurrentIndex(view.page.findData(Step.MONEY.value))
    view.page.activated.emit(view.page.currentIndex())

    qtbot.waitUntil(lambda: "Nothing of this step was changed." in words_on(view))


def test_that_the_quick_look_of_the_register_leads_to_what_changed(window: MainWindow) -> None:
    window.show_register()
    register = window.view
    assert isinstance(register, RegisterView)

    register.look.changes.click()

    opened = window.view
    assert isinstance(opened, ChangesView)
    opened.back.click()
    assert window.view is register


def test_that_without_a_decision_the_window_says_what_to_open(window: MainWindow) -> None:
    window.show_register()

    window._show_changes()

    assert not isinstance(window.view, HelpView)
    assert "Open a decision first" in words_on(window)


def test_that_a_whole_register_is_said_to_be_whole(qtbot: QtBot, window: MainWindow) -> None:
    window._check_register()

    qtbot.waitUntil(lambda: isinstance(window.view, HelpView), timeout=20_000)
    assert "Everything in the register is as it was written." in words_on(window.view)


def test_that_a_broken_link_is_told_with_its_place(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "register.sqlite", isolation_level=None)
    other.execute("drop trigger versions_no_update")
    other.execute("update versions set who = 'Somebody else'")
    other.close()

    window._check_register()

    qtbot.waitUntil(lambda: isinstance(window.view, HelpView), timeout=20_000)
    assert "is broken at step 1" in words_on(window.view)
