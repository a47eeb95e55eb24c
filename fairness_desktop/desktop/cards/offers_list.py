"""Offers from outside: who brings what, whether it is taken up, and what a pound of the council's own brings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.money.asking import Ask, Sort
from ...domain.money.offers import Offer
from ...domain.options import MOST_OFFERS, Option, check_money
from ...i18n import _
from ...scoring.money.leverage import leverage
from ...telling.money.offers import leverage_told
from ..form import Row, side_by_side
from ..money.asked_fields import AskedFields
from ..money.suggested_field import SuggestedField
from ..theme import MEDIUM
from ..widgets.basics import Button, Hint, Rule, Words
from ..widgets.inputs import NumberLine
from ..widgets.segments import YesNo


class OffersPart(QWidget):
    """As many offers as there are; one in which nothing is said is none."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces: list[OfferPiece] = []
        self._shown: tuple[Offer, ...] = ()
        about = _("Hours, money or a building. Count all of it, and what the council puts in, for the same time.")
        self.add = Button(_("Add an offer"), kind="link")
        self.council = NumberLine(unit="£")
        self.council_row = Row(_("What the council puts in beside it, £"), self.council)
        hour = Ask(Sort.POUNDS, "")
        self.hour = SuggestedField("hour_value", _("What an hour is worth, £"), hour)
        self.says = Words("", weight=MEDIUM)
        self._list = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(Hint(about))
        box.addLayout(self._list)
        box.addWidget(self.add)
        box.addWidget(self.council_row)
        box.addWidget(self.hour)
        box.addWidget(self.says)
        self.add.clicked.connect(self._begin)
        for edits in (self.council, self.hour):
            edits.edited.connect(self.edited)

    def show_option(self, option: Option) -> None:
        """Show what the session says; an offer just begun is left alone."""
        if option.offers != self._shown and self._offers() != option.offers:
            for piece in tuple(self.pieces):
                self._drop(piece)
            for offer in option.offers:
                self._append(offer)
        self._shown = option.offers
        if not self.council_row.error:
            self.council.show_number(option.council_resource)
        self.hour.show_value(option.hour_value, option.hour_value_source)
        told = leverage_told(leverage(option))
        self.says.setText(told)
        self.says.setVisible(bool(told))

    def value(self, old: Option) -> Option:
        """The option with its offers as entered."""
        hour, source = self.hour.value(old.hour_value)
        return replace(
            old,
            offers=self._offers(),
            council_resource=self.council_row.read(self._council, old.council_resource),
            hour_value=hour,
            hour_value_source=source,
        )

    def _council(self) -> float | None:
        number = self.council.number()
        check_money("council_resource", number)
        Ask(Sort.POUNDS, "").check("council_resource", number)
        return number

    def _offers(self) -> tuple[Offer, ...]:
        return tuple(offer for offer in (piece.value() for piece in self.pieces) if not offer.blank)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.add.setFocus(event.reason())

    def _append(self, offer: Offer) -> OfferPiece:
        piece = OfferPiece(offer)
        piece.edited.connect(self.edited)
        piece.removed.connect(self._remove)
        self.pieces.append(piece)
        self._list.addWidget(piece)
        piece.show()
        self._number()
        return piece

    def _drop(self, piece: OfferPiece) -> None:
        self.pieces.remove(piece)
        self._list.removeWidget(piece)
        piece.hide()
        piece.deleteLater()
        self._number()

    def _number(self) -> None:
        self.add.setEnabled(len(self.pieces) < MOST_OFFERS)
        for number, piece in enumerate(self.pieces, 1):
            piece.call_it(number)

    def _begin(self) -> None:
        self._append(Offer()).fields.focus_on("giver")

    def _remove(self) -> None:
        piece = self.sender()
        if isinstance(piece, OfferPiece):
            self._drop(piece)
            self.add.setFocus()
            self.edited.emit()


class OfferPiece(QWidget):
    """One offer."""

    edited = Signal()
    removed = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = offer
        self.fields = AskedFields(Offer)
        self.accepted = YesNo(_("Is it taken up?"))
        self.remove = Button(_("Remove this offer"), kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addLayout(side_by_side((Row(_("Is it taken up?"), self.accepted), 1), (self.remove, 0)))
        column.addWidget(Rule())
        self.fields.show_value(offer)
        self.accepted.show_answer(offer.accepted)
        self.fields.edited.connect(self.edited)
        self.accepted.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    def call_it(self, number: int) -> None:
        """The number its fields are heard under."""
        for row in self.fields.rows.values():
            row.field.setAccessibleName(_("Offer {number}: {field}").format(number=number, field=row.caption))
        self.remove.setAccessibleName(_("Remove offer {number}").format(number=number))

    def value(self) -> Offer:
        """The offer as entered."""
        self._kept = replace(self.fields.value(self._kept), accepted=self.accepted.answer())
        return self._kept
