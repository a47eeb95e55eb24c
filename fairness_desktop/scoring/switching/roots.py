"""Zeros of sums of exponentials, all of them and exact: not found on a grid, which can step over two at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import exp

from ..rounding import NOISE, fsum

Term = tuple[float, float]
"""c and λ of one term c·e^(λt)."""


def zeros(terms: Sequence[Term], low: float, high: float) -> list[float]:
    """Every t in the open interval at which Σ c·e^(λt) is 0, rising; none where the sum is 0 throughout.

    Descartes' rule for such sums: with terms in order of λ there are at most as many zeros as the signs of c change.
    With more than one change, the derivative of the sum over its first exponential has one term less; between its
    zeros the sum is monotone (Rolle).
    """
    ordered = _simplified(terms)
    changes = sum(1 for (c, _r), (d, _s) in pairwise(ordered) if (c < 0) != (d < 0))
    if not changes:
        return []
    first = ordered[0][1]
    shifted = [(c, rate - first) for c, rate in ordered]
    turning = zeros([(c * rate, rate) for c, rate in shifted[1:]], low, high) if changes > 1 else []

    def value(t: float) -> float:
        return fsum(c * exp(rate * t) for c, rate in shifted)

    found = [t for t in turning if value(t) == 0]
    found += [_bisected(value, a, b) for a, b in pairwise([low, *turning, high]) if value(a) * value(b) < 0]
    return sorted(found)


def _simplified(terms: Sequence[Term]) -> list[Term]:
    """Terms of the same λ taken together, those that cancel dropped, in order of λ."""
    together: dict[float, list[float]] = {}
    for c, rate in terms:
        together.setdefault(rate, []).append(c)
    sums = {rate: (fsum(cs), fsum(map(abs, cs))) for rate, cs in together.items()}
    return sorted(((c, rate) for rate, (c, size) in sums.items() if abs(c) > NOISE * size), key=lambda term: term[1])


def _bisected(value: Callable[[float], float], low: float, high: float) -> float:
    """The zero between two places where the signs differ, as exactly as a number can say."""
    rising = value(low) < 0
    while low < (middle := (low + high) / 2) < high:
        if (value(middle) < 0) == rising:
            low = middle
        else:
            high = middle
    return low
