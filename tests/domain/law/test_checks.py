"""Every check of the law as a rule read from a pack: refused where it must be, and not where it need not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.authority import Authority, Body, DecisionMaker
from fairness_desktop.domain.decision import Decision, Duties
from fairness_desktop.domain.findings import Finding, Severity
from fairness_desktop.domain.law.answers import CallIn, ConsultedMember, Interest, KeyDecision, RecordQuestions, Urgency
from fairness_desktop.domain.law.checks import clear_days, law_findings
from fairness_desktop.domain.law.choosing import Because, RecordDuty, pack_for, record_duty
from fairness_desktop.domain.law.words import Arrangements, Matter, MemberPart, Route
from fairness_desktop.domain.money.mechanisms import Borrowing
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.progress import step_of
from fairness_desktop.domain.vocabulary import AssessmentId, AuthorityKind, BodyKind, Capacity, Kind, Nation, OptionId
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.shipped import folder

PACKS = packs(folder() / "packs")
DAY = dt.date(2026, 11, 23)
LOCAL = [
    (BodyKind.PARISH_COUNCIL, Nation.ENGLAND),
    (BodyKind.TOWN_COUNCIL, Nation.ENGLAND),
    (BodyKind.COMMUNITY_COUNCIL, Nation.WALES),
    (BodyKind.COMMUNITY_TOWN_COUNCIL, Nation.WALES),
]


def case(
    body: BodyKind = BodyKind.PARISH_COUNCIL,
    nation: Nation = Nation.ENGLAND,
    capacity: Capacity | None = Capacity.OFFICER,
    kind: AuthorityKind = AuthorityKind.GENERAL,
    **changes: object,
) -> Assessment:
    """A decision about which nothing is wrong but what is changed; changes of the power begin with ``power_``."""
    power: dict[str, Any] = {k.removeprefix("power_"): v for k, v in changes.items() if k.startswith("power_")}
    maker = DecisionMaker("Ann Example", "Clerk", capacity)
    answered = RecordQuestions(licence=False, rights=False, spending=False)
    authority = replace(Authority(kind, "Minute 1", maker, questions=answered), **power)
    rest: dict[str, Any] = {k: v for k, v in changes.items() if not k.startswith("power_")}
    base = Assessment(
        AssessmentId("a"),
        FrameworkReference("model", "2", "0" * 64),
        body=Body("Example", body, nation),
        authority=authority,
        interests="None.",
        duties=Duties(consultation="Everyone was asked."),
        decision=Decision(DAY),
    )
    return replace(base, **rest)


def county(**changes: object) -> Assessment:
    """A cabinet member's decision in an English county, of which nothing is wrong."""
    usual: dict[str, Any] = {
        "power_key_decision": KeyDecision(is_key=False),
        "power_call_in": CallIn(dt.date(2026, 12, 1)),
        "capacity": Capacity.EXECUTIVE_MEMBER,
        "kind": AuthorityKind.EXECUTIVE,
    }
    return case(BodyKind.COUNTY_COUNCIL, **(usual | changes))


def found(now: Assessment) -> list[Finding]:
    return list(law_findings(now, PACKS))


def codes(now: Assessment) -> list[str]:
    return [f.code for f in found(now)]


def test_that_of_a_lawful_decision_nothing_is_said() -> None:
    assert codes(case()) == []
    assert codes(county()) == []


@pytest.mark.parametrize(("body", "nation"), LOCAL)
def test_that_no_single_councillor_decides_for_a_local_council(body: BodyKind, nation: Nation) -> None:
    (refused,) = found(case(body, nation, Capacity.SINGLE_MEMBER))

    assert (refused.code, refused.severity) == ("may_not_decide", Severity.ERROR)
    assert "Choose one of: full council, committee" in refused.message


@pytest.mark.parametrize(("body", "nation"), LOCAL)
@pytest.mark.parametrize("capacity", [Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER])
def test_that_a_local_council_has_no_cabinet(body: BodyKind, nation: Nation, capacity: Capacity) -> None:
    assert "may_not_decide" in codes(case(body, nation, capacity))


