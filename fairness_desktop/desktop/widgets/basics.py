"""Labels, buttons, cards and marks as widgets: one type scale, one look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...domain.vocabulary import Floor, label
from ..theme import BODY, REGULAR, SEMIBOLD, SENTENCE, SMALL, TITLE, current
from . import marks


class Words(QLabel):
    """A text in one of the four sizes; long ones wrap, and none is ever read as markup."""

    def __init__(
        self,
        text: str = "",
        size: int = BODY,
        weight: int = REGULAR,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(current().font(size, weight))
        self.set_colour(colour)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_colour(self, colour: str) -> None:
        """Write in another colour of the palette."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, current().colour(colour))
        self.setPalette(palette)


class Title(Words):
    """The title of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, TITLE, SEMIBOLD, parent=parent)


class Subtitle(Words):
    """The title of a card or a section."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, SENTENCE, SEMIBOLD, parent=parent)


class Hint(Words):
    """What helps to answer, in small muted letters."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, SMALL, colour="muted", parent=parent)


class Button(QPushButton):
    """A button; ``kind`` is empty (plain), ``primary`` or ``link``."""

    def __init__(self, text: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        small = kind == "link"
        self.setFont(current().font(SMALL if small else BODY, 500 if small else SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if small:
            self.setCursor(Qt.CursorShape.PointingHandCursor)


class Card(QFrame):
    """A white sheet with rounded corners that holds things that belong together."""

    def __init__(self, parent: QWidget | None = None, *, ground: str = "surface") -> None:
        super().__init__(parent)
        self._ground = ground
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 12, 16, 12)
        self.box.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(current().colour(self._ground))
        painter.setPen(QPen(current().colour("line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Rule(QWidget):
    """A thin line between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("line"))


class Mark(QWidget):
    """A painted mark of a fixed size; the word beside it says what it means, so it is silent itself."""

    def __init__(self, draw: Callable[[QPainter, QRectF], None], size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        side = current().px(size)
        self.setFixedSize(QSize(side, side))

    def show_mark(self, draw: Callable[[QPainter, QRectF], None]) -> None:
        """Paint another mark from now on."""
        self._draw = draw
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))


class LetterBadge(Mark):
    """An option's letter; filled where the option leads."""

    def __init__(self, letter: str, size: int = 24, *, leads: bool = False, parent: QWidget | None = None) -> None:
        self._leads = leads
        super().__init__(self._draw_letter(letter), size, parent)

    def show_letter(self, letter: str) -> None:
        """Show another option's letter."""
        self.show_mark(self._draw_letter(letter))

    def _draw_letter(self, letter: str) -> Callable[[QPainter, QRectF], None]:
        return lambda p, r: marks.letter_badge(p, r, letter, leads=self._leads)


class FloorMark(Mark):
    """The mark of a floor; stands beside :func:`floor_words`."""

    def __init__(self, floor: Floor, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(lambda p, r: marks.floor_mark(p, r, floor), size, parent)

    def show_floor(self, floor: Floor) -> None:
        """Show another floor."""
        self.show_mark(lambda p, r: marks.floor_mark(p, r, floor))


def floor_words(floor: Floor, size: int = BODY) -> Words:
    """The word of a floor, in its colour."""
    words = Words(label(floor), size, 700, floor.value)
    words.setWordWrap(False)
    return words


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def add_shown(box: QBoxLayout, widget: QWidget) -> None:
    """Into a layout that is on show already: seen at once, and not when the event loop comes round."""
    box.addWidget(widget)
    widget.show()


def let_tab_stop_once(group: QButtonGroup) -> None:
    """Have Tab go to the choice made, or to the first; Qt itself goes to the one that had the focus last."""
    stop = group.checkedButton() or next(iter(group.buttons()), None)
    for button in group.buttons():
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
