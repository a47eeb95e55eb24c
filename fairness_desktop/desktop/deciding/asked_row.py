"""A row of a list whose class says itself what it asks: fields, captions and names that are heard come from there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, TypeVar, cast

from PySide6.QtWidgets import QWidget

from ...domain.money.asking import Ask, Sort, asks
from ...i18n import _
from ..decision.row_list import HasId, RowFields
from ..form import Row, side_by_side
from ..widgets.date_line import DateLine
from ..widgets.inputs import Choice, NumberLine, TextArea, TextLine

Value = TypeVar("Value", bound=HasId)

Line = Sequence[tuple[str, int]]
"""Fields that stand side by side, each with its share of the width."""


class AskedRow(RowFields[Value]):
    """``lines`` says where the fields stand, ``areas`` which texts are longer, ``words`` how closed words are said.

    ``heard`` is the name under which its field is heard, of the caption and the row's number.
    """

    lines: ClassVar[Sequence[Line]]
    areas: ClassVar[frozenset[str]] = frozenset()
    words: ClassVar[Mapping[str, Callable[[Any], str]]] = {}

    def __init__(self, shown: Value) -> None:
        super().__init__(shown)
        self._asks = asks(type(shown))
        self.rows: dict[str, Row] = {}
        for line in self.lines:
            self.box.addLayout(side_by_side(*((self._row(name), share) for name, share in line)))
        self.finish()

    def _row(self, name: str) -> Row:
        ask = self._asks[name]
        field = self.add(name, self._field(name, ask))
        _show(field, getattr(self.shown, name))
        self.rows[name] = Row(_(ask.caption), field)
        return self.rows[name]

    def _field(self, name: str, ask: Ask) -> QWidget:
        if ask.choices is not None:
            return Choice([(word.value, self.words[name](word)) for word in ask.choices])
        if ask.sort is Sort.DAY:
            return DateLine()
        if ask.sort is Sort.COUNT:
            number = NumberLine(whole=True)
            if not ask.needed:
                number.setPlaceholderText(_("if any"))
            return number
        return TextArea(lines=1) if name in self.areas else TextLine()

    def value(self) -> Value:
        answers = {
            name: row.read(partial(_answer, row.field, self._asks[name]), getattr(self.shown, name))
            for name, row in self.rows.items()
        }
        self.shown = replace(cast(Any, self.shown), **answers)
        return self.shown

    def call_it(self, number: int) -> None:
        for name, field in self.asked.items():
            field.setAccessibleName(self.heard(_(self._asks[name].caption), number))
        self.remove.setAccessibleName(self.removes(number))

    def heard(self, caption: str, number: int) -> str:
        """How a field is heard."""
        raise NotImplementedError

    def removes(self, number: int) -> str:
        """How the way to remove the row is heard."""
        raise NotImplementedError


def _show(field: QWidget, value: object) -> None:
    """Show what the session says of a field, whatever kind of field it is."""
    if isinstance(field, DateLine):
        field.show_date(cast("dt.date | None", value))
    elif isinstance(field, NumberLine):
        field.show_number(cast("float | None", value))
    elif isinstance(field, Choice):
        field.show_value(cast("StrEnum | None", value))
    elif isinstance(field, TextLine | TextArea):
        field.show_value(str(value or ""))


def _answer(field: QWidget, ask: Ask) -> object:
    if isinstance(field, DateLine):
        return field.date()
    if isinstance(field, Choice):
        word = field.value()
        return None if word is None or ask.choices is None else ask.choices(word)
    if isinstance(field, NumberLine):
        number = field.number()
        ask.check("", number)
        return None if number is None else int(number)
    return cast("TextLine | TextArea", field).value()
