"""The laws of the method that hold for figures without chance, for any assessment (P11 to P16)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.authority import Authority, Body
from fairness_desktop.domain.deciding.gut import GutFeeling
from fairness_desktop.domain.decision import Decision, Duties
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.profile import KindProfile
from fairness_desktop.domain.quality.plan import Check, Element, QualityPlan
from fairness_desktop.domain.trying.care import Care, Stance
from fairness_desktop.domain.vocabulary import BodyKind, Floor, Kind, Nation, OptionId
from fairness_desktop.exchange.results import told
from fairness_desktop.scoring.floor import colour, floor_reasons
from fairness_desktop.scoring.points import criterion_weights
from fairness_desktop.scoring.result import Result
from fairness_desktop.scoring.score import score
from fairness_desktop.scoring.welfare import equally_distributed_equivalent

from ..strategies import MODEL, assessments, halves, shares
from .builders import at_elasticity, inputs_of, made

FIRST = OptionId("\x01")  # sorts before any other, so that a tie would go to it


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Any swing weights above 0, any elasticity from 0 to 4."""
    weights = draw(st.lists(st.floats(0.01, 100), min_size=6, max_size=6))
    swing = dict(zip(MODEL.criterion_ids, weights, strict=True))
    kinds = {kind: KindProfile(kind, "", swing) for kind in Kind}
    return replace(at_elasticity(draw(st.floats(0, 4))), kinds=kinds)


@given(assessments(most=3), frameworks(), st.data())
def test_that_an_option_worse_for_some_and_better_for_none_never_leads(
    assessment: Assessment, framework: Framework, data: st.DataObject
) -> None:
    """P11."""
    free = replace(assessment, form=None, required_saving=None, budget_cap=None)  # the short form weighs three only
    telling = [e for e in free.effects if any(x > -3 for x in e.impacts.values())]
    assume(telling)
    spoilt = data.draw(st.sampled_from(telling))
    model = free.option(spoilt.option)
    worst = {c: max(x - 0.5, -3) for c, x in spoilt.impacts.items()}
    copies = [
        replace(e, option=FIRST, impacts=worst if e is spoilt else e.impacts)
        for e in free.effects
        if e.option == model.id
    ]
    case = replace(free, options=(*free.options, replace(model, id=FIRST)), effects=(*free.effects, *copies))

    result = score(case, framework)

    assert result.leader != FIRST
    assert FIRST not in result.leader_by_kind.values()


@given(assessments(most=6))
def test_that_prices_along_the_frontier_never_fall(assessment: Assessment) -> None:
    """P11."""
    prices = [step.price_per_point for step in score(assessment, MODEL).frontier]

    assert prices[0] is None
    rising = [price for price in prices[1:] if price is not None]
    assert all(after >= before - 1e-6 for before, after in pairwise(rising))
    assert all(price >= 0 for price in rising)


@given(
    st.lists(st.tuples(st.integers(1, 500), st.floats(0.05, 5)), min_size=2, max_size=5),
    st.sampled_from([0.3, 1.0, 1.3, 2.0, 4.0]),
    st.floats(0.05, 0.95),
)
def test_that_a_transfer_to_the_poorer_raises_the_equivalent(
    people: list[tuple[int, float]], aversion: float, part: float
) -> None:
    """P12, Pigou and Dalton."""
    (n_poor, poor), *between, (n_rich, rich) = sorted(people, key=lambda p: p[1])
    assume(rich - poor > 0.01)
    moved = part * (rich - poor) / (1 / n_poor + 1 / n_rich)  # all of it would make the two equal

    after = [(n_poor, poor + moved / n_poor), *between, (n_rich, rich - moved / n_rich)]

    assert equally_distributed_equivalent([*after], aversion) > equally_distributed_equivalent([*people], aversion)


@given(assessments())
def test_that_the_same_inputs_give_the_same_result(assessment: Assessment) -> None:
    """P13."""
    assert score(assessment, MODEL) == score(assessment, MODEL)


