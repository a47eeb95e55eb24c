"""A text told as what differs from the one after it: a history of many states takes little room so.

A splice ``[from, to, text]`` puts ``text`` in the place of the characters ``from`` up to ``to``; the splices of one
text are in order, do not overlap, and count in the text as it was before any of them. Characters are code points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from json import JSONDecodeError, JSONDecoder

from ...i18n import _
from ..reading import LARGEST_FILE
from .archive import refused

Splice = tuple[int, int, str]
Span = tuple[int, int]

_DECODER = JSONDecoder()
_LENGTH = 3


def splices(text: str, wanted: str) -> list[Splice]:
    """What turns ``text`` into ``wanted``: where both have the same fields, each field is looked at apart."""
    if text == wanted:
        return []
    here, there = _members(text), _members(wanted)
    if not here or list(here) != list(there):
        return [_differing(text, (0, len(text)), wanted, (0, len(wanted)))]
    pairs = [(here[key], there[key]) for key in here]
    return [
        _differing(text, one, wanted, other)
        for one, other in pairs
        if text[one[0] : one[1]] != wanted[other[0] : other[1]]
    ]


def spliced(text: str, changes: Sequence[object]) -> str:
    """The text with those splices made; InvalidInputError where they cannot be."""
    parts: list[str] = []
    reached = 0
    for change in changes:
        begin, end, new = _splice(change)
        if not reached <= begin <= end <= len(text):
            raise refused(_("holds a change of a state that does not fit it"))
        parts += (text[reached:begin], new)
        reached = end
    parts.append(text[reached:])
    if sum(map(len, parts)) > LARGEST_FILE:
        raise refused(_("holds a state larger than 32 MiB"))
    return "".join(parts)


def _splice(change: object) -> Splice:
    if isinstance(change, list | tuple) and len(change) == _LENGTH:
        begin, end, new = change
        if type(begin) is int and type(end) is int and isinstance(new, str):
            return begin, end, new
    raise refused(_("holds a change of a state that cannot be read"))


def _members(text: str) -> dict[str, Span]:
    """Where the value of each field of a JSON object in canonical form lies; none where it is no such thing."""
    found: dict[str, Span] = {}
    at = 0
    try:
        while text[at] != "}":
            key, colon = _DECODER.raw_decode(text, at + 1)
            _value, end = _DECODER.raw_decode(text, colon + 1)
            found[str(key)] = (colon + 1, end)
            at = end
    except (JSONDecodeError, IndexError, RecursionError):
        return {}
    return found


def _differing(text: str, here: Span, wanted: str, there: Span) -> Splice:
    """The one stretch in which two stretches differ, what both begin and end with left out."""
    (begin, end), (first, last) = here, there
    most = min(end - begin, last - first)
    same = _common(most, lambda n: text[begin : begin + n] == wanted[first : first + n])
    begin, first = begin + same, first + same
    most -= same
    same = _common(most, lambda n: text[end - n : end] == wanted[last - n : last])
    return begin, end - same, wanted[first : last - same]


def _common(most: int, agrees: Callable[[int], bool]) -> int:
    """The largest length up to ``most`` at which both agree; what agrees at a length agrees at each shorter one."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if agrees(middle) else (least, middle - 1)
    return least
