"""The quality plan on the step of duties."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.duties_page import DutiesPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.kinds.profile import QualityMechanism
from fairness_desktop.domain.quality.plan import Check, Element
from fairness_desktop.domain.vocabulary import Form, Kind
from fairness_desktop.services.bundle import Services

from .real import new_session, services_in
from .sessions import words_on, write


@pytest.fixture
def session(tmp_path: object) -> SessionModel:
    services: Services = services_in(tmp_path)  # type: ignore[arg-type]
    session = new_session(services)
    session.change(replace(session.assessment, kind=Kind.INVOLVEMENT))
    return session


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DutiesPage:
    page = DutiesPage(session)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def test_that_a_plan_begins_with_the_five_elements_and_what_fits(
    page: DutiesPage, session: SessionModel, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)

    checks = session.assessment.quality.checks
    assert [c.element for c in checks] == list(Element)
    assert {c.mechanism for c in checks} == {QualityMechanism.PEER_REVIEW}
    assert "0 of 5 elements have a mechanism, an owner and a date." in words_on(page)
    assert not page.quality.begin.isVisible()


def test_that_owner_and_date_make_an_element_complete(page: DutiesPage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)
    write(qtbot, page, "Who sees to it, check 1", "The clerk")
    write(qtbot, page, "By when, check 1", "1/2/2027")

    assert session.assessment.quality.checks[0].due == dt.date(2027, 2, 1)
    assert session.assessment.quality.complete == (Element.NEED,)


def test_that_measures_alone_are_warned_of(page: DutiesPage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)
    assert not page.quality.misfit.isVisible()
    plan = session.assessment.quality
    measured = tuple(replace(c, mechanism=QualityMechanism.MANAGEMENT_MEASURES) for c in plan.checks)
    session.change(replace(session.assessment, quality=replace(plan, checks=measured)))

    assert "A plan of management measures alone does not fit this kind of decision (involvement)" in words_on(page)


def test_that_ratings_are_asked_where_people_judge_and_told_as_they_are_typed(
    page: DutiesPage, session: SessionModel, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)
    write(qtbot, page, "Satisfied, check 1", "27")
    write(qtbot, page, "Of how many who answered, check 1", "30")

    assert (session.assessment.quality.checks[0].satisfied, session.assessment.quality.checks[0].rated_by) == (27, 30)
    assert "27 of 30 satisfied: 90 %; allowing for so few answers, at least 74 %." in words_on(page)


def test_that_no_ratings_are_asked_of_what_goes_by_rules(page: DutiesPage, session: SessionModel) -> None:
    plan = session.assessment.quality
    by_rules = Check("1", Element.RISK, QualityMechanism.PROFESSIONAL_STANDARDS)
    session.change(replace(session.assessment, quality=replace(plan, checks=(by_rules,))))

    row = page.quality.checks.rows[0]
    assert not row.asked["satisfied"].isVisibleTo(page)
    assert row.asked["owner"].isVisibleTo(page)


def test_that_half_a_person_is_refused_beside_the_field(page: DutiesPage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)
    write(qtbot, page, "Satisfied, check 1", "2.5")

    assert session.assessment.quality.checks[0].satisfied is None
    assert "is not a whole number" in words_on(page)


def test_that_who_answers_and_what_is_kept_are_told(page: DutiesPage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.quality.chain.add, Qt.Key.Key_Space)
    write(qtbot, page, "Body or person, link 1", "A trust")
    write(qtbot, page, "Paid a year, £", "10,000")
    write(qtbot, page, "Surplus a year, £", "450")

    assert session.assessment.quality.chain[0].who == "A trust"
    assert "The provider keeps £450 a year of £10,000 paid: 4.5 %." in words_on(page)


@pytest.mark.parametrize(
    "place", ["quality_plan.checks", "quality_plan.chain[0].answers_to", "quality_plan.provider.surplus"]
)
def test_that_a_finding_leads_there(page: DutiesPage, session: SessionModel, qtbot: QtBot, place: str) -> None:
    qtbot.keyClick(page.quality.chain.add, Qt.Key.Key_Space)

    page.show_place(place)

    card = page.quality
    wanted = {
        "quality_plan.checks": card.begin,
        "quality_plan.chain[0].answers_to": card.chain.rows[0].asked["answers_to"],
        "quality_plan.provider.surplus": card.provider.rows["surplus"].field,
    }
    assert page.focusWidget() is wanted[place]


def test_that_the_short_form_asks_for_no_plan(page: DutiesPage, session: SessionModel) -> None:
    session.change(replace(session.assessment, form=Form.SHORT))

    assert not page.quality.plan.isVisible()
    assert page.quality.in_short.isVisible()


def test_that_a_plan_can_be_begun_in_the_short_form(page: DutiesPage, session: SessionModel, qtbot: QtBot) -> None:
    session.change(replace(session.assessment, form=Form.SHORT))

    qtbot.keyClick(page.quality.begin, Qt.Key.Key_Space)

    assert page.quality.plan.isVisible()
    assert len(session.assessment.quality.checks) == len(Element)
