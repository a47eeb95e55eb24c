"""Reading JSON that somebody else wrote: every complaint names its place."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from ..domain.errors import InvalidInputError
from ..i18n import _

LONGEST_TEXT = 100_000
LARGEST_WHOLE = 2**53 - 1
"""Whole numbers beyond it are not the same in every JSON reader."""

DEEPEST = 64

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


def parse(raw: bytes) -> object:
    """The JSON value in ``raw`` (UTF-8); InvalidInputError says where it is none or holds what cannot be kept."""
    try:
        value: object = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_no_key_twice)
    except UnicodeDecodeError as error:
        raise InvalidInputError("", _("is not UTF-8 text (byte {n})").format(n=error.start)) from error
    except json.JSONDecodeError as error:
        raise InvalidInputError(
            "", _("is not JSON (line {line}, column {column})").format(line=error.lineno, column=error.colno)
        ) from error
    except (RecursionError, ValueError) as error:
        raise InvalidInputError("", _("is not JSON that can be read: too deep, or a number too long")) from error
    _check(value, "", 0)
    return value


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InvalidInputError(twice, _("is given twice in one object; give it once"))
    return found


def _check(value: object, place: str, depth: int) -> None:
    """Refuse what RFC 8785 cannot hold, and text no field can want."""
    if depth > DEEPEST:
        raise InvalidInputError(place, _("is nested too deep"))
    if isinstance(value, str):
        _check_text(value, place)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if not math.isfinite(value) or (isinstance(value, int) and abs(value) > LARGEST_WHOLE):
            raise InvalidInputError(place, _("is a number too large to keep"))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            _check(item, f"{place}[{i}]", depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_text(key, place)
            _check(item, f"{place}.{key}" if place else key, depth + 1)


def _check_text(text: str, place: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise InvalidInputError(place, _("is longer than 100,000 characters"))
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text) or "\0" in text:
        raise InvalidInputError(place, _("holds a character that is no text"))


class Reader:
    """One JSON object being read; knows its place, and what has been read of it."""

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
        return f"{self.place}.{key}" if self.place else key

    def has(self, key: str) -> bool:
        """Whether something other than null stands there."""
        return self._value.get(key) is not None

    def get(self, key: str) -> object:
        """What stands under ``key``, as it is; None where nothing does."""
        self._read.add(key)
        return self._value.get(key)

    def need(self, key: str) -> None:
        """Refuse the object where ``key`` is missing, unless the file says it is not answered yet."""
        if not self.has(key) and self.at(key) not in self._excused:
            self.fail(key, _("is missing"))

    def text(self, key: str) -> str:
        """A text; empty where there is none."""
        value = self.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fail(key, _("must be text"))
        return value

    def number(self, key: str) -> float | None:
        """A number, or None."""
        value = self.get(key)
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
        if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
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
            return words(value)
        except ValueError:
            self.fail(key, _("must be one of: {words}").format(words=", ".join(words)))

    def objects(self, key: str) -> Iterator[Reader]:
        """The objects in a list; none where the list is missing."""
        value = self.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.fail(key, _("must be a list"))
        for i, item in enumerate(value):
            yield Reader(item, f"{self.at(key)}[{i}]", self._excused)

    def object(self, key: str) -> Reader:
        """The object under ``key``; an empty one where it is missing."""
        value = self.get(key)
        return Reader({} if value is None else value, self.at(key), self._excused)

    def made(self, make: Callable[[], Value]) -> Value:
        """What ``make`` makes of what was read; its complaints told from here."""
        try:
            return make()
        except InvalidInputError as error:
            raise error.under(self.place) if self.place else error from None

    def keys(self) -> tuple[str, ...]:
        """Every key of the object, in order."""
        return tuple(self._value)

    def rest(self) -> Mapping[str, Any]:
        """The fields that nobody asked for: kept, to be handed on."""
        return {key: value for key, value in self._value.items() if key not in self._read}