@pytest.mark.parametrize("role", ["Chair", "Chair in consultation with the clerk", "Cllr A. Example", "Cadeirydd"])
def test_that_the_chair_alone_or_in_consultation_is_refused(role: str) -> None:
    now = case(power_decision_maker=DecisionMaker("Ann Example", role, Capacity.OFFICER))

    (refused,) = found(now)
    assert (refused.code, refused.severity) == ("member_as_officer", Severity.ERROR)
    assert f"“{role}” is no officer" in refused.message


@pytest.mark.parametrize(
    ("role", "capacity"),
    [
        ("Clerk in consultation with the chair", Capacity.OFFICER),
        ("Chair of the committee", Capacity.COMMITTEE),
        ("Chairs and tables officer", Capacity.OFFICER),
    ],
)
def test_that_an_officer_may_consult_and_a_committee_has_a_chair(role: str, capacity: Capacity) -> None:
    assert codes(case(power_decision_maker=DecisionMaker("Ann", role, capacity))) == []


@pytest.mark.parametrize(
    ("matter", "code"),
    [
        (Matter.PRECEPT, "precept_not_delegable"),
        (Matter.BORROWING, "borrowing_not_delegable"),
        (Matter.CODE_OF_CONDUCT, "code_not_delegable"),
    ],
)
@pytest.mark.parametrize(("body", "nation"), LOCAL)
def test_that_some_matters_are_for_full_council_alone(
    matter: Matter, code: str, body: BodyKind, nation: Nation
) -> None:
    assert codes(case(body, nation, Capacity.COMMITTEE, power_matter=matter)) == [code]
    assert codes(case(body, nation, Capacity.FULL_COUNCIL, power_matter=matter)) == []


def test_that_borrowing_is_seen_by_how_the_chosen_option_is_paid_for() -> None:
    loan = Option(OptionId("B"), "Build", net_cost=5, mechanism=Borrowing(principal=100_000))
    chosen = Decision(DAY, OptionId("B"))

    assert codes(case(options=(loan,), decision=chosen)) == ["borrowing_not_delegable"]
    assert codes(case(options=(loan,))) == []


def test_that_a_committee_system_has_no_cabinet_member() -> None:
    body = Body("Example", BodyKind.DISTRICT_COUNCIL, Nation.ENGLAND, Arrangements.COMMITTEE)

    refused = codes(replace(case(capacity=Capacity.EXECUTIVE_MEMBER), body=body))
    single = codes(replace(case(capacity=Capacity.SINGLE_MEMBER), body=body))
    assert refused == single == ["may_not_decide"]
    assert codes(replace(case(capacity=Capacity.COMMITTEE), body=body)) == []


@pytest.mark.parametrize("capacity", [Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER, Capacity.OFFICER])
@pytest.mark.parametrize("nation", Nation)
def test_that_under_an_executive_leader_cabinet_member_and_officer_decide(nation: Nation, capacity: Capacity) -> None:
    assert codes(replace(county(capacity=capacity), body=Body("X", BodyKind.COUNTY_COUNCIL, nation))) == []


@pytest.mark.parametrize(("nation", "law"), [(Nation.ENGLAND, "section 31(4)"), (Nation.WALES, "standards committee")])
def test_that_who_has_such_an_interest_takes_no_part_without_a_dispensation(nation: Nation, law: str) -> None:
    interest = Interest("i1", "Cllr Example", "Owns the field.", MemberPart.TOOK_PART, pecuniary=True)
    body = Body("X", BodyKind.COUNTY_COUNCIL, nation)

    (refused,) = found(replace(county(declared=(interest,)), body=body))
    assert (refused.code, refused.severity) == ("pecuniary_interest", Severity.ERROR)
    assert law in refused.message
    assert refused.where == "interests_declared[0].dispensation"
    for lawful in (
        replace(interest, dispensation="Minute 3/26"),
        replace(interest, part=MemberPart.WITHDREW),
        replace(interest, pecuniary=False),
    ):
        assert codes(replace(county(declared=(lawful,)), body=body)) == []


def test_that_a_framework_decision_by_one_officer_is_a_red_flag_and_no_block() -> None:
    (flag,) = found(replace(case(), kind=Kind.FRAMEWORK))

    assert (flag.code, flag.severity) == ("framework_by_officer", Severity.WARNING)
    assert codes(replace(case(capacity=Capacity.COMMITTEE), kind=Kind.FRAMEWORK)) == []


