"""A question answered by one of a few words side by side, or *not answered yet*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ...i18n import _
from ..theme import MEDIUM, SEMIBOLD, SMALL, current
from .basics import Button, Hint

Draw = Callable[[QPainter, QRectF], None]

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Segment:
    """One word to choose, with the glyph that stands over it, if any."""

    value: str
    word: str
    glyph: Draw | None = None


class Segments(QWidget):
    """Arrow keys choose, Delete takes the answer back; passing by chooses nothing.

    With ``keep`` it is no question but which of several is shown: there is always one, and nothing to take back.
    """

    edited = Signal()

    def __init__(
        self,
        caption: str,
        segments: Sequence[Segment],
        columns: int = 0,
        parent: QWidget | None = None,
        *,
        keep: bool = False,
        quiet: bool = False,
    ) -> None:
        """With ``quiet`` there is no button to take the answer back, only the key: for many in a column."""
        super().__init__(parent)
        self._keep, self._quiet = keep, quiet
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._none = Hint(_("not answered yet"))
        self._none.setWordWrap(False)
        self._line = QHBoxLayout()
        self._line.setSpacing(16)
        self._take_back = Button(_("Take back"), kind="link")
        self._take_back.setAccessibleName(_("{question}: take the answer back").format(question=caption))
        for segment in segments:
            self._add(segment, caption)
        self._lay_out(columns or len(segments))
        self._group.buttonClicked.connect(self._chosen)
        self._take_back.clicked.connect(self.clear)
        self._say_state()

    def _add(self, segment: Segment, caption: str) -> None:
        button = _SegmentButton(segment)
        button.setAccessibleName(f"{caption}: {segment.word}")
        button.stepped.connect(self._step)
        button.cleared.connect(self.clear)
        self._group.addButton(button)
        self.buttons[segment.value] = button

    def _lay_out(self, columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for i, button in enumerate(self.buttons.values()):
            grid.addWidget(button, i // columns, i % columns)
        tiles = any(b.segment.glyph for b in self._segment_buttons())
        if tiles:
            for column in range(columns):
                grid.setColumnStretch(column, 1)
            self._line.addWidget(self._none)
            self._line.addWidget(self._take_back)
            grid.addLayout(self._line, grid.rowCount(), 0, 1, columns)
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._none, 0, columns, middle)
        grid.addWidget(self._take_back, 0, columns, middle)
        grid.setColumnStretch(columns + 1, 1)

    def add_note(self, note: QWidget) -> None:
        """Put what follows from the answer on the line under the tiles."""
        self._line.insertWidget(0, note, 1)

    def _segment_buttons(self) -> list[_SegmentButton]:
        return [b for b in self.buttons.values() if isinstance(b, _SegmentButton)]

    def value(self) -> str | None:
        """What is chosen, None while nothing is."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), None)

    def show_value(self, value: str | None) -> None:
        """Show what the session says."""
        self._group.setExclusive(False)
        for name, button in self.buttons.items():
            button.setChecked(name == value)
        self._group.setExclusive(True)
        self._say_state()

    def clear(self) -> None:
        """Take the answer back."""
        if self.value() is None or self._keep:
            return
        self.show_value(None)
        next(iter(self.buttons.values())).setFocus()
        self.edited.emit()

    def _chosen(self) -> None:
        self._say_state()
        self.edited.emit()

    def _step(self, by: int) -> None:
        buttons = list(self.buttons.values())
        here = next((i for i, b in enumerate(buttons) if b.hasFocus()), 0)
        there = buttons[(here + by) % len(buttons)]
        there.setFocus()
        there.click()

    def _say_state(self) -> None:
        """Say whether it is answered, and let Tab stop once: at the answer, or at the first word."""
        answered = self.value() is not None
        self._none.setVisible(not answered and not self._keep)
        self._take_back.setVisible(answered and not self._keep and not self._quiet)
        buttons = list(self.buttons.values())
        stop = next((b for b in buttons if b.isChecked()), buttons[0])
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        self._stop = stop

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._stop.setFocus(event.reason())  # a focus proxy would make Tab stop here twice


class YesNo(Segments):
    """Yes, no, or not answered yet."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, (Segment("yes", _("Yes")), Segment("no", _("No"))), parent=parent)

    def answer(self) -> bool | None:
        """The answer, None while there is none."""
        value = self.value()
        return None if value is None else value == "yes"

    def show_answer(self, answer: bool | None) -> None:
        """Show what the session says."""
        self.show_value(None if answer is None else "yes" if answer else "no")


class _SegmentButton(QRadioButton):
    """A word in a frame, under its glyph; the chosen one is filled, or has a thick edge round its glyph."""

    stepped = Signal(int)
    cleared = Signal()

    def __init__(self, segment: Segment) -> None:
        super().__init__(segment.word)
        self.segment = segment
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(current().font(SMALL, MEDIUM))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        theme = current()
        words = self.fontMetrics().size(0, self.text())
        if self.segment.glyph is not None:
            return QSize(words.width() + theme.px(24), words.height() + theme.px(44))
        return QSize(max(words.width() + theme.px(28), theme.px(40)), max(words.height() + theme.px(12), theme.px(36)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = current(), self.isChecked()
        tile = self.segment.glyph is not None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "accent" if chosen and not tile else "tint" if chosen or self.underMouse() else "surface"
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("accent" if chosen else "edge"), 2 if chosen else 1))
        painter.drawRoundedRect(rect, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("on_accent" if ground == "accent" else "accent"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 3, 3)
        self._paint_word(painter, rect)

    def _paint_word(self, painter: QPainter, rect: QRectF) -> None:
        theme, chosen = current(), self.isChecked()
        painter.setFont(theme.font(SMALL, SEMIBOLD if chosen else MEDIUM))
        if self.segment.glyph is None:
            painter.setPen(theme.colour("on_accent" if chosen else "text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
            return
        glyph = QRectF(rect.center().x() - theme.px(18), rect.y() + theme.px(7), theme.px(36), theme.px(22))
        self.segment.glyph(painter, glyph)
        painter.setPen(theme.colour("text"))
        below = QRectF(rect.x(), glyph.bottom(), rect.width(), rect.bottom() - glyph.bottom() - theme.px(2))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
