"""Canonical JSON (RFC 8785) and the hash over it."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

_EXACT = 2**53
"""From here on whole numbers are written differently in JavaScript, whose rules the canonical form follows."""

_PLAIN = 1e-4, 1e15
"""Between these Python writes a fraction as JavaScript does."""

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode

_AS_IT_IS = frozenset({str, bool, type(None)})


def canonical(document: object) -> bytes:
    """The one byte sequence that stands for this JSON value.

    What nearly every document is made of is written by Python's own encoder, which is several times as fast; anything
    else, and whatever is no JSON, goes to the library of the form, whose answer is the same where both have one.
    """
    try:
        return _written(_plain(document)).encode()
    except (_UnusualError, UnicodeEncodeError):
        import rfc8785

        return rfc8785.dumps(cast(Any, document))


class _UnusualError(Exception):
    """Something that Python's encoder may write in another way."""


def _plain(value: object) -> object:
    """The same value, its floats as Python's encoder writes them canonically."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is dict:
        members = cast(dict[str, object], value)
        if not members.keys() <= _seen:
            _see(members)
        return {k: v if type(v) in _AS_IT_IS else _plain(v) for k, v in members.items()}
    if kind is list or kind is tuple:
        return [v if type(v) in _AS_IT_IS else _plain(v) for v in cast(list[object], value)]
    if kind is int or kind is float:
        return _number(cast(float, value))
    if isinstance(value, str):
        return str.__str__(value)
    raise _UnusualError


_seen: set[str] = set()
"""Keys known to be plain: there are few, and looking at each again would take longer than all the rest."""

_MOST_SEEN = 10_000


def _see(members: dict[str, object]) -> None:
    """Keys are put in order by their UTF-16 code units; in plain ASCII that is Python's order."""
    if not all(isinstance(key, str) and key.isascii() for key in members):
        raise _UnusualError
    if len(_seen) + len(members) < _MOST_SEEN:
        _seen.update(members)


def _number(number: float) -> float:
    if -_EXACT < number < _EXACT and number == int(number):
        return int(number)
    if _PLAIN[0] <= abs(number) < _PLAIN[1]:
        return number
    raise _UnusualError


def sha256(document: object) -> str:
    """64 lower-case hex digits over the canonical form."""
    return hashlib.sha256(canonical(document)).hexdigest()
