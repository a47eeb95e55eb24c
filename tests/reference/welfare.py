"""The equally distributed equivalent (EDE), and leximin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp, fsum, log

from .framework import Weights
from .inputs import Inputs, Option
from .points import feasible, rounded, u

LEAST_Z = 0.05
LOGARITHMIC = 1e-9
"""So near to 1 the formula would divide by nothing: there E is the exp of the mean log."""


def standards(inputs: Inputs, option: Option, v: Weights, kappa: float) -> list[float]:
    """y + κu of each group: κu is added, for a multiplicative form lets a gain to the rich win."""
    means = {group.id: u(effect, v) for group, effect in inputs.of(option)}
    return [group.y + kappa * means.get(group.id, 0.0) for group in inputs.groups]


def equivalent(z: Sequence[float], n: Sequence[float], epsilon: float) -> float:
    """E(z) = (Σ p·z^(1−ε))^(1/(1−ε)) with p = n/Σn, and z never below 0.05."""
    total = fsum(n)
    held = [max(value, LEAST_Z) for value in z]
    if abs(epsilon - 1) < LOGARITHMIC:
        return exp(fsum(k / total * log(value) for k, value in zip(n, held, strict=True)))
    mean = fsum(k / total * value ** (1 - epsilon) for k, value in zip(n, held, strict=True))
    return float(mean ** (1 / (1 - epsilon)))


def ede_change_percent(inputs: Inputs, option: Option, v: Weights, kappa: float, epsilon: float) -> float:
    """100·(E(y + κu) ÷ E(y) − 1)."""
    n = [group.n for group in inputs.groups]
    before = equivalent([group.y for group in inputs.groups], n, epsilon)
    return 100 * (equivalent(standards(inputs, option, v, kappa), n, epsilon) / before - 1)


def leximin(inputs: Inputs, v: Weights, kappa: float) -> list[str]:
    """The feasible options, best first, by their worst-off person, then the next; ties by id."""

    def ladder(option: Option) -> list[tuple[float, int]]:
        """Persons from the worst-off up: (value, −how many stand there).

        All options have the same persons. So where two ladders first differ in how many stand on the same rung, the one
        with fewer has somebody higher at the first difference, and wins: hence the minus.
        """
        persons: Counter[float] = Counter()
        for group, z in zip(inputs.groups, standards(inputs, option, v, kappa), strict=True):
            persons[rounded(z, 9)] += group.n
        return sorted((z, -many) for z, many in persons.items())

    best_first = sorted(feasible(inputs), key=ladder, reverse=True)  # stable: equals stay in the order of ids
    return [option.id for option in best_first]
