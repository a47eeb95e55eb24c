"""A figure with its source: written by hand, or taken from a dated list that ships with the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.errors import InvalidInputError
from ...domain.money.asking import Ask, Sort
from ...frameworks.suggested import Suggestion, suggestions
from ...i18n import N_, _
from ..form import Row, side_by_side
from ..widgets.inputs import Choice, NumberLine, TextLine, readable

_NAMES = (
    N_("Standard buildings"), N_("Non-standard buildings"), N_("Standard civil engineering"),
    N_("Non-standard civil engineering"), N_("Equipment and development"), N_("Outsourcing"),
    N_("National Living Wage"),
)  # fmt: skip
"""The names in the list that ships, so that they can be translated."""


class SuggestedField(QWidget):
    """The figure, where it comes from, and what can be taken instead of thinking one up."""

    edited = Signal()

    def __init__(self, what: str, caption: str, ask: Ask, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask, self._offered = ask, {s.id: s for s in suggestions(what)}
        unit = "£" if ask.sort is Sort.POUNDS else "%"
        self.figure, self.source = NumberLine(unit=unit), TextLine()
        self.take = Choice([(s.id, f"{_(s.name)}, {_said(s, unit)}") for s in self._offered.values()])
        self.take.setItemText(0, _("take from a list …"))
        self.rows = {
            "figure": Row(caption, self.figure),
            "source": Row(_("Where that comes from"), self.source),
            "take": Row(_("Or take"), self.take),
        }
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(side_by_side((self.rows["figure"], 2), (self.rows["source"], 3), (self.rows["take"], 3)))
        self.figure.setAccessibleDescription(help_text)
        for line in (self.figure, self.source):
            line.edited.connect(self.edited)
        self.take.edited.connect(self._take)

    def show_value(self, figure: float | None, source: str) -> None:
        """Show what the session says, but never over what was refused."""
        if not self.rows["figure"].error:
            self.figure.show_number(figure)
        self.source.show_value(source)
        self.take.setCurrentIndex(0)

    def value(self, old: float | None) -> tuple[float | None, str]:
        """The figure and its source as entered."""
        return self.rows["figure"].read(self._number, old), self.source.value()

    def _number(self) -> float | None:
        number = self.figure.number()
        try:
            self._ask.check("", number)
        except InvalidInputError as error:
            raise InvalidInputError("figure", error.message) from None
        return number

    def _take(self) -> None:
        chosen = self._offered.get(self.take.value() or "")
        if chosen is not None:
            self.figure.setText(readable(chosen.value))
            self.source.setText(f"{_(chosen.name)}: {chosen.source} ({chosen.date})")
            self.edited.emit()


def _said(suggestion: Suggestion, unit: str) -> str:
    value = readable(suggestion.value)
    return f"£{value}" if unit == "£" else f"{value} %"
