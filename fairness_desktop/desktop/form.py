"""The one way to build a form row: label, buddy, accessible name, help and error are set together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ..domain.errors import InvalidInputError
from ..i18n import _
from .announce import announce
from .theme import BODY, MEDIUM, SMALL, current
from .widgets import marks
from .widgets.basics import Hint, Mark, Words

Value = TypeVar("Value")


def across_or_down() -> QBoxLayout:
    """A line of things; one under another where letters are large."""
    large = current().scale > 1.3
    return QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)


def side_by_side(*columns: tuple[QWidget, int]) -> QBoxLayout:
    """Rows next to each other, each with its share of the width; one under another where letters are large."""
    large, box = current().scale > 1.3, across_or_down()
    box.setSpacing(16)
    for widget, stretch in columns:
        box.addWidget(widget, 0 if large else stretch, Qt.AlignmentFlag(0) if large else Qt.AlignmentFlag.AlignTop)
    return box


class Row(QWidget):
    """A field under its label, its help beside it, its error under it."""

    def __init__(self, caption: str, field: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._help = help_text
        self._caption = caption.replace("&", "")
        self._label = Words(caption, BODY, MEDIUM)
        self._label.setBuddy(field)
        field.setAccessibleName(self._caption)
        field.setAccessibleDescription(help_text)
        self._error = _Error()
        self._lay_out(help_text)

    def _lay_out(self, help_text: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.field, 1, 0)
        grid.addWidget(self._error, 2, 0)
        grid.setColumnStretch(0, 5)
        if not help_text:
            return
        hint = Hint(help_text)
        if current().scale > 1.3:  # beside the field there is no room for large letters
            grid.addWidget(hint, 3, 0)
            return
        grid.addWidget(hint, 1, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 3)

    def call_it(self, caption: str) -> None:
        """Stand under another label from now on."""
        self._caption = caption.replace("&", "")
        self._label.setText(caption)
        self.field.setAccessibleName(self._caption)

    @property
    def caption(self) -> str:
        """The label it stands under."""
        return self._caption

    def show_error(self, sentence: str) -> None:
        """Say what is wrong beside the field, and aloud; an empty sentence takes it back."""
        told = self._error.sentence
        self._error.tell(sentence)
        described = _("Error: {sentence}").format(sentence=sentence) if sentence else self._help
        self.field.setAccessibleDescription(described)
        if sentence and sentence != told:
            announce(self.field, f"{self._caption}: {sentence}")

    @property
    def error(self) -> str:
        """The sentence that stands under the field now."""
        return self._error.sentence

    def read(self, meant: Callable[[], Value], otherwise: Value) -> Value:
        """What was meant by the field; where that cannot be, say why beside it and go on with ``otherwise``."""
        try:
            value = meant()
        except InvalidInputError as error:
            sentence = _("{field} {complaint}.").format(field=self._caption, complaint=error.message.rstrip("."))
            self.show_error(sentence if error.where else error.message)
            return otherwise
        self.show_error("")
        return value


class _Error(QWidget):
    """A sentence in red with a mark; takes no room when there is none."""

    def __init__(self) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Mark(marks.bad_mark, 18), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Words("", SMALL, MEDIUM, "red")
        box.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def tell(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class Form(QWidget):
    """Rows one under another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add(self, caption: str, field: QWidget, help_text: str = "") -> Row:
        """A new row at the end."""
        row = Row(caption, field, help_text)
        self._box.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Something between the rows that is no field."""
        self._box.addWidget(widget)
