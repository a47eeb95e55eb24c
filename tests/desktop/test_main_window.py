from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.application import Start
from fairness_desktop.desktop.crash import CrashReports
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.safekeeping.backups_view import BackupsView
from fairness_desktop.desktop.shell.help_view import HelpView
from fairness_desktop.desktop.theme import DARK, Scheme, current
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.desktop.views.start_view import StartView
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.progress import Step
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.safekeeping import Safekeeping
from fairness_desktop.watching import Progress

from .real import open_window, walk_in
from .sessions import words_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "data")


def test_that_an_empty_register_begins_with_the_first_choices(window: MainWindow) -> None:
    assert isinstance(window.view, StartView)


@pytest.mark.parametrize(("choice", "form"), [("short", Form.SHORT), ("full", Form.FULL)])
def test_that_a_choice_is_made_by_keyboard(window: MainWindow, qtbot: QtBot, choice: str, form: Form) -> None:
    qtbot.keyClick(getattr(window.view, choice), Qt.Key.Key_Space)

    assert walk_in(window).session.assessment.form is form


def test_that_a_register_with_something_in_it_is_shown_first(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_example()
    window.let_go()

    assert isinstance(open_window(qtbot, tmp_path / "data").view, RegisterView)


def test_that_colours_and_size_change_in_place_and_lose_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.open_example()
    page = walk_in(window).page
    assert isinstance(page, DecisionPage)
    qtbot.keyClicks(page.interests_card.interests, "Typed: ")

    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    again = walk_in(window).page
    assert isinstance(again, DecisionPage)
    assert (current().scale, again.interests_card.interests.value()) == (1.25, "Typed: None declared.")


def test_that_the_step_stays_when_the_colours_change(window: MainWindow) -> None:
    window.open_example()
    walk_in(window).go_to(Step.MONEY)
    window._preferences.scheme = Scheme.DARK

    window._apply_theme()

    assert (walk_in(window).step, current().colours) == (Step.MONEY, DARK)


def test_that_closing_saves_what_was_typed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_example()
    page = walk_in(window).page
    assert isinstance(page, DecisionPage)
    session = walk_in(window).session
    qtbot.keyClicks(page.interests_card.interests, "Last words: ")

    window.close()

    saved = session.services.register.open(session.assessment.id).assessment
    assert saved.interests == "Last words: None declared."


def test_that_help_is_shown_and_left_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.open_example()
    walk = window.view

    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.view
    assert isinstance(page, HelpView)
    told = [label.text() for label in page.findChildren(QLabel)]
    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert "Ctrl+." in told
    assert window.view is walk


def test_that_one_can_see_where_the_data_are(window: MainWindow, tmp_path: Path) -> None:
    window._show_data()

    assert str(tmp_path / "data") in [label.text() for label in window.view.findChildren(QLabel)]


def test_that_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]

    assert len(keys) == len(set(keys))
    assert {"Ctrl+N", "Ctrl+E", "F1"} <= set(keys)


def test_that_a_store_that_cannot_be_opened_is_said_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    def broken(_secret: str | None, _progress: Progress) -> Services:
        raise StorageError("The register cannot be used.")

    window = MainWindow(Preferences(tmp_path), tmp_path)
    qtbot.addWidget(window)

    def rescue() -> Safekeeping:
        return app.safekeeping(tmp_path)

    Start(window, broken, rescue, quit_when_shown=False).begin()

    qtbot.waitUntil(lambda: isinstance(window.view, BackupsView))
    assert "The register cannot be used." in words_on(window.view)


def test_that_preferences_are_kept_and_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    first.scheme, first.scale = Scheme.HIGH_CONTRAST, 1.5
    del first

    kept = Preferences(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "window.ini").write_bytes(b"\0scheme=neon\ntext_scale=huge")
    damaged = Preferences(tmp_path / "other")

    assert (kept.scheme, kept.scale) == (Scheme.HIGH_CONTRAST, 1.5)
    assert (damaged.scheme, damaged.scale) == (Scheme.SYSTEM, 1.0)


def test_that_a_fault_of_ours_saves_first_and_leaves_a_report_without_the_user_s_words(tmp_path: Path) -> None:
    done: list[str] = []

    def save() -> bool:
        done.append("saved")
        return True

    reports = CrashReports(tmp_path, save, done.append)

    reports.report(RuntimeError, RuntimeError("what the user wrote"), None)

    (report,) = tmp_path.iterdir()
    assert "RuntimeError" in report.read_text()
    assert "what the user wrote" not in report.read_text()
    assert done[0] == "saved"
    assert str(report) in done[1]
