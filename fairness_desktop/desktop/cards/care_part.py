"""How careful a step an option is: who gets it done and how, what it may lose at most, how soon it is undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.options import Option
from ...domain.trying.care import Care, stance_word
from ...i18n import _, ngettext
from ...scoring.money.safety import Safety
from ...telling.trying import safety_sentence, safety_word
from ..money.asked_fields import AskedFields
from ..theme import MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Hint, Mark, Words
from ..widgets.marks import good_mark, open_mark, warning_mark


class CarePart(QWidget):
    """The questions, and what follows from them in a sentence."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = AskedFields(Care, words=stance_word)
        about = _("None of it enters the score. The cost of a year at worst is the dear end of what it may cost.")
        self._about = Hint(about)
        self._sentence = Words("", weight=MEDIUM)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._about)
        box.addWidget(self.fields)
        box.addWidget(self._sentence)
        self._sentence.hide()
        self.fields.edited.connect(self.edited)

    def show_option(self, option: Option) -> None:
        """Show what the session says."""
        self.fields.show_value(option.care)

    def show_safety(self, found: Safety) -> None:
        """Say what could be lost at worst, and whether that is within the cap."""
        self._sentence.setText(safety_sentence(found))
        self._sentence.show()

    def value(self, old: Option) -> Option:
        """The option with what was entered."""
        return replace(old, care=self.fields.value(old.care))

    def state(self, option: Option) -> str:
        """How much is answered, for the line it is folded under."""
        answered = sum(getattr(option.care, name) not in (None, "") for name in self.fields.rows)
        if not answered:
            return _("not answered yet")
        return ngettext("{count} answer", "{count} answers", answered).format(count=answered)


class SafetyBadge(QWidget):
    """Safe to fail, not safe to fail, or not known: a mark and its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().px(6))
        self._mark, self.words = Mark(open_mark, 16), Words("", SMALL, SEMIBOLD)
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.words, 1)

    def show_safety(self, found: Safety) -> None:
        """Say it, and what it rests on to those who hear."""
        draw, colour = {True: (good_mark, "green"), False: (warning_mark, "amber"), None: (open_mark, "muted")}[
            found.safe
        ]
        self._mark.show_mark(draw)
        self.words.setText(safety_word(found))
        self.words.set_colour(colour)
        self.setToolTip(safety_sentence(found))
        self.words.setAccessibleDescription(safety_sentence(found))
