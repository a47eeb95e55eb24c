"""Robustness: the same decision scored in N draws of elasticity, weights and effects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from .floor import LIMIT_DIGITS
from .framework import Framework, Weights
from .generator import uniforms
from .inputs import Effect, Inputs, seed
from .points import feasible, normalised, order

Draw = Callable[[], float]


@dataclass(frozen=True)
class Counts:
    """What the draws say of one option, in draws out of N."""

    rank: Sequence[int]
    """How often it came first, second, …: as many places as there are options."""
    above: Mapping[str, int]
    """How often it stood above each other feasible option."""
    red: int
    """How often its floor was RED."""


@dataclass(frozen=True)
class Drawn:
    """One draw of one option: its points T, and whether its floor is RED."""

    points: float
    red: bool


def triangular(low: float, x: float, high: float, U: float) -> float:  # noqa: N803 - U is its name
    """The triangular distribution with mode x, by its inverse CDF."""
    if high == low:
        return x
    if (x - low) / (high - low) > U:
        return low + sqrt(U * (high - low) * (x - low))
    return high - sqrt((1 - U) * (high - low) * (high - x))


def draw_weights(framework: Framework, v: Weights, draw: Draw) -> dict[str, float]:
    """Each criterion weight multiplied by a uniform number, then renormalised; in the framework's order of criteria."""
    low, high = framework.robustness.weight_low, framework.robustness.weight_high
    return normalised({c: v[c] * (low + (high - low) * draw()) for c in framework.criteria})


def draw_x(effect: Effect, half_width: float, draw: Draw) -> list[tuple[str, float]]:
    """Each non-zero x, triangular about what was entered; by criterion id."""
    return [
        (criterion, triangular(max(x - half_width, -3.0), x, min(x + half_width, 3.0), draw()))
        for criterion, x in effect.x.items()
    ]


def draws(inputs: Inputs, framework: Framework, in_need: frozenset[str]) -> Iterator[dict[str, Drawn]]:
    """Draws without end: first η, then the weights, then the x by option, group and criterion."""
    draw = uniforms(seed(inputs)).__next__
    v = normalised(framework.swing[inputs.kind])
    limits, eta_low, eta_high = framework.floor, framework.robustness.eta_low, framework.robustness.eta_high
    plan = [(option.id, inputs.of(option)) for option in inputs.options]
    while True:
        eta = eta_low + (eta_high - eta_low) * draw()
        weights = draw_weights(framework, v, draw)
        w = {group.id: group.y**-eta for group in inputs.groups}
        found = {}
        for option, touched in plan:
            points, red = 0.0, False
            for group, effect in touched:
                drawn = draw_x(effect, framework.half_widths[effect.grade], draw)
                a = sum([weights[criterion] * x for criterion, x in drawn])
                points += group.n * w[group.id] * effect.r * a
                if group.id in in_need:
                    red = red or round(a, LIMIT_DIGITS) <= limits.red_mean
                    red = red or min([x for _, x in drawn]) <= limits.red_single
            found[option] = Drawn(points, red)
        yield found


def robustness(inputs: Inputs, framework: Framework, in_need: frozenset[str], N: int) -> dict[str, Counts]:  # noqa: N803
    """What N draws say of each option; ranks and wins are over the feasible set, RED over all."""
    among = feasible(inputs)
    ids = [option.id for option in inputs.options]
    rank = {option: [0] * len(ids) for option in ids}
    above = {o.id: {other.id: 0 for other in among if other != o} for o in among}
    red = dict.fromkeys(ids, 0)
    for _, drawn in zip(range(N), draws(inputs, framework, in_need), strict=False):
        for option in ids:
            red[option] += drawn[option].red
        ranked = order({option: drawn[option].points for option in ids}, among)
        for place, option in enumerate(ranked):
            rank[option][place] += 1
            for lower in ranked[place + 1 :]:
                above[option][lower] += 1
    return {option: Counts(rank[option], above.get(option, {}), red[option]) for option in ids}


def standard_error(p: float, N: int) -> float:  # noqa: N803
    """√(p(1−p)/N)."""
    return sqrt(p * (1 - p) / N)


def verdict(framework: Framework, first_share: float) -> str:
    """What the leader's first-rank share is called."""
    if first_share >= framework.robustness.robust:
        return "robust"
    return "leaning" if first_share >= framework.robustness.leaning else "finely balanced"
