"""What of the money wants a look: each remark with its place, and silence where there is nothing to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.findings import Finding
from fairness_desktop.domain.money.efficiency import Efficiency
from fairness_desktop.domain.money.mechanisms import Borrowing, LoanMethod, Mechanism, SocialImpactBond
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.domain.money.sums import CashFlow
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.progress import Step, step_of
from fairness_desktop.domain.vocabulary import Form, Grade, OptionId
from fairness_desktop.scoring.money.mechanisms import work_out
from fairness_desktop.scoring.money.remarks import money_remarks
from fairness_desktop.scoring.score import score

from ...strategies import MODEL, assessments
from ..builders import hand_case
from .said import ALL, BOND, CUT, GIFT, HALL, LOAN, OVERHEAD, PARTNER, line, with_flow


def case(option: Option) -> Assessment:
    return replace(hand_case(), options=(hand_case().options[0], option), effects=())


def remarks(option: Option, form: Form = Form.FULL) -> dict[str, Finding]:
    found = money_remarks(replace(case(option), form=form), MODEL)
    return {f.code: f for f in found}


def argued(mechanism: Mechanism) -> Mechanism:
    return replace(mechanism, assumptions="Rates stay as they are.", confidence=Grade.B)


def paid_by(mechanism: Mechanism, *own: CashFlow) -> Option:
    """An option whose cash flow holds what the mechanism works out."""
    working = work_out(mechanism)
    assert working is not None
    return with_flow(*own, *working.lines, mechanism=mechanism, bias=0)


SOUND = [
    paid_by(argued(LOAN), line(0, -100_000)),
    paid_by(argued(CUT)),
    paid_by(argued(OVERHEAD)),
    paid_by(argued(HALL)),
    paid_by(argued(replace(PARTNER, saves=0.0))),
    paid_by(argued(GIFT)),
]


@pytest.mark.parametrize("option", SOUND, ids=lambda o: type(o.mechanism).__name__)
def test_that_where_all_is_well_nothing_is_warned_of(option: Option) -> None:
    assert [f.code for f in remarks(option).values() if f.severity == "warning"] == []


SPOILT: list[tuple[str, str, Callable[[], Option]]] = [
    ("never_pays_back", "cash_flow", lambda: with_flow(line(0, -100), line(1, 50))),
    ("no_payback_with_bias", "optimism_bias", lambda: with_flow(line(0, -100), line(1, 110), bias=20)),
    ("saving_falls_to_others", "cash_flow", lambda: with_flow(line(0, -100), line(1, 300, "NHS"))),
    ("no_optimism_bias", "optimism_bias", lambda: with_flow(line(0, -100))),
    ("bias_without_source", "optimism_bias_source", lambda: with_flow(line(0, -100), bias=24)),
    ("loan_beyond_life", "mechanism.years", lambda: paid_by(replace(LOAN, asset_life=10))),
    ("loan_not_covered", "mechanism.revenue", lambda: paid_by(replace(LOAN, revenue=9_000.0))),
    ("loan_not_spent", "cash_flow", lambda: paid_by(LOAN, line(0, -60_000))),
    ("mechanism_disagrees", "cash_flow", lambda: replace(paid_by(LOAN), mechanism=replace(LOAN, rate=6.0))),
    ("mechanism_not_in_flow", "mechanism", lambda: with_flow(line(0, -100), mechanism=LOAN)),
    ("mechanism_unargued", "mechanism.assumptions", lambda: paid_by(LOAN)),
    ("mechanism_incomplete", "mechanism.principal", lambda: with_flow(mechanism=Borrowing(rate=5))),
    ("mechanism_beyond_measure", "mechanism", lambda: with_flow(
        mechanism=replace(BOND, investment=1e13, rate=100.0, first_payment=60))),
    ("cut_without_target", "mechanism.targeted", lambda: paid_by(replace(CUT, targeted=0.0))),
    ("overhead_rises", "mechanism.targets_after", lambda: paid_by(replace(OVERHEAD, managers_after=30))),
    ("community_at_loss", "mechanism.earns", lambda: paid_by(replace(HALL, earns=10_000.0))),
    ("partner_at_loss", "mechanism.costs", lambda: paid_by(replace(PARTNER, costs=70_000.0))),
    ("bond_dearer_than_saving", "mechanism.saves", lambda: paid_by(replace(BOND, saves=100_000.0))),
    ("endowment_used_up", "mechanism.draw", lambda: paid_by(replace(GIFT, draw=9_000.0))),
    ("offer_open", "offers[0].accepted", lambda: replace(with_flow(), offers=(Offer("Rotary"),))),
    ("offer_declined", "offers[0].reason", lambda: replace(with_flow(), offers=(Offer("Rotary", accepted=False),))),
    ("hours_not_valued", "hour_value", lambda: replace(
        with_flow(), offers=(Offer("Rotary", brings_hours=5, accepted=True),))),
    ("council_resource_open", "council_resource", lambda: replace(
        with_flow(), offers=(Offer("Rotary", brings_money=5, accepted=True),))),
    ("benchmark_without_source", "efficiency.benchmark_source", lambda: replace(
        with_flow(), efficiency=Efficiency(benchmark=4))),
    ("prevention_above_cost", "efficiency.prevention_spend", lambda: replace(
        with_flow(), efficiency=Efficiency(yearly_cost=4, prevention_spend=5))),
]  # fmt: skip


@pytest.mark.parametrize(("code", "place", "option"), SPOILT, ids=[code for code, _p, _o in SPOILT])
def test_that_what_wants_a_look_is_said_with_its_place(code: str, place: str, option: Callable[[], Option]) -> None:
    found = remarks(option())

    assert code in found
    assert found[code].where == f"options[1].{place}"
    assert found[code].message.endswith(".")


@pytest.mark.parametrize("code", [code for code, _p, _o in SPOILT])
def test_that_it_is_not_said_of_an_option_that_says_nothing(code: str) -> None:
    assert code not in remarks(Option(OptionId("B"), "B", net_cost=5))


def test_that_a_mere_cost_is_not_said_never_to_pay_back() -> None:
    assert "never_pays_back" not in remarks(with_flow(line(0, -100), line(1, -100)))


def test_that_the_short_form_is_not_asked_for_a_bias() -> None:
    assert "no_optimism_bias" not in remarks(with_flow(line(0, -100)), Form.SHORT)


def test_that_a_missing_bias_is_said_once_for_all_options() -> None:
    both = replace(hand_case(), options=(hand_case().options[0], with_flow(line(0, -1)), replace(
        with_flow(line(0, -1)), id=OptionId("C"))), effects=())  # fmt: skip

    found = [f for f in money_remarks(both, MODEL) if f.code == "no_optimism_bias"]

    assert [f.message.count("B, C") for f in found] == [1]


def test_that_who_saves_most_for_least_is_named() -> None:
    flow = with_flow(line(0, -100), line(1, 90, "NHS"), line(1, 60, "Police"), bias=0)

    assert "100 % of what B saves falls to others" in remarks(flow)["saving_falls_to_others"].message
    assert "most of it to NHS" in remarks(flow)["saving_falls_to_others"].message


def test_that_a_penny_of_rounding_is_no_disagreement() -> None:
    odd = paid_by(argued(replace(LOAN, principal=99_999.99, method=LoanMethod.EQUAL_PRINCIPAL)))

    assert "mechanism_disagrees" not in remarks(odd)


@pytest.mark.parametrize("mechanism", ALL, ids=lambda m: type(m).__name__)
def test_that_any_change_of_a_mechanism_is_seen_in_the_flow(mechanism: Mechanism) -> None:
    longer = replace(mechanism, payments=4) if isinstance(mechanism, SocialImpactBond) else replace(mechanism, years=9)

    assert "mechanism_disagrees" in remarks(replace(paid_by(mechanism), mechanism=longer))


def test_that_remarks_stand_among_the_findings_of_the_score() -> None:
    now = case(with_flow(line(0, -100), line(1, 50)))

    assert "never_pays_back" in [f.code for f in score(now, MODEL).findings]


@given(assessments(draft=True, foreign=True))
def test_that_any_draft_is_remarked_on_and_every_place_is_on_a_page(assessment: Assessment) -> None:
    for finding in money_remarks(assessment, MODEL):
        assert step_of(finding.where) in (Step.MONEY, Step.OPTIONS)
        assert "None" not in finding.message
