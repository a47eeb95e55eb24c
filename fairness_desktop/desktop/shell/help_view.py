"""A page of help: pairs of words, and a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ...i18n import _
from ..form import side_by_side
from ..theme import BODY, SEMIBOLD
from ..widgets.basics import Button, Card, Title, Words, clear
from ..widgets.scrolling import only_downwards

LONG_NAME = 30
"""Characters of a name from which on a column beside it would get too narrow."""


class HelpView(QScrollArea):
    """Closed by its button or by Esc."""

    closed = Signal()

    def __init__(
        self,
        title: str,
        rows: list[tuple[str, str]],
        doing: Sequence[tuple[str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        only_downwards(self)
        self.setAccessibleName(title)
        sheet = QWidget()
        self.box = box = QVBoxLayout(sheet)
        box.setContentsMargins(48, 32, 48, 32)
        box.setSpacing(16)
        box.addWidget(Title(title))
        card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(12)
        card.box.addLayout(self._grid)
        self.tell(rows)
        box.addWidget(card)
        self.back = Button(_("Back"), "primary")
        self.back.clicked.connect(self.closed)
        buttons = side_by_side(*((button, 0) for button in (self.back, *map(_button, doing))))
        buttons.addStretch(1)
        box.addLayout(buttons)
        box.addStretch(1)
        self.setWidget(sheet)

    def tell(self, rows: list[tuple[str, str]]) -> None:
        """Say this, in the place of what was said; under names that are long themselves, and not beside them."""
        clear(self._grid)
        beneath = any(len(name) > LONG_NAME for name, _words in rows)
        self._grid.setColumnStretch(0, int(beneath))
        self._grid.setColumnStretch(1, int(not beneath))
        for row, (name, words) in enumerate(rows):
            at = 2 * row if beneath else row
            self._grid.addWidget(Words(name, BODY, SEMIBOLD), at, 0)
            said = Words(words)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(said, *((at + 1, 0) if beneath else (at, 1)))

    def focus(self) -> None:
        """Put the focus where Enter goes back."""
        self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _button(doing: tuple[str, Callable[[], None]]) -> Button:
    name, do = doing
    button = Button(name)
    button.clicked.connect(do)
    return button
