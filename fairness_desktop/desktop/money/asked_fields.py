"""Fields for a class that says itself what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.money.asking import Ask, Sort, asks
from ...domain.money.mechanisms import choice_word
from ...i18n import _
from ...telling.money.flows import agency_called
from ..form import Row
from ..theme import current
from ..widgets.inputs import Choice, NumberLine, TextLine

Value = TypeVar("Value")

OF_AGENCIES = ("agency", "revenue_from", "saves_for")
"""Fields that name an agency; empty is the council that decides."""


class AskedFields(QWidget):
    """A row a field, in as many columns as there is room for; ``last`` names those that come at the end."""

    edited = Signal()

    def __init__(
        self,
        of: type[Any],
        last: Iterable[str] = (),
        parent: QWidget | None = None,
        words: Callable[[Any], str] = choice_word,
    ) -> None:
        """``words`` says the closed words that a field may choose from."""
        super().__init__(parent)
        self.rows: dict[str, Row] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        found = dict(asks(of))
        at_end = [name for name in last if name in found]
        for name in [*(n for n in found if n not in at_end), *at_end]:
            self.rows[name] = Row(_(found[name].caption), _field(name, found[name], words))
            cast(Any, self.rows[name].field).edited.connect(self.edited)
        self._asks = found
        self.lay_out(self.rows)

    def lay_out(self, wanted: Iterable[str]) -> None:
        """Show these fields and no others."""
        shown = [name for name in self.rows if name in set(wanted)]
        columns = 1 if current().scale > 1.3 else 3
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.hide()
        for at, name in enumerate(shown):
            self._grid.addWidget(self.rows[name], at // columns, at % columns)
            self.rows[name].show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_value(self, value: object) -> None:
        """Show what the session says, but never over what was refused."""
        for name, row in self.rows.items():
            if not row.error:
                _show(row.field, getattr(value, name))

    def value(self, old: Value) -> Value:
        """What was entered; a field that cannot be meant so keeps its old answer, and says why beside it."""
        for name, row in self.rows.items():
            before = getattr(old, name)
            answer = row.read(partial(self._answer, name), before)
            if answer != before:
                old = replace(cast(Any, old), **{name: answer})
        return old

    def _answer(self, name: str) -> object:
        field, ask = self.rows[name].field, self._asks[name]
        if isinstance(field, Choice):
            word = field.value()
            return None if word is None or ask.choices is None else ask.choices(word)
        if not isinstance(field, NumberLine):
            return cast(TextLine, field).value()
        number = field.number()
        ask.check(name, number)
        return int(number) if ask.whole and number is not None else number

    def focus_on(self, name: str) -> QWidget:
        """Put the focus on a field; returns its row."""
        row = self.rows.get(name) or next(iter(self.rows.values()))
        row.field.setFocus()
        return row


def _field(name: str, ask: Ask, words: Callable[[Any], str]) -> QWidget:
    if ask.choices is not None:
        return Choice([(word.value, words(word)) for word in ask.choices])
    if ask.sort is Sort.WORDS:
        line = TextLine(most=300)
        if name in OF_AGENCIES:
            line.setPlaceholderText(agency_called(""))
        return line
    number = NumberLine(whole=ask.whole, unit={Sort.POUNDS: "£", Sort.PERCENT: "%"}.get(ask.sort, ""))
    if not ask.needed:
        number.setPlaceholderText(_("if any"))
    return number


def _show(field: QWidget, value: object) -> None:
    if isinstance(field, NumberLine):
        field.show_number(cast("float | None", value))
    elif isinstance(field, Choice):
        field.show_value(cast("str | None", value))
    elif isinstance(field, TextLine):
        field.show_value(str(value or ""))
