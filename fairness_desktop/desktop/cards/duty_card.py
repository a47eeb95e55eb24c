"""One duty of the council as a card: what it asks, prompts that begin a line, and what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.duties.duty_findings import is_tick, tick_sentence
from ...i18n import _
from ..form import Row
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Hint, Mark, Words
from ..widgets.folding import FoldingCard
from ..widgets.inputs import TextArea
from ..widgets.marks import good_mark, open_mark, warning_mark


@dataclass(frozen=True, slots=True)
class Prompts:
    """Words that one should have thought of, under a line that says what they are."""

    asks: str
    words: tuple[str, ...]

    def named(self, text: str) -> tuple[str, ...]:
        """Those of which the text says something; a heading with nothing after it says nothing."""
        lines = [line.strip().rstrip(":").casefold() for line in text.splitlines()]
        return tuple(w for w in self.words if any(w.casefold() in line and len(line) > len(w) for line in lines))


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty; ``place`` is its field in the exchange form below ``duties``.

    ``misfit`` is said where the text names ``alone`` of the last prompts and nothing else of them.
    """

    place: str
    title: str
    caption: str
    help_text: str
    prompts: tuple[Prompts, ...] = ()
    alone: str = ""
    misfit: str = ""

    def complaint(self, text: str) -> str:
        """What is weak about a text; empty where nothing is, or nothing is written."""
        if is_tick((text,)):
            return tick_sentence()
        if self.alone and self.prompts[-1].named(text) == (self.alone,):
            return self.misfit
        return ""


class DutyCard(FoldingCard):
    """What was thought of under one duty."""

    edited = Signal()

    def __init__(self, duty: Duty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duty = duty
        self._text = ""
        self.area: TextArea | None = None
        self._mark = Mark(open_mark, 22)
        self._state, self._begin = Words("", SMALL), Words("", SMALL, colour="muted")
        top = Qt.AlignmentFlag.AlignTop
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Words(duty.title, SENTENCE, SEMIBOLD))
        names.addWidget(self._state)
        names.addWidget(self._begin)
        self.head.addWidget(self._mark, 0, top)
        self.head.addLayout(names, 1)
        self.head.addWidget(self.toggle, 0, top)
        self.call_it(duty.title)
        self.turned.connect(self._tell)
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show what the session says."""
        self._text = text
        if self.area is not None:
            self.area.show_value(text)
        self._tell()

    def value(self, old: str) -> str:
        """The text as entered."""
        return old if self.area is None else self.area.value()

    def focus_on_text(self) -> None:
        """Open the card with the focus on the text."""
        self.set_open(opened=True)
        assert self.area is not None
        self.area.setFocus()

    def _fill(self, column: QVBoxLayout) -> None:
        self.area = TextArea(lines=3)
        self.area.show_value(self._text)
        self.area.setAccessibleName(self.duty.caption)
        column.addWidget(Row(self.duty.caption, self.area, self.duty.help_text))
        self._note = _Note()
        column.addWidget(self._note)
        self._chips = [PromptList(prompts) for prompts in self.duty.prompts]
        for chips in self._chips:
            column.addWidget(chips)
            chips.wanted.connect(self._begin_line)
        self.area.edited.connect(self.edited)
        self.area.textChanged.connect(self._tell)

    def _begin_line(self, word: str) -> None:
        """Go to the end of the text with that word begun."""
        assert self.area is not None
        cursor = self.area.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(("\n" if self.area.value().strip() else "") + f"{word}: ")
        self.area.setTextCursor(cursor)
        self.area.setFocus()

    def _tell(self) -> None:
        """Say what is written, and what is weak about it."""
        text = self._text if self.area is None else self.area.value()
        weak, written = self.duty.complaint(text), bool(text.strip())
        self._state.setText(_("needs attention") if weak else _("written") if written else _("not answered yet"))
        self._mark.show_mark(warning_mark if weak else good_mark if written else open_mark)
        self._begin.setText(" ".join(text.split())[:140])
        self._begin.setVisible(written and not self.is_open)
        if self.area is not None:
            self._note.say(weak)
            for chips in self._chips:
                chips.show_text(text)


class _Note(QWidget):
    """A sentence in amber with its mark; takes no room when there is none."""

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(Mark(warning_mark, 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Words("", SMALL, MEDIUM, "amber")
        across.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it; nothing hides it."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class PromptList(QWidget):
    """Words to think of: each with a tick once the text says something of it; a click begins its line."""

    wanted = Signal(str)

    def __init__(self, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._legend = Hint("")
        self._marks: dict[str, Mark] = {}
        self.buttons: dict[str, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        chips = [self._chip(word) for word in prompts.words]
        columns = self._columns()
        grid.addWidget(self._legend, 0, 0, 1, columns)
        for i, chip in enumerate(chips):
            grid.addLayout(chip, 1 + i // columns, i % columns)
            grid.setColumnStretch(i % columns, 1)

    def _columns(self) -> int:
        """As many beside one another as the longest word leaves room for."""
        large = current().scale > 1.3
        widest = max((b.sizeHint().width() for b in self.buttons.values()), default=0)
        room, most = (1100, 2) if large else (780, 3)
        return max(1, min(most, room // (widest + current().px(16) + 24)))

    def _chip(self, word: str) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        self._marks[word] = Mark(open_mark, 16)
        button = Button(word, kind="link")
        button.setProperty("word", word)
        button.clicked.connect(self._clicked)
        self.buttons[word] = button
        across.addWidget(self._marks[word])
        across.addWidget(button)
        across.addStretch(1)
        return across

    def show_text(self, text: str) -> None:
        """Tick the words of which the text says something."""
        named: Sequence[str] = self._prompts.named(text)
        count = _("{named} of {all} named").format(named=len(named), all=len(self._prompts.words))
        self._legend.setText(f"{self._prompts.asks} ({count})")
        for word, mark in self._marks.items():
            mark.show_mark(good_mark if word in named else open_mark)
            state = _("named in the text") if word in named else _("not named yet, begins a line")
            self.buttons[word].setAccessibleName(f"{word}: {state}")

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(str(sender.property("word")))
