from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.kinds.levels import LevelAnswer, StepAway
from fairness_desktop.domain.law.answers import ConsultedMember, Interest
from fairness_desktop.domain.law.words import Arrangements, Matter, MemberPart
from fairness_desktop.domain.vocabulary import AuthorityKind, BodyKind, Capacity, Kind, Nation

from .accessibility import spoken
from .real import new_session, services_in
from .sessions import heard_as, press, words_on, write


@pytest.fixture
def session(tmp_path: Path) -> SessionModel:
    return new_session(services_in(tmp_path))


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DecisionPage:
    page = DecisionPage(session)
    qtbot.addWidget(page)
    page.resize(900, 660)
    page.show()
    return page


def test_that_what_is_typed_is_in_the_register_a_moment_later(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.changed):
        qtbot.keyClicks(page.what.title, "Lights on the path")

    again = session.services.register.open(session.assessment.id).assessment
    assert again.title == "Lights on the path"


def test_that_a_kind_is_chosen_with_its_weights(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    button = page.kind_card.kind.buttons[Kind.TECHNICAL]

    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert session.assessment.kind is Kind.TECHNICAL
    assert "Specialist knowledge" in button.accessibleDescription()


def choose(page: DecisionPage, body: BodyKind, capacity: Capacity) -> None:
    page.body_card.kind.show_value(body)
    page.body_card.nation.show_value(Nation.ENGLAND)
    page.power.capacity.show_value(capacity)
    page.commit()


def test_that_a_single_councillor_is_refused_with_what_to_choose_instead(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.SINGLE_MEMBER)

    assert page.power.lawful.isVisible()
    assert "Choose one of: full council, committee" in page.power.lawful.sentence
    assert "Local Government Act 1972" in page.power.lawful.sentence


def test_that_an_officer_may_decide(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)

    assert page.power.lawful.sentence == "The law lets this be decided so."


def test_that_the_rules_say_how_old_they_are_and_that_nobody_checked_them(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)

    assert "as they stood on 2026-11-01. No monitoring officer has checked these rules." in words_on(page)


def test_that_a_matter_for_full_council_is_refused_to_a_clerk(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)
    page.power.matter.show_value(Matter.PRECEPT)
    page.commit()

    assert "The precept cannot be delegated: only full council sets it." in page.power.lawful.sentence


def test_that_a_framework_decision_by_an_officer_is_lawful_with_a_red_flag(page: DecisionPage) -> None:
    page.kind_card.kind.show_value(Kind.FRAMEWORK)
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)

    assert "The law lets this be decided so. Red flag:" in page.power.lawful.sentence


def test_that_an_officer_with_a_general_power_is_asked_the_questions(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    assert "Does it grant a permission or licence?" not in words_on(page)
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)
    page.power.kind.show_value(AuthorityKind.GENERAL)
    page.commit()

    press(qtbot, page, "Does it grant a permission or licence?: Yes")

    assert session.assessment.authority.questions.licence is True
    assert "A written record is required (SI 2014/2095, regulation 7): an officer grants" in words_on(page)


