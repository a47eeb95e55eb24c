"""Every deterministic figure, against what the same weighted sums cost numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.scoring.score import score

from .conftest import Measure


def test_scoring_a_real_decision(side_by_side: Measure, cases: Path, known: Frameworks, framework: Framework) -> None:
    assessment = read(cases / "d3.fairness.json", known)
    effects = np.random.default_rng(1).random((5, 6, 6))
    weights, people = np.full(6, 1 / 6), np.arange(1.0, 7.0)

    def floor() -> object:
        return ((effects @ weights) * people).sum(axis=1)

    side_by_side(
        "every figure of a decision, against one weighted sum in numpy",
        lambda: score(assessment, framework),
        floor,
        200,
    )
