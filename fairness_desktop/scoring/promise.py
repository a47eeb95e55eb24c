"""What a decision promised to each group: the effects that its score was made from, as a review holds them."""

from __future__ import annotations

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.reviewing.review import Outcome
from ..domain.vocabulary import OptionId
from .inputs import scoring_inputs
from .points import criterion_weights, need_weights, touched_effects
from .rounding import rounded


def promise(assessment: Assessment, framework: Framework, option: OptionId) -> tuple[Outcome, ...]:
    """A row for every group in the order entered, with what happened still open; NotReadyError where nothing scores.

    A group that the option does not touch was promised nothing: harm to it must have a place to be told.
    """
    inputs = scoring_inputs(assessment, framework)
    touched = touched_effects(inputs, criterion_weights(inputs, inputs.kind))
    need = need_weights(inputs, inputs.framework.elasticity.value)
    people = {g.id: g.size * need[g.id] for g in inputs.groups}
    return tuple(
        Outcome(
            group.id,
            group.name,
            weight=rounded(people[group.id]),
            promised=rounded(touched.get((option, group.id), 0.0)),
            promised_reach=inputs.effects[option, group.id].reach if (option, group.id) in touched else 0.0,
        )
        for group in assessment.groups
    )
