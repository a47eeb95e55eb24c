from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.decision_page import DecisionPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.vocabulary import BodyKind, Capacity, Kind, Nation

from .accessibility import spoken
from .real import new_session, services_in


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
        qtbot.keyClicks(page.decision_title, "Lights on the path")

    again = session.services.register.open(session.assessment.id).assessment
    assert again.title == "Lights on the path"


def test_that_a_kind_is_chosen_with_its_weights(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    button = page.kind.buttons[Kind.TECHNICAL]

    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert session.assessment.kind is Kind.TECHNICAL
    assert "Specialist knowledge" in button.accessibleDescription()


def choose(page: DecisionPage, body: BodyKind, capacity: Capacity) -> None:
    page.body_kind.show_value(body)
    page.nation.show_value(Nation.ENGLAND)
    page.capacity.show_value(capacity)
    page.commit()


def test_that_a_single_councillor_is_refused_with_what_to_choose_instead(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.SINGLE_MEMBER)

    assert page.lawful.isVisible()
    assert "Choose one of: full council, committee" in page.lawful.sentence
    assert "Local Government Act 1972" in page.lawful.sentence


def test_that_an_officer_may_decide(page: DecisionPage) -> None:
    choose(page, BodyKind.PARISH_COUNCIL, Capacity.OFFICER)

    assert page.lawful.sentence == "The law lets this be decided so."


def test_that_nothing_is_said_of_the_law_before_it_is_asked(page: DecisionPage) -> None:
    assert not page.lawful.isVisible()


def test_that_walking_past_answers_nothing(page: DecisionPage, session: SessionModel, qtbot: QtBot) -> None:
    before = session.assessment

    for _field in range(20):
        qtbot.keyClick(page.focusWidget() or page.decision_title, Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before


def test_that_the_name_for_the_history_is_kept_on_this_laptop(
    page: DecisionPage, session: SessionModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.who.edited):
        qtbot.keyClicks(page.who, "Ann")

    assert session.services.register.who() == "Ann"


def test_that_a_place_leads_to_its_field(page: DecisionPage, qtbot: QtBot) -> None:
    for where, field in (("title", page.decision_title), ("authority.instrument", page.instrument)):
        page.show_place(where)
        assert page.focusWidget() is field


def test_what_a_screen_reader_hears(page: DecisionPage) -> None:
    heard = [name for _role, name in spoken(page)]

    assert heard[:6] == [
        "Decision in one line",
        "What it is about",
        "Involvement",
        "Joined-up",
        "Technical",
        "Framework",
    ]
    assert "Interests declared" in heard
