"""How an option is paid for: chosen, answered, worked out, put into the cash flow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.money_page import MoneyPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.money.asking import asks
from fairness_desktop.domain.money.mechanisms import OF_KIND, Borrowing, Endowment, MechanismKind, mechanism_name
from fairness_desktop.domain.options import CashFlow, Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.exchange.decoding import Frameworks

from ...scoring.money.said import LOAN
from ..sessions import named, play_area, press, session_with, words_on, write
from .test_flow import settle

B = OptionId("B")
WORKS = (CashFlow(0, "", -100_000),)


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    now = play_area(known)
    return session_with(now.with_option(replace(now.option(B), net_cost=None, cash_flow=WORKS)), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> MoneyPage:
    page = MoneyPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def option(session: SessionModel) -> Option:
    return session.assessment.option(B)


def choose(qtbot: QtBot, page: MoneyPage, kind: MechanismKind) -> None:
    page.over.mechanism.fold.set_open(opened=True)
    named(page, QRadioButton, mechanism_name(kind)).click()
    settle()


def paid_by_loan(session: SessionModel) -> None:
    session.change(session.assessment.with_option(replace(option(session), mechanism=LOAN)))
    settle()


@pytest.mark.parametrize("kind", MechanismKind)
def test_that_every_mechanism_brings_its_own_fields(
    kind: MechanismKind, qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    choose(qtbot, page, kind)

    assert isinstance(option(session).mechanism, OF_KIND[kind])
    assert page.over.mechanism.fields is not None
    assert set(page.over.mechanism.fields.rows) == set(asks(OF_KIND[kind]))
    assert "It is worked out as soon as every field is answered." in words_on(page)


def test_that_a_loan_is_worked_out_as_it_is_answered(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    choose(qtbot, page, MechanismKind.BORROWING)
    write(qtbot, page, "Loan, £", "£100,000")
    write(qtbot, page, "Interest, % a year", "5")
    write(qtbot, page, "Years to pay it back", "15")
    method = named(page, QComboBox, "How it is paid back")
    method.setCurrentIndex(1)
    method.activated.emit(1)

    assert option(session).mechanism == LOAN
    assert "£9,634.23 a year: £144,513 in all, of it £44,513 interest." in words_on(page)


def test_that_it_is_put_into_the_cash_flow_and_follows_every_change(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    paid_by_loan(session)

    press(qtbot, page, "Put it into the cash flow")

    lines = option(session).cash_flow or ()
    assert lines[:3] == (*WORKS, CashFlow(0, "", 100_000, by_mechanism=True), replace(lines[2], amount=-9_634.23))
    write(qtbot, page, "Interest, % a year", "6")
    assert (option(session).cash_flow or ())[2].amount == -10_296.28
    assert "It is in the cash flow, and follows every change here." in words_on(page)


def test_that_a_yearly_sum_gives_way_to_it_and_can_come_back(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    bare = replace(option(session), net_cost=2500, cash_flow=None, mechanism=LOAN)
    session.change(session.assessment.with_option(bare))

    press(qtbot, page, "Put it into the cash flow")
    assert option(session).net_cost is None
    qtbot.mouseClick(page.undo_offer.undo, Qt.MouseButton.LeftButton)

    assert option(session).net_cost == 2500


def test_that_another_mechanism_takes_the_lines_of_the_old_one_with_it_and_they_can_come_back(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    paid_by_loan(session)
    press(qtbot, page, "Put it into the cash flow")

    choose(qtbot, page, MechanismKind.ENDOWMENT)

    assert option(session).cash_flow == WORKS
    assert option(session).mechanism == Endowment()
    qtbot.mouseClick(page.undo_offer.undo, Qt.MouseButton.LeftButton)
    assert option(session).mechanism == LOAN


def test_that_a_mechanism_can_be_taken_out(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    paid_by_loan(session)

    press(qtbot, page, "Take the mechanism out")

    assert option(session).mechanism is None
    assert option(session).cash_flow == WORKS


def test_that_an_answer_out_of_bounds_is_refused_beside_its_field(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    paid_by_loan(session)

    write(qtbot, page, "Years to pay it back", "1,000")

    assert "must be a whole number of years from 1 to 100." in words_on(page)
    assert option(session).mechanism == LOAN


def test_that_what_it_takes_for_granted_is_kept(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    paid_by_loan(session)
    area = page.over.mechanism.assumptions
    area.setFocus()
    qtbot.keyClicks(area, "Rates stay.")
    area.flush()

    kept = option(session).mechanism
    assert isinstance(kept, Borrowing)
    assert kept.assumptions == "Rates stay."


def test_that_a_place_leads_to_a_field_of_the_mechanism(page: MoneyPage, session: SessionModel) -> None:
    paid_by_loan(session)

    page.show_place("options[1].mechanism.years")

    assert page.over.mechanism.fields is not None
    assert page.focusWidget() is page.over.mechanism.fields.rows["years"].field


def test_that_choosing_the_same_again_changes_nothing(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    paid_by_loan(session)

    choose(qtbot, page, MechanismKind.BORROWING)

    assert option(session).mechanism == LOAN
