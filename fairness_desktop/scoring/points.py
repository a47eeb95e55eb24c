"""Points and scores: the weighted sums everything else is made from."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.vocabulary import CriterionId, GroupId, Kind, OptionId
from .inputs import ScoredEffect, ScoringInputs
from .rounding import LIMIT_PLACES, PLACES, exact_sum, fsum, rounded

Weights = Mapping[CriterionId, float]
Effects = Mapping[tuple[OptionId, GroupId], float]


def criterion_weights(inputs: ScoringInputs, kind: Kind) -> Weights:
    """v: the swing weights of a kind as shares of their sum."""
    swing = inputs.framework.kinds[kind].weights
    total = fsum(swing[c] for c in inputs.criteria)
    return {c: swing[c] / total for c in inputs.criteria}


def need_weights(inputs: ScoringInputs, elasticity: float) -> Mapping[GroupId, float]:
    """The need weight w = y^−η of every group."""
    return {g.id: g.living_standard**-elasticity for g in inputs.groups}


def touched_effects(inputs: ScoringInputs, weights: Weights) -> Effects:
    """a: what happens to one touched person, over the criteria; only pairs with an effect."""
    return {pair: touched_effect(effect, weights) for pair, effect in inputs.effects.items()}


def touched_effect(effect: ScoredEffect, weights: Weights) -> float:
    """The one a, over the criteria that have an impact."""
    return exact_sum([weights[c] * x for c, x in effect.impacts.items()])


def mean_effects(inputs: ScoringInputs, touched: Effects) -> Effects:
    """u: the mean over the whole group."""
    return {pair: inputs.effects[pair].reach * a for pair, a in touched.items()}


def highest_reach(inputs: ScoringInputs) -> Mapping[GroupId, float]:
    """r̄: the largest share of each group that any option touches, infeasible ones included."""
    reach = {g.id: 0.0 for g in inputs.groups}
    for (_option, group), effect in inputs.effects.items():
        reach[group] = max(reach[group], effect.reach)
    return reach


def points(inputs: ScoringInputs, means: Effects, need: Mapping[GroupId, float]) -> Mapping[OptionId, float]:
    """T of every option: one point is a minor improvement for one typical person."""
    return {
        option.id: fsum(
            g.size * need[g.id] * means[option.id, g.id] for g in inputs.groups if (option.id, g.id) in means
        )
        for option in inputs.options
    }


def points_by_criterion(
    inputs: ScoringInputs, need: Mapping[GroupId, float]
) -> Mapping[OptionId, Mapping[CriterionId, float]]:
    """What T of every option would be, did one criterion have all the weight; T is their sum, weighted by v."""
    terms: dict[OptionId, dict[CriterionId, list[float]]] = {o.id: {} for o in inputs.options}
    people = {g.id: g.size * need[g.id] for g in inputs.groups}
    for (option, group), effect in inputs.effects.items():
        per_step = people[group] * effect.reach
        for criterion, x in effect.impacts.items():
            terms[option].setdefault(criterion, []).append(per_step * x)
    return {o: {c: fsum(of_groups) for c, of_groups in by_criterion.items()} for o, by_criterion in terms.items()}


def weighted(alone: Mapping[CriterionId, float], weights: Weights) -> float:
    """T from what each criterion alone would give."""
    return exact_sum([weights.get(c, 0.0) * t for c, t in alone.items()])


def scores(
    inputs: ScoringInputs,
    total: Mapping[OptionId, float],
    need: Mapping[GroupId, float],
    reach: Mapping[GroupId, float],
) -> Mapping[OptionId, float]:
    """S of every option, −100 to +100: T against all that the groups within reach could gain."""
    most = fsum(g.size * reach[g.id] * need[g.id] for g in inputs.groups)
    return {option: 100 / 3 * t / most if most else 0.0 for option, t in total.items()}


def order(total: Mapping[OptionId, float], among: tuple[OptionId, ...]) -> tuple[OptionId, ...]:
    """Options by rounded points, highest first; equal ones by id."""
    return tuple(sorted(among, key=lambda o: (-rounded(total[o], PLACES), o)))


def for_limits(value: float) -> float:
    """An effect as it is compared with a limit."""
    return rounded(value, LIMIT_PLACES)
