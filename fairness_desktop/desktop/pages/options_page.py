"""Step 3: what could be done."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import InvalidInputError
from ...domain.options import Option
from ...domain.progress import Step
from ...domain.vocabulary import OptionId
from ...i18n import N_, _
from ...scoring.money.safety import safety
from ..cards.option_card import EmptySlot, OptionCard
from ..cards.outside_card import OutsideCard
from ..deciding.gut_card import GutCard
from ..money.short_costs import ShortCosts
from ..theme import current
from ..widgets.folding import UndoOffer, fit_to_width, put_in_reading_order
from .base import Page

CARD_WIDTH = 340
"""Pixels at 100 % text under which an option's card is not squeezed."""


class OptionsPage(Page):
    """Options as cards side by side, carrying on as now first, and a slot that asks for the less harmful way."""

    step = Step.OPTIONS
    title = N_("Options")
    question = N_("What could be done? Carrying on as now is always one of the options.")

    def _build(self) -> None:
        fit_to_width(self)
        self.cards: dict[OptionId, OptionCard] = {}
        self.slot = EmptySlot()
        self.undo_offer = UndoOffer()
        self._flow = _Flow()
        self.box.addWidget(self.undo_offer)
        self.box.addWidget(self._flow)
        self.costs = ShortCosts(self.session)
        self.box.addWidget(self.costs)
        self.outside, self.gut = OutsideCard(self.session), GutCard(self.session)
        for part in (self.outside, self.gut):
            self.box.addWidget(part)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.slot.wanted.connect(self._add)
        self.outside.edited.connect(self.commit)
        self.gut.edited.connect(self.commit)
        self.undo_offer.undone.connect(self.session.undo)
        self.costs.edited.connect(self.commit)

    def refresh(self) -> None:
        self.undo_offer.hide()
        self.slot.refuse("")
        options = self.session.assessment.options
        wanted = [o.id for o in options]
        for gone in [i for i in self.cards if i not in wanted]:
            self._drop(gone)
        for option in options:
            if option.id in self.cards:
                self.cards[option.id].show_option(option)
            else:
                self._new_card(option)
        self._lay_out()
        self.costs.refresh()
        self._show_safety()
        self.outside.refresh()
        self.gut.refresh()
        put_in_reading_order(self.box)

    def commit(self) -> None:
        new = self.costs.value(self.session.assessment)
        for option in new.options:
            if option.id in self.cards:
                new = new.with_option(self.cards[option.id].value(option))
        new = self.gut.value(self.outside.value(new))
        self.session.change(new)

    def show_place(self, where: str) -> None:
        options = self.session.assessment.options
        at, _dot, field = where.removeprefix("options[").partition("].")
        cost = self.costs.focus_on(options[int(at)].id) if field == "net_cost" else None
        if cost is not None:
            self.ensureWidgetVisible(cost)
        elif at.isdigit() and int(at) < len(options):
            self.ensureWidgetVisible(self.cards[options[int(at)].id].focus_on(field))
        elif where == "options":
            self.slot.add.setFocus()
            self.ensureWidgetVisible(self.slot)
        else:
            place = "decision.gut.option" if where == "decision.gut" else where
            found = self.gut.focus_on(place) or self.outside.focus_on(place)
            if found is not None:
                self.ensureWidgetVisible(found)

    def _show_safety(self) -> None:
        result = self.session.result
        for option in self.session.assessment.options:
            floor = None if result is None else result.option(option.id).worst_case_floor
            self.cards[option.id].show_safety(safety(option, self.session.framework, floor))

    def _new_card(self, option: Option) -> None:
        card = OptionCard(option)
        card.edited.connect(self.commit)
        card.removed.connect(self._remove)
        card.turned.connect(self._lay_out)
        self.cards[option.id] = card

    def _drop(self, gone: OptionId) -> None:
        card = self.cards.pop(gone)
        self._flow.forget(card)
        card.hide()
        card.deleteLater()

    def _lay_out(self) -> None:
        """The baseline first, the others as entered, the slot last."""
        options = sorted(self.session.assessment.options, key=_baseline_first)
        self._flow.show_cards([*(self.cards[o.id] for o in options), self.slot])

    def _add(self) -> None:
        self.commit()
        now = self.session.assessment
        new = Option(OptionId(_next_letter(now)))
        try:
            changed = now.with_option(new)
        except InvalidInputError as error:
            self.slot.refuse(f"{error.message[:1].upper()}{error.message[1:]}.")
            return
        if self.session.change(changed):
            self.ensureWidgetVisible(self.cards[new.id].focus_on("name"))

    def _remove(self) -> None:
        card = self.sender()
        if not isinstance(card, OptionCard):
            return
        self.commit()
        gone = card.option
        if self.session.change(self.session.assessment.without_option(gone.id)):
            self.undo_offer.offer(
                _("Option {id} “{name}” is removed, with what was said of it.").format(id=gone.id, name=gone.in_short)
            )


class _Flow(QWidget):
    """Cards in as many columns as there is room for; an opened one has a row to itself."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._placed: list[tuple[QWidget, int, int]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)

    def show_cards(self, cards: list[QWidget]) -> None:
        """Show these, in this order."""
        self._cards = cards
        self._place()

    def forget(self, card: QWidget) -> None:
        """Let go of a card."""
        self._grid.removeWidget(card)
        self._cards = [c for c in self._cards if c is not card]
        self._placed = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(1, min(3, (self.width() + 16) // (current().px(CARD_WIDTH) + 16)))
        placed, row, column = [], 0, 0
        for card in self._cards:
            whole = isinstance(card, OptionCard) and card.is_open
            if whole and column:
                row, column = row + 1, 0
            placed.append((card, row, -1 if whole else column))
            row, column = (row + 1, 0) if whole or column == columns - 1 else (row, column + 1)
        if placed == self._placed:
            return
        self._placed = placed
        self._put(columns)

    def _put(self, columns: int) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
        for i in range(3):
            self._grid.setColumnStretch(i, 1 if i < columns else 0)
        for card, row, column in self._placed:
            self._grid.addWidget(card, row, max(column, 0), 1, columns if column < 0 else 1)
            card.raise_()
            card.show()
        put_in_reading_order(self._grid)


def _baseline_first(option: Option) -> bool:
    return not option.baseline


def _next_letter(assessment: Assessment) -> str:
    """The first letter that no option has yet."""
    taken = {o.id for o in assessment.options}
    return next(letter for letter in ascii_uppercase if letter not in taken)
