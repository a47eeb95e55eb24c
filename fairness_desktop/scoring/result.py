"""The result: every figure of one scoring, unrounded; it is rounded where it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.findings import Finding
from ..domain.quality.rated import Rated
from ..domain.readiness import Standing
from ..domain.vocabulary import Floor, GroupId, Kind, OptionId
from .floor import FloorReason
from .frontier import FrontierStep
from .money.flows import OptionMoney
from .money.leverage import Leverage
from .robustness.shares import Robustness
from .rounding import rounded
from .switching.values import Switches

READS_EQUAL_BELOW = 0.05
"""Two scores closer than this read as equal, unless the framework says otherwise; it never changes an order."""


@dataclass(frozen=True, slots=True)
class OptionResult:
    """Every figure of one option; ``rank`` is None where it is not feasible.

    ``money`` is what its cash flow comes to over the years, ``leverage`` what others bring,
    ``rated`` how many are satisfied with it; none of them enters the score.
    """

    id: OptionId
    feasible: bool
    rank: int | None
    net_cost: float
    points: float
    score: float
    unweighted_score: float
    floor: Floor
    worst_case_floor: Floor
    benefit_share: float | None
    focus_ratio: float | None
    burden_share: float | None
    burden_ratio: float | None
    ede_change_percent: float
    floor_reasons: tuple[FloorReason, ...]
    mean_effects: Mapping[GroupId, float]
    money: OptionMoney | None = None
    leverage: Leverage | None = None
    rated: Rated | None = None

    @property
    def fairness_premium(self) -> float:
        """How much the score gains by weighing need; above 0 is tilted to need."""
        return self.score - self.unweighted_score


@dataclass(frozen=True, slots=True)
class Result:
    """Every figure of one assessment; options sorted by id.

    ``robustness`` and ``switches`` take longer than the rest; they are None until they are worked out.
    """

    leader: OptionId | None
    tied_with_leader: tuple[OptionId, ...]
    need_share: float | None
    neediest: tuple[GroupId, ...]
    options: tuple[OptionResult, ...]
    leader_by_kind: Mapping[Kind, OptionId | None]
    leximin: tuple[OptionId, ...]
    frontier: tuple[FrontierStep, ...]
    findings: tuple[Finding, ...]
    reads_equal_below: float = READS_EQUAL_BELOW
    robustness: Robustness | None = None
    switches: Switches | None = None

    def option(self, wanted: OptionId) -> OptionResult:
        """The figures of one option."""
        return next(o for o in self.options if o.id == wanted)

    @property
    def ranked(self) -> tuple[OptionResult, ...]:
        """Feasible options by rank, then the others by id."""
        return tuple(sorted(self.options, key=lambda o: (o.rank is None, o.rank or 0, o.id)))

    def standing(self, chosen: OptionId) -> Standing:
        """Whether the chosen option leads, or reads equal to the leader, and its floor."""
        choice = self.option(chosen)
        leads = self.leader == chosen
        if self.leader is not None and choice.feasible:
            leads = leads or abs(rounded(choice.score - self.option(self.leader).score)) < self.reads_equal_below
        return Standing(leads, self.leader, choice.floor)
