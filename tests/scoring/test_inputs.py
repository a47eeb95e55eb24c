"""What enters the score, and the seed made from it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.effects import Unanswered
from fairness_desktop.domain.errors import InvalidInputError, NotReadyError
from fairness_desktop.domain.vocabulary import CriterionId, Grade, GroupId, Kind, OptionId
from fairness_desktop.scoring.score import score

from ..strategies import MODEL
from .builders import hand_case, inputs_of

CASE = hand_case()
SEED = inputs_of(CASE).seed


def test_that_the_seed_is_the_hash_of_exactly_these_bytes() -> None:
    groups = '[["p",100,0.6],["q",300,1]]'
    options = '[["A",true,0],["B",false,1000],["C",false,1000],["D",false,1000],["E",false,-500]]'
    effects = ",".join(
        f'["{o}","{g}",1,"C",{{"outcomes":{x}}}]'
        for o, g, x in [("B", "p", 1), ("B", "q", 1), ("C", "p", 2), ("C", "q", 0.5), ("D", "q", 1.5), ("E", "p", -2)]
    )
    canonical = (
        f'{{"budget_cap":null,"effects":[{effects},["E","q",1,"C",{{"outcomes":1.5}}]],"framework":"{MODEL.sha256}",'
        f'"groups":{groups},"kind":"technical","options":{options},"required_saving":null}}'
    )

    assert hashlib.sha256(canonical.encode()).hexdigest() == SEED


def changed() -> list[Assessment]:
    first, second = CASE.effects[0], CASE.options[1]
    return [
        replace(CASE, kind=Kind.FRAMEWORK),
        replace(CASE, required_saving=0),
        replace(CASE, budget_cap=0),
        replace(CASE, groups=(replace(CASE.groups[0], size=101), *CASE.groups[1:])),
        replace(CASE, groups=(replace(CASE.groups[0], relative_income=0.61), *CASE.groups[1:])),
        replace(CASE, options=(CASE.options[0], replace(second, net_cost=1001), *CASE.options[2:])),
        replace(CASE, effects=(replace(first, reach=0.9), *CASE.effects[1:])),
        replace(CASE, effects=(replace(first, grade=Grade.B), *CASE.effects[1:])),
        replace(CASE, effects=(replace(first, impacts={CriterionId("outcomes"): 0.5}), *CASE.effects[1:])),
        replace(CASE, effects=CASE.effects[1:]),
    ]


@pytest.mark.parametrize("other", changed(), ids=range(10))
def test_that_whatever_can_change_a_figure_changes_the_seed(other: Assessment) -> None:
    assert inputs_of(other).seed != SEED


def unchanged() -> list[Assessment]:
    first = CASE.effects[0]
    spelt_out = {CriterionId("outcomes"): 1.0, CriterionId("access"): 0.0}
    untouched = replace(first, option=OptionId("D"), group=GroupId("p"))
    return [
        replace(CASE, groups=CASE.groups[::-1], options=CASE.options[::-1], effects=CASE.effects[::-1]),
        replace(CASE, effects=(replace(first, impacts=spelt_out), *CASE.effects[1:])),
        replace(CASE, effects=(*CASE.effects, replace(untouched, impacts={}))),
        replace(CASE, effects=(*CASE.effects, replace(untouched, reach=0.0))),
        replace(CASE, effects=(replace(first, because="why"), *CASE.effects[1:])),
        replace(CASE, groups=(replace(CASE.groups[0], need_level=1), *CASE.groups[1:])),
        replace(CASE, groups=(CASE.groups[0], replace(CASE.groups[1], relative_income=None, need_level=1))),
    ]


@pytest.mark.parametrize("other", unchanged(), ids=range(7))
def test_that_what_changes_no_figure_leaves_the_seed(other: Assessment) -> None:
    assert inputs_of(other).seed == SEED


def test_that_an_unanswered_criterion_is_left_out_not_counted_as_entered() -> None:
    gap = Unanswered(OptionId("B"), GroupId("p"), CriterionId("outcomes"))

    result = score(replace(CASE, unanswered=(gap,)), MODEL)

    assert (OptionId("B"), GroupId("p")) not in inputs_of(replace(CASE, unanswered=(gap,))).effects
    assert "1 criterion of an effect is not answered" in " ".join(f.message for f in result.findings)


def test_that_a_result_says_how_many_effects_it_did_without() -> None:
    gaps = tuple(Unanswered(OptionId("D"), GroupId(g)) for g in "p")

    messages = [f.message for f in score(replace(CASE, unanswered=gaps), MODEL).findings]

    assert "1 effect is not answered; the score is made without it, not with zero." in messages


def test_that_nothing_is_scored_while_a_needed_answer_is_missing() -> None:
    nameless = replace(CASE, groups=(replace(CASE.groups[0], size=None), CASE.groups[1]))

    with pytest.raises(NotReadyError, match=r"groups\[0\]\.size: Say how many people “p” are\."):
        score(nameless, MODEL)


@pytest.mark.parametrize(
    ("short", "place"),
    [
        (replace(CASE, groups=CASE.groups[:1]), "groups:"),
        (replace(CASE, options=CASE.options[:1]), "options:"),
        (replace(CASE, options=CASE.options[1:]), "options:"),
        (replace(CASE, kind=None), "kind:"),
        (replace(CASE, options=(CASE.options[0], replace(CASE.options[1], net_cost=None))), r"options\[1\]\.net_cost:"),
        (replace(CASE, options=(CASE.options[0], replace(CASE.options[1], net_cost=None, cash_flow=()))), "net_cost:"),
    ],
    ids=range(6),
)
def test_that_a_draft_too_short_to_score_is_refused_with_the_place(short: Assessment, place: str) -> None:
    with pytest.raises(NotReadyError, match=place):
        score(short, MODEL)


def test_that_a_name_is_not_needed_to_score() -> None:
    assert score(replace(CASE, title="", groups=tuple(replace(g, name="") for g in CASE.groups)), MODEL).leader


def test_that_another_framework_than_the_assessment_names_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"framework\.sha256: is not the hash"):
        score(CASE, replace(MODEL, sha256="0" * 64))
