"""What one option costs a year: a sum that is said back in words, drawn from a line, and held against the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.options import CashFlow
from ...i18n import _, ngettext
from ...scoring.money import feasible
from ...telling.figures import whole_pounds
from ..form import side_by_side
from ..theme import BODY, MEDIUM, SMALL, current
from ..widgets.basics import Button, Mark, Words
from ..widgets.inputs import NumberLine
from ..widgets.marks import bad_mark, good_mark, hatched, open_mark

Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What must be saved and what may be spent, pounds a year; ``largest`` is the sum the bars are drawn to."""

    required_saving: float | None
    budget_cap: float | None
    largest: float

    @property
    def most(self) -> float | None:
        """The highest net cost that can be afforded; None where nothing limits it."""
        limits = [x for x in (self.budget_cap, _negated(self.required_saving)) if x is not None]
        return min(limits, default=None)

    def verdict(self, cost: float | None) -> tuple[str, str, Draw]:
        """Whether that can be afforded: words, their colour, and a mark."""
        if cost is None:
            return _("not answered yet"), "muted", open_mark
        if self.most is None:
            return _("no limit set"), "muted", open_mark
        if feasible(cost, self.required_saving, self.budget_cap):
            return _("feasible"), "green", good_mark
        if self.required_saving is not None and cost > -self.required_saving:
            return _("not feasible: saves too little"), "red", bad_mark
        return _("not feasible: over the cap"), "red", bad_mark


def _negated(amount: float | None) -> float | None:
    return None if amount is None else -amount


def cost_in_words(cost: float | None) -> str:
    """A yearly sum as one says it."""
    if cost is None:
        return ""
    if cost == 0:
        return _("costs the same as now")
    words = _("saves {sum} a year") if cost < 0 else _("costs {sum} a year")
    return words.format(sum=whole_pounds(abs(cost)))


class CostField(QWidget):
    """A yearly sum, or a cash flow that is shown and left as it is."""

    edited = Signal()
    yearly_sum_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits = Limits(None, None, 1)
        self.line = NumberLine(unit="£")
        self.line.setFixedWidth(current().px(165))
        self.line.setAccessibleDescription(_("A saving is negative."))
        self.instead = Button(_("Enter a yearly sum instead"), kind="link")
        self._flow = Words("", SMALL, colour="muted")
        self._words, self._verdict = Words("", BODY, MEDIUM), Words("", SMALL, MEDIUM)
        self._mark, self._bar = Mark(open_mark, 18), CostBar()
        self._lay_out()
        self.line.edited.connect(self.edited)
        self.line.textChanged.connect(self._say_back)
        self.instead.clicked.connect(self.yearly_sum_wanted)

    def _lay_out(self) -> None:
        self._from_flow = QWidget()
        flow = QVBoxLayout(self._from_flow)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(4)
        flow.addWidget(self._flow)
        flow.addWidget(self.instead)
        verdict = QWidget()
        beside = QHBoxLayout(verdict)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(current().px(6))
        beside.addWidget(self._mark)
        beside.addWidget(self._verdict, 1)
        across = side_by_side((self.line, 0), (self._from_flow, 0), (self._words, 5), (self._bar, 4), (verdict, 3))
        across.setContentsMargins(0, 0, 0, 0)
        across.setAlignment(self._bar, Qt.AlignmentFlag(0))
        if across.direction() == QBoxLayout.Direction.LeftToRight:
            self._from_flow.setFixedWidth(self.line.maximumWidth())
            for part in (self.line, self._from_flow, self._words, verdict):
                across.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        else:
            across.setSpacing(8)
        self.setLayout(across)

    def focusInEvent(self, event: QFocusEvent) -> None:
        (self.instead if self.line.isHidden() else self.line).setFocus(event.reason())

    def call_it(self, name: str) -> None:
        """The option whose cost it is, for those who hear and do not see it."""
        self.line.setAccessibleName(_("{option}: net cost, pounds a year").format(option=name))
        self.instead.setAccessibleName(_("{option}: enter a yearly sum instead").format(option=name))

    def show_cost(self, cost: float | None, limits: Limits) -> None:
        """Show a yearly sum, held against the limits."""
        self._limits = limits
        self.line.show()
        self._from_flow.hide()
        self.line.show_number(cost)
        self._tell(cost)

    def show_flow(self, flow: tuple[CashFlow, ...], cost: float, limits: Limits) -> None:
        """Show that a cash flow comes to a sum a year."""
        self._limits = limits
        self.line.hide()
        self._from_flow.show()
        first, last = min(c.year for c in flow), max(c.year for c in flow)
        agencies = len({c.agency for c in flow})
        words = ngettext(
            "cash flow of {n} agency, years {first} to {last}",
            "cash flow of {n} agencies, years {first} to {last}",
            agencies,
        )
        self._flow.setText(words.format(n=agencies, first=first, last=last))
        self._tell(cost)

    def show_limits(self, limits: Limits) -> None:
        """Hold what stands there against the limits, without writing over it."""
        self._limits = limits
        self._say_back()

    def _say_back(self) -> None:
        try:
            self._tell(self.line.number())
        except InvalidInputError:
            self._tell(None)

    def _tell(self, cost: float | None) -> None:
        self._words.setText(cost_in_words(cost))
        words, colour, draw = self._limits.verdict(cost)
        self._verdict.setText(words)
        self._verdict.set_colour(colour)
        self._mark.show_mark(draw)
        self._bar.show_cost(cost, self._limits)


class CostBar(QWidget):
    """A saving to the left of the line, a cost to the right; a dashed line shows the most that can be afforded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cost: float | None = None
        self._limits = Limits(None, None, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current().px(120), current().px(36))

    def show_cost(self, cost: float | None, limits: Limits) -> None:
        """Draw it."""
        self._cost, self._limits = cost, limits
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, thick = self.height() / 2, theme.px(14)
        track = QRectF(0, middle - thick / 2, self.width(), thick)
        if self._cost is None:
            hatched(painter, track, 2)
        else:
            painter.fillRect(track, theme.colour("faint"))
            start, end = sorted((self._at(0), self._at(self._cost)))
            colour = "better" if self._cost < 0 else "muted"
            painter.fillRect(QRectF(start, track.y(), end - start, thick), theme.colour(colour))
        painter.setPen(QPen(theme.colour("text"), 2))
        self._upright(painter, self._at(0))
        if self._limits.most is not None:
            painter.setPen(QPen(theme.colour("red"), 2, Qt.PenStyle.DashLine))
            self._upright(painter, self._at(self._limits.most))

    def _at(self, amount: float) -> float:
        share = max(-1.0, min(1.0, amount / self._limits.largest))
        return (self.width() - 4) * (share + 1) / 2 + 2

    def _upright(self, painter: QPainter, x: float) -> None:
        painter.drawLine(QPointF(x, 2), QPointF(x, self.height() - 2))
