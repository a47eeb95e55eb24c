"""On which line of a JSON file a place stands, so that a fault can be shown to whoever mends it."""

from __future__ import annotations

import re

_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]')


def line_of(text: str, where: str) -> int:
    """The line of ``where`` (``kinds[2].weights``); of what would hold it, where nothing stands there."""
    found = _places(text)
    while where and where not in found:
        where = re.sub(r"\.?[^.\[]+$|\[\d+\]$", "", where)
    return text.count("\n", 0, found.get(where, 0)) + 1


def _places(text: str) -> dict[str, int]:
    """Where in the text of a JSON value each key and each row begins, by its place."""
    found: dict[str, int] = {}
    holders: list[tuple[str, int]] = []  # the place of each object or list around, and the row (−1: an object)
    place, latest = "", ""
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in "{[":
            found.setdefault(place, match.start())
            holders.append((place, 0 if mark == "[" else -1))
            place = f"{place}[0]" if mark == "[" else place
        elif mark in "}]":
            holders.pop()
        elif mark == "," and holders[-1][1] >= 0:
            outer, row = holders.pop()
            holders.append((outer, row + 1))
            place = f"{outer}[{row + 1}]"
        elif mark == ":":
            outer = holders[-1][0]
            place = f"{outer}.{latest}" if outer else latest
            found.setdefault(place, match.start())
        else:
            latest = mark[1:-1]
    return found
