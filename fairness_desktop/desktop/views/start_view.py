"""The first choices: four large ones, and nothing else to understand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...domain.vocabulary import Form
from ...i18n import _
from ..theme import BODY, BOLD, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Button, Hint, Mark, Title, Words
from ..widgets.scrolling import only_downwards
from .view_bar import brand_mark


class ChoiceButton(QAbstractButton):
    """A large choice: a title, and a sentence that says what it brings."""

    def __init__(self, title: str, about: str, badge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about, self._badge = title, about, badge
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(480), theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or bool(self._badge)
        painter.setBrush(theme.colour("tint" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if strong else "edge"), 3 if self.hasFocus() else 2 if strong else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        left, line = theme.px(24), theme.px(28)
        width = self.width() - 2 * left - theme.px(20)
        painter.setFont(theme.font(SENTENCE, SEMIBOLD))
        painter.setPen(theme.colour("text"))
        title = QRectF(left, theme.px(16), width, line)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._title)
        if self._badge:
            self._draw_badge(painter, title)
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.colour("muted"))
        under = QRectF(left, theme.px(46), width, self.height() - theme.px(50))
        painter.drawText(under, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self._about)
        painter.setFont(theme.font(SENTENCE, BOLD))
        painter.setPen(theme.colour("accent"))
        arrow = QRectF(self.width() - left - theme.px(12), 0, theme.px(20), self.height())
        painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, "›")

    def _draw_badge(self, painter: QPainter, title: QRectF) -> None:
        theme = current()
        x = title.x() + painter.fontMetrics().horizontalAdvance(self._title) + 12
        painter.setFont(theme.font(SMALL, SEMIBOLD))
        patch = QRectF(x, title.y() + 4, painter.fontMetrics().horizontalAdvance(self._badge) + 16, title.height() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(patch, 3, 3)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, self._badge)


class StartView(QScrollArea):
    """What would you like to do?"""

    example_wanted = Signal()
    new_wanted = Signal(object)
    check_wanted = Signal()
    register_wanted = Signal()
    signers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        only_downwards(self)
        self.setAccessibleName(_("What would you like to do?"))
        self._build()
        self._connect()

    def _build(self) -> None:
        theme, sheet = current(), QWidget()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(48, 24, 48, 24)
        box.setSpacing(8)
        box.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(Mark(brand_mark, 56), 0, middle)
        title = Title(_("What would you like to do?"))
        about = Words(_("Fairness Desktop helps you decide, say why, and prove it later."), colour="muted")
        for words in (title, about):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(words)
        box.addSpacing(theme.px(24))
        box.addWidget(self._choices(), 0, middle)
        box.addSpacing(theme.px(16))
        quiet = Hint(_("Nothing leaves this computer."))
        quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(quiet)
        self.register = Button(_("Go to the register"), "link")
        self.signers = Button(_("Set up the council's root, and who can sign"), "link")
        box.addWidget(self.register, 0, middle)
        box.addWidget(self.signers, 0, middle)
        box.addStretch(3)
        self.setWidget(sheet)

    def _choices(self) -> QWidget:
        self.example = ChoiceButton(
            _("Open the finished example"),
            _("A parish play area, from first question to signed record. Change anything: it is only an example."),
            _("start here"),
        )
        self.short = ChoiceButton(
            _("Start a short form"),
            _("For a small decision. About ten minutes: who is affected, two or three options, the reasons."),
        )
        self.full = ChoiceButton(
            _("Start a full one"), _("Eight steps, in any order: evidence, money, what follows, the reasons.")
        )
        self.check = ChoiceButton(
            _("Check a record"), _("See who signed a PDF and whether it was changed, and work its numbers out again.")
        )
        holder = QWidget()
        holder.setMaximumWidth(current().px(984))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(24)
        columns = 1 if current().scale > 1.3 else 2
        for i, button in enumerate((self.example, self.short, self.full, self.check)):
            grid.addWidget(button, i // columns, i % columns)
        return holder

    def _connect(self) -> None:
        self.example.clicked.connect(self.example_wanted)
        self.short.clicked.connect(self._short)
        self.full.clicked.connect(self._full)
        self.check.clicked.connect(self.check_wanted)
        self.register.clicked.connect(self.register_wanted)
        self.signers.clicked.connect(self.signers_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.example.setFocus()

    def _short(self) -> None:
        self.new_wanted.emit(Form.SHORT)

    def _full(self) -> None:
        self.new_wanted.emit(Form.FULL)
