"""How many of those who answered are satisfied, and how much of that so few answers allow one to say.

The lower end of Wilson's interval (E. B. Wilson, *Journal of the American Statistical Association* 22, 1927): of two
shares that look alike, the one with more answers behind it counts for more.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from ..kinds.profile import QualityMechanism

Z = 1.959964
"""Of a normal distribution, 95 % lies within so many standard deviations."""

FEW = 50
"""Below so many answers the bound lies ten points and more under a good share: surveys mark such a base as small."""

RESTS_ON_RATINGS = frozenset({QualityMechanism.MARKET, QualityMechanism.PEER_REVIEW, QualityMechanism.DEMOCRATIC})
"""Mechanisms under which people judge for themselves; the others go by rules or by counts."""


def wilson_lower(satisfied: int, answers: int) -> float:
    """The least share that the answers speak for, 0 to 1; ``answers`` above 0, ``satisfied`` not above it."""
    share, zz = satisfied / answers, Z * Z
    middle = share + zz / (2 * answers)
    half = Z * sqrt(share * (1 - share) / answers + zz / (4 * answers * answers))
    return min(max((middle - half) / (1 + zz / answers), 0.0), share)


@dataclass(frozen=True, slots=True)
class Rated:
    """``satisfied`` of ``answers``, and what follows; shares are 0 to 1."""

    satisfied: int
    answers: int

    @property
    def share(self) -> float:
        """Of those who answered."""
        return self.satisfied / self.answers

    @property
    def at_least(self) -> float:
        """What can be said for so few answers."""
        return wilson_lower(self.satisfied, self.answers)

    @property
    def few(self) -> bool:
        """Whether the share alone would say too much."""
        return self.answers < FEW


def rated(satisfied: int | None, answers: int | None) -> Rated | None:
    """None while either is open, where nobody answered, and where the two cannot both be right."""
    if satisfied is None or not answers or satisfied > answers:
        return None
    return Rated(satisfied, answers)
