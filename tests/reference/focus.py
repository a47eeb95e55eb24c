"""Focus: whom the benefit and the burden fall on, against whom the decision can reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from .framework import Weights
from .inputs import Inputs, Option
from .points import r_max, u


@dataclass(frozen=True)
class Focus:
    """Shares going to those most in need, and their ratios to the need share; None where the denominator is 0."""

    benefit_share: float | None
    focus_ratio: float | None
    burden_share: float | None
    burden_ratio: float | None


def ratio(numerator: float | None, denominator: float | None) -> float | None:
    """A ratio whose denominator is 0, or that is made of an undefined one, is undefined."""
    return None if numerator is None or not denominator else numerator / denominator


def share(amounts: Mapping[str, float], in_need: frozenset[str]) -> float | None:
    """The part of the amounts (by group) that falls to those most in need."""
    return ratio(fsum(amount for group, amount in amounts.items() if group in in_need), fsum(amounts.values()))


def need_share(inputs: Inputs, in_need: frozenset[str]) -> float | None:
    """P = Σ_M n·r̄ ÷ Σ_g n·r̄."""
    reach = r_max(inputs)
    return share({group.id: group.n * reach[group.id] for group in inputs.groups}, in_need)


def focus(inputs: Inputs, option: Option, v: Weights, in_need: frozenset[str]) -> Focus:
    """B = Σ_M n·max(u, 0) ÷ Σ_g n·max(u, 0), φ = B ÷ P; burden: the same with max(−u, 0)."""
    means = [(group, u(effect, v)) for group, effect in inputs.of(option)]
    benefit = share({group.id: group.n * max(mean, 0.0) for group, mean in means}, in_need)
    burden = share({group.id: group.n * max(-mean, 0.0) for group, mean in means}, in_need)
    P = need_share(inputs, in_need)  # noqa: N806 - its name
    return Focus(benefit, ratio(benefit, P), burden, ratio(burden, P))
