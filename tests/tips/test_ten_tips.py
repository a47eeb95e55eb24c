"""A test for each row of the ten tips: what is asked there is computed, shown, and kept in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.cli.records import sign
from fairness_desktop.domain.kinds.classifier import classify
from fairness_desktop.domain.kinds.profile import QualityMechanism
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.quality.quality_findings import quality_findings
from fairness_desktop.domain.quality.rated import Rated
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.reviewing.review import ReviewVerdict
from fairness_desktop.domain.trying.care import Stance, stance_word
from fairness_desktop.domain.vocabulary import Floor, Kind, Language, OptionId
from fairness_desktop.exchange.results import rated_checks
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.programs import programs
from fairness_desktop.record.tongues import in_language
from fairness_desktop.scoring.inputs import scoring_inputs
from fairness_desktop.scoring.money.efficiency import efficiency
from fairness_desktop.scoring.money.flows import option_money
from fairness_desktop.scoring.money.leverage import led_from_outside, leverage
from fairness_desktop.scoring.money.mechanisms import work_out
from fairness_desktop.scoring.money.safety import safety
from fairness_desktop.scoring.score import score
from fairness_desktop.scoring.voice import voice_coverage
from fairness_desktop.services.reviewing.reviewing import begin_review
from fairness_desktop.telling.ahead.days import days_to_come
from fairness_desktop.telling.kinds import level_sentence, verdict_sentence
from fairness_desktop.telling.money.efficiency import both_tests, question
from fairness_desktop.telling.money.flows import over_the_years
from fairness_desktop.telling.money.mechanisms import headline
from fairness_desktop.telling.money.offers import led_told, leverage_told
from fairness_desktop.telling.people import voice_sentence
from fairness_desktop.telling.plain.page import plain_sentences
from fairness_desktop.telling.plain.reading import measured, reading_sentence
from fairness_desktop.telling.quality import completeness, rated_sentence, surplus_sentence
from fairness_desktop.telling.reviewing.sentences import kept_sentence
from fairness_desktop.telling.trying import safety_sentence, safety_word

from ..examples.shelf import path_of
from .conftest import Finished, Opened

EVERY_KIND = {
    "gritting": Kind.TECHNICAL,
    "play-area": Kind.INVOLVEMENT,
    "families-team": Kind.JOINED_UP,
    "rural-buses": Kind.FRAMEWORK,
}


def chosen(finished: Finished) -> Option:
    option = finished.now.decision.chosen
    assert option is not None
    return finished.now.option(option)


def test_that_tip_1_enterprise_weighs_what_others_bring_and_keeps_every_offer(finished: Opened) -> None:
    park = finished("play-area")
    option = chosen(park)
    brought = leverage(option)

    assert brought is not None
    assert brought.outside == 49_672 + 5_119 + 900 * 12.71
    assert leverage_told(brought) == "£1 of council money brings £3.31."
    assert led_told(led_from_outside(park.now)).endswith("33 % come from outside the council.")
    assert "£1 of council money brings £3.31." in park.record
    assert {offer.accepted for offer in option.offers} == {True, False}
    for offer in option.offers:
        assert offer.giver in park.record
        assert offer.reason in park.record


def test_that_tip_2_new_thinking_asks_what_is_lost_at_worst_and_what_stops_it(finished: Opened) -> None:
    park = finished("play-area")
    option = chosen(park)
    found = safety(option, park.framework, park.result.option(option.id).worst_case_floor)

    assert option.pilot
    assert (found.loss, found.cap, found.floor) == (6_500, 7_000, Floor.GREEN)
    assert safety_word(found) == "safe to fail"
    assert safety_sentence(found) in park.record
    for said in (option.stop_rule, option.care.pilot_scope, option.care.controls_added, option.care.controls_removed):
        assert said
        assert said in park.record
    assert park.now.decision.review_date is not None


def test_that_tip_2_puts_the_review_and_the_stop_rule_in_the_calendar(finished: Opened) -> None:
    park = finished("play-area")
    review = next(day for day in days_to_come(park.now) if day.title.startswith("Review: "))

    assert review.day == park.now.decision.review_date
    assert f"What makes it stop: {chosen(park).stop_rule}" in review.about


def test_that_tip_2_an_option_is_safe_to_fail_only_where_its_loss_is_capped_and_it_is_not_red_at_worst(
    finished: Opened,
) -> None:
    park = finished("play-area")
    option = chosen(park)
    tighter = replace(option, care=replace(option.care, loss_cap=6_000.0))

    assert safety(option, park.framework, Floor.GREEN).safe
    assert safety(option, park.framework, Floor.RED).safe is False
    assert safety(tighter, park.framework, Floor.GREEN).safe is False


def test_that_tip_3_shared_responsibility_gives_a_reason_for_each_step_and_says_who_was_not_heard(
    finished: Opened,
) -> None:
    team = finished("families-team")
    level, coverage = team.now.level, voice_coverage(team.now.groups, team.framework)

    assert (level.closest_lawful, level.taken, level.steps_away, level.without_reason) == (2, 5, 3, ())
    assert "3 steps further" in level_sentence(level, team.framework)
    assert coverage.share == pytest.approx(0.894, abs=0.001)
    assert voice_sentence(coverage, team.now).endswith("not heard: Homes elsewhere in the town with the same troubles.")
    for said in (level_sentence(level, team.framework), voice_sentence(coverage, team.now)):
        assert said in team.record
    for passed in level.passed_over:
        assert level.why_not(passed) in team.record


@pytest.mark.parametrize(("name", "kind"), EVERY_KIND.items())
def test_that_tip_4_four_kinds_are_told_by_twelve_statements_and_the_leader_shown_under_each(
    name: str, kind: Kind, finished: Opened
) -> None:
    one = finished(name)
    found = classify(one.framework.classifier, one.now.classifier)

    assert (found.kind, found.clear, len(one.now.classifier.scores)) == (kind, True, 12)
    assert verdict_sentence(one.framework.classifier, found) in one.record
    assert set(one.result.leader_by_kind) == set(Kind)


def test_that_tip_4_says_where_the_leader_depends_on_the_kind(finished: Opened) -> None:
    care = finished("care-charges")

    assert care.result.leader_by_kind[Kind.FRAMEWORK] == "A"
    assert {care.result.leader_by_kind[k] for k in Kind if k is not Kind.FRAMEWORK} == {"D"}
    assert "leader_depends_on_kind" in {f.code for f in care.result.findings}


def test_that_tip_5_quality_control_is_planned_for_five_elements_and_fitted_to_the_kind(finished: Opened) -> None:
    team = finished("families-team")

    assert completeness(team.now.quality).startswith("5 of 5 elements")
    assert quality_findings(team.now, team.framework) == ()
    for check in team.now.quality.checks:
        assert check.how in team.record
        assert check.owner in team.record


@pytest.mark.parametrize("name", ["play-area", "families-team"])
def test_that_tip_5_measures_alone_are_warned_of_for_involvement_and_joined_up(name: str, finished: Opened) -> None:
    one = finished(name)
    plan = one.now.quality
    measures = tuple(replace(c, mechanism=QualityMechanism.MANAGEMENT_MEASURES) for c in plan.checks)
    counted = replace(one.now, quality=replace(plan, checks=measures))

    assert [f.code for f in quality_findings(counted, one.framework)] == ["quality_misfit"]


def test_that_tip_5_ratings_are_told_with_what_so_few_answers_allow_one_to_say(finished: Opened) -> None:
    libraries = finished("libraries")
    poll = next(c for c in libraries.now.quality.checks if c.rated_by is not None)
    said = rated_sentence(poll.satisfied, poll.rated_by)
    told = rated_checks(libraries.now)

    assert said == "412 of 486 satisfied: 85 %; allowing for chance, at least 81 %."
    assert f"Risk, as rated: {said}" in libraries.record
    assert told == [
        {"check": "risk", "element": "risk", "satisfied": 412, "rated_by": 486, "share": 0.847737, "at_least": 0.813077}
    ]


def test_that_tip_5_few_ratings_are_warned_of(finished: Opened) -> None:
    libraries = finished("libraries")
    plan = libraries.now.quality
    few = tuple(replace(c, satisfied=27, rated_by=30) if c.rated_by else c for c in plan.checks)

    found = quality_findings(replace(libraries.now, quality=replace(plan, checks=few)), libraries.framework)

    assert [f.code for f in found] == ["ratings_few"]
    assert rated_sentence(27, 30) == "27 of 30 satisfied: 90 %; allowing for so few answers, at least 74 %."


@pytest.mark.parametrize(("name", "kind"), EVERY_KIND.items())
def test_that_tip_6_efficiency_asks_the_question_of_the_kind_beside_the_crude_one(
    name: str, kind: Kind, finished: Opened
) -> None:
    one = finished(name)
    rows = efficiency(one.now, one.framework, scoring_inputs(one.now, one.framework), one.result)
    both = both_tests(one.now, rows, kind)
    told = next(row for row in both.rows if row[0].startswith(f"{one.now.decision.chosen} "))

    assert question(kind) in one.record
    assert both.header[1].startswith("Crude")
    assert "–" not in told[1:]
    for said in told[1:]:
        assert said in one.record


def test_that_tip_6_involvement_weighs_what_was_rated_good_for_each_pound(finished: Opened) -> None:
    park = finished("play-area")
    option = chosen(park)
    figures = replace(option.efficiency, satisfied=27, rated_by=30)
    now = replace(
        park.now, options=tuple(replace(o, efficiency=figures) if o is option else o for o in park.now.options)
    )
    rows = efficiency(now, park.framework, scoring_inputs(now, park.framework), park.result)
    both = both_tests(now, rows, Kind.INVOLVEMENT)

    assert both.header[-1] == "Rated good for £1,000, at least"
    assert [row[-1] for row in both.rows] == ["–", "–", "–", "892.55"]
    assert score(now, park.framework).option(option.id).rated == Rated(27, 30)
    assert score(now, park.framework).option(option.id).score == park.result.option(option.id).score


def test_that_tip_7_fairness_names_floor_focus_and_the_framework_that_set_them(finished: Opened) -> None:
    grit = finished("gritting")
    leader = grit.result.option(OptionId("C"))

    assert (grit.result.leader, leader.floor, grit.result.leximin[0]) == ("C", Floor.GREEN, "C")
    assert leader.score == pytest.approx(11.355508)
    assert leader.focus_ratio == pytest.approx(4.75205)
    assert grit.result.robustness is not None
    for said in (f"{leader.score:.1f}", "4.75", grit.framework.sha256[:16], grit.framework.title):
        assert said in grit.record


def test_that_tip_7_a_choice_under_a_red_floor_stands_with_its_reasons_in_the_record(finished: Opened) -> None:
    bridge = finished("footbridge")
    option, decision = bridge.result.option(chosen(bridge).id), bridge.now.decision

    assert (option.floor, option.benefit_share) == (Floor.RED, 0)
    assert "Floor RED: Some of those most in need lose seriously." in bridge.record
    for said in (decision.floor_reason, decision.mitigation, decision.less_harmful):
        assert said
        assert said in bridge.record


def test_that_tip_8_a_welsh_decision_is_told_in_short_welsh_sentences(finished: Opened) -> None:
    club = finished("clwb-ieuenctid")
    with in_language(Language.WELSH):
        page = " ".join(plain_sentences(club.now, club.result))
        told = reading_sentence(page, Language.WELSH)
    length = measured(page).words_a_sentence

    assert page in club.record
    assert length is not None
    assert length <= 20
    assert "nid oes oed darllen i'r Gymraeg" in told


def test_that_tip_8_coherent_is_one_page_first_in_words_a_child_can_read(finished: Opened) -> None:
    for name in EVERY_KIND:
        one = finished(name)
        page = plain_sentences(one.now, one.result)
        age = measured(" ".join(page)).age

        assert age is not None, name
        assert age <= 14, name
        assert one.record.find(page[0]) < one.record.find(one.framework.sha256), name


def test_that_tip_8_no_delivery_model_is_a_criterion(finished: Opened) -> None:
    libraries = finished("libraries")
    others = tuple(replace(o, delivery="in_house") for o in libraries.now.options)
    again = score(replace(libraries.now, options=others), libraries.framework)

    assert [(o.id, o.points) for o in again.options] == [(o.id, o.points) for o in libraries.result.options]


def test_that_tip_9_pay_now_save_later_draws_the_curve_and_says_who_saves(finished: Opened) -> None:
    team = finished("families-team")
    option = chosen(team)
    money, working = option_money(option, team.framework), work_out(option.mechanism)

    assert money is not None
    assert money.biased is not None
    assert working is not None
    assert option.mechanism is not None
    assert money.plain.npv > money.biased.npv > 0
    assert (money.plain.deepest_year, money.plain.payback_year) == (2, 5)
    assert money.plain.falls_to_others is not None
    assert working.figures["paid_if_not_reached"] == 0
    told = (over_the_years(money.plain), headline(option.mechanism, working), option.mechanism.assumptions)
    for said in (*told, option.optimism_bias_source):
        assert said in team.record
    assert {a.agency for a in money.plain.agencies} >= {"", "NHS (example)", "Police (example)"}


def test_that_tip_10_four_principles_name_who_does_it_how_and_to_whom_they_answer(finished: Opened) -> None:
    libraries = finished("libraries")
    option, plan = chosen(libraries), libraries.now.quality

    assert option.care.stance is Stance.FOR
    assert f"Done {stance_word(option.care.stance)}." in libraries.record
    assert option.care.done_by in libraries.record
    assert all(link.answers_to for link in plan.chain)
    for link in plan.chain:
        assert link.who in libraries.record
        assert link.answers_to in libraries.record
    assert "£10,000" in surplus_sentence(plan.provider)
    assert surplus_sentence(plan.provider) in libraries.record


def test_that_tip_10_four_principles_find_the_weakest_tenth_and_keep_what_was_done_about_it(
    tmp_path: Path,
) -> None:
    given = app.services(tmp_path)
    walk = given.register.open(given.register.take_in(path_of("play-area")).assessment.id)
    sign(given, walk, None, "correct horse battery")
    sealed = walk.records[0]
    begin_review(walk)
    promised = walk.assessment.review
    came = tuple(replace(o, outcome=0.5, reach=o.promised_reach) for o in promised.outcomes)
    review = replace(
        promised,
        date=date(2027, 6, 1),
        by="Ann Example",
        outcomes=came,
        verdict=ReviewVerdict.CHANGE,
        reasons="Fewer came than was hoped.",
        done="It opens later now.",
    )
    walk.change(replace(walk.assessment, review=review))

    (weakest,) = given.register.rows(RegisterQuery(weakest_of=2027), 0, 9)
    told = " ".join("\n".join(texts(document(given.issuing.subject(walk, ()), programs()))).split())

    assert weakest.kept == review.kept
    assert 0 < (review.kept or 0) < 1
    assert (weakest.verdict, weakest.done) == (ReviewVerdict.CHANGE, "It opens later now.")
    assert walk.records == [sealed]
    for said in (kept_sentence(review), "It opens later now.", "Fewer came than was hoped."):
        assert said in told
