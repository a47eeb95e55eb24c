"""A register that has to be brought up to date: the window tells how far that is, and can be closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop import application
from fairness_desktop.desktop.application import Bring, Start
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.views.opening_view import OpeningView
from fairness_desktop.desktop.views.start_view import StartView
from fairness_desktop.domain.errors import StoppedError
from fairness_desktop.domain.safekeeping.access import Access
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.safekeeping import Safekeeping
from fairness_desktop.watching import Progress

from .sessions import words_on

Starting = Callable[[Bring], Start]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = MainWindow(Preferences(tmp_path), tmp_path)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def starting(window: MainWindow, tmp_path: Path) -> Starting:
    def rescue() -> Safekeeping:
        return app.safekeeping(tmp_path)

    return lambda bring: Start(window, bring, rescue, quit_when_shown=False)


def test_that_the_window_tells_how_far_it_is_and_then_shows_what_there_is(
    window: MainWindow, starting: Starting, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[str] = []

    def bring(secret: str | None, progress: Progress) -> Services:
        while not seen:
            progress(1_500, 6_000)
            if "1,500 of 6,000" in words_on(window.view):
                assert isinstance(window.view, OpeningView)
                seen.append(words_on(window.view))
        return app.services(tmp_path, Access.WINDOW, secret, progress=progress)

    start = starting(bring)
    start.begin()
    qtbot.waitUntil(lambda: isinstance(window.view, StartView))

    assert "another version of the program" in seen[0]


def test_that_what_takes_a_moment_only_tells_nothing(
    window: MainWindow, starting: Starting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of figures that flashes by tells nobody anything; the moment is long here, for machines stand still."""
    monkeypatch.setattr(application, "EVERY", 60_000)
    at_once: list[str] = []

    def bring(_secret: str | None, progress: Progress) -> Services:
        progress(1, 2)
        at_once.append(words_on(window.view))
        raise StoppedError

    start = starting(bring)
    start.begin()
    qtbot.waitUntil(lambda: bool(at_once))

    assert at_once == ["Opening the register…"]


def test_that_the_window_can_be_closed_meanwhile(window: MainWindow, starting: Starting, qtbot: QtBot) -> None:
    stopped: list[StoppedError] = []

    def bring(_secret: str | None, progress: Progress) -> Services:
        window.close()
        try:
            while True:
                progress(1, 2)
        except StoppedError as error:
            stopped.append(error)
            raise

    start = starting(bring)
    start.begin()
    qtbot.waitUntil(lambda: bool(stopped))

    assert not window.isVisible()
    assert isinstance(window.view, OpeningView)
