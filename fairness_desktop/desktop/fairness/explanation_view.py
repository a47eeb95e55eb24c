"""One figure opened to its own arithmetic, and all it is made from, down to the cells."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...i18n import _
from ...telling.explaining.tree import Explanation, Rows, every_part
from ..announce import announce
from ..theme import BODY, BOLD, MEDIUM, REGULAR, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Card, Rule, Subtitle, Title, Words, clear


class ExplanationView(QWidget):
    """What a figure means, its formula, the same with figures, a table; then the same of all it is made from."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        self.back = Button(_("‹ Back to Fairness"))
        self.back.clicked.connect(self.closed)
        box.addWidget(self.back)
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        box.addLayout(self._content)
        box.addStretch(1)

    def open(self, explanation: Explanation) -> None:
        """Show a figure, down to the cells."""
        clear(self._content)
        for depth, part in every_part(explanation):
            if depth == 1 and self._content.count() == 1:
                self._content.addWidget(Subtitle(_("What it is made from")))
            self._content.addWidget(_opened(part, first=not depth))
        self.back.setFocus()
        told = f"{explanation.title}: {explanation.value}" if explanation.value else explanation.title
        announce(self, told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _opened(part: Explanation, *, first: bool) -> Card:
    """One figure as a card."""
    card = Card()
    card.setAccessibleName(part.title)
    head = QHBoxLayout()
    head.setSpacing(24)
    head.addWidget(Subtitle(part.title) if first else Words(part.title, BODY, SEMIBOLD), 1)
    if part.value:
        value = Title(part.value) if first else Words(part.value, BODY, BOLD)
        value.setAccessibleName(f"{part.title}: {part.value}")
        head.addWidget(value, 0, Qt.AlignmentFlag.AlignRight)
    card.box.addLayout(head)
    card.box.addWidget(Words(part.meaning, BODY if first else SMALL, colour="text" if first else "muted"))
    card.box.addWidget(Rule())
    card.box.addWidget(Words(part.formula, SENTENCE if first else BODY, MEDIUM))
    if part.filled:
        card.box.addWidget(Words(part.filled, SENTENCE if first else BODY, SEMIBOLD))
    if part.table is not None:
        card.box.addLayout(_table(part.table))
    return card


def _table(table: Rows) -> QGridLayout:
    """The table of an explanation; each cell is heard with its row and its column."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(current().px(12))
    grid.setVerticalSpacing(6)
    right = Qt.AlignmentFlag.AlignRight
    for column, head in enumerate(table.header):
        words = Words(head, SMALL, SEMIBOLD, "muted")
        words.setAlignment(right if column else Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(words, 0, column, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(column, 2 if column else 5)
    rows = [*((row, REGULAR) for row in table.rows), *([(table.total, BOLD)] if table.total else [])]
    for i, (row, weight) in enumerate(rows, 1):
        for column, text in enumerate(row):
            words = Words(text, SMALL, weight if column else max(weight, MEDIUM))
            words.setAlignment((right if column else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignTop)
            words.setAccessibleName(f"{row[0]}, {table.header[column]}: {text}" if column and text else text)
            grid.addWidget(words, i, column)
    return grid
