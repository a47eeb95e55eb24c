"""The views of the register, each with how many decisions it holds; and which council's they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QComboBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ....domain.errors import FairnessError
from ....domain.framework import Framework
from ....domain.register import RegisterQuery, SavedView, Shelf, Status, Tally, status_label
from ....i18n import _
from ....services.register import Register
from ...theme import MEDIUM, SEMIBOLD, SMALL, current
from ...widgets.basics import Button, Hint, Words, clear, let_tab_stop_once
from ...widgets.scrolling import scrolled


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what it asks for, and whether somebody kept it under that name."""

    name: str
    query: RegisterQuery
    saved: bool = False


MOST_YEARS = 5
"""Years back of which the weakest tenth has a view of its own; older ones are asked for on the command line."""


def shipped_views(today: date, years: Sequence[int]) -> tuple[View, ...]:
    """The views there always are; a weakest tenth for each year in which anything was reviewed."""
    return (
        View(_("All"), RegisterQuery()),
        View(_("Waits for me"), RegisterQuery(for_me=True)),
        *(View(status_label(status), RegisterQuery(status=status)) for status in Status),
        View(_("Reviews due"), RegisterQuery(due=True, as_of=today)),
        *(
            View(_("Weakest tenth, {year}").format(year=year), RegisterQuery(weakest_of=year))
            for year in list(years)[:MOST_YEARS] or [today.year]
        ),
        View(_("Archive"), RegisterQuery(shelf=Shelf.ARCHIVE)),
        View(_("Trash"), RegisterQuery(shelf=Shelf.TRASH)),
    )


def nothing_here(view: View, register: Register, *, looking: bool) -> str:
    """What stands in the place of lines that there are none of."""
    if not view.query.for_me:
        return _("Nothing here matches.") if looking else _("Nothing has been decided here yet.")
    who = register.who()
    if who:
        return _("Nothing waits to be read by {name}.").format(name=who)
    return _(
        "Nothing waits for whoever can read it. To see what waits for you by name, enter “Your name” on the first step "
        "of a decision."
    )


