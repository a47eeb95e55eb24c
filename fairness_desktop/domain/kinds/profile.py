"""What a kind of decision asks for: data of the framework, of which none enters the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...i18n import N_, _
from ..vocabulary import CriterionId, Kind


class QualityMechanism(StrEnum):
    """What keeps quality up."""

    MARKET = "market"
    PROFESSIONAL_STANDARDS = "professional_standards"
    PEER_REVIEW = "peer_review"
    MANAGEMENT_MEASURES = "management_measures"
    DEMOCRATIC = "democratic"


class Fit(StrEnum):
    """How well a mechanism fits a kind of decision."""

    FIRST = "first"
    GOOD = "good"
    SUPPORT = "support"
    NOT_ALONE = "not_alone"


class Headline(StrEnum):
    """The figure that a kind of decision is told by first."""

    VOICE_COVERAGE = "voice_coverage"
    NET_COST = "net_cost"
    FIRST_RANK_SHARE = "first_rank_share"
    FOCUS_RATIO = "focus_ratio"


class EfficiencyTest(StrEnum):
    """The question of efficiency that is proper to a kind."""

    UNIT_COST = "unit_cost"
    VALUE_PER_POUND = "value_per_pound"
    NET_COST_ACROSS_AGENCIES = "net_cost_across_agencies"
    POINTS_PER_POUND = "points_per_pound"


class Condition(StrEnum):
    """Something that can be seen of an assessment; each is worked out in ``conditions``."""

    NEEDIEST_HEARD = "neediest_heard"
    OUTSIDE_OPTION = "outside_option"
    SEVERAL_SERVICES = "several_services"
    MEASURED_EVIDENCE = "measured_evidence"
    NEED_EVIDENCED = "need_evidenced"
    ALL_ANSWERED = "all_answered"
    NOBODY_HEARD = "nobody_heard"
    VOICE_LOWERED = "voice_lowered"
    ONE_SERVICE = "one_service"
    CONNECTIONS_UNTOUCHED = "connections_untouched"
    NOTHING_MEASURED = "nothing_measured"
    NOBODY_MOST_IN_NEED = "nobody_most_in_need"
    ONE_WAY_ONLY = "one_way_only"


@dataclass(frozen=True, slots=True)
class Demand:
    """A condition in the framework's own words."""

    condition: Condition
    says: str


@dataclass(frozen=True, slots=True)
class KindProfile:
    """What a kind of decision is, its swing weights, which need not add up to anything, and what it asks for.

    ``closest_level`` is the rung nearest the person at which such a decision can sensibly be taken. ``before_scoring``
    ought to hold before a score is believed; ``red_flags`` ought not to. Older frameworks say none of this.
    """

    kind: Kind
    about: str
    weights: Mapping[CriterionId, float]
    closest_level: int | None = None
    headline: Headline | None = None
    headline_says: str = ""
    before_scoring: tuple[Demand, ...] = ()
    quality: Mapping[QualityMechanism, Fit] | None = None
    efficiency: EfficiencyTest | None = None
    efficiency_asks: str = ""
    red_flags: tuple[Demand, ...] = ()

    @property
    def heaviest(self) -> tuple[CriterionId, ...]:
        """The criteria that weigh most in such a decision, heaviest first: those above the mean weight."""
        mean = sum(self.weights.values()) / len(self.weights)
        return tuple(sorted((c for c, w in self.weights.items() if w > mean), key=lambda c: -self.weights[c]))


_LABELS: Mapping[StrEnum, str] = {
    QualityMechanism.MARKET: N_("Market"),
    QualityMechanism.PROFESSIONAL_STANDARDS: N_("Professional standards"),
    QualityMechanism.PEER_REVIEW: N_("Peer review"),
    QualityMechanism.MANAGEMENT_MEASURES: N_("Management measures"),
    QualityMechanism.DEMOCRATIC: N_("Democratic check"),
    Fit.FIRST: N_("fits best"),
    Fit.GOOD: N_("fits well"),
    Fit.SUPPORT: N_("helps beside others"),
    Fit.NOT_ALONE: N_("never alone"),
}


def profile_label(word: QualityMechanism | Fit) -> str:
    """How a closed word of the profiles is said."""
    return _(_LABELS[word])
