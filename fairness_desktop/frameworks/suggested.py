"""Dated figures that the window offers and nobody has to take: optimism bias to start from, the worth of an hour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .. import shipped
from ..exchange.reading import Reader, parse
from .framework_sections import number


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One figure under its name, with where it comes from and of when it is."""

    id: str
    name: str
    value: float
    source: str
    date: str


@cache
def suggestions(what: str) -> tuple[Suggestion, ...]:
    """Those for ``optimism_bias`` (percent) or ``hour_value`` (pounds), from the file that ships."""
    reader = Reader(parse((shipped.folder() / "money" / "suggested.json").read_bytes())).object(what)
    source, date = reader.text("source"), reader.text("date")
    return tuple(
        Suggestion(row.text("id"), row.text("name"), number(row, "value"), source, date)
        for row in reader.objects("values")
    )
