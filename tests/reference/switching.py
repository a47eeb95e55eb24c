"""Switching values: where the leader changes as the elasticity, or the weight of one criterion, is moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from math import log

from .exponentials import Terms, sign, sign_changes
from .framework import Framework, Weights
from .inputs import Inputs, Option
from .points import feasible, w

HIGHEST_ETA = 4.0
SAME = 1e-9
"""Roots nearer than this are one: what crosses there crosses together, and results have 6 decimals."""


@dataclass(frozen=True)
class Switch:
    """The leader just below and just above a value."""

    at: float
    below: str
    above: str


def exact(number: float) -> Fraction:
    """The decimal that was written down, exactly: two options alike on paper then differ by 0 and not by a rounding."""
    return Fraction(repr(number))


def exact_weights(swing: Weights) -> dict[str, Fraction]:
    """v_c."""
    total = sum((exact(weight) for weight in swing.values()), Fraction(0))
    return {criterion: exact(weight) / total for criterion, weight in swing.items()}


def switches(roots: Iterable[float], low: float, high: float, leader: Callable[[float], str]) -> list[Switch]:
    """Where, of the roots, the leader on the open interval below differs from that above. An end is no switch."""
    places: list[float] = []
    for root in sorted(roots):
        if low + SAME < root < high - SAME and (not places or root - places[-1] > SAME):
            places.append(root)
    leaders = [leader((left + right) / 2) for left, right in pairwise([low, *places, high])]
    found = zip(places, leaders, leaders[1:], strict=False)
    return [Switch(at, below, above) for at, below, above in found if below != above]


def elasticity_switches(inputs: Inputs, framework: Framework) -> list[Switch]:
    """η between 0 and 4."""
    v = exact_weights(framework.swing[inputs.kind])
    among = feasible(inputs)
    if not among:
        return []
    gap = {(i.id, j.id): difference(inputs, i, j, v) for i, j in combinations(among, 2)}
    roots = [root for terms in gap.values() for root in sign_changes(terms, 0.0, HIGHEST_ETA)]

    def leader(eta: float) -> str:
        best = among[0].id
        for option in among[1:]:
            if sign(gap[best, option.id], eta) < 0:  # a tie stays with the id that sorts first
                best = option.id
        return best

    return switches(roots, 0.0, HIGHEST_ETA, leader)


def difference(inputs: Inputs, i: Option, j: Option, v: Mapping[str, Fraction]) -> Terms:
    """T(i) − T(j) as Σ c·y^−η, one term for each y there is, none where c is exactly 0."""
    coefficients: dict[float, Fraction] = {}
    for option, plus in ((i, 1), (j, -1)):
        for group, effect in inputs.of(option):
            a = sum((v[criterion] * exact(x) for criterion, x in effect.x.items()), Fraction(0))
            c = plus * group.n * exact(effect.r) * a
            coefficients[group.y] = coefficients.get(group.y, Fraction(0)) + c
    return [(float(c), log(y)) for y, c in sorted(coefficients.items()) if c]


Line = tuple[Fraction, Fraction]
"""T(t) = at 0 + t · slope."""


def weight_switches(inputs: Inputs, framework: Framework) -> list[tuple[str, Switch]]:
    """Each criterion weight t between 0 and 1, the others at v_k·(1−t)/(1−v_c); criteria in the framework's order."""
    v = exact_weights(framework.swing[inputs.kind])
    among = feasible(inputs)
    if not among:
        return []
    parts = {option.id: points_by_criterion(inputs, option, framework.eta) for option in among}
    found = []
    for criterion in framework.criteria:
        if v[criterion] != 1:  # where it is 1 there are no others to take their share
            lines = {option: line(part, v, criterion) for option, part in parts.items()}
            found += [(criterion, switch) for switch in crossings(lines)]
    return found


def points_by_criterion(inputs: Inputs, option: Option, eta: float) -> dict[str, Fraction]:
    """Σ_g n·w·r·x for each criterion: T is their sum, weighted by v."""
    found: dict[str, Fraction] = {}
    for group, effect in inputs.of(option):
        for criterion, x in effect.x.items():
            part = group.n * Fraction(w(group, eta)) * exact(effect.r) * exact(x)
            found[criterion] = found.get(criterion, Fraction(0)) + part
    return found


def line(part: Mapping[str, Fraction], v: Mapping[str, Fraction], criterion: str) -> Line:
    """T of one option as the weight t of one criterion moves: a straight line."""
    others = sum((v[k] * value for k, value in part.items() if k != criterion), Fraction(0)) / (1 - v[criterion])
    return others, part.get(criterion, Fraction(0)) - others


def crossings(lines: Mapping[str, Line]) -> list[Switch]:
    """Where, of lines by option id, another one comes to be the highest between 0 and 1."""
    roots = [
        float((other[0] - one[0]) / (one[1] - other[1]))
        for one, other in combinations(lines.values(), 2)
        if one[1] != other[1]
    ]

    def leader(t: float) -> str:
        return min(lines, key=lambda option: (-(lines[option][0] + Fraction(t) * lines[option][1]), option))

    return switches(roots, 0.0, 1.0, leader)
