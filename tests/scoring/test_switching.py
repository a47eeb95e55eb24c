"""Where the lead passes from one option to another, exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from math import exp, log
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange import files
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.scoring.switching.roots import zeros
from fairness_desktop.scoring.switching.values import Switches

from ..strategies import MODEL, assessments
from .builders import ONLY_OUTCOMES, at_elasticity, hand_case, made, weighing
from .test_cases import CASES, NAMES

FEW = replace(MODEL, robustness=replace(MODEL.robustness, draws=1))
PUBLISHED = {
    "d1": [
        ("outcomes", 0.346477, "A", "D"),
        ("prevention", 0.255844, "A", "D"),
        ("household_cost", 0.129177, "D", "A"),
    ],
    "d3": [("outcomes", 0.846744, "D", "C"), ("voice", 0.350600, "D", "E"), ("connections", 0.711965, "D", "E")],
    "d4": [("household_cost", 0.909754, "C", "D")],
    "d5": [("household_cost", 0.414112, "D", "C")],
    "d6": [],
    "d9": [("access", 0.016911, "B", "C"), ("voice", 0.687937, "C", "D"), ("household_cost", 0.388921, "C", "B")],
}
"""From the method's own numbers to test against."""


def switches(assessment: Assessment, framework: Framework = FEW) -> Switches:
    found = score_in_full(assessment, framework).switches
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_that_switching_values_are_those_published(name: str, known: Frameworks) -> None:
    expected: dict[str, Any] = json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))

    found = told(score_in_full(files.read(CASES / f"{name}.fairness.json", known), FEW))

    said = [(s["criterion"], s["at"], s["from"], s["to"]) for s in found["weight_switches"]]
    assert said == PUBLISHED[name]
    for mine, theirs in zip(found["elasticity_switches"], expected["elasticity_switches"], strict=True):
        assert mine["at"] == pytest.approx(
            theirs["at"], abs=0.0011
        )  # found on a grid of 0.001; d1 has 1.641 for 1.639950
        assert (mine["from"], mine["to"]) == (theirs["from"], theirs["to"])


@pytest.mark.parametrize(("name", "at"), [("d1", 1.639950), ("d9", 0.715530)])
def test_that_elasticity_switches_are_exact(name: str, at: float, known: Frameworks) -> None:
    (found,) = switches(files.read(CASES / f"{name}.fairness.json", known)).elasticity

    assert round(found.at, 6) == at


def test_that_in_the_hand_case_the_lead_turns_from_d_to_c() -> None:
    (found,) = switches(hand_case(), ONLY_OUTCOMES).elasticity

    assert (round(found.at, 6), found.before, found.after) == (0.793745, "D", "C")


@given(assessments())
def test_that_on_either_side_of_an_elasticity_switch_the_leaders_are_those_named(assessment: Assessment) -> None:
    for switch in switches(assessment).elasticity:
        assume(1e-4 < switch.at < 4 - 1e-4)
        sides = [score(assessment, at_elasticity(switch.at + d)) for d in (-1e-4, 1e-4)]
        points = [{o.id: o.points for o in side.options} for side in sides]

        assert points[0][switch.before] >= points[0][switch.after] - 1e-6
        assert points[1][switch.after] >= points[1][switch.before] - 1e-6


@given(assessments(), st.floats(0, 4))
def test_that_between_switches_nobody_else_leads(assessment: Assessment, elasticity: float) -> None:
    found = switches(assessment).elasticity
    assume(all(abs(s.at - elasticity) > 1e-3 for s in found))
    below = [s for s in found if s.at < elasticity]
    above = [s for s in found if s.at > elasticity]
    result = score(assessment, at_elasticity(elasticity))

    leader = below[-1].after if below else above[0].before if above else score(assessment, MODEL).leader

    if leader is not None:
        assert result.leader is not None
        assert result.option(leader).points == pytest.approx(result.option(result.leader).points, rel=1e-9, abs=1e-6)


def test_that_a_lead_that_passes_twice_close_together_is_found() -> None:
    """Two turns within 0.02 of η: between them the other leads, which a coarse grid would step over."""
    found = zeros([(1.0, 0.0), (-2.0, log(2)), (1.0001, log(4))], -1, 1)
    assert found == []

    found = zeros([(1.0, 0.0), (-2.0, log(2)), (0.9999, log(4))], -1, 1)

    assert len(found) == 2
    assert found[1] - found[0] < 0.03
    assert all(abs(1 - 2 * 2**t + 0.9999 * 4**t) < 1e-12 for t in found)


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=5, unique=True))
def test_that_every_root_of_a_sum_of_exponentials_is_found(roots: list[float]) -> None:
    """A polynomial in e^t has its roots where it was given them."""
    roots.sort()
    assume(all(b - a > 0.05 for a, b in pairwise(roots)))
    coefficients = [1.0]
    for root in roots:
        coefficients = [
            (coefficients[i - 1] if i else 0.0) - exp(root) * (coefficients[i] if i < len(coefficients) else 0.0)
            for i in range(len(coefficients) + 1)
        ]

    found = zeros([(c, float(i)) for i, c in enumerate(coefficients)], -3.5, 3.5)

    assert found == pytest.approx(roots, abs=1e-4)


def test_that_a_sum_that_is_nought_throughout_has_no_zeros() -> None:
    assert zeros([(1.0, 0.5), (-1.0, 0.5)], 0, 4) == []


def test_that_identical_options_pass_no_lead() -> None:
    effects = {(o, g): {"outcomes": 1.0, "access": -1.0} for o in "BC" for g in "pq"}
    twins = made({"p": (9, 0.5), "q": (900, 1)}, {"A": 0, "B": 0, "C": 0}, effects)

    found = switches(twins)

    passes = {(s.before, s.after) for s in found.elasticity} | {(s.before, s.after) for s in found.weights}
    assert passes <= {("A", "B"), ("B", "A")}


def test_that_a_change_only_at_an_end_is_no_switch() -> None:
    """At a weight of 1 for access all are alike; below it B leads."""
    only = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": 1}})

    assert switches(only).weights == ()


def test_that_a_third_option_level_close_by_does_not_move_a_switch() -> None:
    """C, who never leads, is level with D a ten-millionth before A is."""
    framework = replace(weighing(outcomes=1, access=1), robustness=FEW.robustness)
    effects = {("D", "p"): {"outcomes": 3.0, "access": -1.0}, ("C", "q"): {"access": -0.5}}
    case = made({"p": (10**6, 1), "q": (1, 1)}, {"A": 0, "C": 0, "D": 0}, effects)

    found = switches(case, framework).weights

    assert [(s.criterion, s.before, s.after) for s in found] == [("outcomes", "A", "D"), ("access", "D", "A")]
    assert [s.at for s in found] == pytest.approx([0.25, 0.75], abs=1e-12)


def test_that_a_criterion_that_has_all_the_weight_has_no_switch() -> None:
    framework = replace(weighing(outcomes=1), robustness=FEW.robustness)
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": 1, "access": -3}})

    assert {s.criterion for s in switches(case, framework).weights} == {"access"}


def test_that_one_feasible_option_has_no_one_to_lose_the_lead_to() -> None:
    case = replace(hand_case(), required_saving=500)

    assert switches(case, replace(ONLY_OUTCOMES, robustness=FEW.robustness)) == Switches((), ())
