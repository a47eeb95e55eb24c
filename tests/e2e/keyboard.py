"""A person at the keyboard: types into whatever has the focus, and gets there by Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

FARTHEST = 250
"""Tabs after which a field counts as out of reach."""


class Keyboard:
    """Knows nothing of the window but what has the focus and how that is spoken."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        self._qtbot.waitUntil(_something_has_the_focus, timeout=20_000)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def heard(self) -> str:
        """The name of what has the focus, as a screen reader says it."""
        interface = QAccessible.queryAccessibleInterface(self.focus)
        return self.focus.accessibleName() or interface.text(QAccessible.Text.Name)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self._qtbot.keyClick(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        """Some text."""
        self._qtbot.keyClicks(self.focus, text)

    def go_to(self, name: str) -> None:
        """Tab until something of that name has the focus."""
        passed = []
        for _step in range(FARTHEST):
            heard = self.heard()
            if heard.startswith(name):
                return
            passed.append(heard)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"“{name}” cannot be reached by Tab; passed: {list(dict.fromkeys(passed))}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and type into it."""
        self.go_to(name)
        self.type(text)

    def push(self, name: str) -> None:
        """Go to a button and press Space."""
        self.go_to(name)
        self.press(Qt.Key.Key_Space)

    def pick(self, first: str, wanted: str, arrow: Qt.Key = Qt.Key.Key_Down) -> None:
        """Go to the first of several choices, step by arrow to the one wanted, and press Space."""
        self.go_to(first)
        for _step in range(FARTHEST):
            if self.heard().startswith(wanted):
                self.press(Qt.Key.Key_Space)
                return
            self.press(arrow)
        raise AssertionError(f"“{wanted}” is not among the choices after “{first}”; now at “{self.heard()}”")

    def choose(self, name: str, words: str) -> None:
        """Go to a combo box and step down to the words."""
        self.go_to(name)
        box = self.focus
        assert isinstance(box, QComboBox)
        for _step in range(box.count()):
            if box.currentText().startswith(words):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"“{words}” is not offered under “{name}”")


def _something_has_the_focus() -> bool:
    return QApplication.focusWidget() is not None
