"""What narrows a view: kind, floor, year; and keeping that under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ....domain.register import RegisterQuery
from ....domain.vocabulary import Floor, Kind, label
from ....i18n import _
from ...theme import SMALL, current
from ...widgets.basics import Button
from ...widgets.inputs import TextLine

LARGE = 1.3
"""Size of text beyond which there is no room for all in one line."""


class FilterBar(QWidget):
    """Three choices, of which none is made at first; what is looked for can be kept as a view."""

    changed = Signal()
    view_wanted = Signal(str)
    council_wanted = Signal(str)
    keep_wanted = Signal(str)
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.council, self.view = _Instead(_("Council")), _Instead(_("View"))
        self.view.textActivated.connect(self.view_wanted)
        self.council.activated.connect(self._council_chosen)
        self.kind = _Filter(_("Any kind"), _("Kind"), [(each.value, label(each)) for each in Kind])
        self.floor = _Filter(_("Any floor"), _("Floor"), [(each.value, label(each)) for each in Floor])
        self.year = _Filter(_("Any year"), _("Year"), [])
        self.keep, self.forget = Button(_("Keep as a view…"), "link"), Button(_("Forget this view"), "link")
        self.name = _NameLine()
        self.keep_it = Button(_("Keep"), "link")
        self._choices = (self.kind, self.floor, self.year)
        self._lay_out()
        self.keep.clicked.connect(self._ask_name)
        self.keep_it.clicked.connect(self._named)
        self.name.returnPressed.connect(self._named)
        self.name.given_up.connect(self._asked)
        self.forget.clicked.connect(self.forget_wanted)
        self._asked()

    def _lay_out(self) -> None:
        """In one line; where letters are large, keeping a view stands under it."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        across = 5 if current().scale > LARGE else 9
        parts = (self.council, self.view, *self._choices, self.keep, self.name, self.keep_it, self.forget)
        for i, part in enumerate(parts):
            grid.addWidget(part, i // across, i % across, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(across, 1)
        for choice in self._choices:
            choice.activated.connect(self._chosen)

    def narrowed(self, query: RegisterQuery) -> RegisterQuery:
        """The query of a view, narrowed by what is chosen here."""
        kind, floor, year = (choice.currentData() for choice in self._choices)
        return replace(
            query,
            kind=query.kind if kind is None else Kind(kind),
            floor=query.floor if floor is None else Floor(floor),
            year=query.year if year is None else int(year),
        )

    def offer_views(self, names: Sequence[str], shown: str) -> None:
        """Offer these views, where there is no room for the rail."""
        self.view.clear()
        self.view.addItems(list(names))
        self.view.setCurrentText(shown)

    def offer_councils(self, names: Sequence[str], chosen: str) -> None:
        """Offer these councils, or all of them; shown where there is no room for the rail and more than one."""
        self.council.clear()
        self.council.addItem(_("All councils"), "")
        for name in names:
            self.council.addItem(name, name)
        self.council.setCurrentIndex(max(0, self.council.findData(chosen)))

    def stand_in(self, *, on: bool) -> None:
        """Offer views and councils here, as there is no room for the rail."""
        self.view.setVisible(on)
        self.council.setVisible(on and self.council.count() > 1 + 1)

    def _council_chosen(self) -> None:
        self.council_wanted.emit(str(self.council.currentData() or ""))

    def offer_years(self, years: Sequence[int]) -> None:
        """Offer these, newest first; one that was chosen stays chosen where it is among them."""
        self.year.offer([(str(year), str(year)) for year in sorted(years, reverse=True)])

    def clear_choices(self) -> None:
        """Narrow nothing any more."""
        for choice in self._choices:
            choice.setCurrentIndex(0)

    @property
    def narrows(self) -> bool:
        """Whether anything is chosen."""
        return any(choice.currentData() is not None for choice in self._choices)

    def offer_keeping(self, *, worth_keeping: bool, saved: bool) -> None:
        """Whether what is shown can be kept as a view, or is one that can be forgotten."""
        asking = not self.name.isHidden()
        self.keep.setVisible(worth_keeping and not asking)
        self.forget.setVisible(saved and not asking)

    def _chosen(self) -> None:
        self.changed.emit()

    def _ask_name(self) -> None:
        for widget in (self.name, self.keep_it):
            widget.show()
        self.keep.hide()
        self.name.setFocus()

    def _named(self) -> None:
        name = self.name.value().strip()
        if name:
            self._asked()
            self.keep_wanted.emit(name)

    def _asked(self) -> None:
        self.name.show_value("")
        for widget in (self.name, self.keep_it, self.keep, self.forget):
            widget.hide()


class _Instead(QComboBox):
    """A choice that the rail offers where there is room for it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFont(current().font(SMALL))
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)


class _Filter(QComboBox):
    """One of several words, or any."""

    def __init__(self, any_of: str, name: str, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._any = any_of
        self.setFont(current().font(SMALL))
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(words)

    def offer(self, words: Sequence[tuple[str, str]]) -> None:
        """Offer these words from now on."""
        before = self.currentData()
        self.clear()
        self.addItem(self._any, None)
        for value, said in words:
            self.addItem(said, value)
        self.setCurrentIndex(max(0, self.findData(before)))


class _NameLine(TextLine):
    """The name of a view; Esc gives it up."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(most=60)
        self.setAccessibleName(_("Name of the view"))
        self.setPlaceholderText(_("Name of the view"))
        self.setMaximumWidth(current().px(200))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
