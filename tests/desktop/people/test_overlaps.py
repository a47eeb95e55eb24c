"""Could one person be in two of these, and are they more than live there?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.people_page import PeoplePage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.touched.overlaps import Overlap, OverlapAnswer
from fairness_desktop.exchange.decoding import Frameworks

from ..sessions import named, play_area, session_with, words_on, write

PAIR = "“Disabled children and their families” and “Children 0-12 in low-income households”"


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def choose(page: PeoplePage, name: str, words: str) -> None:
    box = named(page, QComboBox, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_that_a_likely_pair_is_asked_about_and_its_answer_kept(page: PeoplePage, session: SessionModel) -> None:
    choose(page, PAIR, "No, nobody can be in both")

    first, second = (g.id for g in session.assessment.groups[:2])
    assert session.assessment.overlaps == (Overlap(first, second, OverlapAnswer.NO),)


def test_that_it_is_said_in_which_group_they_are_counted(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    choose(page, PAIR, "Yes, and they are counted in “Disabled children and their families” only")
    write(qtbot, page, f"How do you know? {PAIR}", "School records.")

    (kept,) = session.assessment.overlaps
    assert (kept.answer, kept.note) == (OverlapAnswer.COUNTED, "School records.")
    assert kept.counted_in == session.assessment.groups[0].id


def test_that_people_counted_twice_are_said_to_be(page: PeoplePage) -> None:
    choose(page, PAIR, "Yes, and they are counted in both so far")

    assert "Take them out of the group that needs less." in words_on(page)


def test_that_any_two_groups_can_be_asked_about(page: PeoplePage, session: SessionModel) -> None:
    others = named(page, QComboBox, "Ask about another two groups")
    assert others.count() == 15  # of 15 pairs one is asked about; one line says what to do
    pair = others.itemText(5)

    choose(page, "Ask about another two groups", pair)

    assert len(session.assessment.overlaps) == 1
    assert named(page, QComboBox, pair).currentText() == "not answered yet"
    assert named(page, QComboBox, "Ask about another two groups").currentText() == "choose two groups"


def test_that_an_answer_can_be_taken_back(page: PeoplePage, session: SessionModel) -> None:
    choose(page, PAIR, "No, nobody can be in both")
    choose(page, PAIR, "not answered yet")

    assert session.assessment.overlaps[0].answer is None


def test_that_a_finding_leads_to_its_pair(page: PeoplePage, session: SessionModel) -> None:
    one, other = session.assessment.groups[:2]

    page.show_place(f"overlaps[{one.id}/{other.id}]")

    assert page.focusWidget() is named(page, QComboBox, PAIR)


def test_that_more_people_than_live_there_are_said_to_be(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    write(qtbot, page, "How many people live in the area?", "500")

    assert session.assessment.body.population == 500
    assert "That is more than live there" in words_on(page)
    write(qtbot, page, "How many people live in the area?", "5,000")
    assert "That is more than live there" not in words_on(page)


def test_that_a_population_that_cannot_be_is_refused_beside_its_field(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    write(qtbot, page, "How many people live in the area?", "0")

    assert "must be a whole number from 1 to 1,000,000,000" in words_on(page)
    assert session.assessment.body.population is None
    assert named(page, QLineEdit, "How many people live in the area?").text() == "0"


def test_that_it_is_told_what_the_public_copy_leaves_out_of_a_small_group(
    page: PeoplePage, session: SessionModel
) -> None:
    small = replace(session.assessment.groups[0], size=7)

    session.change(session.assessment.with_group(small))

    assert f"Fewer than 10: {small.name}. The public copy says “under 10”" in words_on(page)


def test_that_without_a_small_group_nothing_is_said_of_it(page: PeoplePage) -> None:
    assert "Fewer than 10" not in words_on(page)


def test_that_walking_past_keeps_no_answer(page: PeoplePage, session: SessionModel) -> None:
    before = session.assessment

    page.show_place("overlaps")
    page.commit()

    assert session.assessment == before