def test_that_an_executive_is_asked_for_notice_and_call_in(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    choose(page, BodyKind.COUNTY_COUNCIL, Capacity.EXECUTIVE_MEMBER)
    press(qtbot, page, "Is it a key decision?: Yes")
    decided = replace(session.assessment.decision, date=date(2026, 11, 23))
    session.change(replace(session.assessment, decision=decided))

    write(qtbot, page, "Notice published on", "1 November 2026")

    assert session.assessment.authority.key_decision.notice == date(2026, 11, 1)
    assert "Notice was given 21 clear days before the decision; 28 are needed." in words_on(page)


def test_that_an_assessment_after_the_decision_is_refused_beside_its_date(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)
    decided = replace(session.assessment.decision, date=date(2026, 11, 23))
    session.change(replace(session.assessment, decision=decided))

    write(qtbot, page, "Assessed on", "24/11/2026")
    assert "The assessment is dated after the decision" in words_on(page)

    write(qtbot, page, "Assessed on", "20/11/2026")
    assert "The assessment is dated after the decision" not in words_on(page)


def test_that_a_date_that_is_none_is_refused_and_the_last_good_one_kept(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    write(qtbot, page, "Assessed on", "20/11/2026")
    write(qtbot, page, "Assessed on", "soon")

    assert "“soon” is no date" in words_on(page)
    assert session.assessment.assessed_on == date(2026, 11, 20)


def test_that_an_interest_that_bars_is_refused_until_a_dispensation_is_there(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.COMMITTEE)
    press(qtbot, page, "Add an interest")
    write(qtbot, page, "Who declared interest 1", "Cllr Example")
    press(qtbot, page, "Interest 1 bars from taking part: Yes")
    page.interests_card.declared.rows[0].asked["part"].show_value(MemberPart.TOOK_PART)  # type: ignore[attr-defined]
    page.commit()
    assert "Cllr Example has a disclosable pecuniary interest and took part" in words_on(page)

    write(qtbot, page, "Dispensation, interest 1", "Minute 3/26")

    assert "has a disclosable pecuniary interest" not in words_on(page)
    assert session.assessment.declared == (
        Interest("1", "Cllr Example", "", MemberPart.TOOK_PART, True, "Minute 3/26"),
    )


def test_that_rows_are_added_and_removed(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    press(qtbot, page, "Add a member who was consulted")
    press(qtbot, page, "Add a member who was consulted")
    write(qtbot, page, "Who was asked, member 2", "Cllr Other")

    press(qtbot, page, "Remove member 1")

    assert session.assessment.consulted == (ConsultedMember("2", "Cllr Other"),)


def test_that_a_committee_system_is_asked_of_principal_councils_only(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)
    assert not page.body_card.rows["body.arrangements"].isVisible()

    choose(page, BodyKind.DISTRICT_COUNCIL, Capacity.EXECUTIVE_MEMBER)
    assert page.body_card.rows["body.arrangements"].isVisible()
    page.body_card.arrangements.show_value(Arrangements.COMMITTEE)
    page.commit()
    assert "The law does not let this be decided by cabinet member" in page.power.lawful.sentence


def test_that_nothing_is_said_of_the_law_before_it_is_asked(page: DecisionPage) -> None:
    assert not page.power.lawful.isVisible()


def test_that_walking_past_answers_nothing(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    before = session.assessment

    for _field in range(20):
        qtbot.keyClick(page.focusWidget() or page.what.title, Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before


def test_that_the_name_for_the_history_is_kept_on_this_laptop(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.interests_card.who.edited):
        qtbot.keyClicks(page.interests_card.who, "Ann")

    assert session.services.register.who() == "Ann"


def score_all(page: DecisionPage, session: SessionModel, **points: int) -> None:
    """Score every statement: of a kind all alike."""
    for statement in session.framework.classifier.statements:
        page.kind_card.statements.scores[statement.id].show_value(str(points.get(statement.kind, 0)))
    page.commit()


def test_that_twelve_statements_point_to_a_kind_with_its_margin(page: DecisionPage, session: SessionModel) -> None:
    score_all(page, session, technical=3, framework=1)

    assert "The statements point to Technical: 9, 6 points more than Framework." in words_on(page)
    assert "What speaks for Technical: “There is an accepted specification" in words_on(page)


def test_that_the_kind_found_is_taken_with_one_press(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    score_all(page, session, technical=3)

    press(qtbot, page, "Take Technical")

    assert session.assessment.kind is Kind.TECHNICAL
    assert not page.kind_card.take.isVisible()


def test_that_a_tie_offers_framework_or_a_split(page: DecisionPage, session: SessionModel) -> None:
    score_all(page, session, technical=2, involvement=2)

    assert "have as many points. Take Framework, or split the decision into parts." in words_on(page)
    assert page.kind_card.take.text() == "Take Framework"


def test_that_another_kind_than_the_one_found_asks_why(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    score_all(page, session, technical=3)

    qtbot.keyClick(page.kind_card.kind.buttons[Kind.INVOLVEMENT], Qt.Key.Key_Space)

    assert page.kind_card.rows["classifier.reason"].isVisible()
    with qtbot.waitSignal(session.changed):
        qtbot.keyClicks(page.kind_card.reason, "The families asked.")
    assert session.assessment.classifier.reason == "The families asked."


def test_that_the_scores_are_taken_back_together(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    score_all(page, session, technical=3)

    press(qtbot, page, "Take the scores back")

    assert session.assessment.classifier.scores == {}


def test_that_a_kind_says_what_it_asks_for(page: DecisionPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.kind_card.kind.buttons[Kind.FRAMEWORK], Qt.Key.Key_Space)

    said = words_on(page)
    assert "A framework decision is tested by its focus on those most in need." in said
    assert "Weighs most: outcomes 30" in said
    assert "Not there yet: Each group's need rests on some evidence." in said
    assert "Kept good by: democratic check (fits best)" in said


def test_that_a_part_is_split_off_and_opened(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    splitting = page.kind_card.splitting
    press(qtbot, page, "Split off a part of another kind…")
    press(qtbot, page, "Make the part")
    assert "Say of which kind the part is." in words_on(page)

    splitting.kind.show_value(Kind.TECHNICAL)
    splitting.part_title.setText("The drains")
    press(qtbot, page, "Make the part")

    part = session.services.register.open(session.assessment.parts[0]).assessment
    assert (part.kind, part.title, part.part_of) == (Kind.TECHNICAL, "The drains", session.assessment.id)
    with qtbot.waitSignal(page.open_wanted) as wanted:
        press(qtbot, page, "Open the other part: The drains")
    assert wanted.args == [part.id]


def test_that_the_ladder_asks_a_reason_for_each_rung_passed_over(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    press(qtbot, page, "Taken here: Local council")
    press(qtbot, page, "Closest lawful: Front line")

    asked = [level for level, row in page.ladder.rungs.items() if row.reason_row.isVisible()]
    assert sorted(asked) == [2, 3]
    assert page.ladder.sentence.text().startswith("It is taken 2 steps further from the person than the law asks")
    with qtbot.waitSignal(session.changed):
        qtbot.keyClicks(page.ladder.rungs[3].reason, "There is no such body.")
    assert session.assessment.level.why_not(3) == "There is no such body."


def test_that_a_reason_is_kept_while_its_rung_is_not_asked(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    session.change(replace(session.assessment, level=LevelAnswer(4, 3, steps=(StepAway(3, "None such."),))))

    press(qtbot, page, "Closest lawful: Local council")

    assert session.assessment.level.without_reason == ()
    assert session.assessment.level.why_not(3) == "None such."


def test_that_the_ladder_is_taken_back(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    session.change(replace(session.assessment, level=LevelAnswer(4, 3)))

    press(qtbot, page, "How close to the person is it taken?: take the answers back")

    assert session.assessment.level == LevelAnswer()


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("classifier", "People get more out of it when they have had a part in shaping it."),
        ("level.taken", "Taken here: Partnership"),
        ("level.closest_lawful", "Closest lawful: Partnership"),
        ("kind", "Involvement"),
    ],
)
def test_that_a_finding_leads_to_its_question(page: DecisionPage, where: str, name: str) -> None:
    page.show_place(where)

    focused = page.focusWidget()
    assert focused is not None
    assert heard_as(focused).startswith(name)


def test_that_a_place_leads_to_its_field(page: DecisionPage, qtbot: QtBot) -> None:
    for where, field in (("title", page.what.title), ("authority.instrument", page.power.instrument)):
        page.show_place(where)
        assert page.focusWidget() is field


def test_what_a_screen_reader_hears(page: DecisionPage) -> None:
    heard = [name for _role, name in spoken(page)]

    assert heard[:3] == [
        "Decision in one line",
        "What it is about",
        "Find it by short statements: 0 of 12 scored, opened",
    ]
    assert heard[3] == "People get more out of it when they have had a part in shaping it.: 0"
    kinds = heard.index("Involvement")
    assert heard[kinds : kinds + 4] == ["Involvement", "Joined-up", "Technical", "Framework"]
    assert "Taken here: Local council" in heard
    assert "Interests declared" in heard
