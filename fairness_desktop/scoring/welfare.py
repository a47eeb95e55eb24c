"""Welfare: the equally distributed equivalent (Atkinson), and leximin over persons."""

from __future__ import annotations

from collections import Counter
from math import exp, log

from ..domain.vocabulary import OptionId
from .inputs import ScoringInputs
from .points import Effects, for_limits
from .rounding import fsum

LEAST_STANDARD = 0.05
"""Living standards are never taken to be lower than this, before and after."""

_NEAR_ONE = 1e-9


def equally_distributed_equivalent(people: list[tuple[float, float]], aversion: float) -> float:
    """E: the living standard that, had by all alike, would be worth as much; ``people`` are (number, standard)."""
    total = fsum(n for n, _z in people)
    if abs(aversion - 1) < _NEAR_ONE:
        return exp(fsum(n / total * log(z) for n, z in people))
    power = 1 - aversion
    return float(fsum(n / total * z**power for n, z in people) ** (1 / power))


def ede_change_percent(inputs: ScoringInputs, option: OptionId, means: Effects) -> float:
    """How much the option moves the equally distributed equivalent, in percent."""
    kappa, aversion = inputs.framework.kappa, inputs.framework.elasticity.value
    before = [(float(g.size), max(g.living_standard, LEAST_STANDARD)) for g in inputs.groups]
    after = [
        (float(g.size), max(g.living_standard + kappa * means.get((option, g.id), 0.0), LEAST_STANDARD))
        for g in inputs.groups
    ]
    return 100 * (
        equally_distributed_equivalent(after, aversion) / equally_distributed_equivalent(before, aversion) - 1
    )


def leximin(inputs: ScoringInputs, means: Effects, among: tuple[OptionId, ...]) -> tuple[OptionId, ...]:
    """Options by how the worst-off person fares, then the next, and so on; ties by id."""
    by_id = sorted(among)
    return tuple(sorted(by_id, key=lambda o: from_the_worst_off(inputs, o, means), reverse=True))


def from_the_worst_off(inputs: ScoringInputs, option: OptionId, means: Effects) -> tuple[tuple[float, int], ...]:
    """Living standards with how many have each, lowest first.

    Fewer at the same standard is better, for the next person then stands higher: so the count enters negated.
    """
    kappa = inputs.framework.kappa
    people: Counter[float] = Counter()
    for group in inputs.groups:
        people[for_limits(group.living_standard + kappa * means.get((option, group.id), 0.0))] += group.size
    return tuple((standard, -people[standard]) for standard in sorted(people))
