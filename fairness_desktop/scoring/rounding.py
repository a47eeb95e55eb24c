"""Results are rounded once, at the end, and compared so."""

from __future__ import annotations

from math import fsum
from typing import overload

PLACES = 6
LIMIT_PLACES = 9
"""Effects are rounded to these before any comparison with a limit."""

__all__ = ["LIMIT_PLACES", "PLACES", "fsum", "rounded"]


@overload
def rounded(value: float, places: int = PLACES) -> float: ...
@overload
def rounded(value: None, places: int = PLACES) -> None: ...
def rounded(value: float | None, places: int = PLACES) -> float | None:
    """``value`` to that many decimals, half to even, −0 as 0; None stays None."""
    return None if value is None else round(float(value), places) + 0.0
