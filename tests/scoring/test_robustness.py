"""What the draws come to, and that anyone can make them again."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from math import sqrt
from typing import Any

import numpy as np
import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.framework import Framework, RobustnessLimits
from fairness_desktop.domain.vocabulary import Floor, Grade, GroupId, LeadVerdict, OptionId
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.robustness.draws import AT_ONCE, uniforms, versions
from fairness_desktop.scoring.robustness.plan import plan
from fairness_desktop.scoring.robustness.shares import Robustness, verdict_on
from fairness_desktop.scoring.score import in_full, score, score_in_full

from ..strategies import MODEL
from .builders import OUTCOMES, hand_case, inputs_of, made
from .test_cases import CASES, NAMES

A, B = OptionId("A"), OptionId("B")


def drawing(draws: int, framework: Framework = MODEL) -> Framework:
    return replace(framework, robustness=replace(framework.robustness, draws=draws))


def robustness(assessment: Assessment, framework: Framework = MODEL) -> Robustness:
    found = score_in_full(assessment, framework).robustness
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_that_shares_are_those_expected(name: str, known: Frameworks, framework: Framework) -> None:
    expected: dict[str, Any] = json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))

    found = told(score_in_full(files.read(CASES / f"{name}.fairness.json", known), framework))

    for mine, theirs in zip(found["options"], expected["options"], strict=True):
        assert mine["rank_acceptability"] == pytest.approx(theirs["rank_acceptability"], abs=0.03)
        assert mine["red_share"] == pytest.approx(theirs["red_share"], abs=0.03)
    assert found["verdict"] == ("leaning" if name == "d1" else "robust")


def test_that_uniforms_are_the_upper_bits_of_the_raw_stream() -> None:
    raw = np.random.PCG64(7).random_raw(3).tolist()

    assert uniforms(np.random.PCG64(7), 3).tolist() == [(word >> 11) * 2**-53 for word in raw]


def test_that_a_version_takes_one_number_for_elasticity_six_for_weights_and_one_an_effect() -> None:
    inputs = inputs_of(hand_case())
    stream = uniforms(np.random.PCG64(int(inputs.seed, 16)), 2 * (1 + 6 + 7))

    some = next(versions(inputs, plan(inputs)))

    assert some.effects.shape == (AT_ONCE, 7)
    assert some.elasticity[:2].tolist() == pytest.approx([0.8 + 1.2 * stream[0], 0.8 + 1.2 * stream[14]])


def test_that_an_effect_is_drawn_from_its_triangle_by_inverse_cdf() -> None:
    inputs = inputs_of(made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": 2.5}}))
    stream = uniforms(np.random.PCG64(int(inputs.seed, 16)), 50 * 8).reshape(50, 8)[:, 7]

    drawn = next(versions(inputs, plan(inputs))).effects[:50, 0]

    low, mode, high = 1.5, 2.5, 3.0
    turn = (mode - low) / (high - low)
    for u, x in zip(stream.tolist(), drawn.tolist(), strict=True):
        rising = low + sqrt(u * (high - low) * (mode - low))
        falling = high - sqrt((1 - u) * (high - low) * (high - mode))
        assert x == pytest.approx(rising if u < turn else falling)


@pytest.mark.parametrize(("impact", "grade"), [(3.0, Grade.D), (-3.0, Grade.D), (0.5, Grade.A)])
def test_that_no_drawn_effect_leaves_its_range(impact: float, grade: Grade) -> None:
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": impact}}, grade=grade)
    half = MODEL.half_widths[grade]

    drawn = next(versions(inputs_of(case), plan(inputs_of(case)))).effects

    assert drawn.min() >= max(impact - half, -3)
    assert drawn.max() <= min(impact + half, 3)


def test_that_weights_are_moved_by_a_quarter_and_add_up_to_one() -> None:
    inputs = inputs_of(hand_case())

    weights = next(versions(inputs, plan(inputs))).weights

    assert np.allclose(weights.sum(axis=1), 1)
    assert (weights[:, 0] / weights[:, 1]).min() > 40 / 20 * 0.75 / 1.25


def test_that_an_effect_of_nought_is_not_drawn() -> None:
    case = hand_case()
    nothing = Effect(OptionId("D"), GroupId("p"), 1.0, Grade.D, {OUTCOMES: 0.0})

    assert robustness(replace(case, effects=(*case.effects, nothing))) == robustness(case)


def test_that_an_effect_without_width_stays_where_it_is() -> None:
    certain = replace(MODEL, half_widths=dict.fromkeys(Grade, 0.0))
    inputs = inputs_of(hand_case(), certain)

    drawn = next(versions(inputs, plan(inputs))).effects

    assert (drawn == drawn[0]).all()
    assert drawn[0].tolist() == [1, 1, 2, 0.5, 1.5, -2, 1.5]


def test_that_the_result_does_not_depend_on_how_many_are_drawn_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = robustness(hand_case())
    monkeypatch.setattr("fairness_desktop.scoring.robustness.draws.AT_ONCE", 7)

    assert robustness(hand_case()) == before


def test_that_pairs_share_all_versions_between_them() -> None:
    found = robustness(hand_case())

    for one, others in found.beats.items():
        for other, share in others.items():
            assert share + found.beats[other][one] == pytest.approx(1)


def test_that_identical_options_go_by_id_in_every_version() -> None:
    twins = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0, "C": 0}, {})

    found = robustness(twins)

    assert found.rank_acceptability[A] == (1, 0, 0)
    assert found.beats[B] == {"A": 0.0, "C": 1.0}


def test_that_an_infeasible_option_has_no_rank_but_a_floor() -> None:
    case = made(
        {"p": (9, 0.5), "q": (9, 1)},
        {"A": 0, "B": 5, "C": 1},
        {("B", "p"): {"outcomes": -3}, ("C", "q"): {"outcomes": 1}},
    )

    found = robustness(replace(case, budget_cap=2))

    assert found.rank_acceptability[B] == (0, 0, 0)
    assert found.beats[B] == {}
    assert found.red_share[B] > 0.9


def test_that_with_none_feasible_there_is_no_verdict() -> None:
    found = robustness(replace(hand_case(), required_saving=1e9))

    assert found.verdict is None
    assert set(found.rank_acceptability.values()) == {(0.0,) * 5}


def test_that_a_floor_that_is_red_for_certain_is_red_in_every_version() -> None:
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": -3}}, grade=Grade.B)

    assert score(case, MODEL).option(B).floor is Floor.RED
    assert robustness(case).red_share == {A: 0.0, B: 1.0}


def test_that_loss_to_those_not_in_need_is_no_red_floor() -> None:
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "q"): {"outcomes": -3}})

    assert robustness(case).red_share[B] == 0


def test_that_a_floor_may_be_red_in_some_versions_only() -> None:
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": -1.5}})

    assert 0.05 < robustness(case).red_share[B] < 0.5


def test_that_the_standard_error_is_that_of_a_share() -> None:
    found = robustness(hand_case(), drawing(400))
    leader = score(hand_case(), MODEL).leader
    assert leader is not None

    share = found.first_share(leader)

    assert found.standard_error(leader) == pytest.approx(sqrt(share * (1 - share) / 400))


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(1, "robust"), (0.8, "robust"), (0.7999, "leaning"), (0.6, "leaning"), (0.5999, "finely balanced")],
)
def test_that_the_verdict_follows_from_the_share(share: float, verdict: str) -> None:
    assert verdict_on(share, RobustnessLimits(1, 1, 1, 0.8, 0.6)) is LeadVerdict(verdict)


def test_that_draws_stop_as_soon_as_they_are_not_wanted() -> None:
    asked = count()

    found = in_full(hand_case(), MODEL, score(hand_case(), MODEL), lambda: next(asked) < 3)

    assert found is None
    assert next(asked) == 4


def test_that_as_many_versions_are_drawn_as_the_framework_says() -> None:
    assert robustness(hand_case(), drawing(AT_ONCE + 1)).draws == AT_ONCE + 1


def test_that_nobody_touched_leaves_a_defined_result() -> None:
    nothing: Result = score_in_full(made({"p": (1, 1), "q": (1, 2)}, {"A": 0, "B": 0}, {}), MODEL)

    assert nothing.leader == A
    assert nothing.robustness is not None
    assert nothing.robustness.verdict is LeadVerdict.ROBUST
    assert nothing.switches is not None
    assert (nothing.switches.elasticity, nothing.switches.weights) == ((), ())
