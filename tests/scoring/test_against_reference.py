"""Two implementations that never saw one another come to the same figures, shares included."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import score_in_full

from ..reference import score as by_reference
from ..strategies import MODEL, assessments
from .test_cases import CASES, NAMES

DRAWS = 60
FEW = replace(MODEL, robustness=replace(MODEL.robustness, draws=DRAWS))


def ours(assessment: Assessment, framework: Framework) -> dict[str, Any]:
    """All that is told, as plain data, without what is found missing."""
    document = cast(dict[str, Any], json.loads(json.dumps(told(score_in_full(assessment, framework)), allow_nan=False)))
    del document["findings"]
    return document


def theirs(assessment: Assessment, draws: int) -> dict[str, Any]:
    document = json.loads(json.dumps(encode(assessment)))
    return dict(by_reference(document, cast(Any, MODEL.document), MODEL.sha256, draws))


@pytest.mark.parametrize("name", NAMES)
def test_that_a_real_decision_comes_to_the_same_with_all_its_draws(
    name: str, known: Frameworks, framework: Framework
) -> None:
    assessment = files.read(Path(CASES / f"{name}.fairness.json"), known)

    assert ours(assessment, framework) == theirs(assessment, framework.robustness.draws)


@given(assessments())
def test_that_any_decision_comes_to_the_same(assessment: Assessment) -> None:
    assert ours(assessment, FEW) == theirs(assessment, DRAWS)


@given(assessments(draft=True))
def test_that_a_half_filled_one_comes_to_the_same(assessment: Assessment) -> None:
    from fairness_desktop.domain.readiness import obstacles_to_scoring

    if not obstacles_to_scoring(assessment):
        assert ours(assessment, FEW) == theirs(assessment, DRAWS)
