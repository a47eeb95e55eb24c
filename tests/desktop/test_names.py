"""Everything that takes the focus says what it is, everywhere in the window, and Tab reaches all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.main_window import MainWindow

from .accessibility import spoken
from .every_view import every_view
from .real import open_window

PART_OF_QT = "qt_"
"""How Qt calls the parts of its own widgets; they are heard as the widget they belong to."""
SAME_WAY = "Go to: "
"""The panel and the last page both lead to what is missing, to the same place."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "data")


def focusable(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard reaches, in the order in which it was made."""
    for widget in root.findChildren(QWidget):
        own = not widget.objectName().startswith(PART_OF_QT) and widget.focusProxy() is None
        if own and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            yield widget


def within(widget: QWidget) -> tuple[str, ...]:
    """The names of all that a widget lies in."""
    parent = widget.parentWidget()
    return () if parent is None else (parent.accessibleName(), *within(parent))


@dataclass
class Found:
    """What is wrong in all views together, each said with the view's name."""

    silent: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    passed_by: list[str] = field(default_factory=list)


_found: list[Found] = []
"""Of the one walk through every view, which takes long."""


@pytest.fixture
def found(qtbot: QtBot, request: pytest.FixtureRequest) -> Found:
    """Looks at every view, unless another test has."""
    if not _found:
        window, found = request.getfixturevalue("window"), Found()
        for view in every_view(qtbot, window):
            found.silent += [f"{view}: {what}" for what in silent(window)]
            found.doubled += [f"{view}: {what}" for what in doubled(window)]
            found.passed_by += [f"{view}: {what}" for what in passed_by(window)]
        _found.append(found)
    return _found[0]


def silent(window: MainWindow) -> Iterator[str]:
    yield from (str(role) for role, name in spoken(window) if not name)
    for widget in focusable(window):
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text()):
            yield type(widget).__name__


def doubled(window: MainWindow) -> list[tuple[tuple[str, ...], str]]:
    names = Counter((within(w), w.accessibleName()) for w in focusable(window) if w.accessibleName())
    return [what for what, n in names.items() if n > 1 and not what[1].startswith(SAME_WAY)]


def passed_by(window: MainWindow) -> list[str]:
    """Choices that are made, and that Tab does not stop at, whatever had the focus."""
    choices = [b for b in window.view.findChildren(QAbstractButton) if b.group() is not None and b.isVisible()]
    return [b.accessibleName() for b in choices if b.isChecked() and not b.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_that_nothing_takes_the_focus_without_a_name(found: Found) -> None:
    assert found.silent == []


def test_that_no_two_things_in_one_place_are_called_the_same(found: Found) -> None:
    assert found.doubled == []


def test_that_tab_stops_at_the_choice_made_whatever_had_the_focus(found: Found) -> None:
    assert found.passed_by == []


def test_that_tab_reaches_everything_on_every_view_and_comes_round(qtbot: QtBot, window: MainWindow) -> None:
    missed = {}
    for view in every_view(qtbot, window):
        wanted = list(focusable(window.view))
        if not wanted and view == "opening the register":
            continue  # one can only wait there
        wanted[0].setFocus()
        reached: list[QWidget | None] = []
        while QApplication.focusWidget() not in reached and len(reached) < 300:
            reached.append(QApplication.focusWidget())
            qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        names = [f"{type(w).__name__} “{w.accessibleName()}”" for w in wanted if w not in reached]
        if names:
            missed[view] = [f"{len(reached)} reached", *names]

    assert missed == {}
