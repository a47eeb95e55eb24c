"""The questions about one option."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ...domain.options import Option
from ...domain.vocabulary import SUGGESTED_DELIVERY, delivery_label
from ...i18n import _, ngettext
from ..form import Row, side_by_side
from ..widgets.basics import Button
from ..widgets.folding import Fold
from ..widgets.inputs import TextArea, TextLine
from ..widgets.segments import YesNo
from .care_part import CarePart
from .offers_list import OffersPart


class OptionFields(QWidget):
    """Name, who would run it, and how careful a step it is; the baseline is asked for less."""

    edited = Signal()

    def __init__(self, *, baseline: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._baseline = baseline
        self.name, self.short_name = TextLine(most=300), TextLine(most=60)
        self.description, self.delivery = TextArea(lines=2), Delivery()
        self.outside = YesNo(_("From outside the council?"))
        self.pilot = YesNo(_("Can it be tried small first?"))
        self.offered_by, self.undo, self.stop_rule = TextLine(most=300), TextLine(), TextLine()
        self.offers = OffersPart()
        self.offers_fold = Fold(_("Offers from outside"), self.offers)
        self.care = CarePart()
        self.care_fold = Fold(_("How careful a step it is"), self.care)
        self.remove = Button(_("Remove this option"), kind="link")
        self.rows = self._make_rows()
        self._lay_out()
        for row in self.rows.values():
            row.field.edited.connect(self.edited)  # type: ignore[attr-defined]
        self.offers.edited.connect(self.edited)
        self.care.edited.connect(self.edited)

    def _make_rows(self) -> dict[str, Row]:
        rows = {
            "name": Row(_("Name"), self.name),
            "short_name": Row(_("Short name"), self.short_name, _("Two to four words, for grids and bars.")),
            "description": Row(
                _("What would be done"), self.description, _("In plain words, for someone who was not there.")
            ),
            "delivery": Row(
                _("Who would run it"), self.delivery, _("Choose, or write your own. It never enters the score.")
            ),
        }
        if self._baseline:
            return rows
        stop_help = _("What would have to be seen, and by when, for it to be stopped.")
        return rows | {
            "from_outside": Row(_("From outside the council?"), self.outside),
            "offered_by": Row(_("Offered by"), self.offered_by),
            "pilot": Row(_("Can it be tried small first?"), self.pilot),
            "undo": Row(_("How would it be undone?"), self.undo),
            "stop_rule": Row(_("What makes it stop?"), self.stop_rule, stop_help),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        rows = self.rows
        column.addWidget(rows["name"])
        column.addWidget(rows["short_name"])
        column.addWidget(rows["description"])
        column.addWidget(rows["delivery"])
        if self._baseline:
            return
        column.addLayout(side_by_side((rows["from_outside"], 2), (rows["offered_by"], 3)))
        column.addLayout(side_by_side((rows["pilot"], 2), (rows["undo"], 3)))
        column.addWidget(rows["stop_rule"])
        column.addWidget(self.care_fold)
        column.addWidget(self.offers_fold)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)

    def show_option(self, option: Option) -> None:
        """Show what the session says, but never over what is being typed."""
        self.name.show_value(option.name)
        self.short_name.show_value(option.short_name)
        self.description.show_value(option.description)
        self.delivery.show_value(option.delivery)
        self.outside.show_answer(option.from_outside)
        self.offered_by.show_value(option.offered_by)
        self.pilot.show_answer(option.pilot)
        self.undo.show_value(option.undo)
        self.stop_rule.show_value(option.stop_rule)
        self.care.show_option(option)
        self.care_fold.say(self.care.state(option))
        self.offers.show_option(option)
        made = len(option.offers)
        self.offers_fold.say(
            ngettext("{count} offer", "{count} offers", made).format(count=made) if made else _("none yet")
        )
        self.remove.setAccessibleName(_("Remove option {id}").format(id=option.id))

    def value(self, old: Option) -> Option:
        """The option as entered."""
        named = replace(
            old,
            name=self.name.value(),
            short_name=self.short_name.value(),
            description=self.description.value(),
            delivery=self.delivery.value(),
        )
        if self._baseline:
            return named
        return replace(
            self.offers.value(self.care.value(named)),
            from_outside=self.outside.answer(),
            offered_by=self.offered_by.value(),
            pilot=self.pilot.answer(),
            undo=self.undo.value(),
            stop_rule=self.stop_rule.value(),
        )

    def focus_on(self, place: str) -> QWidget:
        """Put the focus on the field of that name in the exchange form; returns its row."""
        if place.startswith(("offers", "council_resource", "hour_value")) and not self._baseline:
            self.offers_fold.set_open(opened=True)
            self.offers.setFocus()
            return self.offers
        if place.startswith("care") and not self._baseline:
            self.care_fold.set_open(opened=True)
            return self.care.fields.focus_on(place.removeprefix("care."))
        row = self.rows.get(place, self.rows["name"])
        row.field.setFocus()
        return row


class Delivery(QComboBox):
    """A word of those suggested, or any other; empty is *not answered yet*."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self._line = TextLine(most=200)
        self._line.setAccessibleName(_("Who would run it"))
        self._line.setPlaceholderText(_("not answered yet"))
        self.setLineEdit(self._line)
        for word in SUGGESTED_DELIVERY:
            self.addItem(delivery_label(word), word)
        self.setCurrentIndex(-1)
        self._line.edited.connect(self.edited)
        self.activated.connect(self._chosen)

    def value(self) -> str:
        """The suggested word, or what was written instead of one."""
        text = self._line.text().strip()
        return next((word for word in SUGGESTED_DELIVERY if delivery_label(word) == text), text)

    def show_value(self, delivery: str) -> None:
        """Show what the session says, but never over what is being typed."""
        if delivery != self.value():
            self._line.show_value(delivery_label(delivery))

    def _chosen(self) -> None:
        self.edited.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