@pytest.mark.parametrize(
    ("notice", "route", "expected"),
    [
        (dt.date(2026, 10, 25), Route.NOTICE, []),
        (dt.date(2026, 10, 26), Route.NOTICE, ["key_decision_notice"]),
        (dt.date(2026, 10, 26), None, ["key_decision_notice"]),
        (dt.date(2026, 11, 17), Route.GENERAL_EXCEPTION, []),
        (dt.date(2026, 11, 18), Route.GENERAL_EXCEPTION, ["key_decision_notice"]),
        (None, Route.NOTICE, ["no_notice"]),
        (None, Route.SPECIAL_URGENCY, ["urgency_not_agreed"]),
    ],
)
def test_that_a_key_decision_wants_28_clear_days_or_an_exception(
    notice: dt.date | None, route: Route | None, expected: list[str]
) -> None:
    assert codes(county(power_key_decision=KeyDecision(True, notice, route))) == expected


def test_that_special_urgency_is_agreed_by_somebody() -> None:
    agreed = Urgency("The bridge is closed.", "Chair of overview and scrutiny")
    key = KeyDecision(True, None, Route.SPECIAL_URGENCY)

    assert codes(county(power_key_decision=key, power_urgency=agreed)) == []


def test_that_it_is_asked_whether_an_executive_decision_is_key_and_when_call_in_ends() -> None:
    now = county(power_key_decision=KeyDecision(), power_call_in=CallIn())

    assert codes(now) == ["key_decision_open", "call_in_open"]
    assert all(f.severity is Severity.WARNING for f in found(now))
    assert codes(county(power_call_in=CallIn(None, "Urgent: agreed by the chair"))) == []


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 60))
def test_that_clear_days_count_neither_the_first_nor_the_last(notice: dt.date, later: int) -> None:
    decided = notice + dt.timedelta(days=later)

    assert clear_days(notice, decided) == max(0, later - 1)


def test_that_urgency_is_explained_and_agreed() -> None:
    urgent = case(kind=AuthorityKind.URGENT)

    assert codes(urgent) == ["urgency_unsaid"]
    assert found(urgent)[0].where == "authority.urgency.reasons"
    assert codes(case(kind=AuthorityKind.URGENT, power_urgency=Urgency("It floods.", "The chair"))) == []


def test_that_an_assessment_after_the_decision_is_an_error() -> None:
    (late,) = found(case(assessed_on=dt.date(2026, 11, 24)))

    assert (late.code, late.severity) == ("assessed_after_decision", Severity.ERROR)
    assert "Equality Act 2010, section 149" in late.message
    assert codes(case(assessed_on=DAY)) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"decision": Decision(DAY, review_date=dt.date(2026, 11, 22))}, "review_before_decision"),
        ({"power_call_in": CallIn(dt.date(2026, 11, 22))}, "call_in_before_decision"),
        ({"power_key_decision": KeyDecision(False, dt.date(2026, 11, 24))}, "notice_after_decision"),
    ],
)
def test_that_dates_in_the_wrong_order_stop_a_signature(changes: dict[str, Any], code: str) -> None:
    (wrong,) = found(county(**changes))

    assert (wrong.code, wrong.severity) == (code, Severity.ERROR)


def test_that_without_a_nation_only_the_dates_are_looked_at() -> None:
    now = replace(case(capacity=Capacity.SINGLE_MEMBER), body=Body("X", BodyKind.PARISH_COUNCIL))

    assert codes(now) == []
    assert codes(replace(now, decision=Decision(DAY, review_date=dt.date(2026, 1, 1)))) == ["review_before_decision"]


def test_that_a_body_of_another_nation_is_questioned() -> None:
    assert codes(case(BodyKind.PARISH_COUNCIL, Nation.WALES, Capacity.COMMITTEE)) == ["body_not_in_nation"]


