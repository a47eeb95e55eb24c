"""Points T, the fairness score S, and the order they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from .framework import Weights
from .inputs import Effect, Group, Inputs, Option


def rounded(value: float, digits: int = 6) -> float:
    """Half to even, and −0 as 0: how results are shown and compared."""
    return round(value, digits) + 0.0


def normalised(swing: Weights) -> dict[str, float]:
    """v_c = swing weight of c ÷ sum of swing weights."""
    total = fsum(swing.values())
    if total == 0:
        raise ValueError("the swing weights are all zero")
    return {criterion: weight / total for criterion, weight in swing.items()}


def a(effect: Effect, v: Weights) -> float:
    """The effect on a touched person: Σ_c v_c·x; 0 where nothing but the last binary digits is left of the terms."""
    terms = [v[criterion] * x for criterion, x in effect.x.items()]
    total = fsum(terms)
    return 0.0 if abs(total) <= 1e-12 * fsum(abs(term) for term in terms) else total


def u(effect: Effect, v: Weights) -> float:
    """The group mean: r·a."""
    return effect.r * a(effect, v)


def w(group: Group, eta: float) -> float:
    """The equity weight: y^−η."""
    return float(group.y**-eta)


def points(inputs: Inputs, option: Option, v: Weights, eta: float) -> float:
    """T(o) = Σ_g n·w·u."""
    return fsum(group.n * w(group, eta) * u(effect, v) for group, effect in inputs.of(option))


def r_max(inputs: Inputs) -> dict[str, float]:
    """r̄(g) = max_o r(o, g) over all options, infeasible ones included; 0 where none touches."""
    return {g.id: max((e.r for e in inputs.effects if e.group == g.id), default=0.0) for g in inputs.groups}


def fairness_score(inputs: Inputs, option: Option, v: Weights, eta: float) -> float:
    """S(o) = 100/3 · T(o) ÷ Σ_g n·r̄·w; 0 where that sum is 0."""
    reach = r_max(inputs)
    most = fsum(group.n * reach[group.id] * w(group, eta) for group in inputs.groups)
    return 100 / 3 * points(inputs, option, v, eta) / most if most else 0.0


def feasible(inputs: Inputs) -> tuple[Option, ...]:
    """The options that save what must be saved and cost no more than may be spent."""
    limits = [-inputs.required_saving] if inputs.required_saving is not None else []
    limits += [inputs.budget_cap] if inputs.budget_cap is not None else []
    return tuple(o for o in inputs.options if all(rounded(o.net_cost) <= rounded(limit) for limit in limits))


def order(T: Mapping[str, float], among: Iterable[Option]) -> list[str]:  # noqa: N803 - T is its name
    """Ids by T rounded to 6 decimals, highest first; a tie goes to the id that sorts first by code point."""
    return sorted((option.id for option in among), key=lambda option: (-rounded(T[option]), option))


def leader(inputs: Inputs, v: Weights, eta: float) -> str | None:
    """The first of the feasible options, if there is any."""
    among = feasible(inputs)
    T = {option.id: points(inputs, option, v, eta) for option in among}  # noqa: N806
    return next(iter(order(T, among)), None)
