"""One figure opened to its own arithmetic; what it is made from opens in turn, and every step leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...i18n import _
from ...telling.explaining.tree import Explanation, Rows
from ..announce import announce
from ..theme import BODY, BOLD, MEDIUM, REGULAR, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Card, Hint, Rule, Subtitle, Title, Words, clear


class ExplanationView(QWidget):
    """Title and figure, what it means, the formula, the formula with figures, a table, and its parts."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Explanation] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self.back = Button("")
        self.back.clicked.connect(self._go_back)
        self._trail_words = Hint("")
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.back)
        top.addWidget(self._trail_words, 1)
        self._box.addLayout(top)
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self._box.addLayout(self._content)
        self._box.addStretch(1)

    def open(self, explanation: Explanation) -> None:
        """Show a figure; the way back leads out."""
        self._trail = [explanation]
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self._trail.pop()
        if self._trail:
            self._show()
        else:
            self.closed.emit()

    def _go_down(self) -> None:
        sender = self.sender()
        assert sender is not None
        self._trail.append(self._trail[-1].parts[int(sender.property("part"))])
        self._show()

    def _show(self) -> None:
        clear(self._content)
        now = self._trail[-1]
        before = _("Fairness") if len(self._trail) == 1 else self._trail[-2].title
        self.back.setText(_("‹ Back"))
        self.back.setAccessibleName(_("Back to {what}").format(what=before))
        self._trail_words.setText(" › ".join([_("Fairness"), *(e.title for e in self._trail)]))
        self._content.addWidget(self._figure(now))
        if now.table is not None:
            self._content.addWidget(explanation_table(now.title, now.table))
        if now.parts:
            self._content.addWidget(self._parts(now))
        self.back.setFocus()
        announce(self, f"{now.title}: {now.value}" if now.value else now.title)

    def _figure(self, now: Explanation) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(Subtitle(now.title), 1)
        if now.value:
            head.addWidget(Title(now.value), 0, Qt.AlignmentFlag.AlignRight)
        card.box.addLayout(head)
        card.box.addWidget(Words(now.meaning))
        card.box.addWidget(Rule())
        card.box.addWidget(Hint(_("How it is worked out")))
        card.box.addWidget(Words(now.formula, SENTENCE, MEDIUM))
        if now.filled:
            card.box.addWidget(Hint(_("With the figures of this decision")))
            card.box.addWidget(Words(now.filled, SENTENCE, SEMIBOLD))
        return card

    def _parts(self, now: Explanation) -> Card:
        card = Card()
        card.box.addWidget(Words(_("Made from"), BODY, SEMIBOLD))
        for i, part in enumerate(now.parts):
            words = f"{part.title}: {part.value}" if part.value else part.title
            button = Button(words, "link")
            button.setProperty("part", i)
            button.setAccessibleName(_("Explain {figure}").format(figure=words))
            button.clicked.connect(self._go_down)
            card.box.addWidget(button)
        return card


def explanation_table(title: str, table: Rows) -> Card:
    """The table of an explanation; each cell is heard with its row and its column."""
    card = Card()
    card.setAccessibleName(title)
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
    card.box.addLayout(grid)
    return card
