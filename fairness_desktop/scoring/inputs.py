"""The scoring inputs: all that enters the score, and nothing else, in an order that no one's typing can change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import rfc8785

from ..domain.assessment import Assessment
from ..domain.errors import InvalidInputError, NotReadyError
from ..domain.framework import Framework
from ..domain.options import Option
from ..domain.readiness import obstacles_to_scoring
from ..domain.short.form import as_asked
from ..domain.vocabulary import CriterionId, Grade, GroupId, Kind, OptionId
from ..i18n import _
from .money import net_cost


@dataclass(frozen=True, slots=True)
class ScoredGroup:
    """A group as the score sees it: ``size`` people at ``living_standard`` y (median = 1)."""

    id: GroupId
    size: int
    living_standard: float


@dataclass(frozen=True, slots=True)
class ScoredOption:
    """An option as the score sees it; ``net_cost`` in pounds a year."""

    id: OptionId
    baseline: bool
    net_cost: float


@dataclass(frozen=True, slots=True)
class ScoredEffect:
    """What happens to a touched person; ``impacts`` holds no zeros."""

    reach: float
    grade: Grade
    impacts: Mapping[CriterionId, float]


@dataclass(frozen=True, slots=True)
class ScoringInputs:
    """Rows sorted by id, need resolved to a living standard, what cannot change a figure dropped."""

    kind: Kind
    framework: Framework
    required_saving: float | None
    budget_cap: float | None
    groups: tuple[ScoredGroup, ...]
    options: tuple[ScoredOption, ...]
    effects: Mapping[tuple[OptionId, GroupId], ScoredEffect]

    @property
    def criteria(self) -> tuple[CriterionId, ...]:
        """The framework's criteria in sorted order, the order of every sum."""
        return tuple(sorted(self.framework.criterion_ids))

    @property
    def seed(self) -> str:
        """SHA-256 of the canonical inputs (RFC 8785), 64 lower-case hex digits; what draws are made from."""
        return hashlib.sha256(rfc8785.dumps(cast(Any, self._document()))).hexdigest()

    def _document(self) -> Mapping[str, object]:
        return {
            "kind": self.kind,
            "framework": self.framework.sha256,
            "required_saving": self.required_saving,
            "budget_cap": self.budget_cap,
            "groups": [[g.id, g.size, g.living_standard] for g in self.groups],
            "options": [[o.id, o.baseline, o.net_cost] for o in self.options],
            "effects": [
                [option, group, effect.reach, effect.grade, dict(effect.impacts)]
                for (option, group), effect in sorted(self.effects.items())
            ],
        }


def scoring_inputs(assessment: Assessment, framework: Framework) -> ScoringInputs:
    """What the score is made from; NotReadyError lists what is missing, InvalidInputError names a wrong framework."""
    if assessment.framework.sha256 != framework.sha256:
        raise InvalidInputError("framework.sha256", _("is not the hash of the framework given"))
    obstacles = obstacles_to_scoring(assessment)
    if obstacles:
        raise NotReadyError([f"{f.where}: {f.message}" for f in obstacles])
    assert assessment.kind is not None
    return ScoringInputs(
        kind=assessment.kind,
        framework=as_asked(assessment.form, framework),
        required_saving=assessment.required_saving,
        budget_cap=assessment.budget_cap,
        groups=_groups(assessment, framework),
        options=tuple(sorted((_option(o, framework) for o in assessment.options), key=lambda o: o.id)),
        effects=_effects(assessment),
    )


def _groups(assessment: Assessment, framework: Framework) -> tuple[ScoredGroup, ...]:
    groups = []
    for group in assessment.groups:
        assert group.size is not None
        standard = group.relative_income
        if standard is None:
            assert group.need_level is not None
            standard = framework.living_standard(group.need_level)
        groups.append(ScoredGroup(group.id, group.size, float(standard)))
    return tuple(sorted(groups, key=lambda g: g.id))


def _option(option: Option, framework: Framework) -> ScoredOption:
    return ScoredOption(option.id, option.baseline, net_cost(option, framework))


def _effects(assessment: Assessment) -> dict[tuple[OptionId, GroupId], ScoredEffect]:
    still_open = {(u.option, u.group, u.criterion) for u in assessment.unanswered}
    effects = {}
    for effect in assessment.effects:
        impacts = {
            c: float(x) for c, x in effect.impacts.items() if x and (effect.option, effect.group, c) not in still_open
        }
        if effect.reach and impacts and (effect.option, effect.group, None) not in still_open:
            effects[effect.option, effect.group] = ScoredEffect(float(effect.reach), effect.grade, impacts)
    return effects
