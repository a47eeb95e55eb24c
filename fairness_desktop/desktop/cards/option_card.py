"""One option as a card: its letter, its name, who would run it, and whether it can be tried, undone and stopped."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.options import Option
from ...domain.vocabulary import delivery_label
from ...i18n import _
from ...scoring.money.safety import Safety
from ..announce import announce
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, Hint, LetterBadge, Mark, Words
from ..widgets.folding import FoldingCard
from ..widgets.marks import good_mark, open_mark
from .care_part import SafetyBadge
from .option_fields import OptionFields


class OptionCard(FoldingCard):
    """An option: what marks it out at a glance, its questions once opened."""

    edited = Signal()
    removed = Signal()

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.fields: OptionFields | None = None
        self._safety: Safety | None = None
        self._name = Words("", BODY, SEMIBOLD)
        self._as_now = Hint(_("carry on as now"))
        if not option.baseline:
            self._as_now.hide()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._as_now)
        top = Qt.AlignmentFlag.AlignTop
        self.head.addWidget(LetterBadge(option.id, 26), 0, top)
        self.head.addLayout(names, 1)
        self.head.addWidget(self.toggle, 0, top)
        self._summary = _Summary(baseline=option.baseline)
        self.box.addWidget(self._summary)
        self._rest = QVBoxLayout()
        self.box.addLayout(self._rest)
        self._rest.addStretch(1)
        self.turned.connect(self._show_summary)
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        """Show what the session says of the option."""
        self.option = option
        name = option.name.strip() or _("Option {id} has no name yet").format(id=option.id)
        self._name.setText(name)
        self._name.set_colour("text" if option.name.strip() else "amber")
        self.call_it(f"{option.id} {option.in_short}".strip())
        self._summary.show_option(option)
        if self.fields is not None:
            self.fields.show_option(option)

    def show_safety(self, found: Safety) -> None:
        """Show whether it is safe to fail, and in full where it is opened."""
        self._safety = found
        self._summary.badge.show_safety(found)
        self._summary.badge.setVisible(not self.option.baseline and not self.option.care.blank)
        if self.fields is not None:
            self.fields.care.show_safety(found)

    def value(self, old: Option) -> Option:
        """The option as entered."""
        return old if self.fields is None else self.fields.value(old)

    def focus_on(self, place: str) -> QWidget:
        """Open the card with the focus on a field of the exchange form; returns the row."""
        self.set_open(opened=True)
        assert self.fields is not None
        return self.fields.focus_on(place)

    def _fill(self, column: QVBoxLayout) -> None:
        self.fields = OptionFields(baseline=self.option.baseline)
        self.fields.show_option(self.option)
        if self._safety is not None:
            self.fields.care.show_safety(self._safety)
        self.fields.edited.connect(self.edited)
        self.fields.remove.clicked.connect(self.removed)
        column.addWidget(self.fields)

    def _show_summary(self) -> None:
        self._summary.setVisible(not self.is_open)


class _Summary(QWidget):
    """What is said of an option, in a few words and four marks."""

    def __init__(self, *, baseline: bool) -> None:
        super().__init__()
        self._about, self._who = Words("", SMALL, colour="muted"), Words("", SMALL, MEDIUM)
        self._marks = {} if baseline else {name: _Said() for name in ("from_outside", "pilot", "undo", "stop_rule")}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._about)
        box.addWidget(self._who)
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(12))
        grid.setVerticalSpacing(4)
        for i, mark in enumerate(self._marks.values()):
            grid.addWidget(mark, i // 2, i % 2)
            grid.setColumnStretch(i % 2, 1)
        box.addLayout(grid)
        self.badge = SafetyBadge()
        box.addWidget(self.badge)
        self.badge.hide()

    def show_option(self, option: Option) -> None:
        """Show it."""
        self._about.setText(_first_words(option.description))
        self._about.setVisible(bool(option.description.strip()))
        self._who.setText(_run_by(option))
        self._who.set_colour("text" if option.delivery else "muted")
        if not self._marks:
            return
        outside, tried = option.from_outside, option.pilot
        self._marks["from_outside"].say(
            outside, _("offered from outside"), _("the council's own"), _("from outside? not answered")
        )
        self._marks["pilot"].say(
            tried, _("can be tried small"), _("cannot be tried small"), _("tried small? not answered")
        )
        self._marks["undo"].say(_written(option.undo), _("can be undone"), "", _("undone how? not answered"))
        self._marks["stop_rule"].say(_written(option.stop_rule), _("has a stop-rule"), "", _("stop-rule? not answered"))


class _Said(QWidget):
    """A mark and its words: yes, no, or not answered."""

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(current().px(6))
        self._mark, self._words = Mark(open_mark, 16), Words("", SMALL)
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)

    def say(self, answer: bool | None, yes: str, no: str, none: str) -> None:
        """Say the answer."""
        words, draw = {True: (yes, good_mark), False: (no, _no), None: (none, open_mark)}[answer]
        self._words.setText(words)
        self._words.set_colour("muted" if answer is None else "text")
        self._mark.show_mark(draw)


class EmptySlot(Card):
    """Where the next option would stand; asks for the one that does less harm."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="window")
        self.add = Button(_("Add an option"))
        self._refusal = Words("", SMALL, MEDIUM, "red")
        self._refusal.hide()
        self.box.addWidget(Words(_("Is there a less harmful way to the same aim?"), BODY, SEMIBOLD))
        about = _("An offer from outside the council counts too: hours, money, a building.")
        self.box.addWidget(Hint(about))
        self.box.addWidget(self._refusal)
        self.box.addWidget(self.add)
        self.box.addStretch(1)
        self.add.clicked.connect(self.wanted)

    def refuse(self, sentence: str) -> None:
        """Say why there can be no more; an empty sentence takes it back."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.add, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("edge"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _first_words(text: str) -> str:
    """As much of a description as a folded card has room for."""
    words = " ".join(text.split())
    return words if len(words) <= 160 else words[:159].rsplit(" ", 1)[0] + " …"


def _run_by(option: Option) -> str:
    if not option.delivery:
        return _("Who would run it? Not answered yet.")
    who = delivery_label(option.delivery)
    if not option.offered_by.strip():
        return _("Run by: {who}").format(who=who)
    return _("Run by: {who}, offered by {giver}").format(who=who, giver=option.offered_by)


def _written(text: str) -> bool | None:
    return True if text.strip() else None


def _no(painter: QPainter, rect: QRectF) -> None:
    """A ring with a stroke: the answer is no, which is not a fault."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(current().colour("muted"), 2))
    ring = rect.adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    half = QPointF(ring.width() * 0.25, 0)
    painter.drawLine(ring.center() - half, ring.center() + half)
