"""How wide words are in a face like those that readers' systems have; what a drawing writes is fitted to it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_THOUSANDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
"""Of the size, for the signs from the space to the tilde: those of Helvetica, which Arial and its like share."""

_OTHER, _WIDE = 600, 1000
_BOLDER = 1.08
"""So much wider a heavy face is."""

SEMIBOLD = 600


@lru_cache(maxsize=4096)
def _advance(sign: str) -> int:
    base = unicodedata.normalize("NFD", sign)[0]
    place = ord(base) - ord(" ")
    if 0 <= place < len(_THOUSANDTHS):
        return _THOUSANDTHS[place]
    if unicodedata.combining(sign):
        return 0
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else _OTHER


def measure(text: str, size: float, weight: int) -> float:
    """The width of a text at a size, in the units of the size."""
    return sum(map(_advance, text)) * size / 1000 * (_BOLDER if weight >= SEMIBOLD else 1.0)
