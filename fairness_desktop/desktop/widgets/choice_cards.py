"""A question answered by one of a few cards: a radio button with a sentence under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ..theme import BODY, SEMIBOLD, current
from .basics import Card, Hint, Words, let_tab_stop_once


class ChoiceCards(QWidget):
    """One of several, or none chosen yet."""

    edited = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], columns: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        columns = 1 if current().scale > 1.3 else columns
        for i, (value, name, about) in enumerate(choices):
            grid.addWidget(self._card(value, name, about), i // columns, i % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._group.buttonClicked.connect(self._chosen)
        let_tab_stop_once(self._group)

    def _card(self, value: str, name: str, about: str) -> Card:
        card = Card(ground="window")
        button = QRadioButton()
        button.setAccessibleName(name)
        button.setAccessibleDescription(about)
        button.setProperty("value", value)
        self._group.addButton(button)
        self.buttons[value] = button
        line = QHBoxLayout()
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_Caption(name, button), 1)
        card.box.addLayout(line)
        if about:
            indented = QVBoxLayout()
            indented.setContentsMargins(current().px(28), 0, 0, 0)
            indented.addWidget(Hint(about))
            card.box.addLayout(indented)
        card.box.addStretch(1)
        return card

    def value(self) -> str | None:
        """What is chosen, None while nothing is."""
        button = self._group.checkedButton()
        return None if button is None else str(button.property("value"))

    def show_value(self, value: str | None) -> None:
        """Show what the session says."""
        if value == self.value():
            return
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == value)
        self._group.setExclusive(True)
        let_tab_stop_once(self._group)

    def _chosen(self) -> None:
        self.edited.emit()


class _Caption(Words):
    """The words of a choice: they wrap, as a radio button's own do not, and clicking them chooses."""

    def __init__(self, name: str, button: QRadioButton) -> None:
        super().__init__(name, BODY, SEMIBOLD)
        self._button = button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.setFocus()
        self._button.click()
