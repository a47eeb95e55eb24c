"""The fairness framework: what the elected council adopted, as data that those who decide under it cannot edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..i18n import _
from .errors import InvalidInputError
from .kinds.classifier import Classifier
from .kinds.levels import Level
from .kinds.profile import KindProfile
from .vocabulary import CriterionId, Grade, Kind


@dataclass(frozen=True, slots=True)
class Adoption:
    """When full council adopted the framework, and the minute that says so."""

    date: str
    minute: str


@dataclass(frozen=True, slots=True)
class Elasticity:
    """Elasticity of marginal utility η, and the band within which reasonable people differ."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class NeedLevel:
    """A rung of the need ladder; ``living_standard`` is y, where the median household has 1."""

    level: int
    name: str
    living_standard: float


@dataclass(frozen=True, slots=True)
class Criterion:
    """What an effect is judged by; ``anchors`` words the sizes 1, 2 and 3 of an effect."""

    id: CriterionId
    name: str
    asks: str
    anchors: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class FloorLimits:
    """At or below ``red_mean`` or ``red_single`` is RED; below ``amber_mean`` is AMBER (effect on a touched person)."""

    red_mean: float
    red_single: float
    amber_mean: float


@dataclass(frozen=True, slots=True)
class DiscountBand:
    """The yearly rate at which the years up to ``to_year`` are discounted; None is for all after."""

    to_year: int | None
    rate: float


@dataclass(frozen=True, slots=True)
class RobustnessLimits:
    """How many versions are drawn, how far criterion weights move in them, and what the verdicts ask for.

    Each weight is multiplied by a number from ``weight_low`` to ``weight_high``; ``robust`` and ``leaning`` are the
    least shares of versions in which the leader must rank first.
    """

    draws: int
    weight_low: float
    weight_high: float
    robust: float
    leaning: float


@dataclass(frozen=True, slots=True)
class AreaRules:
    """The need level that an area's decile of deprivation suggests, and the best grade such evidence can have.

    Areas are not people, so it is a suggestion, and never the best evidence.
    """

    suggests: Mapping[int, int]
    best_grade: Grade


@dataclass(frozen=True, slots=True)
class Framework:
    """One adopted version of a fairness framework.

    ``kappa`` turns points into living standard: one point changes y by κ. ``sha256`` is over the canonical JSON
    (RFC 8785) of the whole file, ``document`` is that file as read. ``loss_cap`` (pounds) is the most that may be lost
    by an option that is called safe to fail; None in a framework that sets no such cap.
    """

    id: str
    version: str
    title: str
    adoption: Adoption | None
    elasticity: Elasticity
    need_ladder: tuple[NeedLevel, ...]
    criteria: tuple[Criterion, ...]
    kinds: Mapping[Kind, KindProfile]
    need_threshold: float
    floor: FloorLimits
    kappa: float
    half_widths: Mapping[Grade, float]
    robustness: RobustnessLimits
    sha256: str
    document: Mapping[str, object]
    classifier: Classifier
    discount: tuple[DiscountBand, ...] = ()
    reads_equal_below: float = 0.05
    levels: tuple[Level, ...] = ()
    areas: AreaRules | None = None
    loss_cap: float | None = None

    def criterion(self, wanted: CriterionId) -> Criterion:
        """The criterion of that id; InvalidInputError where there is none."""
        for criterion in self.criteria:
            if criterion.id == wanted:
                return criterion
        raise InvalidInputError("", _("the framework has no criterion “{id}”").format(id=wanted))

    def level(self, wanted: int) -> Level | None:
        """The rung of the ladder of levels; None in a framework that has no such ladder."""
        return next((level for level in self.levels if level.level == wanted), None)

    def living_standard(self, level: int) -> float:
        """Y of a rung of the need ladder."""
        return self.need_ladder[level].living_standard

    def weight(self, living_standard: float) -> float:
        """How much one more point counts for a person at that living standard: y^−η."""
        return float(living_standard**-self.elasticity.value)

    @property
    def criterion_ids(self) -> tuple[CriterionId, ...]:
        """The criteria in the framework's own order."""
        return tuple(c.id for c in self.criteria)
