"""While saving fails, what was typed stays where it was typed, and nobody leaves it by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.progress import Step

from .real import open_window, walk_in

CTRL = Qt.KeyboardModifier.ControlModifier


def asked(monkeypatch: pytest.MonkeyPatch, *, leave: bool) -> list[str]:
    """What the person is asked from now on, and always answers the same."""
    why: list[str] = []

    def answer(_window: MainWindow, sentence: str) -> bool:
        why.append(sentence)
        return leave

    monkeypatch.setattr(MainWindow, "ask_to_lose", answer)
    return why


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    return window


def page_of(walk: WalkView) -> DecisionPage:
    page = walk.page
    assert isinstance(page, DecisionPage)
    return page


@contextmanager
def nothing_saved(walk: WalkView) -> Iterator[None]:
    """The register takes nothing, as on a disk that is full or only read."""
    database = walk.session.walk._store._db  # type: ignore[attr-defined]
    database.execute("pragma query_only = on")
    yield
    database.execute("pragma query_only = off")


def test_that_no_other_step_is_gone_to_and_the_text_stays(window: MainWindow, qtbot: QtBot) -> None:
    walk = walk_in(window)
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "Kept: ")
        qtbot.keyClick(walk, Qt.Key.Key_3, CTRL)

    assert walk.step is Step.DECISION
    assert walk.rail.buttons[Step.DECISION].isChecked()
    assert page_of(walk).interests_card.interests.value().startswith("Kept: ")
    assert "cannot be written to" in walk.notice.sentence


def test_that_ctrl_s_tries_again(window: MainWindow, qtbot: QtBot) -> None:
    walk = walk_in(window)
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "Kept: ")
        page_of(walk).interests_card.interests.flush()

    qtbot.keyClick(walk, Qt.Key.Key_S, CTRL)

    assert walk.session.assessment.interests.startswith("Kept: ")
    assert walk.session.unsaved == ""


def test_that_what_is_taken_out_again_is_no_longer_missing(window: MainWindow, qtbot: QtBot) -> None:
    walk = walk_in(window)
    before = walk.session.assessment.interests
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "x")
        page_of(walk).interests_card.interests.flush()
        page_of(walk).interests_card.interests.setPlainText(before)

        saved = walk.commit()

    assert saved
    assert walk.notice.isHidden()


@pytest.mark.parametrize("leave", [True, False])
def test_that_leaving_the_walk_asks_first(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, leave: bool
) -> None:
    why = asked(monkeypatch, leave=leave)
    walk = walk_in(window)
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "Kept: ")
        window.show_register()

        assert len(why) == 1
        assert "cannot be written to" in why[0]
        assert isinstance(window.view, RegisterView) is leave
    if not leave:
        assert page_of(walk).interests_card.interests.value().startswith("Kept: ")


def test_that_the_window_is_not_closed_over_what_is_not_saved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, leave=False)
    walk = walk_in(window)
    event = QCloseEvent()
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "Kept: ")

        window.closeEvent(event)

    assert not event.isAccepted()


def test_that_a_change_of_colours_keeps_what_is_not_saved(window: MainWindow, qtbot: QtBot) -> None:
    walk = walk_in(window)
    with nothing_saved(walk):
        qtbot.keyClicks(page_of(walk).interests_card.interests, "Kept: ")
        window._apply_theme()

    assert window.view is walk
    assert page_of(walk).interests_card.interests.value().startswith("Kept: ")


@pytest.mark.parametrize(("key", "leaves"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False)])
def test_that_the_question_is_answered_by_keys_and_stays_by_itself(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, *, leaves: bool
) -> None:
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.informativeText())
        qtbot.keyClick(box, key)

    QTimer.singleShot(0, answer)

    assert window.ask_to_lose("The disk is full.") is leaves
    assert told[0].startswith("The disk is full.")
