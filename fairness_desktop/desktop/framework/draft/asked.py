"""Fields over places of a draft: each is read, checked and kept by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.errors import InvalidInputError
from ....i18n import _
from ....services.adopting.editing import Document, Way, value_at, with_value
from ...form import Row, side_by_side
from ...widgets.inputs import Choice, NumberLine, TextArea, TextLine
from .drafting import Drafting


class Sort(Enum):
    """What is entered at a place."""

    LINE = auto()
    TEXT = auto()
    NUMBER = auto()
    WHOLE = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """A place of the draft and how it is asked for.

    ``unit`` divides a number as it is kept (0.01 shows shares as percent); ``most`` and ``least`` bound it. ``words``
    are those to choose from; ``whole`` keeps the word chosen as a number. ``empty`` may be left without an answer.
    ``put`` is how it goes into the draft where more than one place changes with it.
    """

    way: Way
    caption: str
    sort: Sort = Sort.LINE
    help: str = ""
    share: int = 1
    unit: float = 1
    least: float | None = None
    most: float | None = None
    words: Sequence[tuple[str, str]] = ()
    whole: bool = False
    empty: bool = False
    put: Callable[[Document, str], Document] | None = None


Lines = Sequence[Sequence[Asked]]
"""Fields as they stand: those of a line side by side."""

Field = TextLine | TextArea | NumberLine | Choice


class FieldForm(QWidget):
    """Rows over places; what cannot be is said beside its field, and the draft stays as it was."""

    def __init__(self, drafting: Drafting, lines: Lines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self.rows: dict[Way, Row] = {}
        self._asked: dict[QWidget, Asked] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in lines:
            rows = [(self._row(asked), asked.share) for asked in line]
            if len(rows) == 1:
                column.addWidget(rows[0][0])
            else:
                column.addLayout(side_by_side(*rows))
        self.refresh()
        drafting.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the draft says."""
        for field, asked in self._asked.items():
            _show(field, asked, self.value_of(asked.way))

    def value_of(self, way: Way) -> object:
        """What the draft says at a place."""
        return value_at(self._drafting.document, way)

    def flush(self) -> None:
        """Take in what was typed last, without waiting."""
        for field in self._asked:
            if isinstance(field, TextLine | TextArea):
                field.flush()

    def focus_on(self, way: Way) -> QWidget:
        """Put the focus on the field of a place, or on the first."""
        row = self.rows.get(way) or next(iter(self.rows.values()))
        row.field.setFocus()
        return row

    def _row(self, asked: Asked) -> Row:
        field = _field(asked)
        row = Row(asked.caption, field, asked.help)
        field.edited.connect(self._entered)
        self.rows[asked.way] = row
        self._asked[field] = asked
        return row

    def _entered(self) -> None:
        field = self.sender()
        assert isinstance(field, QWidget)
        asked = self._asked[field]
        row, now = self.rows[asked.way], self._drafting.document

        def meant() -> Document:
            value = _value(field, asked)
            return with_value(now, asked.way, value) if asked.put is None else asked.put(now, str(value))

        entered = row.read(meant, now)
        if not row.error:
            self._drafting.change(entered)


def _field(asked: Asked) -> Field:
    if asked.sort is Sort.WORD:
        return Choice(asked.words)
    if asked.sort is Sort.TEXT:
        return TextArea(lines=2)
    if asked.sort is Sort.LINE:
        return TextLine(most=300)
    return NumberLine(whole=asked.sort is Sort.WHOLE)


def _show(field: QWidget, asked: Asked, value: object) -> None:
    if isinstance(field, Choice):
        field.show_value(None if value is None else str(value))
    elif isinstance(field, NumberLine):
        number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
        field.show_value("" if number is None else plain(number / asked.unit))
    elif isinstance(field, TextLine | TextArea):
        field.show_value(str(value or ""))


def _value(field: QWidget, asked: Asked) -> object:
    """What was entered, as the draft keeps it; InvalidInputError where it cannot be."""
    if isinstance(field, Choice):
        word = field.value()
        if word is None and not asked.empty:
            raise InvalidInputError("", _("{name}: choose one.").format(name=asked.caption))
        return int(word) if word is not None and asked.whole else word
    if isinstance(field, NumberLine):
        return _number(field, asked)
    assert isinstance(field, TextLine | TextArea)
    return field.value().strip()


def _number(field: NumberLine, asked: Asked) -> float | None:
    number = field.number()
    if number is None:
        if asked.empty:
            return None
        raise InvalidInputError("", _("{name}: give a number.").format(name=asked.caption))
    too_low = asked.least is not None and number < asked.least
    if too_low or (asked.most is not None and number > asked.most):
        raise InvalidInputError("", _outside(asked))
    kept = round(number * asked.unit, 12)
    return int(kept) if kept % 1 == 0 else kept


def _outside(asked: Asked) -> str:
    if asked.most is None:
        return _("{name}: not below {least}.").format(name=asked.caption, least=plain(asked.least or 0))
    said = _("{name}: from {least} to {most}.")
    return said.format(name=asked.caption, least=plain(asked.least or 0), most=plain(asked.most))


def plain(number: float) -> str:
    """A number with the decimals it has and no others, and a true minus."""
    whole = f"{number:,.0f}" if number % 1 == 0 else f"{number:.10g}"
    return whole.replace("-", "−")
