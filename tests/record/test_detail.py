"""Votes, dissent, work, the first feeling, the quality plan and care in a record: there where said, else not a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.deciding.actions import Action
from fairness_desktop.domain.deciding.gut import GutFeeling, Sureness
from fairness_desktop.domain.deciding.votes import Cast, Casting, Dissent, Vote, Voting
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.kinds.profile import QualityMechanism
from fairness_desktop.domain.quality.plan import Check, Element, Link, Provider, QualityPlan
from fairness_desktop.domain.standing.aside import SetAside
from fairness_desktop.domain.trying.care import Care, Stance
from fairness_desktop.domain.vocabulary import Language, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import Table, texts
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.services.walk import history_of

from .conftest import NOW, subject_of

MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAY = date(2027, 1, 15)


def said(subject: RecordSubject) -> str:
    return "\n".join(texts(document(subject, programs())))


def detailed(now: Assessment) -> Assessment:
    """The example with everything said of how it was decided."""
    votes = (Vote("1", "Ann Jones", Cast.FOR), Vote("2", "Bo Evans", Cast.AGAINST), Vote("3", "Cai", Cast.INTEREST))
    decision = replace(
        now.decision,
        voting=Voting(votes, Casting.FOR, "Ann Jones"),
        dissents=(Dissent("1", "Bo Evans", "It takes the ball wall away."),),
        actions=(Action("1", "Write to the co-operative", "The clerk", DAY),),
        gut=GutFeeling(OptionId("B"), "A bought set", Sureness.LEANING, "It looked quick.", MOMENT, MOMENT),
    )
    care = Care("The co-operative", Stance.WITH, "One corner", 3, 500, 2000, 4000, "A logbook", "A permit")
    plan = QualityPlan(
        (Check("1", Element.NEED, QualityMechanism.DEMOCRATIC, "A panel", "Ann", DAY),),
        (Link("1", "The co-operative", "The committee", "each quarter"),),
        Provider("The co-operative", 10000, 450, "back into the play area"),
    )
    options = tuple(replace(o, care=care) if o.id == "D" else o for o in now.options)
    return replace(now, decision=decision, options=options, quality=plan, why_none_from_outside="Nobody answered.")


def test_that_votes_and_dissent_stand_by_name(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(detailed(example), framework))

    assert "Votes for: 1, against: 1, kept out by an interest: 1. Casting vote for it, by Ann Jones. Carried." in whole
    assert "Bo Evans\nIt takes the ball wall away." in whole
    assert "Write to the co-operative\nThe clerk\n15 January 2027" in whole


def test_that_the_first_feeling_stands_beside_what_was_worked_out(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(detailed(example), framework))

    assert "First feeling: B: A bought set (leaning that way). Noted on 20 November 2026, 09:30 UTC" in whole
    assert "It looked quick.\nD leads instead. D was chosen." in whole


def test_that_the_plan_is_told_with_its_fit_and_what_is_missing(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(detailed(example), framework))

    assert "1 of 5 elements have a mechanism, an owner and a date. Still missing: design, reporting, resp" in whole
    assert "The co-operative\nThe committee\neach quarter" in whole
    assert "The co-operative keeps £450 a year of £10,000 paid: 4.5 %." in whole


def test_that_how_careful_a_step_it_is_is_told(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(detailed(example), framework))

    for sentence in (
        "Done with them.",
        "Who gets it done: The co-operative",
        "Undoing it costs £500.",
        "Stopped once £2,000 is lost.",
        "At worst £4,500 is lost; its own cap is £2,000, and the framework sets none.",
        "not safe to fail",
        "Nobody answered.",
    ):
        assert sentence in whole


def test_that_nothing_is_told_where_nothing_is_said(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(example, framework))

    for heading in ("The vote", "Dissent by name", "What is to be done", "Safe to fail", "Who answers to whom"):
        assert f"\n{heading}\n" not in whole


def test_that_what_is_exempt_in_it_stays_out_of_the_public_copy(example: Assessment, framework: Framework) -> None:
    now = detailed(example)
    marks = tuple(
        Exempt(place, "Schedule 12A, paragraph 3")
        for place in ("decision.gut.why", "decision.dissents[1].why", "options[D].care.controls_removed")
    )
    now = replace(now, decision=replace(now.decision, exempt=marks))

    whole = said(public_subject(subject_of(now, framework), ""))

    for gone in ("It looked quick", "ball wall", "A permit"):
        assert gone not in whole


def test_that_the_public_copy_knows_nothing_of_what_was_set_aside(example: Assessment, framework: Framework) -> None:
    """A hash of a text that is left out could be tried out."""
    now = replace(example, set_aside=(SetAside("no_votes", "decision.reasons", "0123456789abcdef"),))
    told = public_subject(subject_of(now, framework), "")

    assert told.assessment.set_aside == ()
    assert "no_votes (Decision, reasons)" in said(subject_of(now, framework))
    assert "no_votes (Decision, reasons)" not in said(told)
    assert not [line for line in told.history if "set_aside" in line.where]


def test_that_the_history_tells_places_in_words_and_in_the_record_s_language(
    example: Assessment, framework: Framework
) -> None:
    changed = example.with_group(replace(example.groups[0], size=61))
    subject = replace(subject_of(changed, framework), history=history_of(example, changed, NOW, "Ann"))
    name = example.groups[0].name

    assert f"Ann\nGroup {name}, size\n60\n61" in said(subject)
    assert f"Ann\nGrŵp {name}, maint\n60\n61" in said(replace(subject, language=Language.WELSH))


def test_that_no_row_of_a_history_shows_the_form_s_own_names(example: Assessment, framework: Framework) -> None:
    tables = [n for n in document(subject_of(example, framework), programs()).nodes if isinstance(n, Table)]

    places = [row[2] for table in tables if table.header[-1] == "To" for row in table.rows]

    assert len(places) > 5
    assert [place for place in places if "_" in place or "[" in place] == []