@given(st.lists(st.tuples(st.integers(1, 9999), st.floats(0.1, 3), shares), min_size=2, max_size=5), halves)
def test_that_a_gain_shared_as_reach_is_has_a_focus_of_one(rows: list[tuple[int, float, float]], k: float) -> None:
    """P14."""
    assume(k > 0)
    groups = {str(i): (n, y) for i, (n, y, _r) in enumerate(rows)}
    case = made(groups, {"A": 0, "B": 0}, {("B", g): {"outcomes": k} for g in groups})
    reached = tuple(replace(e, reach=rows[int(e.group)][2]) for e in case.effects)

    found = score(replace(case, effects=reached), MODEL).option(OptionId("B"))

    assert found.focus_ratio == pytest.approx(1)


@given(assessments(), st.floats(1e-6, 1))
def test_that_reaching_fewer_never_turns_red_to_green(assessment: Assessment, factor: float) -> None:
    """P15."""
    fewer = replace(assessment, effects=tuple(replace(e, reach=e.reach * factor) for e in assessment.effects))

    for one, other in zip(score(assessment, MODEL).options, score(fewer, MODEL).options, strict=True):
        assert one.floor is other.floor


@given(st.floats(1e-6, 1))
def test_that_red_stays_red_however_few_are_reached(reach: float) -> None:
    """P15, with an effect that is RED for certain."""
    case = made({"p": (9, 0.5), "q": (9, 1)}, {"A": 0, "B": 0}, {("B", "p"): {"outcomes": -2}}, reach)
    inputs = inputs_of(case)

    assert colour(floor_reasons(inputs, OptionId("B"), criterion_weights(inputs, Kind.TECHNICAL))) is Floor.RED


@given(assessments(), st.text("xyz", max_size=5))
def test_that_words_change_no_figure(assessment: Assessment, word: str) -> None:
    """P16."""
    renamed = replace(
        assessment,
        title=word,
        reference=word,
        summary=word,
        interests=word,
        body=Body(word, BodyKind.OTHER, Nation.WALES),
        authority=Authority(instrument=word),
        duties=Duties(equality=word),
        decision=Decision(chosen=assessment.options[0].id, reasons=word, gut=GutFeeling(assessment.options[0].id)),
        quality=QualityPlan((Check("1", Element.NEED),)),
        why_none_from_outside=word,
        groups=tuple(replace(g, name=word, heard=True, heard_how=word) for g in assessment.groups),
        options=tuple(
            replace(o, name=word, delivery=word, description=word, pilot=True, care=CARE) for o in assessment.options
        ),
        effects=tuple(replace(e, because=word) for e in assessment.effects),
    )

    one, other = told(score(assessment, MODEL)), told(score(renamed, MODEL))
    del one["findings"], other["findings"]
    assert one == other


CARE = Care("Somebody", Stance.TO, "a corner", 3, 10, 20, 30, "a form", "a permit")

CAN_BREAK: dict[str, Callable[[Result], bool]] = {
    "red": lambda r: Floor.RED in {o.floor for o in r.options},
    "amber": lambda r: Floor.AMBER in {o.floor for o in r.options},
    "green": lambda r: Floor.GREEN in {o.floor for o in r.options},
    "infeasible": lambda r: any(not o.feasible for o in r.options),
    "a gain": lambda r: any(o.benefit_share for o in r.options),
    "a frontier": lambda r: len(r.frontier) > 1,
    "none leads": lambda r: r.leader is None,
}
"""What some of the assessments drawn must show, or a law about it would be held to nothing."""


@pytest.mark.parametrize("sign", CAN_BREAK)
def test_that_the_laws_are_tried_on_cases_that_can_break_them(sign: str) -> None:
    """``find`` raises if none of a thousand drawn is of that kind."""
    find(
        assessments(),
        lambda drawn: CAN_BREAK[sign](score(drawn, MODEL)),
        settings=settings(max_examples=1000, phases=[Phase.generate], database=None),
    )
