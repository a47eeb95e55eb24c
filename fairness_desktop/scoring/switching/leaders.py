"""Switching values: for elasticity and for each criterion's weight, exactly where the lead passes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from math import log

from ...domain.vocabulary import CriterionId, OptionId
from ..inputs import ScoringInputs
from ..points import Effects, criterion_weights, need_weights, order, points, points_by_criterion, weighted
from ..rounding import NOISE
from .roots import zeros
from .values import ElasticitySwitch, Switches, WeightSwitch

LOWEST_ELASTICITY, HIGHEST_ELASTICITY = 0.0, 4.0
SAME_PLACE = 5e-7
"""Crossings closer than this are one place to 6 decimals; between them the order is not asked for."""

Lead = Callable[[float], OptionId]
Crossing = tuple[float, frozenset[OptionId]]
"""Where two options are level, and which two."""

Pass = tuple[float, OptionId, OptionId]


def switches(inputs: ScoringInputs, means: Effects, able: tuple[OptionId, ...]) -> Switches:
    """Every switching value among the feasible options; ``means`` are the group means u."""
    if len(able) < 2:  # noqa: PLR2004 - one option has no one to pass the lead to
        return Switches((), ())
    return Switches(
        elasticity=tuple(ElasticitySwitch(*found) for found in _elasticity(inputs, means, able)),
        weights=tuple(
            WeightSwitch(criterion, *found)
            for criterion in inputs.framework.criterion_ids
            for found in _weight(inputs, criterion, able)
        ),
    )


def _elasticity(inputs: ScoringInputs, means: Effects, able: tuple[OptionId, ...]) -> Iterator[Pass]:
    """T is a sum of exponentials in η: Σ n·u·e^(−η·ln y)."""

    def lead(elasticity: float) -> OptionId:
        return order(points(inputs, means, need_weights(inputs, elasticity)), able)[0]

    terms = {
        o: [(g.size * means[o, g.id], -log(g.living_standard)) for g in inputs.groups if (o, g.id) in means]
        for o in able
    }
    crossings = [
        (at, frozenset((one, other)))
        for one, other in combinations(able, 2)
        for at in zeros([*terms[one], *((-c, rate) for c, rate in terms[other])], LOWEST_ELASTICITY, HIGHEST_ELASTICITY)
    ]
    return _passes(crossings, LOWEST_ELASTICITY, HIGHEST_ELASTICITY, lead)


def _weight(inputs: ScoringInputs, criterion: CriterionId, able: tuple[OptionId, ...]) -> Iterator[Pass]:
    """T is a straight line in the criterion's share t, from ``without`` it (t = 0) to it ``alone`` (t = 1)."""
    weights = criterion_weights(inputs, inputs.kind)
    if weights[criterion] == 1:
        return iter(())
    rest = {c: 0.0 if c == criterion else v / (1 - weights[criterion]) for c, v in weights.items()}
    each = points_by_criterion(inputs, need_weights(inputs, inputs.framework.elasticity.value))
    alone = {o: each[o].get(criterion, 0.0) for o in able}
    without = {o: weighted(each[o], rest) for o in able}

    def lead(share: float) -> OptionId:
        return order({o: share * alone[o] + (1 - share) * without[o] for o in able}, able)[0]

    crossings = []
    for one, other in combinations(able, 2):
        begin, end = _difference(without[one], without[other]), _difference(alone[one], alone[other])
        if begin * end < 0:
            crossings.append((begin / (begin - end), frozenset((one, other))))
    return _passes(crossings, 0.0, 1.0, lead)


def _difference(one: float, other: float) -> float:
    """One less the other; 0 where they differ by no more than their last binary digits."""
    return one - other if abs(one - other) > NOISE * (abs(one) + abs(other)) else 0.0


def _passes(crossings: list[Crossing], low: float, high: float, lead: Lead) -> Iterator[Pass]:
    """Where the leaders of neighbouring open intervals differ: the place, who led below it, who leads above it."""
    places: list[list[Crossing]] = []
    for crossing in sorted(crossings, key=lambda found: found[0]):
        if places and crossing[0] - places[-1][0][0] <= SAME_PLACE:
            places[-1].append(crossing)
        elif low < crossing[0] < high:
            places.append([crossing])
    ends = [low, *(place[0][0] for place in places), high]
    leaders = [lead((a + b) / 2) for a, b in pairwise(ends)]
    for place, (before, after) in zip(places, pairwise(leaders), strict=True):
        if before != after:
            yield next((at for at, two in place if two == {before, after}), place[0][0]), before, after
