"""What the council must have thought of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.duties_page import DutiesPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.decision import Duties
from fairness_desktop.domain.vocabulary import BodyKind, Form, Nation

from .accessibility import spoken
from .real import case_session, services_in
from .sessions import named, words_on

EQUALITY = "What we know, what people told us, what it means, what we do"
RISK = "What could go wrong, and what would make us stop?"
QUALITY = "How will we know that it works, and who looks?"


@pytest.fixture
def session(tmp_path: Path) -> SessionModel:
    return case_session(services_in(tmp_path), "d6")


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DutiesPage:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: SessionModel) -> DutiesPage:
    page = DutiesPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def area(page: DutiesPage, name: str) -> QPlainTextEdit:
    return named(page, QPlainTextEdit, name)


def test_that_what_is_written_is_saved(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    with qtbot.waitSignal(session.changed, timeout=2000):
        qtbot.keyClicks(area(page, RISK), "If no family comes by June, we stop and say so.")

    assert session.assessment.duties == Duties(risk="If no family comes by June, we stop and say so.")


def test_that_a_bare_tick_is_answered_with_a_sentence(qtbot: QtBot, page: DutiesPage) -> None:
    qtbot.keyClicks(area(page, EQUALITY), "No impact")
    page.commit()

    assert "That says no more than a tick." in words_on(page)
    assert "needs attention" in words_on(page)


def test_that_wales_is_asked_only_in_wales(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    in_england = words_on(page)

    session.change(replace(session.assessment, body=replace(session.assessment.body, nation=Nation.WALES)))

    assert "Welsh language" not in in_england
    assert "Wales: well-being and the Welsh language" in words_on(page)
    assert {"Long term", "Well-being goals", "The Welsh language"} <= {name for _role, name in spoken(page)}


def test_that_what_was_written_for_wales_is_kept_where_it_is_not_asked(qtbot: QtBot, session: SessionModel) -> None:
    session.change(replace(session.assessment, duties=Duties(wales="Signs in both languages.")))
    page = shown(qtbot, session)

    qtbot.keyClicks(area(page, RISK), "x")
    page.commit()

    assert session.assessment.duties.wales == "Signs in both languages."


def test_that_best_value_is_not_asked_of_a_parish(qtbot: QtBot, session: SessionModel) -> None:
    page = shown(qtbot, session)
    page.show_place("duties.other")
    asked_of_parish = [name for _role, name in spoken(page)]

    session.change(replace(session.assessment, body=replace(session.assessment.body, kind=BodyKind.COUNTY_COUNCIL)))
    page.show_place("duties.other")

    assert not any(name.startswith("Best value") for name in asked_of_parish)
    assert any(name.startswith("Best value") for _role, name in spoken(page))


def test_that_what_was_written_of_quality_stands_in_the_plan_and_once(qtbot: QtBot, session: SessionModel) -> None:
    session.change(replace(session.assessment, duties=Duties(quality="Two families look each month.")))
    page = shown(qtbot, session)

    assert page.quality.isAncestorOf(area(page, QUALITY))
    assert area(page, QUALITY).toPlainText() == "Two families look each month."
    assert [name for _role, name in spoken(page)].count(QUALITY) == 1

    qtbot.keyClicks(area(page, QUALITY), "Yes: ")
    page.commit()

    assert session.assessment.duties.quality == "Yes: Two families look each month."


def test_that_a_place_of_old_leads_to_the_plan(qtbot: QtBot, page: DutiesPage) -> None:
    page.show_place("duties.quality")

    assert page.focusWidget() is area(page, QUALITY)


def test_that_the_short_form_folds_what_not_every_decision_needs(qtbot: QtBot, session: SessionModel) -> None:
    session.change(replace(session.assessment, form=Form.SHORT))

    page = shown(qtbot, session)

    heard = [name for _role, name in spoken(page)]
    assert {EQUALITY, RISK, QUALITY} <= set(heard)
    assert "Change “Consultation”" in heard
    assert "Add a check" not in heard


def test_that_walking_past_answers_nothing(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    before = session.assessment
    area(page, EQUALITY).setFocus()

    for _field in range(30):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before


def test_that_escape_changes_nothing(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    before = session.assessment

    qtbot.keyClick(area(page, RISK), Qt.Key.Key_Escape)

    assert page.isVisible()
    assert session.assessment == before


def test_that_text_being_typed_survives_a_change_elsewhere(
    qtbot: QtBot, page: DutiesPage, session: SessionModel
) -> None:
    qtbot.keyClicks(area(page, RISK), "If no family comes")

    session.change(replace(session.assessment, title="Another title"))

    assert area(page, RISK).toPlainText() == "If no family comes"


def test_that_a_place_leads_to_its_text(qtbot: QtBot, page: DutiesPage) -> None:
    page.show_place("duties.risk")

    assert page.focusWidget() is area(page, RISK)


def test_what_is_heard_first(page: DutiesPage) -> None:
    assert [said for _role, said in spoken(page)][:5] == [
        "Fold up “Equality”",
        EQUALITY,
        "Eliminate discrimination, harassment and victimisation",
        "Advance equality of opportunity",
        "Foster good relations",
    ]


def test_that_nothing_is_cut_off_at_the_side(page: DutiesPage) -> None:
    assert page.box.minimumSize().width() <= 880
