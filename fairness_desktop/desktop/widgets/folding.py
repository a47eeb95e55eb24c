"""What can be folded away: a part of a form, a card with its summary, and the offer to take a removal back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...i18n import _
from ..announce import announce
from ..theme import MEDIUM, SMALL, current
from .basics import Button, Card, Rule, Words


def fit_to_width(page: QScrollArea) -> None:
    """Have a page be as tall as its words need at its width, not as tall as they would need at the narrowest."""
    sheet = page.widget()
    if sheet is not None:
        sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)


def put_in_reading_order(layout: QLayout) -> None:
    """Have Tab follow the layout: widgets made later than their neighbours would otherwise come last."""
    before: QWidget | None = None
    for widget in _in_layout(layout):
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    """Everything in a layout that takes the focus, as it is read."""
    for i in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(i) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is None:
            yield from _in_layout(item.layout() if item is not None else None)
        elif widget.layout() is not None:
            yield from _in_layout(widget.layout())
        elif widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


class Fold(QWidget):
    """A part of a form under a line that says what is in it and whether it is answered.

    ``called`` is how the line is heard where its words alone do not tell it from its likes.
    """

    def __init__(self, title: str, inside: QWidget, called: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._state, self._called = title, "", called
        self.inside = inside
        self.line = _FoldLine()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.line)
        box.addWidget(inside)
        self.line.toggled.connect(self._turn)
        inside.hide()
        self.say("")

    def say(self, state: str) -> None:
        """Say on the line how it is answered."""
        self._state = state
        self.line.setText(f"{self._title}: {state}" if state else self._title)
        how = _("opened") if self.line.isChecked() else _("folded")
        self.line.setAccessibleName(f"{self._called or self.line.text()}, {how}")
        self.line.updateGeometry()

    def set_open(self, *, opened: bool) -> None:
        """Open it or fold it up."""
        self.line.setChecked(opened)

    def _turn(self, opened: bool) -> None:
        self.inside.setVisible(opened)
        self.say(self._state)


class _FoldLine(QPushButton):
    """A chevron, to the right while folded, down while opened, and words."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFont(current().font(SMALL, MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        theme, words = current(), self.fontMetrics().size(0, self.text())
        return QSize(words.width() + theme.px(32), max(words.height() + theme.px(6), theme.px(28)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QPen(theme.colour("accent"), 1.5 * theme.scale))
        middle, size = QPointF(theme.px(12), rect.center().y()), float(theme.px(4))
        right = ((-0.5, -1), (0.5, 0), (-0.5, 1))
        down = ((-1, -0.5), (0, 0.5), (1, -0.5))
        points = [middle + QPointF(x * size, y * size) for x, y in (down if self.isChecked() else right)]
        painter.drawPolyline(QPolygonF(points))
        painter.drawText(rect.adjusted(theme.px(24), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class FoldingCard(Card):
    """A card that shows its summary, and its fields once it is opened; the fields are made when first needed."""

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: QWidget | None = None
        self._called = ""
        self.head = QHBoxLayout()
        self.head.setSpacing(current().px(12))
        self.toggle = Button(_("Change"), kind="link")
        self.box.addLayout(self.head)
        self.toggle.clicked.connect(self._toggle)

    def call_it(self, name: str) -> None:
        """The name of what the card is about, for those who hear and do not see it."""
        self._called = name
        self.setAccessibleName(name)  # two cards may be open, and their fields are called alike
        words = _("Fold up “{name}”") if self.is_open else _("Change “{name}”")
        self.toggle.setText(_("Fold up") if self.is_open else _("Change"))
        self.toggle.setAccessibleName(words.format(name=name))

    @property
    def is_open(self) -> bool:
        """Whether the fields are on show."""
        return self._inside is not None and not self._inside.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Show the fields, or fold them up."""
        if opened == self.is_open:
            return
        if self._inside is None:
            self._inside = QWidget(self)
            column = QVBoxLayout(self._inside)
            column.setContentsMargins(0, current().px(4), 0, current().px(4))
            column.setSpacing(16)
            column.addWidget(Rule())
            self._fill(column)
            self.box.addWidget(self._inside)
        self._inside.setVisible(opened)
        self.call_it(self._called)
        self.turned.emit()

    def _fill(self, column: QVBoxLayout) -> None:
        """Make the fields; called once, when the card is first opened."""
        raise NotImplementedError

    def _toggle(self) -> None:
        self.set_open(opened=not self.is_open)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.is_open and self.rect().contains(event.position().toPoint()):
            self.set_open(opened=True)


class UndoOffer(Card):
    """Says what was taken away and offers to bring it back; gone with the next change."""

    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="tint")
        across = QHBoxLayout()
        across.setSpacing(current().px(16))
        self._words = Words("", weight=MEDIUM)
        self.undo = Button(_("Undo"))
        across.addWidget(self._words, 1)
        across.addWidget(self.undo)
        self.box.addLayout(across)
        self.undo.clicked.connect(self.undone)
        self.hide()

    def offer(self, sentence: str) -> None:
        """Say it, aloud too, with the focus on the way back."""
        self._words.setText(sentence)
        self.undo.setAccessibleName(_("Undo: {what}").format(what=sentence))
        self.show()
        self.undo.setFocus()
        announce(self, sentence)
