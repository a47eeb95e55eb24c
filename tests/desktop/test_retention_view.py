"""Erasing in the window: listed, ticked, confirmed, and only then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.safekeeping.retention_view import RetentionView
from fairness_desktop.domain.register import RegisterQuery

from .real import open_window
from .sessions import words_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    assert window._services is not None
    walk = window._services.register.open_example()
    old = replace(walk.assessment.decision, date=date(2019, 3, 1))
    walk.change(replace(walk.assessment, decision=old))
    return window


@pytest.fixture
def view(window: MainWindow) -> RetentionView:
    window.show_retention()
    assert isinstance(window.view, RetentionView)
    return window.view


def count(window: MainWindow) -> int:
    assert window._services is not None
    return window._services.register.count(RegisterQuery())


def test_that_nothing_can_be_erased_before_something_is_ticked(view: RetentionView, qtbot: QtBot) -> None:
    before = view.erase.isEnabled()
    view.list.setFocus()
    view.list.setCurrentRow(0)
    qtbot.keyClick(view.list, Qt.Key.Key_Space)

    assert (before, view.erase.isEnabled()) == (False, True)
    assert "kept until 1 March 2025" in view.list.item(0).text()


@pytest.mark.parametrize("sure", [True, False])
def test_that_it_is_asked_once_more(
    view: RetentionView, window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, sure: bool
) -> None:
    monkeypatch.setattr(view, "ask_to_erase", lambda _count: sure)
    view.list.item(0).setCheckState(Qt.CheckState.Checked)

    view.erase.click()

    assert count(window) == (0 if sure else 1)
    assert ("1 decision was erased." in words_on(view)) is sure


def test_that_the_question_is_answered_with_no_by_enter(view: RetentionView, qtbot: QtBot) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)

    assert not view.ask_to_erase(1)
