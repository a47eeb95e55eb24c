"""What explanations are made from: one decision, its scoring inputs, and the result that follows."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.vocabulary import CriterionId, GroupId, OptionId
from ...i18n import _
from ...scoring.inputs import ScoredGroup, ScoringInputs, scoring_inputs
from ...scoring.points import (
    Effects,
    Weights,
    criterion_weights,
    highest_reach,
    mean_effects,
    need_weights,
    touched_effects,
)
from ...scoring.result import Result


@dataclass(frozen=True, slots=True)
class Case:
    """One scored decision; ``weights`` are v, ``touched`` a, ``means`` u, ``need`` w and ``reach`` r̄."""

    assessment: Assessment
    framework: Framework
    result: Result
    inputs: ScoringInputs
    weights: Weights
    touched: Effects
    means: Effects
    need: dict[GroupId, float]
    reach: dict[GroupId, float]

    def named(self, group: GroupId) -> str:
        """A group by its name, or by its id while it has none."""
        return self.assessment.group(group).name or group

    def criterion(self, wanted: CriterionId) -> str:
        """A criterion by its name."""
        return _(self.framework.criterion(wanted).name)

    def touched_groups(self, option: OptionId) -> tuple[ScoredGroup, ...]:
        """The groups the option does something to, in the order entered."""
        touched = {g for o, g in self.inputs.effects if o == option}
        scored = {g.id: g for g in self.inputs.groups}
        return tuple(scored[g.id] for g in self.assessment.groups if g.id in touched)

    def groups(self) -> tuple[ScoredGroup, ...]:
        """All groups in the order entered."""
        scored = {g.id: g for g in self.inputs.groups}
        return tuple(scored[g.id] for g in self.assessment.groups)


def case(assessment: Assessment, framework: Framework, result: Result) -> Case:
    """Everything an explanation may need, worked out once."""
    inputs = scoring_inputs(assessment, framework)
    weights = criterion_weights(inputs, inputs.kind)
    touched = touched_effects(inputs, weights)
    return Case(
        assessment=assessment,
        framework=inputs.framework,
        result=result,
        inputs=inputs,
        weights=weights,
        touched=touched,
        means=mean_effects(inputs, touched),
        need=dict(need_weights(inputs, framework.elasticity.value)),
        reach=dict(highest_reach(inputs)),
    )
