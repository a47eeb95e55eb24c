"""Small assessments to score, and figures to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.framework import Elasticity, Framework
from fairness_desktop.domain.kinds.profile import KindProfile
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import AssessmentId, CriterionId, Grade, GroupId, Kind, OptionId
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.inputs import ScoringInputs, scoring_inputs
from fairness_desktop.scoring.result import Result

from ..strategies import MODEL

Impacts = Mapping[str, float]
OUTCOMES, ACCESS = CriterionId("outcomes"), CriterionId("access")


def weighing(framework: Framework = MODEL, **swing: float) -> Framework:
    """The framework with these swing weights for every kind; a criterion not named weighs nothing."""
    weights = {c: swing.get(c, 0.0) for c in framework.criterion_ids}
    return replace(framework, kinds={kind: KindProfile(kind, "", weights) for kind in Kind})


def at_elasticity(value: float, framework: Framework = MODEL) -> Framework:
    return replace(framework, elasticity=Elasticity(value, min(value, 0.8), max(value, 2.0)))


ONLY_OUTCOMES = weighing(outcomes=1)


def made(
    groups: Mapping[str, tuple[int, float]],
    costs: Mapping[str, float],
    effects: Mapping[tuple[str, str], Impacts],
    reach: float = 1.0,
    grade: Grade = Grade.C,
) -> Assessment:
    """Groups of (size, living standard), the first option being the baseline."""
    return Assessment(
        AssessmentId("made"),
        FrameworkReference(MODEL.id, MODEL.version, MODEL.sha256),
        kind=Kind.TECHNICAL,
        groups=tuple(Group(GroupId(g), g, n, relative_income=y) for g, (n, y) in groups.items()),
        options=tuple(Option(OptionId(o), o, i == 0, cost) for i, (o, cost) in enumerate(costs.items())),
        effects=tuple(
            Effect(OptionId(o), GroupId(g), reach, grade, {CriterionId(c): x for c, x in impacts.items()})
            for (o, g), impacts in effects.items()
        ),
    )


def hand_case() -> Assessment:
    """The case worked out by hand: outcomes only, everyone touched."""
    x = {"B": (1, 1), "C": (2, 0.5), "D": (0, 1.5), "E": (-2, 1.5)}
    effects = {
        (o, g): {"outcomes": value} for o, both in x.items() for g, value in zip("pq", both, strict=True) if value
    }
    costs = {"A": 0, "B": 1000, "C": 1000, "D": 1000, "E": -500}
    return made({"p": (100, 0.6), "q": (300, 1.0)}, costs, effects)


def inputs_of(assessment: Assessment, framework: Framework = MODEL) -> ScoringInputs:
    return scoring_inputs(assessment, framework)


def figures(result: Result) -> dict[str, Any]:
    """All that is told of a result but its seed and what it finds missing."""
    document = told(result)
    return {key: value for key, value in document.items() if key not in ("seed", "findings")}


def assert_alike(one: object, other: object, rel: float = 1e-9) -> None:
    """The same documents, numbers but for their last digits."""
    if isinstance(one, dict) and isinstance(other, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_alike(one[key], other[key], rel)
    elif isinstance(one, list) and isinstance(other, list):
        assert len(one) == len(other)
        for mine, theirs in zip(one, other, strict=True):
            assert_alike(mine, theirs, rel)
    elif isinstance(one, float):
        assert one == pytest.approx(other, rel=rel, abs=2e-6)
    else:
        assert one == other


def shuffled(assessment: Assessment, chance: Random) -> Assessment:
    """The same with its rows in another order."""

    def mixed(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(rows, len(rows)))

    return replace(
        assessment,
        groups=mixed(assessment.groups),
        options=mixed(assessment.options),
        effects=mixed(assessment.effects),
    )
