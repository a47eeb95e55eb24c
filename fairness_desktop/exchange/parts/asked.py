"""Classes whose fields say themselves what they ask, into the exchange form and out of it, under the fields' names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from ...domain.money.asking import Ask, Sort, asks
from ...i18n import _
from ..reading import Reader
from .law import day

Document = dict[str, Any]
Made = TypeVar("Made")


class HasId(Protocol):
    """A row that is told from its likes by its id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


Row = TypeVar("Row", bound=HasId)


def document_of(value: object) -> Document:
    """What its fields say; 0 and false do, an empty text does not."""
    said = {name: _plain(getattr(value, name)) for name in asks(type(value))}
    return {name: answer for name, answer in said.items() if answer not in (None, "")}


def _plain(answer: object) -> object:
    return answer.isoformat() if isinstance(answer, dt.date) else answer


def rows_of(rows: Sequence[Any]) -> list[Document]:
    """The documents of rows that have an id."""
    return [{"id": row.id, **document_of(row), **row.extra} for row in rows]


def answer(reader: Reader, name: str, ask: Ask) -> object:
    """The answer under a name, as its field asks for it."""
    if reader.get(name) is None:  # most are not given, and a file of thousands asks for them all
        return "" if ask.sort is Sort.WORDS else None
    if ask.sort is Sort.WORDS:
        return reader.text(name)
    if ask.sort is Sort.DAY:
        return day(reader, name)
    if ask.choices is not None:
        return reader.word(name, ask.choices)
    return reader.whole(name, ask.refusal) if ask.whole else reader.number(name)


def answers(reader: Reader, of: type[Any]) -> Document:
    """Every answer that the fields of a class ask for."""
    return {name: answer(reader, name, ask) for name, ask in asks(of).items()}


def read(reader: Reader, of: Callable[..., Made]) -> Made:
    """A value of that class; what no field asks for is handed on."""
    return reader.made(of, **answers(reader, of), extra=reader.rest())  # type: ignore[arg-type]


def rows(reader: Reader, key: str, of: Callable[..., Row]) -> tuple[Row, ...]:
    """The rows of a list, each with an id that no other has."""
    found: list[Row] = []
    for row in reader.objects(key):
        own = row.text("id")
        if not own:
            row.fail("id", _("must be a text that is not empty"))
        if own in [r.id for r in found]:
            row.fail("id", _("“{id}” stands there twice").format(id=own))
        found.append(row.made(of, own, **answers(row, of), extra=row.rest()))  # type: ignore[arg-type]
    return tuple(found)