class ViewsRail(QWidget):
    """One button a view; the one shown is said by colour, by a line, and aloud."""

    chosen = Signal()
    failed = Signal(str)

    def __init__(self, register: Register, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self.views: tuple[View, ...] = ()
        self.years: tuple[int, ...] = ()
        self._reviewed: list[int] = []
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self._clicked)
        self.council = QComboBox()
        self.council.setAccessibleName(_("Council"))
        self.council.setAccessibleDescription(_("New decisions are begun for the council chosen here."))
        self.council.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.council.activated.connect(self._council_chosen)
        self._council_words = Hint(_("Council"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._council_words)
        box.addWidget(self.council)
        box.addWidget(Hint(_("Views")))
        box.addWidget(self._scrolled(), 1)
        adopted = _("Not adopted by any council.") if framework.adoption is None else framework.adoption.minute
        box.addWidget(Words(_("Framework in force"), SMALL, SEMIBOLD))
        box.addWidget(Hint(f"{framework.id}, {framework.version}. {adopted}"))
        self.setFixedWidth(current().px(184))

    def _scrolled(self) -> QScrollArea:
        """The buttons, however many views were kept."""
        inner = QWidget()
        self._buttons = QVBoxLayout()
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(4)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(self._buttons)
        column.addStretch(1)
        area = scrolled(inner)
        area.setAccessibleName(_("Views"))
        return area

    @property
    def view(self) -> View:
        """The view that is shown."""
        at = self.group.checkedId()
        return self.views[at] if 0 <= at < len(self.views) else View(_("All"), RegisterQuery())

    def always(self, name: str) -> bool:
        """Whether a view of that name ships with the program."""
        return any(view.name == name and not view.saved for view in self.views)

    @property
    def body(self) -> str:
        """The council chosen; empty for all."""
        return str(self.council.currentData() or "")

    @property
    def councils(self) -> list[str]:
        """The names of the councils that there are."""
        return [str(self.council.itemData(i)) for i in range(1, self.council.count())]

    def choose_council(self, name: str) -> None:
        """Show that council's decisions; empty for all."""
        self.council.setCurrentIndex(max(0, self.council.findData(name)))
        self._council_chosen()

    def refresh(self, wanted: str = "") -> None:
        """Count anew; show the view of that name, or the one that was shown."""
        shown = wanted or self.view.name
        try:
            tallies, saved = self._register.tallies(), self._register.views()
            self._reviewed = self._register.reviewed_years()
            body = self._register.council()
        except FairnessError as error:
            self.failed.emit(str(error))
            tallies, saved, body, self._reviewed = [], [], "", []
        self.years = tuple(sorted({tally.year for tally in tallies if tally.year is not None}))
        self._list_councils(tallies, body)
        self._list_views(tallies, saved, shown)

    def _list_councils(self, tallies: Sequence[Tally], body: str) -> None:
        names = sorted({t.body for t in tallies if t.body and t.shelf is not Shelf.TRASH} | ({body} if body else set()))
        self.council.clear()
        self.council.addItem(_("All councils"), "")
        for name in names:
            self.council.addItem(name, name)
        self.council.setCurrentIndex(max(0, self.council.findData(body)))
        for widget in (self._council_words, self.council):
            widget.setVisible(len(names) > 1)

    def _list_views(self, tallies: Sequence[Tally], saved: Sequence[SavedView], shown: str) -> None:
        for old in self.group.buttons():
            self.group.removeButton(old)
        clear(self._buttons)
        self.views = (
            *shipped_views(self._register.today(), self._reviewed),
            *(View(each.name, each.query, saved=True) for each in saved),
        )
        for i, view in enumerate(self.views):
            button = _ViewButton(view.name, self._count(view, tallies))
            button.setChecked(view.name == shown)
            self.group.addButton(button, i)
            self._buttons.addWidget(button)
        if self.group.checkedButton() is None:
            self.group.buttons()[0].setChecked(True)
        self._mark()

    def _count(self, view: View, tallies: Sequence[Tally]) -> int:
        query = replace(view.query, body=view.query.body or self.body)
        if not (query.words or query.for_me or query.of_reviews):
            return sum(tally.count for tally in tallies if _lets_through(query, tally))
        try:
            return self._register.count(query)
        except FairnessError as error:
            self.failed.emit(str(error))
            return 0

    def _mark(self) -> None:
        for button in self.group.buttons():
            button.setProperty("on", button.isChecked())
            button.update()
        let_tab_stop_once(self.group)

    def _clicked(self, _number: int) -> None:
        self._mark()
        self.chosen.emit()

    def _council_chosen(self) -> None:
        try:
            self._register.choose_council(self.body)
        except FairnessError as error:
            self.failed.emit(str(error))
        self.refresh()
        self.chosen.emit()


def _lets_through(query: RegisterQuery, tally: Tally) -> bool:
    """Whether lines of that sort are among those a query without words asks for."""
    wanted = (query.body or None, query.kind, query.status, query.floor, query.year)
    given = (tally.body, tally.kind, tally.status, tally.floor, tally.year)
    return query.shelf is tally.shelf and all(w is None or w == g for w, g in zip(wanted, given, strict=True))


class _ViewButton(Button):
    """The name of a view, and how many it holds at the right."""

    def __init__(self, name: str, count: int) -> None:
        super().__init__(name, "tab")
        self._name, self._number = name, f"{count:,}"
        self.setAccessibleName(_("{view}: {count}").format(view=name, count=count))
        self.setCheckable(True)
        self.setFont(current().font(SMALL, SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(name)
        rows = 2 if self.fontMetrics().horizontalAdvance(name) > current().px(116) else 1
        self.setFixedHeight(max(current().px(36), self.fontMetrics().lineSpacing() * rows + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, whole = self.isChecked(), QRectF(self.rect())
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("tint" if on else "faint"))
            painter.drawRoundedRect(whole, 6, 6)
        if on:
            painter.fillRect(QRectF(0, 6, 4, self.height() - 12), theme.colour("accent"))
        painter.setPen(theme.colour("accent" if on else "text"))
        painter.setFont(theme.font(SMALL, SEMIBOLD if on else MEDIUM))
        room = painter.fontMetrics().horizontalAdvance(self._number) + 20
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(whole.adjusted(12, 0, -room, 0), flags, self._name)
        painter.setPen(theme.colour("text" if on else "muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole.adjusted(0, 0, -10, 0), right, self._number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)
