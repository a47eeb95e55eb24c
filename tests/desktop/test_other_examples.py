"""The finished decisions in their menu: each named with its kind, and opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from fairness_desktop import shipped
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.domain.vocabulary import Kind, label

from .real import open_window, walk_in


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "data")


@pytest.fixture
def menu(window: MainWindow) -> QMenu:
    """The menu of the other examples, as it is once somebody looks at it."""
    found: QMenu = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "Ot&her examples")
    found.aboutToShow.emit()
    return found


def test_that_every_other_example_is_there_once_and_says_its_kind(menu: QMenu) -> None:
    menu.aboutToShow.emit()
    kinds = [action.text().split(":")[0] for action in menu.actions()]

    assert len(kinds) == len(shipped.examples()) - 1
    assert set(kinds) == {label(kind) for kind in Kind}


def test_that_an_example_opens_from_the_menu(window: MainWindow, menu: QMenu) -> None:
    entry = next(action for action in menu.actions() if "bus services" in action.text())

    entry.trigger()

    assert walk_in(window).session.assessment.title == "Supported bus services: at least £100,000 a year less"
