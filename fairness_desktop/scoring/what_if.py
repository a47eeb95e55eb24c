"""What if: the figures under other judgements, from a copy of the scoring inputs that nobody keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..domain.effects import check_impact
from ..domain.errors import InvalidInputError
from ..domain.framework import Elasticity
from ..domain.kinds.profile import KindProfile
from ..domain.vocabulary import CriterionId, Floor, GroupId, OptionId
from ..i18n import _
from . import points as p
from .floor import colour, floor_reasons
from .inputs import ScoredEffect, ScoringInputs
from .money import feasible

Place = tuple[OptionId, GroupId, CriterionId]


@dataclass(frozen=True, slots=True)
class Supposition:
    """Other judgements: elasticity η, swing weights, single effects (−3 to +3); what is left out stays as it is."""

    elasticity: float | None = None
    weights: Mapping[CriterionId, float] = field(default_factory=dict)
    effects: Mapping[Place, float] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Whether it supposes nothing at all."""
        return self.elasticity is None and not self.weights and not self.effects


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would follow: scores and floors of every option, and who would lead."""

    leader: OptionId | None
    scores: Mapping[OptionId, float]
    floors: Mapping[OptionId, Floor]


def suppose(inputs: ScoringInputs, what: Supposition) -> Supposed:
    """The figures under other judgements; InvalidInputError where all weights are 0 or an effect is out of range."""
    other = _supposing(inputs, what)
    weights = p.criterion_weights(other, other.kind)
    need = p.need_weights(other, other.framework.elasticity.value)
    total = p.points(other, p.mean_effects(other, p.touched_effects(other, weights)), need)
    able = tuple(o.id for o in other.options if feasible(o.net_cost, other.required_saving, other.budget_cap))
    ranking = p.order(total, able)
    return Supposed(
        leader=ranking[0] if ranking else None,
        scores=p.scores(other, total, need, p.highest_reach(other)),
        floors={o.id: colour(floor_reasons(other, o.id, weights)) for o in other.options},
    )


def _supposing(inputs: ScoringInputs, what: Supposition) -> ScoringInputs:
    framework = inputs.framework
    if what.elasticity is not None:
        framework = replace(framework, elasticity=Elasticity(what.elasticity, 0, max(what.elasticity, 4)))
    if what.weights:
        profile = framework.kinds[inputs.kind]
        weights = {**profile.weights, **what.weights}
        if not sum(weights.values()) > 0:
            raise InvalidInputError("weights", _("at least one criterion must weigh something"))
        other = KindProfile(inputs.kind, profile.about, weights)
        framework = replace(framework, kinds={**framework.kinds, inputs.kind: other})
    return replace(inputs, framework=framework, effects=_effects(inputs, what.effects))


def _effects(inputs: ScoringInputs, supposed: Mapping[Place, float]) -> Mapping[tuple[OptionId, GroupId], ScoredEffect]:
    effects = dict(inputs.effects)
    for (option, group, criterion), impact in supposed.items():
        check_impact(f"impacts.{criterion}", impact)
        effect = effects[option, group]
        effects[option, group] = replace(effect, impacts={**effect.impacts, criterion: impact})
    return effects
