"""What stands between an assessment and its score, and between it and a signature."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.authority import Authority, Body, DecisionMaker
from fairness_desktop.domain.decision import Decision, Rejected
from fairness_desktop.domain.findings import Severity, gaps
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group, NeedEvidence
from fairness_desktop.domain.readiness import Standing, missing_for_signing, obstacles_to_scoring
from fairness_desktop.domain.vocabulary import (
    AssessmentId,
    AuthorityKind,
    BodyKind,
    Capacity,
    Floor,
    GroupId,
    Kind,
    Nation,
    OptionId,
)
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.shipped import folder

A, B = OptionId("A"), OptionId("B")
PACK = next(p for p in packs(folder() / "packs") if p.id == "england_non_executive")


def ready() -> Assessment:
    """Everything said that has to be said."""
    return Assessment(
        AssessmentId("a1"),
        FrameworkReference("model", "1", "0" * 64),
        title="Play area",
        kind=Kind.INVOLVEMENT,
        body=Body("Example Parish Council", BodyKind.PARISH_COUNCIL, Nation.ENGLAND),
        authority=Authority(AuthorityKind.EXPRESS, "Minute 41/26", DecisionMaker("Ann", "Clerk", Capacity.OFFICER)),
        groups=(Group(GroupId("p"), "People", 9, 4), Group(GroupId("q"), "Others", 9, 1)),
        options=(Option(A, "As now", True, 0), Option(B, "Build", False, 5, from_outside=True)),
        decision=Decision(dt.date(2026, 11, 23), B, "It does most good.", (Rejected(A, "It does none."),)),
    )


LEADS = Standing(leads=True, leader=B, floor=Floor.GREEN)


def missing(assessment: Assessment, standing: Standing | None = LEADS) -> list[str]:
    return [f.code for f in missing_for_signing(assessment, standing, (PACK,))]


def test_that_nothing_is_missing_where_everything_is_said() -> None:
    assert missing(ready()) == []
    assert gaps(ready()) == ()


BODY, AUTHORITY, DECISION = ready().body, ready().authority, ready().decision
MAKER = AUTHORITY.decision_maker
FIRST, SECOND = ready().groups


@pytest.mark.parametrize(
    ("code", "without"),
    [
        ("no_title", {"title": " "}),
        ("no_kind", {"kind": None}),
        ("no_body", {"body": replace(BODY, name="")}),
        ("no_body_kind", {"body": replace(BODY, kind=None)}),
        ("no_nation", {"body": replace(BODY, nation=None)}),
        ("too_few_groups", {"groups": (FIRST,)}),
        ("no_group_name", {"groups": (replace(FIRST, name=""), SECOND)}),
        ("no_size", {"groups": (replace(FIRST, size=None), SECOND)}),
        ("no_need", {"groups": (replace(FIRST, need_level=None), SECOND)}),
        ("no_option_name", {"options": (ready().options[0], replace(ready().options[1], name=""))}),
        ("no_cost", {"options": (ready().options[0], replace(ready().options[1], net_cost=None))}),
        ("no_baseline", {"options": tuple(replace(o, baseline=False) for o in ready().options)}),
        ("no_authority", {"authority": replace(AUTHORITY, kind=None)}),
        ("no_instrument", {"authority": replace(AUTHORITY, instrument=" ")}),
        ("no_decision_maker", {"authority": replace(AUTHORITY, decision_maker=replace(MAKER, name=""))}),
        ("no_capacity", {"authority": replace(AUTHORITY, decision_maker=replace(MAKER, capacity=None))}),
        ("no_date", {"decision": replace(DECISION, date=None)}),
        ("no_reasons", {"decision": replace(DECISION, reasons="\n")}),
        ("no_rejection_reason", {"decision": replace(DECISION, rejected=())}),
        ("no_rejection_reason", {"decision": replace(DECISION, rejected=(Rejected(A, " "),))}),
    ],
)  # fmt: skip
def test_that_each_missing_thing_is_named_alone(code: str, without: dict[str, object]) -> None:
    assert missing(replace(ready(), **without)) == [code]  # type: ignore[arg-type]


def test_that_without_a_choice_no_rejections_are_asked_for() -> None:
    assert missing(replace(ready(), decision=replace(DECISION, chosen=None, rejected=())), None) == ["no_choice"]


def test_that_a_single_option_is_too_few() -> None:
    assert missing(replace(ready(), options=ready().options[:1])) == ["too_few_options"]


def test_that_what_is_missing_is_told_in_the_order_of_the_walk() -> None:
    bare = replace(ready(), title="", authority=Authority(), groups=(FIRST,), decision=Decision())

    places = [f.where.split(".")[0].split("[")[0] for f in missing_for_signing(bare, None, (PACK,))]

    assert list(dict.fromkeys(places)) == ["title", "authority", "groups", "decision"]


def test_that_a_choice_other_than_the_leader_wants_its_reason() -> None:
    elsewhere = Standing(leads=False, leader=A, floor=Floor.GREEN)

    assert missing(ready(), elsewhere) == ["no_departure_reason"]
    assert missing(replace(ready(), decision=replace(DECISION, departure_reason="Because.")), elsewhere) == []


def test_that_with_none_feasible_the_choice_wants_a_reason_too() -> None:
    finding = missing_for_signing(ready(), Standing(leads=False, leader=None, floor=Floor.GREEN))[0]

    assert finding.message.startswith("No option is feasible")


def test_that_a_red_floor_wants_reason_mitigation_and_the_less_harmful_way() -> None:
    red = Standing(leads=True, leader=B, floor=Floor.RED)
    justified = replace(DECISION, floor_reason="Why", mitigation="How", less_harmful="None was found")

    assert missing(ready(), red) == ["no_floor_reason", "no_mitigation", "no_less_harmful"]
    assert missing(replace(ready(), decision=justified), red) == []


def test_that_an_amber_floor_wants_nothing() -> None:
    assert missing(ready(), replace(LEADS, floor=Floor.AMBER)) == []


def test_that_one_who_may_not_decide_is_refused_with_a_way_out() -> None:
    single = replace(AUTHORITY, decision_maker=replace(MAKER, capacity=Capacity.SINGLE_MEMBER))

    refused = missing_for_signing(replace(ready(), authority=single), LEADS, (PACK,))

    assert [f.code for f in refused] == ["may_not_decide"]
    assert "a single councillor" in refused[0].message
    assert "Choose one of: full council" in refused[0].message


def test_that_the_law_of_another_nation_does_not_apply() -> None:
    single = replace(AUTHORITY, decision_maker=replace(MAKER, capacity=Capacity.COMMITTEE))
    welsh = replace(ready(), authority=single, body=replace(BODY, nation=Nation.WALES))

    assert missing(welsh) == []


def test_that_a_score_needs_sizes_needs_and_costs_but_no_names() -> None:
    bare = replace(ready(), title="", body=Body(), authority=Authority(), decision=Decision())

    assert obstacles_to_scoring(bare) == ()
    sizeless = replace(ready(), groups=(replace(FIRST, size=None, need_level=None), SECOND))
    assert [f.code for f in obstacles_to_scoring(sizeless)] == ["no_size", "no_need"]


def test_that_severe_need_wants_two_pieces_of_evidence_but_refuses_nothing() -> None:
    piece = NeedEvidence(source="survey")

    def warned(group: Group) -> list[str]:
        found = gaps(replace(ready(), groups=(group, SECOND)))
        assert all(f.severity is Severity.WARNING for f in found)
        return [f.where for f in found]

    severe = replace(FIRST, need_level=5, need_evidence=(piece,))
    assert warned(severe) == ["groups[0].need_evidence"]
    assert warned(replace(severe, need_evidence=(piece, piece))) == []
    assert warned(replace(severe, relative_income=0.35)) == []
    assert warned(replace(severe, need_level=4)) == []


def test_that_an_option_from_outside_is_missed() -> None:
    inside = replace(ready(), options=tuple(replace(o, from_outside=None) for o in ready().options))

    assert [f.code for f in gaps(inside)] == ["none_from_outside"]
