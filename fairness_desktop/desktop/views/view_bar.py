"""The bar above register and check: brand, the two views, and a new decision."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ...domain.vocabulary import Form
from ...i18n import _
from ..theme import MEDIUM, SEMIBOLD, SENTENCE, current
from ..widgets.basics import Button, Mark, Words


def brand_mark(painter: QPainter, rect: QRectF) -> None:
    """A beam with two pans, level."""
    theme = current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(rect, rect.width() / 5, rect.width() / 5)
    pen = QPen(theme.colour("on_accent"), max(1.5, rect.width() / 16))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y)

    for begin, end in (((0.5, 0.22), (0.5, 0.76)), ((0.34, 0.76), (0.66, 0.76)), ((0.24, 0.3), (0.76, 0.3))):
        painter.drawLine(at(*begin), at(*end))
    for x in (0.24, 0.76):
        painter.drawPolyline([at(x, 0.3), at(x - 0.11, 0.56), at(x + 0.11, 0.56), at(x, 0.3)])


class ViewBar(QWidget):
    """Which of the two views one is in is said by a line under its name, and aloud."""

    register_wanted = Signal()
    check_wanted = Signal()
    new_wanted = Signal(object)

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(current().px(56))
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(16)
        box.addWidget(Mark(brand_mark, 32))
        name = Words(_("Fairness Desktop"), SENTENCE, SEMIBOLD)
        name.setWordWrap(False)
        box.addWidget(name)
        self.register, self.check = _Tab(_("Register")), _Tab(_("Check a record"))
        for tab, place in ((self.register, "register"), (self.check, "check")):
            tab.show_here(here=place == here)
            box.addWidget(tab)
        box.addStretch(1)
        self.new = Button(_("+ New decision"), "primary")
        self.new.setAccessibleName(_("New decision"))
        box.addWidget(self.new)
        self.register.clicked.connect(self.register_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.new.clicked.connect(self._new)

    def _new(self) -> None:
        self.new_wanted.emit(Form.FULL)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current().colour("line"))


class _Tab(Button):
    """The name of a view."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "tab")
        self.setFont(current().font(15, MEDIUM))

    def show_here(self, *, here: bool) -> None:
        """Say whether one is there."""
        self.setProperty("here", here)
        self.setAccessibleDescription(_("You are here.") if here else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        here = bool(self.property("here"))
        painter.setFont(theme.font(15, SEMIBOLD if here else MEDIUM))
        painter.setPen(theme.colour("accent" if here or self.underMouse() else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if here:
            painter.fillRect(QRectF(4, self.height() - 4, self.width() - 8, 3), theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
