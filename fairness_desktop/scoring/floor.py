"""The floor: whether anyone most in need is left worse off, which no average can hide."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.effects import WORST
from ..domain.vocabulary import CriterionId, Floor, GroupId, OptionId
from .inputs import ScoredEffect, ScoringInputs
from .points import Weights, for_limits, touched_effect


@dataclass(frozen=True, slots=True)
class FloorReason:
    """What breaks the floor: an effect on a touched person as a whole, or (with a criterion) on that alone."""

    group: GroupId
    criterion: CriterionId | None
    effect: float
    floor: Floor


def most_in_need(inputs: ScoringInputs) -> tuple[GroupId, ...]:
    """M: the groups at or under the need threshold; where there are none, those of the lowest living standard."""
    threshold = inputs.framework.need_threshold
    under = tuple(g.id for g in inputs.groups if g.living_standard <= threshold)
    lowest = min(g.living_standard for g in inputs.groups)
    return under or tuple(g.id for g in inputs.groups if g.living_standard == lowest)


def floor_reasons(
    inputs: ScoringInputs, option: OptionId, weights: Weights, *, worst_case: bool = False
) -> tuple[FloorReason, ...]:
    """Every breach by an option, in order of group and criterion; none means GREEN.

    In the worst case each non-zero effect is lowered by the half-width of its evidence grade, not below −3.
    """
    reasons: list[FloorReason] = []
    for group in most_in_need(inputs):
        effect = inputs.effects.get((option, group))
        if effect is not None:
            reasons += _breaches(inputs, group, _lowered(inputs, effect) if worst_case else effect, weights)
    return tuple(reasons)


def colour(reasons: tuple[FloorReason, ...]) -> Floor:
    """The floor that these breaches leave."""
    if any(r.floor is Floor.RED for r in reasons):
        return Floor.RED
    return Floor.AMBER if reasons else Floor.GREEN


def _lowered(inputs: ScoringInputs, effect: ScoredEffect) -> ScoredEffect:
    half_width = inputs.framework.half_widths[effect.grade]
    impacts = {c: max(x - half_width, WORST) for c, x in effect.impacts.items()}
    return ScoredEffect(effect.reach, effect.grade, impacts)


def _breaches(inputs: ScoringInputs, group: GroupId, effect: ScoredEffect, weights: Weights) -> list[FloorReason]:
    limits = inputs.framework.floor
    mean = for_limits(touched_effect(effect, weights))
    breaches = []
    if mean <= limits.red_mean:
        breaches.append(FloorReason(group, None, mean, Floor.RED))
    elif mean < limits.amber_mean:
        breaches.append(FloorReason(group, None, mean, Floor.AMBER))
    for criterion in inputs.criteria:
        impact = effect.impacts.get(criterion, 0.0)
        if impact <= limits.red_single:
            breaches.append(FloorReason(group, criterion, impact, Floor.RED))
    return breaches
