"""What a switching value is: the point at which the lead passes from one option to another."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.vocabulary import CriterionId, OptionId


@dataclass(frozen=True, slots=True)
class ElasticitySwitch:
    """At elasticity η = ``at`` the lead passes from ``before`` (just below) to ``after`` (just above)."""

    at: float
    before: OptionId
    after: OptionId


@dataclass(frozen=True, slots=True)
class WeightSwitch:
    """At a share ``at`` (0 to 1) of all weight for ``criterion`` the lead passes from ``before`` to ``after``."""

    criterion: CriterionId
    at: float
    before: OptionId
    after: OptionId


@dataclass(frozen=True, slots=True)
class Switches:
    """Every switching value; weights by criterion in the framework's order, each rising."""

    elasticity: tuple[ElasticitySwitch, ...]
    weights: tuple[WeightSwitch, ...]
