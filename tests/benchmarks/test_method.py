"""The method at its full size (8 options, 12 groups, 6 criteria): draws, one change, and the field's own libraries."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.charts.score_bars import ScoreStrip
from fairness_desktop.desktop.shell.panel import Panel
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Cell, Effect
from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.scoring.points import criterion_weights, mean_effects, need_weights, points, touched_effects
from fairness_desktop.scoring.robustness.plan import Numbers
from fairness_desktop.scoring.robustness.tally import robustness
from fairness_desktop.scoring.score import score, score_in_full

from ..desktop.sessions import session_with
from .conftest import Measure
from .largest import largest

DRAWS, COLUMNS = 10_000, 1 + 6 + 7 * 12 * 6


def produced_and_transformed() -> object:
    """As many uniforms as the draws take, turned into triangles at once: what numpy needs for nothing else."""
    low, mode, high = -1.5, 0.5, 1.5
    raw = np.random.PCG64(1).random_raw(DRAWS * COLUMNS)
    uniform = (raw >> np.uint64(11)) * 2.0**-53
    turn = (mode - low) / (high - low)
    rising = low + np.sqrt(uniform * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - uniform) * (high - low) * (high - mode))
    return np.where(uniform < turn, rising, falling)


def test_full_result(side_by_side: Measure, framework: Framework) -> None:
    assessment = largest(framework)
    side_by_side(
        "the full result with 10,000 draws, against numpy producing and transforming as many uniforms",
        lambda: score_in_full(assessment, framework),
        produced_and_transformed,
        15,
    )


def test_draws_alone(side_by_side: Measure, framework: Framework) -> None:
    inputs = scoring_inputs(largest(framework), framework)
    able = tuple(o.id for o in inputs.options)
    side_by_side("the draws alone", lambda: robustness(inputs, able, able[1]), produced_and_transformed, 15)


def test_memory(framework: Framework) -> None:
    """The most a process ever held that did nothing but score the largest assessment in full."""
    code = (
        "def most():\n"
        "    with open('/proc/self/status') as status:\n"
        "        return next(int(line.split()[1]) // 1024 for line in status if line.startswith('VmHWM'))\n"
        "from fairness_desktop.app import known_frameworks\n"
        "from fairness_desktop.scoring.score import score_in_full\n"
        "from tests.benchmarks.largest import largest\n"
        "framework = next(iter(known_frameworks().values()))\n"
        "assessment = largest(framework)\n"
        "before = most()\n"
        "score_in_full(assessment, framework)\n"
        "print(before, most())\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    print(f"\nmemory before and at most, MiB: {done.stdout.strip()}")  # noqa: T201


def test_one_cell_to_repainted_bars(
    qtbot: QtBot, side_by_side: Measure, framework: Framework, known: Frameworks, tmp_path: Path
) -> None:
    """A changed cell, scored, and the bars painted; the floor is one weighted sum in numpy."""
    session = session_with(largest(framework), known)
    session.services = app.services(tmp_path)
    panel = Panel(session)
    qtbot.addWidget(panel)
    panel.resize(272, 700)
    panel.show()
    (bars,) = panel.findChildren(ScoreStrip)
    before = session.assessment
    first = before.effects[0]
    turned = [
        before.with_cell(first.option, first.group, replaced, framework.criterion_ids)
        for x in (1.0, 2.0)
        for replaced in [_with_outcomes(before, first, x, framework)]
    ]
    effects, weights, people = np.random.default_rng(1).random((8, 12, 6)), np.full(6, 1 / 6), np.arange(1.0, 13.0)

    def ours() -> object:
        turned.reverse()
        session.walk.assessment = turned[0]
        session.walk.result = score(turned[0], framework)
        panel.refresh()
        return bars.grab()

    side_by_side("one changed cell to repainted bars", ours, lambda: ((effects @ weights) * people).sum(axis=1), 100)
    side_by_side("the whole panel painted anew by Qt", panel.grab, lambda: None, 100)
    side_by_side("of which the score", lambda: score(turned[0], framework), lambda: None, 100)


def _with_outcomes(assessment: Assessment, effect: Effect, x: float, framework: Framework) -> Cell:
    cell = assessment.cell(effect.option, effect.group, framework.criterion_ids)
    return replace(cell, impacts={**cell.impacts, framework.criterion_ids[0]: x})


def _as_it_is(values: Numbers, cost: bool = False) -> Numbers:
    """No normalisation: all criteria are on one scale already."""
    return values


def test_weighted_sums_of_the_field(side_by_side: Measure, framework: Framework) -> None:
    """The same matrix (people's need-weighted mean effects, an option a row) by scikit-criteria and pymcdm."""
    import skcriteria
    from pymcdm.methods import WSM
    from skcriteria.agg.simple import WeightedSumModel

    assessment = largest(framework)
    inputs = scoring_inputs(assessment, framework)
    weights = criterion_weights(inputs, inputs.kind)
    need = need_weights(inputs, framework.elasticity.value)
    size = {g.id: g.size * need[g.id] for g in inputs.groups}
    matrix = np.array(
        [
            [
                sum(size[g] * e.reach * e.impacts.get(c, 0) for (o, g), e in inputs.effects.items() if o == option.id)
                for c in framework.criterion_ids
            ]
            for option in inputs.options
        ]
    )
    lifted = matrix - matrix.min() + 1  # both libraries want numbers above 0; a constant moves every sum alike
    share = np.array([weights[c] for c in framework.criterion_ids])
    mine = points(inputs, mean_effects(inputs, touched_effects(inputs, weights)), need)
    decision = skcriteria.mkdm(lifted, [max] * 6, weights=share)
    theirs = WeightedSumModel().evaluate(decision).e_.score + matrix.min() - 1
    method = WSM(normalization_function=_as_it_is)
    others = method(lifted, share, np.ones(6)) + matrix.min() - 1
    assert np.allclose(list(mine.values()), theirs, rtol=1e-9)
    assert np.allclose(list(mine.values()), others, rtol=1e-9)

    def ours() -> object:
        return points(inputs, mean_effects(inputs, touched_effects(inputs, weights)), need)

    side_by_side("weighted sums, against scikit-criteria", ours, lambda: WeightedSumModel().evaluate(decision), 200)
    side_by_side("weighted sums, against pymcdm", ours, lambda: method(lifted, share, np.ones(6)), 200)
