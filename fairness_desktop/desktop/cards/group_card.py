"""One group of people as a card: who, how many, how much they need, on what evidence, and whether they were heard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ...domain.framework import Framework, NeedLevel
from ...domain.people import Group
from ...domain.vocabulary import label
from ...i18n import _, ngettext
from ...scoring.voice import need_weight
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Mark, Words
from ..widgets.folding import FoldingCard
from ..widgets.inputs import readable
from ..widgets.marks import disc_with_tick, dotted_ring, hatched, need_ladder, triangle_with_mark
from .group_fields import GroupFields


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of its group; ``largest`` is the size of the largest group, to which bars are drawn."""

    group: Group
    framework: Framework
    largest: int

    @property
    def name(self) -> str:
        """What the group is called, or that it has no name yet."""
        return self.group.name.strip() or _("Group without a name")

    @property
    def rung(self) -> NeedLevel | None:
        """The rung of the ladder the group stands on, the nearest one where its income is known."""
        ladder = self.framework.need_ladder
        if self.group.relative_income is not None:
            income = self.group.relative_income
            return min(ladder, key=lambda rung: abs(rung.living_standard - income))
        return None if self.group.need_level is None else ladder[self.group.need_level]

    @property
    def need(self) -> str:
        """How much they need, in words."""
        rung, income = self.rung, self.group.relative_income
        if rung is None:
            return _("need not answered yet")
        if income is None:
            return _("{level} need").format(level=_(rung.name))
        share = f"{income:.0%}".replace("%", " %")
        return _("{level} need, income {share} of the median").format(level=_(rung.name), share=share)

    @property
    def evidence(self) -> str:
        """The best grade that the need level rests on, in words."""
        grades = [e.grade for e in self.group.need_evidence if e.grade is not None]
        if not grades:
            return _("no evidence yet")
        return _("evidence {grade}, {meaning}").format(grade=min(grades), meaning=label(min(grades)))

    @property
    def weight(self) -> str:
        """How much one of these people counts, in words."""
        weight = need_weight(self.group, self.framework)
        if weight is None:
            return _("need not answered yet")
        if round(weight, 2) == 1:
            return _("counts as a typical person")
        return _("counts {times} times a typical person").format(times=f"{weight:.2f}")


class GroupCard(FoldingCard):
    """A group: its summary in a line, its questions once opened."""

    edited = Signal()
    removed = Signal()
    areas_wanted = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._summary = _Summary()
        self.head.addWidget(self._summary, 1)
        self.head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fields: GroupFields | None = None
        self.show_group(shown)

    def show_group(self, shown: Shown) -> None:
        """Show what the session says of the group."""
        self.shown = shown
        self.call_it(shown.name)
        self._summary.show_group(shown)
        if self.fields is not None:
            self.fields.show_group(shown.group, shown.weight)

    def value(self, old: Group) -> Group:
        """The group as entered; what cannot be is said beside its field, and stays as it was."""
        return old if self.fields is None else self.fields.value(old)

    def focus_on(self, place: str) -> QWidget:
        """Open the card with the focus on a field of the exchange form; returns the row."""
        self.set_open(opened=True)
        assert self.fields is not None
        return self.fields.focus_on(place)

    def _fill(self, column: QVBoxLayout) -> None:
        self.fields = GroupFields(self.shown.framework)
        self.fields.show_group(self.shown.group, self.shown.weight)
        self.fields.edited.connect(self.edited)
        self.fields.areas_wanted.connect(self.areas_wanted)
        self.fields.remove.clicked.connect(self.removed)
        column.addWidget(self.fields)


class _Summary(QWidget):
    """Ladder, name, size to scale, weight, and whether they were heard."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._shown: Shown | None = None
        self.ladder = Mark(self._draw_ladder, 36)
        self.rung = Words("", SMALL, MEDIUM)
        self.name = Words("", BODY, SEMIBOLD)
        self.size_words = Words("", BODY, SEMIBOLD)
        self.bar = _SizeBar()
        self.weight, self.heard = Words("", SMALL, colour="muted"), Words("", SMALL, MEDIUM)
        self.heard_mark = Mark(_not_said, 18)
        self.heard_line = QHBoxLayout()
        self.heard_line.setSpacing(theme.px(6))
        self.heard_line.addWidget(self.heard_mark)
        self.heard_line.addWidget(self.heard, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(2))
        grid.addWidget(self.ladder, 0, 0, 2, 1)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.rung, 1, 1)
        if current().scale > 1.3:
            for row, part in enumerate((self.size_words, self.bar, self.weight), 2):
                grid.addWidget(part, row, 1)
            grid.addLayout(self.heard_line, 5, 1)
            return
        grid.addWidget(self.size_words, 0, 2)
        grid.addWidget(self.bar, 1, 2)
        grid.addLayout(self.heard_line, 0, 3)
        grid.addWidget(self.weight, 1, 3)
        for column, stretch in ((1, 5), (2, 3), (3, 4)):
            grid.setColumnStretch(column, stretch)
            grid.setColumnMinimumWidth(column, current().px(40))

    def show_group(self, shown: Shown) -> None:
        """Show it in a line."""
        self._shown = shown
        group, rung = shown.group, shown.rung
        self.name.setText(shown.name)
        self.rung.setText(f"{shown.need} · {shown.evidence}")
        self.rung.set_colour("amber" if rung is None else "text")
        people = ngettext("{number} person", "{number} people", group.size or 0)
        unknown = _("size not answered yet")
        self.size_words.setText(unknown if group.size is None else people.format(number=readable(group.size)))
        self.size_words.set_colour("amber" if group.size is None else "text")
        self.bar.show_share(None if group.size is None else group.size / shown.largest)
        self.weight.setText("" if rung is None else shown.weight)
        self.heard.setText(_heard_words(group.heard))
        self.heard_mark.show_mark({True: _was_heard, False: _was_not, None: _not_said}[group.heard])
        self.ladder.update()

    def _draw_ladder(self, painter: QPainter, rect: QRectF) -> None:
        rung = self._shown.rung if self._shown is not None else None
        if rung is None:
            hatched(painter, rect)
        else:
            need_ladder(painter, rect.adjusted(0, rect.height() * 0.2, 0, 0), rung.level)


class _SizeBar(QWidget):
    """How many they are, to the same scale on every card."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current().px(12))

    def sizeHint(self) -> QSize:
        return QSize(current().px(80), current().px(12))

    def show_share(self, share: float | None) -> None:
        """Draw that share of the largest group; None is hatched."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, theme.px(2), -0.5, -theme.px(2))
        if self._share is None:
            hatched(painter, rect, 2)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("faint"))
        painter.drawRoundedRect(rect, 2, 2)
        painter.setBrush(theme.colour("better"))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), max(rect.width() * self._share, 2), rect.height()), 1, 1)


def _heard_words(heard: bool | None) -> str:
    if heard is None:
        return _("heard? not answered yet")
    return _("heard") if heard else _("not heard")


def _was_heard(painter: QPainter, rect: QRectF) -> None:
    disc_with_tick(painter, rect, "green")


def _was_not(painter: QPainter, rect: QRectF) -> None:
    triangle_with_mark(painter, rect, "amber")


def _not_said(painter: QPainter, rect: QRectF) -> None:
    dotted_ring(painter, rect, "edge")
