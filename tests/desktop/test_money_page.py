"""What it costs and what it saves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.money_page import MoneyPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.options import CashFlow
from fairness_desktop.domain.vocabulary import Form
from fairness_desktop.exchange.decoding import Frameworks

from .accessibility import spoken
from .sessions import named, play_area, press, session_with, words_on, write

REMOVE = "B Remove equipment (no replacement): net cost, pounds a year"
FLOW = (CashFlow(0, "Parish", -1000.0), CashFlow(1, "County", 400.0))


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> MoneyPage:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: SessionModel) -> MoneyPage:
    page = MoneyPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def with_flow(session: SessionModel) -> None:
    now = session.assessment
    session.change(now.with_option(replace(now.options[2], net_cost=None, cash_flow=FLOW, short_name="Loan")))


def test_that_a_sum_is_said_back_in_words_as_one_types(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    line = named(page, QLineEdit, REMOVE)
    line.selectAll()

    qtbot.keyClicks(line, "-£2,750")

    assert "saves £2,750 a year" in words_on(page)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.assessment.options[1].net_cost == -2750


def test_that_a_wrong_sum_is_refused_beside_the_field_and_nothing_is_lost(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    write(qtbot, page, REMOVE, "a lot")
    write(qtbot, page, "Most it may cost, pounds a year", "5000")

    assert "“a lot” is not a number." in words_on(page)
    assert named(page, QLineEdit, REMOVE).text() == "a lot"
    assert session.assessment.options[1].net_cost == -1500
    assert session.assessment.budget_cap == 5000


def test_that_no_council_spends_a_hundred_million_million(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, REMOVE, "100000000000000")

    assert "must be from −10,000,000,000,000 to 10,000,000,000,000 pounds." in words_on(page)
    assert session.assessment.options[1].net_cost == -1500


def test_that_what_is_over_the_cap_is_said_to_be_so_at_once(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    assert "no limit set" in words_on(page)

    write(qtbot, page, "Most it may cost, pounds a year", "5,000")

    assert words_on(page).count("not feasible: over the cap") == 1
    assert words_on(page).count("| feasible") == 3


def test_that_what_saves_too_little_is_said_to_be_so(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Saving required, pounds a year", "1000")

    assert session.assessment.required_saving == 1000
    assert words_on(page).count("not feasible: saves too little") == 3


def test_that_a_saving_is_written_without_a_minus(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Saving required, pounds a year", "-1000")

    assert "Write the saving without a minus." in words_on(page)
    assert session.assessment.required_saving is None


def test_that_a_cash_flow_is_shown_as_its_yearly_sum_and_left_alone(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    with_flow(session)

    write(qtbot, page, REMOVE, "-1")

    assert "cash flow of 2 agencies, years 0 to 1" in words_on(page)
    assert "costs £312 a year" in words_on(page)
    assert session.assessment.options[2].cash_flow == FLOW


def test_that_a_cash_flow_gives_way_to_a_yearly_sum_only_on_demand_and_can_come_back(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    with_flow(session)

    press(qtbot, page, "C Loan: enter a yearly sum instead")
    taken_out = session.assessment.options[2]
    press(qtbot, page, "Undo: The cash flow of option C is taken out.")

    assert (taken_out.cash_flow, taken_out.net_cost) == (None, None)
    assert session.assessment.options[2].cash_flow == FLOW


def test_that_walking_past_answers_nothing(qtbot: QtBot, session: SessionModel) -> None:
    now = session.assessment
    session.change(now.with_option(replace(now.options[1], net_cost=None)))
    page = shown(qtbot, session)
    before = session.assessment
    named(page, QLineEdit, "Saving required, pounds a year").setFocus()

    for _field in range(8):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    page.commit()

    assert session.assessment == before
    assert named(page, QLineEdit, REMOVE).text() == ""
    assert "not answered yet" in words_on(page)


def test_that_escape_changes_nothing(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    before = session.assessment

    qtbot.keyClick(named(page, QLineEdit, REMOVE), Qt.Key.Key_Escape)

    assert page.isVisible()
    assert session.assessment == before


def test_that_a_place_leads_to_its_field(page: MoneyPage) -> None:
    page.show_place("options[1].net_cost")

    assert page.focusWidget() is named(page, QLineEdit, REMOVE)


def test_that_the_short_form_folds_the_limits_and_a_place_opens_them(qtbot: QtBot, session: SessionModel) -> None:
    session.change(replace(session.assessment, form=Form.SHORT))
    page = shown(qtbot, session)
    folded = next(name for _role, name in spoken(page))

    page.show_place("budget_cap")

    assert folded == "Limits: none set, folded"
    assert page.focusWidget() is named(page, QLineEdit, "Most it may cost, pounds a year")


def test_what_is_heard(page: MoneyPage, session: SessionModel) -> None:
    session.change(replace(session.assessment, options=session.assessment.options[:2], effects=(), unanswered=()))
    for _turn in range(3):
        QApplication.processEvents()  # Qt shows what was added a moment later

    assert [said for _role, said in spoken(page)] == [
        "Limits: none set, opened",
        "Saving required, pounds a year",
        "Most it may cost, pounds a year",
        "A Repair only when equipment fails: net cost, pounds a year",
        REMOVE,
        "Whose money: A",
        "Whose money: B",
        "Tell it year by year instead",
        "How it is paid for: not chosen, folded",
        "Explain the figures of B: good use of money",
        "Its figures: B Remove equipment (no replacement): nothing answered yet, folded",
    ]


def test_that_nothing_is_cut_off_at_the_side(page: MoneyPage) -> None:
    assert page.box.minimumSize().width() <= 880
