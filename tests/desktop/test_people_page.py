"""Who is touched: groups as cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.people_page import PeoplePage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.people import NeedEvidence
from fairness_desktop.domain.vocabulary import Grade
from fairness_desktop.exchange.decoding import Frameworks

from .accessibility import spoken
from .sessions import heard_as, named, play_area, press, session_with, words_on, write


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> PeoplePage:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: SessionModel) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def test_that_a_size_typed_is_saved(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    write(qtbot, page, "Number of people", "1,205")

    assert session.assessment.groups[3].size == 1205


def test_that_a_wrong_size_is_refused_beside_the_field_and_nothing_is_lost(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    write(qtbot, page, "Number of people", "abc")
    write(qtbot, page, "Who they are", "Young people")

    assert "“abc” is not a whole number." in words_on(page)
    assert named(page, QLineEdit, "Number of people").text() == "abc"
    assert session.assessment.groups[3].size == 110
    assert session.assessment.groups[3].name == "Young people"


def test_that_no_group_is_of_nobody(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    write(qtbot, page, "Number of people", "0")

    assert "Number of people must be a whole number above 0" in words_on(page)
    assert session.assessment.groups[3].size == 110


def test_that_an_emptied_size_is_not_answered(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    write(qtbot, page, "Number of people", "")

    assert session.assessment.groups[3].size is None
    assert "size not answered yet" in words_on(page)


def test_that_arrows_climb_the_ladder(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")
    stretched = named(page, QAbstractButton, "Need: stretched")
    stretched.setFocus()

    qtbot.keyClick(stretched, Qt.Key.Key_Right)

    assert session.assessment.groups[3].need_level == 3
    assert "One of these people counts 1.94 times a typical person." in words_on(page)


def test_that_a_need_can_be_taken_back(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    press(qtbot, page, "Need: take the answer back")

    assert session.assessment.groups[3].need_level is None
    assert "need not answered yet" in words_on(page)


def test_that_a_known_income_wins_over_the_ladder(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")
    press(qtbot, page, "Income known instead: not answered, folded")

    write(qtbot, page, "Income against the median", "0.6")

    assert session.assessment.groups[3].relative_income == 0.6
    assert "high need, income 60 % of the median" in words_on(page)


def test_that_evidence_is_added_with_grade_and_source(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")
    press(qtbot, page, "What does that rest on?: add evidence")
    grade = named(page, QComboBox, "Grade of evidence 2")

    qtbot.keyClicks(grade, "B")
    write(qtbot, page, "Source of evidence 2", "School survey 2025")

    evidence = session.assessment.groups[3].need_evidence
    assert evidence == (NeedEvidence(Grade.D, "assumed"), NeedEvidence(Grade.B, "School survey 2025"))


def test_that_evidence_begun_and_left_empty_is_none(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    press(qtbot, page, "What does that rest on?: add evidence")
    page.commit()

    assert len(session.assessment.groups[3].need_evidence) == 1


def test_that_evidence_removed_is_gone(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")

    press(qtbot, page, "Remove evidence 1")

    assert session.assessment.groups[3].need_evidence == ()


def test_that_who_was_heard_is_said_as_a_share_weighted_by_need(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    press(qtbot, page, "Change “Disabled children and their families”")
    press(qtbot, page, "Were they heard?: Yes")
    press(qtbot, page, "Fold up “Disabled children and their families”")
    press(qtbot, page, "Change “Teenagers 13-17”")

    press(qtbot, page, "Were they heard?: No")

    assert session.assessment.groups[0].heard is True
    assert session.assessment.groups[3].heard is False
    said = words_on(page)
    assert "8 % of those affected, weighted by need, were heard; not heard: Teenagers 13-17; not answered yet" in said


def test_that_order_by_need_changes_what_is_seen_and_not_what_is_kept(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    before = session.assessment

    changes = [name for _role, name in spoken(page) if name.startswith("Change")]
    assert changes[:3] == [
        "Change “Disabled children and their families”",
        "Change “Children 0-12 in low-income households”",
        "Change “Teenagers 13-17”",
    ]
    other_children, teenagers = (page.cards[g.id] for g in before.groups[2:4])
    qtbot.waitUntil(lambda: other_children.y() > teenagers.y())
    press(qtbot, page, "Order by need")
    qtbot.waitUntil(lambda: other_children.y() < teenagers.y())
    assert session.assessment == before


def test_that_a_card_stays_where_it_is_while_its_need_is_answered(qtbot: QtBot, page: PeoplePage) -> None:
    before = list(page._displayed)
    press(qtbot, page, "Change “Teenagers 13-17”")

    severe = named(page, QAbstractButton, "Need: severe")
    severe.setFocus()
    severe.click()

    assert page._displayed == before


def test_that_a_group_added_has_an_id_of_its_own_and_is_unanswered(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    press(qtbot, page, "Add a group")
    qtbot.keyClicks(page.focusWidget(), "Unpaid carers")
    page.commit()

    added = session.assessment.groups[-1]
    assert (added.id, added.name, added.size) == ("g1", "Unpaid carers", None)
    assert {u.group for u in session.assessment.unanswered} == {"g1"}


def test_that_a_thirteenth_group_is_refused_in_a_sentence(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    for _number in range(6):
        press(qtbot, page, "Add a group")

    press(qtbot, page, "Add a group")

    assert len(session.assessment.groups) == 12
    assert "There are 12 groups already; join two that are touched alike." in words_on(page)


def test_that_a_group_removed_can_be_brought_back(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    before = session.assessment
    press(qtbot, page, "Change “Teenagers 13-17”")

    press(qtbot, page, "Remove “Teenagers 13-17”")
    without = len(session.assessment.groups)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)

    assert without == 5
    assert session.assessment == before


def test_that_walking_past_answers_nothing(qtbot: QtBot, known: Frameworks) -> None:
    session = session_with(replace(play_area(known), groups=(), effects=()), known)
    page = shown(qtbot, session)
    press(qtbot, page, "Add the first group")
    before = session.assessment

    for _field in range(16):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before


def test_that_escape_changes_nothing(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    before = session.assessment
    press(qtbot, page, "Change “Teenagers 13-17”")

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    assert page.isVisible()
    assert session.assessment == before


def test_that_a_place_leads_to_its_field(page: PeoplePage) -> None:
    page.show_place("groups[1].size")

    assert page.focusWidget() is named(page, QLineEdit, "Number of people")
    assert named(page, QLineEdit, "Number of people").text() == "70"


def test_that_text_being_typed_survives_a_change_elsewhere(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    press(qtbot, page, "Change “Teenagers 13-17”")
    line = named(page, QLineEdit, "Who they are")
    line.selectAll()
    qtbot.keyClicks(line, "Young people in the")

    session.change(replace(session.assessment, title="Another title"))

    assert line.text() == "Young people in the"


def test_that_tab_goes_round_the_page_as_it_is_read(qtbot: QtBot, page: PeoplePage) -> None:
    page.show_place("groups[5].heard_how")
    reached = []

    for _field in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget().accessibleName() or heard_as(page.focusWidget()))

    assert reached == [
        "Remove “Other residents”",
        "Add a group",
        "How many people live in the area?",
        "“Disabled children and their families” and “Children 0-12 in low-income households”",
        "Ask about another two groups",
    ]


def test_what_is_heard_of_an_opened_group(qtbot: QtBot, known: Frameworks) -> None:
    assessment = play_area(known)
    session = session_with(replace(assessment, groups=assessment.groups[:1]), known)
    page = shown(qtbot, session)
    page.show_place("groups[0].name")

    name = "“Disabled children and their families”"
    assert [said for role, said in spoken(page) if role != "ComboBox"] == [
        f"Fold up {name}",
        "Who they are",
        "Number of people",
        "Need: comfortable",
        "Need: typical",
        "Need: stretched",
        "Need: high",
        "Need: very high",
        "Need: severe",
        "Need: take the answer back",
        "Income known instead: not answered, folded",
        "Source of evidence 1",
        "Remove evidence 1",
        "What does that rest on?: add evidence",
        "Where they live, from an index of deprivation",
        "Were they heard?: Yes",
        "Were they heard?: No",
        "How, or why not",
        f"Remove {name}",
        "Add a group",
        "How many people live in the area?",
    ]


@pytest.mark.parametrize(("width", "place"), [(902, "groups[1].size"), (902, ""), (760, "groups[0].heard")])
def test_that_nothing_is_cut_off_at_the_side(page: PeoplePage, width: int, place: str) -> None:
    page.show_place(place)

    page.resize(width, 664)

    assert page.box.minimumSize().width() <= width - 20
