"""What a JSON value may hold to be kept: what the canonical form has a way to write, and texts a field can want."""

from __future__ import annotations

import math
import re
from typing import Any

from ...domain.errors import InvalidInputError
from ...i18n import _

LONGEST_TEXT = 100_000
LARGEST_WHOLE = 2**53 - 1
"""Whole numbers beyond it are not the same in every JSON reader."""

DEEPEST = 64

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class KeyTwice(dict[str, object]):
    """An object in which a key was given twice; it is refused once its place is known."""

    def __init__(self, pairs: list[tuple[str, object]], key: str) -> None:
        super().__init__(pairs)
        self.key = key


def need_sound(value: object, raw: bytes, *, twice: bool) -> None:
    """Refuse what cannot be kept of a value parsed from those bytes; ``twice`` where a key was given twice in it."""
    if (twice or not _surely_sound(raw)) and not _sound([value], 0, escaped=b"\\u" in raw):
        _check(value, "", 0)


_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_LARGE = b"0" * 16
"""So many digits in a row; a number of fewer, without an exponent, is surely small enough."""

_NO_BRACKETS, _ALIKE = bytes(set(range(256)) - set(b"[]{}")), bytes.maketrans(b"{}", b"[]")


def _surely_sound(raw: bytes) -> bool:
    """Whether there is nothing to complain of in JSON that was parsed, as far as its bytes tell; often they do.

    Too short for a text too long, no escape that could be no text, no number of so many digits, and its brackets, its
    texts left out, in as few layers as may be.
    """
    if len(raw) > LONGEST_TEXT or b"\\u" in raw:
        return False
    rest = b"".join(raw.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2])
    brackets = rest.translate(_ALIKE, _NO_BRACKETS)
    layers = 0
    while brackets and layers < DEEPEST:
        brackets, layers = brackets.replace(b"[]", b""), layers + 1
    numbers = rest.replace(b"true", b"").replace(b"false", b"").translate(_DIGITS)
    return not brackets and _LARGE not in numbers and b"e" not in numbers and b"E" not in numbers


def _sound(value: Any, depth: int, *, escaped: bool) -> bool:  # noqa: ANN401 - an object or a list
    """Whether there is surely nothing in it to complain of; where there may be, ``_check`` looks again for the place.

    A character that is no text can only stand there ``escaped``: UTF-8 has none for it, and JSON none unescaped.
    """
    holder = type(value) is dict
    if holder and not all(_fits(key, str, escaped=escaped) for key in value):
        return False
    for inner in value.values() if holder else value:
        kind = type(inner)
        if kind is dict or kind is list:
            if depth >= DEEPEST or not _sound(inner, depth + 1, escaped=escaped):
                return False
        elif not _fits(inner, kind, escaped=escaped):
            return False
    return True


def _fits(value: Any, kind: type, *, escaped: bool) -> bool:  # noqa: ANN401 - whatever single value it is
    if kind is str:
        return len(value) <= LONGEST_TEXT and not (escaped and _NO_TEXT.search(value))
    if kind is int or kind is float:
        return bool(-LARGEST_WHOLE <= value <= LARGEST_WHOLE)
    return kind is not KeyTwice


def _check(value: object, place: str, depth: int) -> None:
    """Refuse what RFC 8785 cannot hold, and text no field can want."""
    if depth > DEEPEST:
        raise InvalidInputError(place, _("is nested too deep"))
    if isinstance(value, str):
        _check_text(value, place)
    elif isinstance(value, int | float):
        _check_number(value, place)
    elif isinstance(value, list):
        for i, item in enumerate(value):
            _check(item, f"{place}[{i}]", depth + 1)
    elif isinstance(value, dict):
        _check_keys(value, place)
        for key, item in value.items():
            _check(item, under(place, key), depth + 1)


def under(place: str, key: str) -> str:
    """The place of a key in an object."""
    return f"{place}.{key}" if place else key


def _check_keys(value: dict[str, object], place: str) -> None:
    for key in value:
        _check_text(key, place)
    if isinstance(value, KeyTwice):
        raise InvalidInputError(under(place, value.key), _("is given twice in one object; give it once"))


def _check_number(number: float, place: str) -> None:
    if not math.isfinite(number) or (isinstance(number, int) and abs(number) > LARGEST_WHOLE):
        raise InvalidInputError(place, _("is a number too large to keep"))


def _check_text(text: str, place: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise InvalidInputError(place, _("is longer than 100,000 characters"))
    if _NO_TEXT.search(text):
        raise InvalidInputError(place, _("holds a character that is no text"))
