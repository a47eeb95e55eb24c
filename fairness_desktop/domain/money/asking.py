"""Fields that say themselves what they ask: what kind of answer, within which bounds, under which caption.

A mechanism and the figures of efficiency are plain dataclasses made of such fields. Whoever reads a file, builds a form
or prints a record asks the class what it asks, so that a field added there is read, asked and printed everywhere.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any, TypeVar, cast

from ...i18n import N_, _
from ..errors import InvalidInputError
from .sums import MOST_MONEY

MOST_YEARS = 100
"""No mechanism is worked out for longer: its table would fill pages, and nobody knows so much of the future."""

MOST_COUNTED = 1e9

Word = TypeVar("Word", bound=StrEnum)


class Sort(Enum):
    """What kind of answer a field takes."""

    POUNDS = "pounds"
    PERCENT = "percent"
    YEARS = "years"
    COUNT = "count"
    AMOUNT = "amount"
    WORDS = "words"
    CHOICE = "choice"
    DAY = "day"


_REFUSALS = {
    Sort.POUNDS: N_("must be from 0 to 10,000,000,000,000 pounds"),
    Sort.PERCENT: N_("must be from {low:g} to {high:g} percent"),
    Sort.YEARS: N_("must be a whole number of years from {low:g} to {high:g}"),
    Sort.COUNT: N_("must be a whole number from 0 to 1,000,000,000"),
    Sort.AMOUNT: N_("must be a number from 0 to 1,000,000,000"),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """What one field asks; ``needed`` fields must be there before anything can be worked out."""

    sort: Sort
    caption: str
    low: float = 0.0
    high: float = MOST_MONEY
    needed: bool = True
    choices: type[StrEnum] | None = None

    @property
    def refusal(self) -> str:
        """What is said of a number that is out of bounds."""
        return _(_REFUSALS[self.sort]).format(low=self.low, high=self.high)

    @property
    def whole(self) -> bool:
        """Whether only whole numbers will do."""
        return self.sort in (Sort.YEARS, Sort.COUNT)

    def check(self, name: str, value: object) -> None:
        """Refuse a number out of bounds; InvalidInputError names the field."""
        if isinstance(value, int | float) and not self.low <= value <= self.high:
            raise InvalidInputError(name, self.refusal)


def in_pounds(caption: str, *, needed: bool = True) -> float | None:
    """A field for a sum of pounds, 0 or more."""
    return cast("float | None", _asked(Ask(Sort.POUNDS, caption, needed=needed)))


def in_percent(caption: str, *, low: float = 0.0, high: float = 100.0, needed: bool = True) -> float | None:
    """A field for a percentage."""
    return cast("float | None", _asked(Ask(Sort.PERCENT, caption, low, high, needed)))


def in_years(caption: str, *, low: int = 1, needed: bool = True) -> int | None:
    """A field for a number of years, or for a year counted from year 0."""
    return cast("int | None", _asked(Ask(Sort.YEARS, caption, low, MOST_YEARS, needed)))


def counted(caption: str, *, needed: bool = True) -> int | None:
    """A field for how many there are."""
    return cast("int | None", _asked(Ask(Sort.COUNT, caption, 0, MOST_COUNTED, needed)))


def measured(caption: str, *, needed: bool = True) -> float | None:
    """A field for a measure, in whatever unit."""
    return cast("float | None", _asked(Ask(Sort.AMOUNT, caption, 0, MOST_COUNTED, needed)))


def in_words(caption: str, *, needed: bool = False) -> str:
    """A field for a text."""
    return field(default="", metadata={"ask": Ask(Sort.WORDS, caption, needed=needed)})


def one_of(caption: str, choices: type[Word], *, needed: bool = True) -> Word | None:
    """A field for one of a closed set of words."""
    return cast("Word | None", _asked(Ask(Sort.CHOICE, caption, needed=needed, choices=choices)))


def on_day(caption: str, *, needed: bool = False) -> dt.date | None:
    """A field for a day."""
    return cast("dt.date | None", _asked(Ask(Sort.DAY, caption, needed=needed)))


def _asked(ask: Ask) -> object:
    return field(default=None, metadata={"ask": ask})


_ASKED: dict[type[Any], Mapping[str, Ask]] = {}


def asks(of: type[Any]) -> Mapping[str, Ask]:
    """What the fields of a class ask, by name, in their order."""
    known = _ASKED.get(of)
    if known is None:  # looked through once: a file asks hundreds of times
        known = MappingProxyType({f.name: f.metadata["ask"] for f in fields(of) if "ask" in f.metadata})
        _ASKED[of] = known
    return known


def check_answers(value: object) -> None:
    """Refuse an answer out of bounds; InvalidInputError names its field."""
    for name, ask in asks(type(value)).items():
        ask.check(name, getattr(value, name))


def answered(value: object) -> bool:
    """Whether any of its fields says something."""
    return any(getattr(value, name) not in (None, "") for name in asks(type(value)))


def still_open(value: object) -> tuple[str, ...]:
    """The needed fields that are not answered yet, by name."""
    return tuple(name for name, ask in asks(type(value)).items() if ask.needed and getattr(value, name) in (None, ""))
