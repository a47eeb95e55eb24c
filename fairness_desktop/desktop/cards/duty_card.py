"""One duty of the council as a card: what it asks, and what was written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.duties.duty_findings import is_tick, tick_sentence
from ...i18n import _
from ..form import Row
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, SMALL
from ..widgets.basics import Mark, Words
from ..widgets.folding import FoldingCard
from ..widgets.inputs import TextArea
from ..widgets.marks import good_mark, open_mark, warning_mark


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty; ``place`` is its field in the exchange form below ``duties``."""

    place: str
    title: str
    caption: str
    help_text: str

    def complaint(self, text: str) -> str:
        """What is weak about a text; empty where nothing is, or nothing is written."""
        return tick_sentence() if is_tick((text,)) else ""


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
        self.area.edited.connect(self.edited)
        self.area.textChanged.connect(self._tell)

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
