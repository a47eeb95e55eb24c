"""Results are rounded once, at the end, and compared so."""

from __future__ import annotations

from math import fsum
from typing import overload

PLACES = 6
LIMIT_PLACES = 9
"""Effects are rounded to these before any comparison with a limit."""

NOISE = 1e-12
"""What is smaller than this beside the terms it was summed from is no figure: a loss of 1e-17 is no burden."""

__all__ = ["LIMIT_PLACES", "PLACES", "exact_sum", "fsum", "rounded"]


@overload
def rounded(value: float, places: int = PLACES) -> float: ...
@overload
def rounded(value: None, places: int = PLACES) -> None: ...
def rounded(value: float | None, places: int = PLACES) -> float | None:
    """``value`` to that many decimals, half to even, −0 as 0; None stays None."""
    return None if value is None else round(float(value), places) + 0.0


def exact_sum(terms: list[float]) -> float:
    """Their sum whatever their order, exactly 0 where they cancel but for the last binary digits."""
    total = fsum(terms)
    return total if abs(total) > NOISE * fsum(map(abs, terms)) else 0.0
