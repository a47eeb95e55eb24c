"""The efficient frontier: what one more point costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..domain.vocabulary import OptionId
from .inputs import ScoringInputs
from .rounding import rounded


@dataclass(frozen=True, slots=True)
class FrontierStep:
    """An option on the frontier, and pounds a point from the one before; None for the first."""

    option: OptionId
    price_per_point: float | None


@dataclass(frozen=True, slots=True)
class _Place:
    option: OptionId
    cost: float
    points: float

    def price_from(self, before: _Place) -> float:
        return (self.cost - before.cost) / (self.points - before.points)


def frontier(inputs: ScoringInputs, total: Mapping[OptionId, float]) -> tuple[FrontierStep, ...]:
    """Over all options, cheapest first: no other buys as much for less, and prices never fall."""
    places = sorted(
        (_Place(o.id, o.net_cost, total[o.id]) for o in inputs.options),
        key=lambda p: (rounded(p.cost), -rounded(p.points), p.option),
    )
    kept: list[_Place] = []
    for place in places:
        if kept and rounded(place.points) <= rounded(kept[-1].points):
            continue
        while len(kept) > 1 and rounded(kept[-1].price_from(kept[-2])) > rounded(place.price_from(kept[-1])):
            kept.pop()
        kept.append(place)
    prices = [None, *(after.price_from(before) for before, after in pairwise(kept))]
    return tuple(FrontierStep(p.option, price) for p, price in zip(kept, prices, strict=True))
