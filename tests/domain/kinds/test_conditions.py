"""Each condition that a kind's profile can name, held and not held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.effects import Effect, Unanswered
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.conditions import holds, most_in_need, place_of
from fairness_desktop.domain.kinds.profile import Condition
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.people import Group, NeedEvidence
from fairness_desktop.domain.progress import step_of
from fairness_desktop.domain.vocabulary import AssessmentId, CriterionId, Grade, GroupId, OptionId

A, B, P, Q = OptionId("A"), OptionId("B"), GroupId("p"), GroupId("q")
VOICE, CONNECTIONS = CriterionId("voice"), CriterionId("connections")


def assessment(groups: tuple[Group, ...] = (), b: Option | None = None, *effects: Effect) -> Assessment:
    options = (Option(A, "As now", True, 0), *(() if b is None else (b,)))
    reference = FrameworkReference("model", "2", "0" * 64)
    return Assessment(AssessmentId("a"), reference, groups=groups, options=options, effects=effects)


def people(**changes: object) -> tuple[Group, ...]:
    """Two groups, the first most in need and changed as wanted."""
    return replace(Group(P, "P", 10, 4), **changes), Group(Q, "Q", 10, 1)  # type: ignore[arg-type]


def effect(grade: Grade, **impacts: float) -> Effect:
    return Effect(B, P, 1.0, grade, {CriterionId(c): x for c, x in impacts.items()})


WAY = Option(B, "Build", False, 5)
FLOWS = (CashFlow(0, "Council", -5), CashFlow(1, "Health board", 5))
YES: list[tuple[Condition, Assessment]] = [
    (Condition.NEEDIEST_HEARD, assessment(people(heard=True))),
    (Condition.NEEDIEST_HEARD, assessment(people(heard=False, heard_how="They were away."))),
    (Condition.OUTSIDE_OPTION, assessment((), replace(WAY, from_outside=True))),
    (Condition.SEVERAL_SERVICES, assessment((), replace(WAY, net_cost=None, cash_flow=FLOWS))),
    (Condition.SEVERAL_SERVICES, assessment((), replace(WAY, delivery="partnership"))),
    (Condition.MEASURED_EVIDENCE, assessment((), WAY, effect(Grade.B, voice=1))),
    (Condition.NEED_EVIDENCED, assessment((Group(P, "P", 1, 4, need_evidence=(NeedEvidence(Grade.C, "x"),)),))),
    (Condition.NEED_EVIDENCED, assessment((Group(P, "P", 1, relative_income=0.5),))),
    (Condition.ALL_ANSWERED, assessment((), WAY, effect(Grade.B, voice=1))),
    (Condition.NOBODY_HEARD, assessment(people(heard=False))),
    (Condition.VOICE_LOWERED, assessment((), WAY, effect(Grade.B, voice=-1))),
    (Condition.ONE_SERVICE, assessment((), replace(WAY, net_cost=None, cash_flow=FLOWS[:1]))),
    (Condition.CONNECTIONS_UNTOUCHED, assessment((), WAY, effect(Grade.B, voice=1))),
    (Condition.NOTHING_MEASURED, assessment((), WAY, effect(Grade.C, voice=1))),
    (Condition.NOBODY_MOST_IN_NEED, assessment((Group(Q, "Q", 1, 2),))),
    (Condition.ONE_WAY_ONLY, assessment((), WAY)),
]
NO: list[tuple[Condition, Assessment]] = [
    (Condition.NEEDIEST_HEARD, assessment()),
    (Condition.NEEDIEST_HEARD, assessment(people(heard=False))),
    (Condition.NEEDIEST_HEARD, assessment(people())),
    (Condition.OUTSIDE_OPTION, assessment((), WAY)),
    (Condition.SEVERAL_SERVICES, assessment((), replace(WAY, net_cost=None, cash_flow=FLOWS[:1]))),
    (Condition.MEASURED_EVIDENCE, assessment((), WAY, effect(Grade.C, voice=1))),
    (Condition.NEED_EVIDENCED, assessment(people())),
    (Condition.ALL_ANSWERED, replace(assessment((), WAY, effect(Grade.B)), unanswered=(Unanswered(B, Q),))),
    (Condition.NOBODY_HEARD, assessment(people(heard=True))),
    (Condition.VOICE_LOWERED, assessment((), WAY, effect(Grade.B, voice=1))),
    (Condition.ONE_SERVICE, assessment((), WAY)),
    (Condition.CONNECTIONS_UNTOUCHED, assessment((), WAY, effect(Grade.B, connections=1))),
    (Condition.NOTHING_MEASURED, assessment((), WAY, effect(Grade.B, voice=1))),
    (Condition.NOBODY_MOST_IN_NEED, assessment(people())),
    (Condition.ONE_WAY_ONLY, assessment()),
]


@pytest.mark.parametrize(("condition", "now"), YES, ids=[c for c, _now in YES])
def test_that_it_is_seen_where_it_is_so(condition: Condition, now: Assessment, newest: Framework) -> None:
    assert holds(condition, now, newest)


@pytest.mark.parametrize(("condition", "now"), NO, ids=[c for c, _now in NO])
def test_that_it_is_not_seen_where_it_is_not(condition: Condition, now: Assessment, newest: Framework) -> None:
    assert not holds(condition, now, newest)


def test_that_every_condition_is_tried_both_ways_and_leads_to_a_step() -> None:
    assert {c for c, _now in YES} == {c for c, _now in NO} == set(Condition)
    assert all(step_of(place_of(condition)) > 1 for condition in Condition)


def test_that_without_anyone_under_the_threshold_the_lowest_are_most_in_need(newest: Framework) -> None:
    now = assessment((Group(P, "P", 1, 2), Group(Q, "Q", 1, 1)))

    assert [g.id for g in most_in_need(now, newest)] == [P]
    assert most_in_need(assessment((Group(P, "P"),)), newest) == ()
