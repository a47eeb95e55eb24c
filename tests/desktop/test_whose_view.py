"""Rating effects apart: whose view the grid shows, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.cards.assessors_card import AssessorsCard
from fairness_desktop.desktop.pages.effects_page import EffectsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.effects import Rating
from fairness_desktop.domain.vocabulary import CriterionId, GroupId, OptionId

from .real import case_session, services_in
from .sessions import words_on

OUTCOMES = CriterionId("outcomes")
D_DK = OptionId("D"), GroupId("dk")


@pytest.fixture
def session(tmp_path: Path) -> SessionModel:
    return case_session(services_in(tmp_path), "d6")


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> EffectsPage:
    page = EffectsPage(session)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def begin(qtbot: QtBot, page: EffectsPage, name: str) -> None:
    page.whose.name.setFocus()
    qtbot.keyClicks(page.whose.name, name)
    qtbot.keyClick(page.whose.name, Qt.Key.Key_Return)


def rate(qtbot: QtBot, page: EffectsPage, digit: Qt.Key) -> None:
    """Type an effect on the first criterion of the pair into the editor."""
    page.grid.choose(*D_DK)
    scale = page.editor.lines[OUTCOMES].scale
    scale.setFocus()
    qtbot.keyClick(scale, digit)
    qtbot.keyClick(scale, Qt.Key.Key_Return)


def test_that_a_person_s_view_begins_empty_and_says_whose_it_is(qtbot: QtBot, page: EffectsPage) -> None:
    begin(qtbot, page, "  Ann   Onymous ")

    assert page.eyes.assessor == "Ann Onymous"
    assert "You are entering the view of Ann Onymous. Scores come from the agreed effects alone." in words_on(page)
    assert "0 of 18 cells rated" in words_on(page)


def test_that_what_is_typed_there_is_their_rating_and_no_effect(
    qtbot: QtBot, page: EffectsPage, session: SessionModel
) -> None:
    agreed, result = session.assessment.effects, session.result
    begin(qtbot, page, "Ann")

    rate(qtbot, page, Qt.Key.Key_1)

    (rating,) = session.assessment.ratings
    assert (rating.assessor, rating.option, rating.group, rating.impacts[OUTCOMES]) == ("Ann", "D", "dk", 1.0)
    assert session.assessment.effects == agreed
    assert session.result is not None
    assert result is not None
    assert session.result.options == result.options


def test_that_a_rating_is_undone_like_all_else(qtbot: QtBot, page: EffectsPage, session: SessionModel) -> None:
    begin(qtbot, page, "Ann")
    rate(qtbot, page, Qt.Key.Key_1)

    while session.assessment.ratings:
        session.undo()

    assert page.eyes.assessment.cell(*D_DK, session.framework.criterion_ids).impacts == {}


def test_that_no_evidence_grade_is_asked_of_one_person(qtbot: QtBot, page: EffectsPage) -> None:
    begin(qtbot, page, "Ann")
    assert not any(button.isVisible() for button in page.editor.grades.values())

    page.whose.choice.setCurrentIndex(0)
    page.whose.choice.activated.emit(0)

    assert all(button.isVisible() for button in page.editor.grades.values())
    assert page.eyes.assessor is None


def two_ratings(session: SessionModel) -> None:
    now = session.assessment
    for name, x in (("Ann", -1.0), ("Bo", 2.5)):
        now = now.with_rating(Rating(name, *D_DK, impacts={OUTCOMES: x}))
    session.change(now)


def test_that_ratings_are_told_beside_what_is_agreed(page: EffectsPage, session: SessionModel) -> None:
    two_ratings(session)
    page.grid.choose(*D_DK)

    assert "Rated: Outcomes: Ann −1.0, Bo +2.5 (median +0.75, spread 3.5)" in words_on(page)


def test_that_the_median_is_taken_over_and_can_be_taken_back(page: EffectsPage, session: SessionModel) -> None:
    two_ratings(session)
    before = session.assessment

    page.whose.median.click()

    effect = session.assessment.effect(*D_DK)
    assert effect is not None
    assert effect.impacts[OUTCOMES] == 0.5
    session.undo()
    assert session.assessment == before


def test_that_a_person_can_be_removed(page: EffectsPage, session: SessionModel) -> None:
    two_ratings(session)
    page.whose.choice.setCurrentIndex(1)
    page.whose.choice.activated.emit(1)

    page.whose.remove.click()

    assert session.assessment.assessors == ("Bo",)
    assert page.eyes.assessor is None


def test_that_a_name_of_nothing_adds_nobody(qtbot: QtBot, page: EffectsPage) -> None:
    begin(qtbot, page, "   ")

    assert page.eyes.assessor is None


def test_that_ratings_outlast_a_restart(qtbot: QtBot, page: EffectsPage, session: SessionModel) -> None:
    begin(qtbot, page, "Ann")
    rate(qtbot, page, Qt.Key.Key_1)

    again = session.services.register.open(session.assessment.id)

    assert again.assessment.ratings == session.assessment.ratings
    assert any(line.where.startswith("ratings") for line in again.history)


def test_that_the_card_says_who_would_lead_and_where_they_disagree(qtbot: QtBot, session: SessionModel) -> None:
    now = session.assessment
    for effect in now.effects:
        if effect.option == "D":
            low = dict.fromkeys(effect.impacts, -2.0)
            now = now.with_rating(Rating("Ann", effect.option, effect.group, impacts=low))
    session.change(now.with_rating(Rating("Bo", *D_DK, impacts={OUTCOMES: 2.5})))
    card = AssessorsCard(session.assessment, session.framework)
    qtbot.addWidget(card)
    card.show()

    heard = {words.accessibleName() for words in card.findChildren(QLabel)}

    assert "Ann −2.0, Bo +2.5" in words_on(card)
    assert "another leader" in words_on(card)
    assert {"as agreed: D leads", "Bo: D leads"} <= heard
