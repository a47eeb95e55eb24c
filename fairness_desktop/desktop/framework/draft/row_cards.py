"""A list of the draft: a card a row, opened to be edited, moved, or taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....domain.errors import InvalidInputError
from ....i18n import _
from ....services.adopting.editing import Document, Way, rows_at
from ....services.adopting.rows import with_row_moved, without_row
from ...announce import announce
from ...theme import BODY, MEDIUM
from ...widgets.basics import Button, Hint, Words
from ...widgets.folding import FoldingCard, UndoOffer
from .asked import FieldForm, Lines
from .drafting import Drafting


class RowCard(FoldingCard):
    """One row: what it says now, its fields once it is opened, and what can be done with it."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, drafting: Drafting, lines: Lines, *, ordered: bool) -> None:
        super().__init__()
        self._ground = "window"
        self._drafting, self._lines = drafting, lines
        self.form: FieldForm | None = None
        self._name, self._about = Words("", BODY, MEDIUM), Hint("")
        self.up, self.down = Button(_("Up"), "link"), Button(_("Down"), "link")
        self.remove = Button(_("Remove"), "link")
        self.head.addWidget(self._name, 1)
        for button in (self.up, self.down) if ordered else ():
            self.head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(self._about)
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)
        self.remove.clicked.connect(self.removed)

    def say(self, name: str, about: str, *, first: bool, last: bool) -> None:
        """Say what it is; at an end it goes no further."""
        self._name.setText(name)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.call_it(name)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        for button, said in ((self.up, _("Move “{name}” up")), (self.down, _("Move “{name}” down")),
                             (self.remove, _("Remove “{name}”"))):  # fmt: skip
            button.setAccessibleName(said.format(name=name))

    def _fill(self, column: QVBoxLayout) -> None:
        self.form = FieldForm(self._drafting, self._lines)
        column.addWidget(self.form)

    def _go_up(self) -> None:
        self.moved.emit(-1)

    def _go_down(self) -> None:
        self.moved.emit(1)


class RowCards(QWidget):
    """The cards of a list; a subclass says what its rows are asked, and how one is begun and taken away."""

    ordered = True

    def __init__(self, drafting: Drafting, way: Way, add: str, none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafting, self.way = drafting, way
        self.cards: list[RowCard] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._none = Hint(none)
        self.add = Button(add, "link")
        self.add.clicked.connect(self._begin)
        across = QHBoxLayout()
        across.addWidget(self.add)
        across.addStretch(1)
        self.offer = UndoOffer()
        self.offer.undone.connect(drafting.undo)
        self._box.addWidget(self._none)
        self._box.addWidget(self.offer)
        self._box.addLayout(across)
        self.refresh()
        drafting.changed.connect(self.refresh)

    def called(self, row: Document, at: int) -> str:
        """The name of a row."""
        raise NotImplementedError

    def about(self, row: Document) -> str:
        """What a row says, in a line under its name."""
        raise NotImplementedError

    def lines(self, at: int) -> Lines:
        """What a row is asked."""
        raise NotImplementedError

    def begun(self, document: Document) -> Document:
        """The draft with one more row."""
        raise NotImplementedError

    def without(self, document: Document, at: int) -> Document:
        """The draft without a row."""
        return without_row(document, self.way, at)

    def told(self, at: int) -> str:
        """What is said when a row is taken away."""
        name = self.called(rows_at(self.drafting.document, self.way)[at], at)
        return _("“{name}” is taken out of the draft.").format(name=name)

    def refresh(self) -> None:
        """As many cards as there are rows, each saying what its row says."""
        self.offer.hide()
        rows = rows_at(self.drafting.document, self.way)
        while len(self.cards) > len(rows):
            self._drop()
        while len(self.cards) < len(rows):
            self._append(len(self.cards))
        self._none.setVisible(not rows and bool(self._none.text()))
        for at, (card, row) in enumerate(zip(self.cards, rows, strict=True)):
            card.say(self.called(row, at), self.about(row), first=at == 0, last=at == len(rows) - 1)

    def open_row(self, at: int) -> QWidget:
        """Open a row with the focus on its first field; the way to add one where there is no such row."""
        if at >= len(self.cards):
            self.add.setFocus()
            return self.add
        card = self.cards[at]
        card.set_open(opened=True)
        assert card.form is not None
        return card.form.focus_on(())

    def _append(self, at: int) -> None:
        card = RowCard(self.drafting, self.lines(at), ordered=self.ordered)
        card.setProperty("at", at)
        card.moved.connect(self._move)
        card.removed.connect(self._remove)
        self.cards.append(card)
        self._box.insertWidget(self._box.indexOf(self.cards[-2]) + 1 if at else 0, card)
        card.show()

    def _drop(self) -> None:
        """The last card: those before it show the rows that have moved up."""
        card = self.cards.pop()
        self._box.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _begin(self) -> None:
        try:
            begun = self.begun(self.drafting.document)
        except InvalidInputError as error:
            self.drafting.refuse(error)
            return
        if self.drafting.change(begun):
            self.open_row(len(self.cards) - 1)

    def _at(self) -> int:
        card = self.sender()
        assert card is not None
        return int(card.property("at"))

    def _move(self, by: int) -> None:
        at = self._at()
        there = at + by
        were_open = [card.is_open for card in self.cards]
        if not self.drafting.change(with_row_moved(self.drafting.document, self.way, at, by)):
            return
        for i, j in ((at, there), (there, at)):
            self.cards[i].set_open(opened=were_open[j])
        card = self.cards[there]
        wanted = card.up if by < 0 else card.down
        (wanted if wanted.isEnabled() else card.down if by < 0 else card.up).setFocus()
        announce(self, _("Now number {number} of {all}.").format(number=there + 1, all=len(self.cards)))

    def _remove(self) -> None:
        at = self._at()
        told = self.told(at)
        were_open = [card.is_open for i, card in enumerate(self.cards) if i != at]
        try:
            without = self.without(self.drafting.document, at)
        except InvalidInputError as error:
            self.drafting.refuse(error)
            return
        if self.drafting.change(without):
            for card, opened in zip(self.cards, were_open, strict=True):
                card.set_open(opened=opened)
            self._box.removeWidget(self.offer)
            self._box.insertWidget(self._box.indexOf(self.cards[at - 1]) + 1 if at else 0, self.offer)
            self.offer.offer(told)
