"""Reading JSON that somebody else wrote: every complaint names its place."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial
from typing import Any, NoReturn, ParamSpec, TypeVar, cast

from ..domain.errors import InvalidInputError
from ..i18n import _
from .canonical import canonical
from .parts.soundness import LARGEST_WHOLE, KeyTwice, need_sound, under

LONGEST_WHOLE = 400
"""Digits; Python will not read thousands of them."""

LARGEST_FILE = 32 * 1024 * 1024

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")
Fields = ParamSpec("Fields")


def parse(raw: bytes) -> object:
    """The JSON value in ``raw`` (UTF-8); InvalidInputError says where it is none or holds what cannot be kept."""
    if len(raw) > LARGEST_FILE:
        raise InvalidInputError("", _("is larger than 32 MiB"))
    twice: list[str] = []
    try:
        value: object = json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=partial(_object, twice),
            parse_constant=_no_json,
            parse_int=_whole,
        )
    except UnicodeDecodeError as error:
        raise InvalidInputError("", _("is not UTF-8 text (byte {n})").format(n=error.start)) from error
    except json.JSONDecodeError as error:
        raise InvalidInputError(
            "", _("is not JSON (line {line}, column {column})").format(line=error.lineno, column=error.colno)
        ) from error
    except RecursionError as error:
        raise InvalidInputError("", _("is nested too deep")) from error
    need_sound(value, raw, twice=bool(twice))
    return value


def _object(twice: list[str], pairs: list[tuple[str, object]]) -> dict[str, object]:
    """What stands in an object; a key given twice is noted in ``twice`` as well."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    keys = Counter(key for key, _value in pairs)
    twice.append(keys.most_common(1)[0][0])
    return KeyTwice(pairs, twice[-1])


def _no_json(constant: str) -> NoReturn:
    raise InvalidInputError("", _("is not JSON: {constant} is no number").format(constant=constant))


def _whole(digits: str) -> int | float:
    """A whole number; one that no double can hold is told later, with its place.

    The canonical form writes a large double as its digits (2e17 as 200000000000000000): read back, it is that double.
    """
    if len(digits) >= LONGEST_WHOLE:
        return math.inf
    number = int(digits)
    if abs(number) > LARGEST_WHOLE and canonical(float(number)) == digits.encode():
        return float(number)
    return number


class Reader:
    """One JSON object being read; knows its place, and what has been read of it."""

    __slots__ = ("_excused", "_read", "_value", "place")

    def __init__(self, value: object, place: str = "", excused: frozenset[str] = frozenset()) -> None:
        self.place = place
        self._excused = excused
        if not isinstance(value, dict):
            raise InvalidInputError(place, _("must be an object"))
        self._value: dict[str, object] = value
        self._read: set[str] = set()

    def fail(self, key: str, message: str) -> NoReturn:
        """Refuse the value under ``key``."""
        raise InvalidInputError(self.at(key), message)

    def at(self, key: str) -> str:
        """The place of ``key``."""
        return under(self.place, key)

    def has(self, key: str) -> bool:
        """Whether something other than null stands there."""
        return self._value.get(key) is not None

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands in it."""
        return not self._value

    def get(self, key: str) -> object:
        """What stands under ``key``, as it is; None where nothing does."""
        self._read.add(key)
        return self._value.get(key)

    def need(self, key: str) -> None:
        """Refuse the object where ``key`` is missing, unless the file says it is not answered yet."""
        if not self.has(key) and not self.excused(key):
            self.fail(key, _("is missing"))

    def excused(self, key: str) -> bool:
        """Whether the file says that ``key`` is not answered yet."""
        return self.at(key) in self._excused

    def text(self, key: str) -> str:
        """A text; empty where there is none."""
        self._read.add(key)
        value = self._value.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fail(key, _("must be text"))
        return value

    def number(self, key: str) -> float | None:
        """A number, or None."""
        self._read.add(key)
        value = self._value.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(key, _("must be a number"))
        return value

    def whole(self, key: str, message: str) -> int | None:
        """A whole number, or None; refused with ``message``."""
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value % 1 != 0:
            self.fail(key, message)
        return int(value)

    def flag(self, key: str) -> bool | None:
        """True, false, or None."""
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            self.fail(key, _("must be true or false"))
        return value

    def word(self, key: str, words: type[Word]) -> Word | None:
        """One of a closed set of words, or None."""
        value = self.get(key)
        if value is None:
            return None
        try:
            return words(cast(str, value))
        except ValueError:
            self.fail(key, _("must be one of: {words}").format(words=", ".join(words)))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in a list, none of them empty; none where the list is missing."""
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fail(key, _("must be a list"))
        for i, item in enumerate(value):
            if not isinstance(item, str) or not item:
                self.fail(f"{key}[{i}]", _("must be a text that is not empty"))
        return tuple(value)

    def objects(self, key: str) -> Iterator[Reader]:
        """The objects in a list; none where the list is missing."""
        value = self.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.fail(key, _("must be a list"))
        place = self.at(key)
        for i, item in enumerate(value):
            yield Reader(item, f"{place}[{i}]", self._excused)

    def object(self, key: str) -> Reader:
        """The object under ``key``; an empty one where it is missing."""
        value = self.get(key)
        return Reader({} if value is None else value, self.at(key), self._excused)

    def made(self, make: Callable[Fields, Value], *args: Fields.args, **fields: Fields.kwargs) -> Value:
        """What ``make`` makes of the fields read; what it refuses is told from here."""
        try:
            return make(*args, **fields)
        except InvalidInputError as error:
            raise error.under(self.place) from None

    def __iter__(self) -> Iterator[str]:
        """Every key of the object, in order."""
        return iter(self._value)

    def rest(self) -> Mapping[str, Any]:
        """The fields that nobody asked for: kept, to be handed on."""
        if self._value.keys() <= self._read:
            return {}
        return {key: value for key, value in self._value.items() if key not in self._read}
