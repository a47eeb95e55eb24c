"""Inputs that know *not answered yet*, and tell of every change soon after it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ...domain.errors import InvalidInputError
from ...i18n import _
from ..theme import current

PAUSE = 400
"""Milliseconds after the last key at which what was typed is saved."""


class _Pending(QObject):
    """Says ``due`` once, a pause after the last key, or at once when flushed."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.due)

    @property
    def waiting(self) -> bool:
        """Whether something typed has not been told of yet."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Something was typed."""
        self._timer.start()

    def flush(self) -> None:
        """Tell of it now, if there is anything to tell."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()


class TextLine(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, most: int = 1000) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self.setTextMargins(6, 0, 6, 0)
        self._pending = _Pending(self)
        self._pending.due.connect(self.edited)
        self.textEdited.connect(self._pending.begin)
        self.editingFinished.connect(self._pending.flush)

    def value(self) -> str:
        """What stands there."""
        return self.text()

    def show_value(self, text: str) -> None:
        """Show what the session says, unless something typed is still on its way there."""
        if not self._pending.waiting and text != self.text():
            self.setText(text)

    def flush(self) -> None:
        """Tell of what was typed without waiting."""
        self._pending.flush()


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field, and the field grows with what is written."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown = False
        self._pending = _Pending(self)
        self._pending.due.connect(self.edited)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def value(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def show_value(self, text: str) -> None:
        """Show what the session says, unless something typed is still on its way there."""
        if self._pending.waiting or text == self.toPlainText():
            return
        self._shown = True
        self.setPlainText(text)
        self._shown = False

    def flush(self) -> None:
        """Tell of what was typed without waiting."""
        self._pending.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.End)  # who comes by Tab goes on writing where the text ends

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pending.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()  # another width wraps into another number of lines

    def _typed(self) -> None:
        if not self._shown:
            self._pending.begin()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        needed = int(self.document().size().height())
        rows = min(max(needed, self._lines), 12)
        self.setFixedHeight(rows * line + current().px(18) + 4)


class NumberLine(TextLine):
    """A number, or nothing: an empty field is *not answered yet*, never 0.

    Accepts thousands separators, a currency sign and a true minus as people type them.
    """

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False, unit: str = "") -> None:
        super().__init__(parent, most=24)
        self._whole = whole
        self.setPlaceholderText(_("not answered yet") if not unit else _("{unit}: not answered yet").format(unit=unit))

    def number(self) -> float | None:
        """The number typed, None where the field is empty; InvalidInputError where it is no number."""
        text = self.text().strip()
        for typed, meant in (("−", "-"), ("–", "-"), (",", ""), (" ", ""), ("\u00a0", ""), ("£", ""), ("%", "")):
            text = text.replace(typed, meant)
        if not text:
            return None
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if number != number or abs(number) == float("inf") or (self._whole and number % 1):  # noqa: PLR0124 - nan
            kind = _("a whole number") if self._whole else _("a number")
            raise InvalidInputError("", _("“{text}” is not {kind}.").format(text=self.text(), kind=kind))
        return number

    def show_number(self, number: float | None) -> None:
        """Show a number as people write it; None empties the field."""
        try:
            if self.number() == number:
                return
        except InvalidInputError:
            pass
        self.show_value("" if number is None else readable(number))


def readable(number: float) -> str:
    """A number with thousands separated and a true minus, and no decimals it does not need."""
    text = f"{number:,.2f}".rstrip("0").rstrip(".") if number % 1 else f"{number:,.0f}"
    return text.replace("-", "−")


class Choice(QComboBox):
    """One of several words, or *not answered yet*; the wheel never changes it in passing."""

    edited = Signal()

    def __init__(self, words: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(_("not answered yet"), None)
        for value, said in words:
            self.addItem(said, value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(self._chosen)

    def value(self) -> str | None:
        """The word chosen, None where nothing is."""
        value = self.currentData()
        return None if value is None else str(value)

    def show_value(self, value: str | None) -> None:
        """Show what the session says; a word that is not offered is added."""
        at = self.findData(value)
        if at < 0:
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def _chosen(self) -> None:
        self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


__all__ = ["PAUSE", "Choice", "NumberLine", "TextArea", "TextLine", "readable"]
