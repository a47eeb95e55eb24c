"""Tip 4, four kinds: twelve statements, and how clear the answer is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.errors import InvalidInputError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.classifier import Answers, check_scores, classify
from fairness_desktop.domain.kinds.kind_findings import before_scoring, kind_findings
from fairness_desktop.domain.vocabulary import AssessmentId, Grade, Kind
from fairness_desktop.exchange.decoding import Frameworks

from ...desktop.sessions import play_area
from ...strategies import MODEL

IDS = [s.id for s in MODEL.classifier.statements]


def scored(**by_kind: int) -> Answers:
    """Points for each kind, three at most on a statement."""
    scores: dict[str, int] = {}
    for kind, points in by_kind.items():
        of_kind = [s.id for s in MODEL.classifier.statements if s.kind == kind]
        scores |= {statement: min(3, max(0, points - 3 * i)) for i, statement in enumerate(of_kind)}
    return Answers(scores)


def test_that_there_are_three_statements_a_kind_scored_0_to_3(newest: Framework) -> None:
    kinds = [s.kind for s in newest.classifier.statements]

    assert [kinds.count(kind) for kind in Kind] == [3, 3, 3, 3]
    assert (newest.classifier.low, newest.classifier.high, newest.classifier.least_margin) == (0, 3, 2)


def test_that_they_are_asked_in_turn_so_that_no_kind_is_led_on(newest: Framework) -> None:
    asked = [s.kind for s in newest.classifier.in_turn()]

    assert asked == [*Kind, *Kind, *Kind]


@pytest.mark.parametrize(
    ("points", "kind", "margin", "clear"),
    [
        ({"involvement": 8, "joined_up": 3, "technical": 1, "framework": 6}, Kind.INVOLVEMENT, 2, True),
        ({"involvement": 8, "joined_up": 3, "technical": 1, "framework": 7}, Kind.FRAMEWORK, 1, False),
        ({"involvement": 5, "joined_up": 5, "technical": 1, "framework": 0}, Kind.FRAMEWORK, 0, False),
        ({"involvement": 0, "joined_up": 0, "technical": 9, "framework": 0}, Kind.TECHNICAL, 9, True),
        ({"involvement": 0, "joined_up": 0, "technical": 0, "framework": 0}, Kind.FRAMEWORK, 0, False),
    ],
)
def test_that_a_tie_or_a_margin_under_two_goes_to_framework(
    points: dict[str, int], kind: Kind, margin: int, clear: bool
) -> None:
    found = classify(MODEL.classifier, scored(**points))

    assert (found.kind, found.margin, found.clear) == (kind, margin, clear)
    assert found.totals == points


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(IDS, st.integers(0, 3))))
def test_that_nothing_is_said_before_every_statement_is_scored(scores: dict[str, int]) -> None:
    found = classify(MODEL.classifier, Answers(scores))

    assert (found.kind is None) == (len(scores) < len(IDS))
    assert len(found.open) == len(IDS) - len(scores)


@given(st.fixed_dictionaries(dict.fromkeys(IDS, st.integers(0, 3))))
def test_that_the_kind_is_the_first_or_else_the_one_the_framework_names(scores: dict[str, int]) -> None:
    found = classify(MODEL.classifier, Answers(scores))

    ranked = sorted(found.totals.values(), reverse=True)
    assert found.margin == ranked[0] - ranked[1]
    assert found.kind is (found.first if ranked[0] - ranked[1] >= 2 else Kind.FRAMEWORK)


def test_that_the_reasons_are_the_statements_that_hold_of_the_kind_taken() -> None:
    found = classify(MODEL.classifier, Answers({**dict.fromkeys(IDS, 1), "t1": 3, "t3": 2, "t2": 1}))

    assert [s.id for s in found.because] == ["t1", "t3"]


@pytest.mark.parametrize(("scores", "said"), [({"z9": 1}, "no statement"), ({"i1": 4}, "from 0 to 3")])
def test_that_no_other_answer_is_taken(scores: dict[str, int], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        check_scores(MODEL.classifier, scores)


def codes(answers: Answers, kind: Kind, known: Frameworks, part: str = "") -> list[str]:
    now = replace(play_area(known), kind=kind, classifier=answers, part_of=AssessmentId(part) if part else None)
    return [f.code for f in kind_findings(now, MODEL)]


def test_that_an_unclear_answer_is_said_until_it_is_split_or_reasoned(known: Frameworks) -> None:
    close = scored(involvement=8, joined_up=0, technical=0, framework=7)

    assert codes(close, Kind.INVOLVEMENT, known) == ["kind_unclear"]
    assert codes(close, Kind.FRAMEWORK, known) == []
    assert codes(close, Kind.INVOLVEMENT, known, part="first") == []
    assert codes(replace(close, reason="The money is settled."), Kind.INVOLVEMENT, known) == []


def test_that_another_kind_than_the_clear_one_wants_a_reason(known: Frameworks) -> None:
    clear = scored(involvement=9, joined_up=0, technical=0, framework=1)

    assert codes(clear, Kind.TECHNICAL, known) == ["kind_differs"]
    assert codes(clear, Kind.INVOLVEMENT, known) == []


def test_that_statements_left_open_are_noted_once_one_is_scored(known: Frameworks) -> None:
    assert codes(Answers({"i1": 2}), Kind.INVOLVEMENT, known) == ["classifier_open"]
    assert codes(Answers(), Kind.INVOLVEMENT, known) == []


def test_that_each_kind_has_its_own_red_flags(known: Frameworks, newest: Framework) -> None:
    now = play_area(known)
    assumed = tuple(replace(e, grade=Grade.D) for e in now.effects)
    unheard = tuple(replace(g, heard=None) for g in now.groups)
    now = replace(now, effects=assumed, groups=unheard)

    flags = {
        kind: [f.message for f in before_scoring(replace(now, kind=kind), newest) if f.code == "kind_red_flag"]
        for kind in Kind
    }

    assert "No group is said to have been heard" in flags[Kind.INVOLVEMENT][0]
    assert "No effect is measured" in flags[Kind.TECHNICAL][0]
    assert flags[Kind.JOINED_UP] == flags[Kind.FRAMEWORK] == []


def test_that_an_older_framework_asks_for_none_of_it(known: Frameworks, framework: Framework) -> None:
    assert before_scoring(play_area(known), framework) == ()
