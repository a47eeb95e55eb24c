"""What the draws come to: shares of versions in which something holds, and the verdict on the lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from ...domain.framework import RobustnessLimits
from ...domain.vocabulary import LeadVerdict, OptionId


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares (0 to 1) of ``draws`` plausible versions, all made from ``seed`` (64 hex digits).

    ``rank_acceptability`` holds, an option, the share of versions in which it takes each rank, as many ranks as there
    are options; all 0 where it is not feasible. ``beats`` is over pairs of feasible options. ``red_share`` is how
    often the floor of an option is RED, feasible or not.
    """

    seed: str
    draws: int
    rank_acceptability: Mapping[OptionId, tuple[float, ...]]
    beats: Mapping[OptionId, Mapping[OptionId, float]]
    red_share: Mapping[OptionId, float]
    verdict: LeadVerdict | None

    def first_share(self, option: OptionId) -> float:
        """How often the option ranks first."""
        return self.rank_acceptability[option][0]

    def standard_error(self, option: OptionId) -> float:
        """√(p(1−p)/N) of its first-rank share: what another run of as many draws may differ by."""
        share = self.first_share(option)
        return sqrt(share * (1 - share) / self.draws)


def verdict_on(first_share: float, limits: RobustnessLimits) -> LeadVerdict:
    """The word for a leader's first-rank share."""
    if first_share >= limits.robust:
        return LeadVerdict.ROBUST
    return LeadVerdict.LEANING if first_share >= limits.leaning else LeadVerdict.FINELY_BALANCED
