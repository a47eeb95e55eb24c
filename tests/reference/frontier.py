"""The efficient frontier: what more points cost."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .points import rounded


@dataclass(frozen=True)
class Offer:
    """An option as its net cost a year and its points T."""

    option: str
    net_cost: float
    points: float


def price(lower: Offer, upper: Offer) -> float:
    """Δ net cost ÷ ΔT between neighbours, pounds a point."""
    return (upper.net_cost - lower.net_cost) / (upper.points - lower.points)


def frontier(offers: list[Offer]) -> list[tuple[str, float | None]]:
    """The options on the frontier, cheapest first, each with its price above the one before it."""
    kept: list[Offer] = []
    for offer in sorted(offers, key=lambda o: (rounded(o.net_cost), -rounded(o.points), o.option)):
        if kept and rounded(offer.points) <= rounded(kept[-1].points):
            continue
        # A middle one dearer a point than the next is one no one need stop at; of equal prices both stay.
        while len(kept) > 1 and rounded(price(kept[-2], kept[-1])) > rounded(price(kept[-1], offer)):
            kept.pop()
        kept.append(offer)
    prices = [price(lower, upper) for lower, upper in pairwise(kept)]
    return list(zip([offer.option for offer in kept], [None, *prices], strict=True))
