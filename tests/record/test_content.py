"""What a record says, before a page is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.authority import Authority
from fairness_desktop.domain.decision import Decision, Duties
from fairness_desktop.domain.duties.answers import Characteristic, LensRow
from fairness_desktop.domain.effects import Cell, Rating
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.law.answers import CallIn, ConsultedMember, Interest, KeyDecision, RecordQuestions, Urgency
from fairness_desktop.domain.law.words import MemberPart, Route
from fairness_desktop.domain.options import CashFlow
from fairness_desktop.domain.quality.plan import Check, Element, QualityPlan
from fairness_desktop.domain.vocabulary import BodyKind, Capacity, CriterionId, GroupId, Nation, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import Gap, Heading, Paragraph, SignatureField, Table, texts
from fairness_desktop.record.programs import programs
from fairness_desktop.record.subject import RecordSubject

from .conftest import subject_of


def said(subject: RecordSubject) -> str:
    return "\n".join(texts(document(subject, programs())))


def table(subject: RecordSubject, caption: str) -> Table:
    nodes = document(subject, programs()).nodes
    return next(n for n in nodes if isinstance(n, Table) and n.caption.startswith(caption))


@pytest.mark.parametrize(
    "sentence",
    [
        "Decided: D: Children and parents design an inclusive area",
        "By Amenities Committee (example), Amenities Committee for Example Parish Council, under Minute 41/26",
        "It does most for the children who have least",
        "Floor GREEN: No one most in need is left worse off than now.",
        "D has a fairness score of +22.6 (carrying on as now is 0) and leads.",
        "Of the good D does, 40 % goes to those most in need, who are 15 % of the people in reach (focus ratio 2.6).",
        "The lead is robust: D ranks first in 100 % of 10,000 plausible versions.",
        "People in two groups",
        "93 % of those affected, weighted by need, were heard; not heard: Teenagers 13-17.",
        "not adopted by any council",
        "reportlab",
        "η = 1.3",
        "Names were chosen on the laptop; nobody proved them.",
        "Worst-off person first (leximin): D, C, A, B.",
        "Efficient frontier, cheapest first: B, D at £3.99 a point.",
        "Seven in favour, one against",
    ],
)
def test_that_the_record_says(subject: RecordSubject, sentence: str) -> None:
    assert sentence in said(subject)


def test_that_every_text_the_user_wrote_is_in_it(subject: RecordSubject) -> None:
    whole, now = said(subject), subject.assessment
    written = [now.summary, now.decision.reasons, now.decision.conditions, now.duties.equality]
    written += [e.because for e in now.effects] + [r.why for r in now.decision.rejected]
    written += [o.description for o in now.options] + [g.name for g in now.groups]

    assert [text for text in written if text not in whole] == []


def test_that_what_does_not_fit_together_is_said_first(example: Assessment, framework: Framework) -> None:
    told = said(subject_of(replace(example, overlaps=()), framework))

    assert "What to look at before relying on this" in told
    assert "Could one person be in “Disabled children" in told


def test_that_the_equality_lens_is_a_table_of_nine_and_who_read_it_is_said(
    example: Assessment, framework: Framework
) -> None:
    row = LensRow(Characteristic.DISABILITY, know="Sixty live here.", do="Level paths.")
    duties = replace(example.duties, equality_lens=(row,), equality_read="I read it, and chose the level paths.")
    subject = subject_of(replace(example, duties=duties), framework)

    lens = table(subject, "The nine protected characteristics; none of them is weighted or added up")
    assert len(lens.rows) == 9
    assert lens.rows[1] == ("Disability", "Sixty live here.", "–", "–", "Level paths.")
    assert "The decision-maker, on having read this: I read it, and chose the level paths." in said(subject)
    assert "The decision-maker does not say that they read this." in said(subject_of(example, framework))


def test_that_a_duty_that_the_law_requires_and_nobody_thought_of_is_a_gap(
    example: Assessment, framework: Framework
) -> None:
    wales = replace(example, body=replace(example.body, kind=BodyKind.COUNTY_COUNCIL, nation=Nation.WALES))

    told = said(subject_of(wales, framework))

    assert "Five ways of working" in told
    assert "The Welsh language\nNothing is said here." in told


def test_that_a_plan_by_its_elements_needs_no_words_in_short(example: Assessment, framework: Framework) -> None:
    planned = QualityPlan((Check("1", Element.NEED, how="Families walk round first."),))
    told = replace(example, duties=Duties(risk="We stop."), quality=planned)

    assert "Quality plan\nNothing is said here." not in said(subject_of(told, framework))
    assert "Families walk round first." in said(subject_of(told, framework))
    assert "Quality plan\nNothing is said here." in said(subject_of(replace(told, quality=QualityPlan()), framework))


def test_that_the_fingerprint_of_each_signer_stands_in_groups_of_four(subject: RecordSubject) -> None:
    fingerprint = subject.signers[0].fingerprint.upper()

    assert " ".join(fingerprint[i : i + 4] for i in range(0, 64, 4)) in said(subject)


def test_that_exact_figures_stand_to_six_decimals(subject: RecordSubject) -> None:
    rows = {row[0]: row for row in table(subject, "Exact figures").rows}

    assert rows["D"][1:3] == ("722.586556", "22.593116")


def test_that_a_floor_that_is_broken_says_by_what(example: Assessment, framework: Framework) -> None:
    whole = said(subject_of(example, framework))

    assert "Children 0-12 in low-income households: on the whole −0.72 for a person it touches" in whole
    assert "it would be RED" in whole


def test_that_unanswered_is_a_question_mark_and_never_nought(example: Assessment, framework: Framework) -> None:
    pair = (OptionId("D"), GroupId("dk"))
    opened = example.with_cell(*pair, Cell(), framework.criterion_ids)

    rows = table(subject_of(opened, framework), "Effects of D").rows

    assert rows[0][1:] == (*("?" for _ in range(8)), "not answered")


def test_that_a_group_not_touched_is_said_to_be(example: Assessment, framework: Framework) -> None:
    rows = table(subject_of(example, framework), "Effects of B").rows

    assert rows[4][1] == "not touched"


def test_that_gaps_are_stated_as_gaps_and_nothing_is_made_up(example: Assessment, framework: Framework) -> None:
    bare = replace(example, authority=Authority(), decision=Decision(), duties=Duties(), interests="")
    subject = subject_of(bare, framework)

    rows = {row[0]: row[2] for row in table(subject, "The statutory record").rows}
    gaps = [n.text for n in document(subject, programs()).nodes if isinstance(n, Gap)]

    assert {
        rows[f] for f in ("Decision", "Decision-maker", "Authority", "Reasons", "Interests declared", "Consultation")
    } == {"not stated"}
    assert gaps.count("Nothing is said here.") == 4
    assert "DRAFT: not signed. Nothing in it may be relied on as a decision." in gaps


def test_that_departing_from_the_leader_is_told_with_its_reason(example: Assessment, framework: Framework) -> None:
    decision = replace(example.decision, chosen=OptionId("C"), departure_reason="The grant was refused.")

    whole = said(subject_of(replace(example, decision=decision), framework))

    assert "D leads with a score of +22.6; C has +6.2. Why it was chosen all the same: The grant was refused." in whole


def test_that_wales_is_asked_for_its_ways_of_working_and_england_is_not(
    example: Assessment, framework: Framework
) -> None:
    welsh = replace(example, body=replace(example.body, nation=Nation.WALES))

    assert "Five ways of working" in said(subject_of(welsh, framework))
    assert "Five ways of working" not in said(subject_of(example, framework))


def test_that_a_cash_flow_is_told_year_by_year(example: Assessment, framework: Framework) -> None:
    flow = (CashFlow(0, "County", -1000.0), CashFlow(1, "Parish", 250.0))
    costed = example.with_option(replace(example.option(OptionId("D")), net_cost=None, cash_flow=flow))

    rows = table(subject_of(costed, framework), "Cash flow of D").rows

    assert rows == (("0", "County", "−£1,000"), ("1", "Parish", "£250"))


def test_that_a_draft_has_no_field_and_a_record_one_for_each_signer(
    example: Assessment, framework: Framework, subject: RecordSubject
) -> None:
    def fields(of: RecordSubject) -> list[str]:
        return [n.signer for n in document(of, programs()).nodes if isinstance(n, SignatureField)]

    assert fields(subject_of(example, framework)) == []
    assert fields(subject) == ["Amenities Committee (example)"]


def test_that_long_changes_are_cut_with_how_much_is_left_out(example: Assessment, framework: Framework) -> None:
    long = replace(example, summary="x" * 500)

    assert "more characters)" in said(subject_of(long, framework))


def test_that_every_table_is_regular(subject: RecordSubject) -> None:
    tables = [n for n in document(subject, programs()).nodes if isinstance(n, Table)]

    assert all(len(row) == len(t.header) == len(t.widths) for t in tables for row in t.rows)


def test_that_no_heading_level_is_skipped(subject: RecordSubject) -> None:
    levels = [n.level for n in document(subject, programs()).nodes if isinstance(n, Heading)]

    assert levels[0] == 1
    assert set(levels) == {1, 2}


def test_that_the_record_keeps_all_ratings_and_says_where_they_differ(
    example: Assessment, framework: Framework
) -> None:
    voice = CriterionId("voice")
    rated = example.with_rating(Rating("Ann", OptionId("D"), GroupId("dk"), 0.5, {voice: 3.0}, "They asked for it."))
    rated = rated.with_rating(Rating("Bo", OptionId("D"), GroupId("dk"), impacts={voice: -1.0}))
    subject = subject_of(rated, framework)

    own = table(subject, "Ratings of Ann").rows
    disputed = table(subject, "Effects rated by several").rows

    assert [row[1:] for row in own] == [("50 %", "voice +3.0", "They asked for it.")]
    assert [row[1:4] for row in disputed] == [("Ann +3.0, Bo −1.0", "+1.0", "4.0")]
    assert "What single assessors think" not in said(subject_of(example, framework))


def test_that_the_appendix_works_out_every_figure(subject: RecordSubject) -> None:
    whole = said(subject)

    assert "Appendix: every figure worked out" in whole
    assert "100/3 · " in whole
    points = table(subject, "Points T of D").rows
    assert points[-1][0] == "Sum"
    assert table(subject, "Effect a of D on a person it touches").rows


def test_that_options_stand_side_by_side_and_groups_across_them(example: Assessment, framework: Framework) -> None:
    subject = subject_of(example, framework)

    options, groups = table(subject, "Options side by side"), table(subject, "Average effect on a person of each group")

    assert [row[0][0] for row in options.rows] == ["A", "B", "C", "D"]
    assert options.rows[3][4] == "£2,500"
    assert groups.header == ("Group", "B", "C", "D")
    assert groups.rows[4][1] == "not touched"


def test_that_what_the_law_requires_comes_first(example: Assessment, framework: Framework) -> None:
    wales = replace(example, body=replace(example.body, nation=Nation.WALES))
    cabinet = replace(wales.authority.decision_maker, capacity=Capacity.EXECUTIVE)
    executive = replace(wales, authority=replace(wales.authority, decision_maker=cabinet))

    def first(now: Assessment, count: int) -> list[str]:
        return [row[0] for row in table(subject_of(now, framework), "The statutory record").rows[:count]]

    always = ["Date of the decision", "Decision", "Reasons"]
    assert first(example, 5) == [*always, "Alternatives considered and rejected", "Interests declared"]
    assert first(executive, 6) == [*always, "Interests declared", "Dispensations", "Consultation"]


def test_that_it_says_whether_a_record_is_required_and_by_which_rules(
    example: Assessment, framework: Framework
) -> None:
    clerk = replace(example.authority.decision_maker, capacity=Capacity.OFFICER)
    express = replace(example, authority=replace(example.authority, decision_maker=clerk))

    def told(now: Assessment) -> tuple[str, str]:
        subject = subject_of(now, framework)
        asked = next(row[1] for row in table(subject, "The statutory record").rows if row[0] == "Reasons")
        return " ".join(n.text for n in document(subject, programs()).nodes if isinstance(n, Paragraph)), asked

    said, asked = told(express)
    assert "A written record is required (SI 2014/2095, regulation 7)" in said
    assert "as they stood on 2026-11-01. No monitoring officer has checked these rules." in said
    assert asked == "required"
    said, asked = told(example)
    assert "A written record is good practice: it is no officer who decides" in said
    assert asked == "good practice"


def test_that_interests_dispensations_and_members_consulted_are_told(example: Assessment, framework: Framework) -> None:
    interest = Interest("1", "Cllr Example", "Owns the field.", MemberPart.TOOK_PART, True, "Minute 3/26")
    member = ConsultedMember("1", "Cllr Other", "Ward member", "In favour.")
    now = replace(example, declared=(interest,), consulted=(member,))
    subject = subject_of(now, framework)

    assert table(subject, "Interests declared").rows == (
        ("Cllr Example", "Owns the field.", "yes", "took part or voted", "Minute 3/26"),
    )
    assert table(subject, "Members consulted").rows == (("Cllr Other", "Ward member", "In favour."),)
    rows = {row[0]: row[2] for row in table(subject, "The statutory record").rows}
    assert rows["Dispensations"] == "Cllr Example: Minute 3/26"


def test_that_the_dates_of_an_executive_decision_are_told(example: Assessment, framework: Framework) -> None:
    power = replace(
        example.authority,
        key_decision=KeyDecision(True, date(2026, 10, 1), Route.NOTICE),
        call_in=CallIn(date(2026, 11, 30)),
        urgency=Urgency("It floods.", "The chair"),
        questions=RecordQuestions(spending=True),
    )
    subject = subject_of(replace(example, authority=power, assessed_on=date(2026, 11, 20)), framework)

    rows = {row[0]: row[2] for row in table(subject, "The statutory record").rows}

    assert rows["Key decision"] == "a key decision: notice was published, notice on 1 October 2026"
    assert rows["Call-in"] == "ends on 30 November 2026"
    assert rows["Urgency"] == "It floods. Agreed by: The chair"
    assert rows["Assessed on"] == "20 November 2026"
    assert rows["Awards a contract, or spending that materially affects the finances"] == "yes"


def test_that_it_says_how_long_it_is_kept(example: Assessment, framework: Framework) -> None:
    leap = replace(example, decision=replace(example.decision, date=date(2024, 2, 29)))

    rows = {row[0]: row[2] for row in table(subject_of(leap, framework), "The statutory record").rows}

    assert rows["To be kept"] == "until 1 March 2030; its background papers until 29 February 2028"


def test_that_a_cash_flow_explains_its_annual_equivalent(example: Assessment, framework: Framework) -> None:
    flow = (CashFlow(0, "County", -1000.0), CashFlow(1, "Parish", 250.0))
    costed = example.with_option(replace(example.option(OptionId("D")), net_cost=None, cash_flow=flow))

    assert "annual equivalent" in said(subject_of(costed, framework))
    assert "The net cost of a cash flow" not in said(subject_of(example, framework))