@pytest.mark.parametrize(
    ("body", "nation", "kind", "arrangements", "wanted"),
    [
        (BodyKind.PARISH_COUNCIL, Nation.ENGLAND, AuthorityKind.EXPRESS, None, "england_non_executive"),
        (BodyKind.COUNTY_COUNCIL, Nation.ENGLAND, AuthorityKind.EXPRESS, None, "england_non_executive"),
        (BodyKind.COUNTY_COUNCIL, Nation.ENGLAND, AuthorityKind.EXECUTIVE, None, "england_executive"),
        (
            BodyKind.COUNTY_COUNCIL, Nation.ENGLAND, AuthorityKind.EXECUTIVE, Arrangements.COMMITTEE,
            "england_non_executive",
        ),
        (BodyKind.COUNTY_BOROUGH_COUNCIL, Nation.WALES, AuthorityKind.EXECUTIVE, None, "wales_executive"),
        (BodyKind.COUNTY_BOROUGH_COUNCIL, Nation.WALES, AuthorityKind.GENERAL, None, "wales_executive"),
        (BodyKind.COMMUNITY_COUNCIL, Nation.WALES, AuthorityKind.GENERAL, None, "wales_community_council"),
    ],
)  # fmt: skip
def test_that_body_nation_and_power_choose_the_pack(
    body: BodyKind, nation: Nation, kind: AuthorityKind, arrangements: Arrangements | None, wanted: str
) -> None:
    pack = pack_for(replace(case(kind=kind), body=Body("X", body, nation, arrangements)), PACKS)

    assert pack is not None
    assert pack.id == wanted


def duty(now: Assessment) -> RecordDuty:
    pack = pack_for(now, PACKS)
    assert pack is not None
    return record_duty(now, pack)


@pytest.mark.parametrize(
    ("kind", "questions", "required", "because"),
    [
        (AuthorityKind.EXPRESS, RecordQuestions(), True, Because.EXPRESS),
        (AuthorityKind.GENERAL, RecordQuestions(True, False, False), True, Because.LICENCE),
        (AuthorityKind.GENERAL, RecordQuestions(None, True), True, Because.RIGHTS),
        (AuthorityKind.GENERAL, RecordQuestions(False, False, True), True, Because.SPENDING),
        (AuthorityKind.GENERAL, RecordQuestions(False, False, False), False, Because.NONE_OF_THEM),
        (AuthorityKind.GENERAL, RecordQuestions(False, None, False), None, Because.OPEN),
    ],
)
def test_that_four_questions_say_whether_an_officer_must_record(
    kind: AuthorityKind, questions: RecordQuestions, required: bool | None, because: Because
) -> None:
    assert duty(case(kind=kind, power_questions=questions)) == RecordDuty(required, because)


def test_that_a_committee_minutes_and_a_community_council_need_not() -> None:
    assert duty(case(capacity=Capacity.COMMITTEE)) == RecordDuty(False, Because.NOT_AN_OFFICER)
    assert duty(case(BodyKind.COMMUNITY_COUNCIL, Nation.WALES)) == RecordDuty(False, Because.NO_RULE)
    assert duty(county()) == RecordDuty(True, Because.EXECUTIVE)
    assert duty(case(capacity=None)).required is None


def test_that_what_a_required_record_lacks_is_said_and_blocks_nothing() -> None:
    bare = case(kind=AuthorityKind.EXPRESS, interests="", duties=Duties())

    assert [(f.code, f.severity, f.where) for f in found(bare)] == [("record_lacks", Severity.WARNING, "interests")]
    assert codes(replace(bare, interests="None.")) == []
    assert codes(replace(bare, authority=replace(bare.authority, kind=AuthorityKind.GENERAL))) == []


def test_that_wales_wants_the_consultation_told() -> None:
    now = replace(county(), body=Body("X", BodyKind.COUNTY_COUNCIL, Nation.WALES), duties=Duties())

    assert [f.where for f in found(now)] == ["duties.consultation"]
    assert codes(replace(now, consulted=(ConsultedMember("m1", "Cllr Example"),))) == []


def test_that_questions_left_open_are_noted() -> None:
    (note,) = found(case(power_questions=RecordQuestions()))

    assert (note.code, note.severity) == ("record_duty_open", Severity.NOTE)


def test_that_every_finding_leads_to_a_step() -> None:
    broken = county(
        power_key_decision=KeyDecision(True, dt.date(2027, 1, 1)),
        power_call_in=CallIn(),
        assessed_on=dt.date(2027, 1, 1),
        declared=(Interest("i1", part=MemberPart.TOOK_PART, pecuniary=True),),
        interests="",
    )

    assert {step_of(f.where) for f in found(broken)} == {1}
