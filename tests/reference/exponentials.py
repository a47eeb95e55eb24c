"""Where a sum of exponentials f(η) = Σ c·y^−η changes its sign: all such places, not those a grid happens to see."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, fsum

Terms = Sequence[tuple[float, float]]
"""(c, λ) for c·e^(−λη), with λ = ln y; no two λ alike, no c zero."""

NOISE = 1e-14
"""A sum smaller than this part of its terms cannot be told from 0 in floating point."""


def value(terms: Terms, eta: float) -> float:
    """f(η)."""
    return fsum(c * exp(-rate * eta) for c, rate in terms)


def sign(terms: Terms, eta: float) -> int:
    """−1, 0 or 1."""
    total = value(terms, eta)
    if abs(total) <= NOISE * fsum(abs(c) * exp(-rate * eta) for c, rate in terms):
        return 0
    return 1 if total > 0 else -1


def sign_changes(terms: Terms, low: float, high: float) -> list[float]:
    """The η between low and high where f changes its sign, rising.

    Divided by one of its exponentials f keeps its sign and gains a constant term, and the derivative of that loses it.
    So the derivative is a sum of one exponential fewer; between its sign changes the quotient only rises or only falls,
    and there it has one zero where its signs at both ends differ, else none.
    """
    if len(terms) < 2:
        return []
    first = terms[0][1]
    derivative = [(-c * (rate - first), rate - first) for c, rate in terms[1:]]
    places = [low, *sign_changes(derivative, low, high), high]
    signed = [(place, eta) for place, eta in enumerate(places) if sign(terms, eta)]
    changes = []
    for (i, left), (j, right) in pairwise(signed):
        if sign(terms, left) != sign(terms, right):
            # Where f is 0 at a turning place between the two, that is where it crosses.
            changes.append(places[i + 1] if j > i + 1 else bisected(terms, left, right))
    return changes


def bisected(terms: Terms, left: float, right: float) -> float:
    """The zero between two places of different sign, to the last bit."""
    rising = value(terms, right) > 0
    while left < (middle := (left + right) / 2) < right:
        if (value(terms, middle) > 0) == rising:
            right = middle
        else:
            left = middle
    return right
