"""Which duties apply, what each still wants, and that none of it enters the score."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.authority import Authority, Body, DecisionMaker
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.duties.answers import Aims, Characteristic, Duties, LensRow, PromptAnswer, Ways
from fairness_desktop.domain.duties.duty_findings import applying, duty_findings
from fairness_desktop.domain.duties.rules import DutyId, Force
from fairness_desktop.domain.findings import Severity
from fairness_desktop.domain.law.pack import LegalPack
from fairness_desktop.domain.money.mechanisms import AssetTransfer
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.progress import Step, step_of
from fairness_desktop.domain.readiness import missing_for_signing
from fairness_desktop.domain.vocabulary import BodyKind, Capacity, Kind, Nation, OptionId
from fairness_desktop.frameworks.catalogue import packs
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.shipped import folder

from ...scoring.builders import ONLY_OUTCOMES, hand_case
from ...strategies import _duties

PACKS = packs(folder() / "packs")
LONG = "It was thought of with care, and this is what came of it."
WALES = Body("Example", BodyKind.COUNTY_COUNCIL, Nation.WALES)
PARISH = Body("Example", BodyKind.PARISH_COUNCIL, Nation.ENGLAND)


def case(body: Body, **changes: object) -> Assessment:
    return replace(hand_case(), body=body, **changes)  # type: ignore[arg-type]


def ids(now: Assessment) -> set[DutyId]:
    return {rule.id for rule in applying(now, PACKS)}


def codes(now: Assessment) -> list[str]:
    return [f.code for f in duty_findings(now, PACKS)]


def test_that_nothing_applies_until_the_nation_is_known() -> None:
    assert applying(case(Body()), PACKS) == ()


def test_that_best_value_is_no_duty_of_a_parish_nor_of_wales() -> None:
    assert DutyId.BEST_VALUE not in ids(case(PARISH))
    assert DutyId.BEST_VALUE not in ids(case(WALES))
    assert DutyId.BEST_VALUE in ids(case(replace(PARISH, kind=BodyKind.COUNTY_COUNCIL)))


@pytest.mark.parametrize("body", [WALES, replace(WALES, kind=BodyKind.COMMUNITY_COUNCIL)])
def test_that_the_welsh_duties_are_of_wales_alone(body: Body) -> None:
    welsh = {DutyId.WAYS_OF_WORKING, DutyId.WELL_BEING_GOALS, DutyId.WELSH_LANGUAGE}

    assert welsh <= ids(case(body))
    assert not welsh & ids(case(PARISH))


def test_that_the_socio_economic_duty_binds_strategic_decisions_of_principal_councils_in_wales() -> None:
    strategic = case(WALES, kind=Kind.FRAMEWORK)
    whole = Authority(decision_maker=DecisionMaker(capacity=Capacity.FULL_COUNCIL))

    assert DutyId.SOCIO_ECONOMIC in ids(strategic)
    assert DutyId.SOCIO_ECONOMIC in ids(case(WALES, kind=Kind.TECHNICAL, authority=whole))
    assert DutyId.SOCIO_ECONOMIC not in ids(case(WALES, kind=Kind.TECHNICAL))


def force(body: Body) -> Force:
    return next(r.force for r in applying(case(body), PACKS) if r.id is DutyId.SOCIO_ECONOMIC)


def test_that_elsewhere_it_is_encouraged_or_by_choice() -> None:
    assert force(replace(WALES, kind=BodyKind.COMMUNITY_COUNCIL)) is Force.ENCOURAGED
    assert force(PARISH) is Force.BY_CHOICE


def test_that_land_is_asked_about_where_an_asset_is_transferred() -> None:
    given = Option(OptionId("Z"), "Hand it over", net_cost=0, mechanism=AssetTransfer())

    assert DutyId.DISPOSAL not in ids(case(PARISH))
    assert DutyId.DISPOSAL in ids(case(PARISH, options=(*hand_case().options, given)))


def test_that_social_value_is_asked_about_where_something_is_bought() -> None:
    bought = Option(OptionId("Z"), "Buy it", net_cost=0, delivery="private")

    assert DutyId.SOCIAL_VALUE not in ids(case(PARISH))
    assert DutyId.SOCIAL_VALUE in ids(case(PARISH, options=(*hand_case().options, bought)))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_that_every_duty_is_dated_names_its_law_and_stands_once(pack: LegalPack) -> None:
    assert pack.duties[0].id is DutyId.EQUALITY
    assert len({d.id for d in pack.duties}) == len(pack.duties)
    assert all(d.date.startswith("20") and d.source and d.says for d in pack.duties)


@pytest.mark.parametrize("text", ["x", "No impact.", "Yes", "Considered, no impact"])
def test_that_a_bare_tick_stops_a_signature(text: str) -> None:
    now = case(PARISH, duties=Duties(equality=text))

    assert "equality_tick" in codes(now)
    assert "equality_tick" in [f.code for f in missing_for_signing(now, None, PACKS)]


def test_that_free_text_anywhere_under_the_duty_is_no_tick() -> None:
    row = LensRow(Characteristic.AGE, know=LONG)
    for duties in (
        Duties(equality=LONG),
        Duties(equality_aims=Aims(foster=LONG)),
        Duties(equality="Yes", equality_lens=(row,)),
    ):
        assert "equality_tick" not in codes(case(PARISH, duties=duties))


def test_that_nothing_written_is_said_and_stops_nothing() -> None:
    (found,) = [f for f in duty_findings(case(PARISH), PACKS) if f.code == "no_equality"]

    assert found.severity is Severity.WARNING
    assert step_of(found.where) is Step.DUTIES


def test_that_the_decision_maker_has_to_have_read_it() -> None:
    chosen = Decision(chosen=OptionId("B"))
    written = case(PARISH, duties=Duties(equality=LONG), decision=chosen)

    assert "equality_not_read" in codes(written)
    assert "equality_not_read" in codes(replace(written, duties=Duties(equality=LONG, equality_read="Read.")))
    assert "equality_not_read" not in codes(replace(written, duties=Duties(equality=LONG, equality_read=LONG)))
    assert "equality_not_read" not in codes(replace(written, decision=Decision()))


def test_that_a_row_that_says_what_it_means_and_not_what_is_done_is_noted() -> None:
    row = LensRow(Characteristic.SEX, know=LONG, means="It falls on women.")
    (found,) = [f for f in duty_findings(case(PARISH, duties=Duties(equality_lens=(row,))), PACKS)
                if f.code == "lens_nothing_done"]  # fmt: skip

    assert found.where == "duties.equality_lens[sex].do"
    assert found.message.startswith("Sex: ")


def test_that_what_wales_requires_and_nobody_wrote_is_told_by_name() -> None:
    wanted = {"no_ways_of_working", "no_well_being_goals", "no_welsh_language", "no_socio_economic"}
    some = Duties(ways_of_working=Ways(LONG, LONG, LONG, LONG), well_being_goals=LONG, welsh_language=LONG)

    assert wanted <= set(codes(case(WALES, kind=Kind.FRAMEWORK)))
    (found,) = [f for f in duty_findings(case(WALES, duties=some), PACKS) if f.code == "no_ways_of_working"]
    assert (found.where, "involvement" in found.message) == ("duties.ways_of_working.involvement", True)


def test_that_a_community_council_is_not_reminded_of_what_it_need_not() -> None:
    assert codes(case(replace(WALES, kind=BodyKind.COMMUNITY_COUNCIL))) == ["no_equality"]


def test_that_a_row_that_says_nothing_any_more_goes_and_the_others_keep_the_order_of_the_nine() -> None:
    duties = Duties().with_row(LensRow(Characteristic.SEX, "a")).with_row(LensRow(Characteristic.AGE, "b"))

    assert [r.characteristic for r in duties.equality_lens] == [Characteristic.AGE, Characteristic.SEX]
    assert len(duties.with_row(LensRow(Characteristic.AGE)).equality_lens) == 1


def test_that_a_prompt_emptied_goes() -> None:
    written = Duties().with_text("prompts[best_value]", "Cheap.")

    assert written.prompts == (PromptAnswer("best_value", "Cheap."),)
    assert written.with_text("prompts[best_value]", "").prompts == ()


@given(_duties(False))
def test_that_no_word_of_it_enters_the_score(duties: Duties) -> None:
    assert scoring_inputs(case(PARISH, duties=duties), ONLY_OUTCOMES) == scoring_inputs(case(PARISH), ONLY_OUTCOMES)
