"""The crude test and the wide one on the page of money; offers on the page of options."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.money_page import MoneyPage
from fairness_desktop.desktop.pages.options_page import OptionsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.money.efficiency import SharedCost
from fairness_desktop.domain.money.offers import Offer
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import Kind, OptionId
from fairness_desktop.exchange.decoding import Frameworks

from ..sessions import named, play_area, press, session_with, words_on, write
from .test_flow import settle

B = OptionId("B")


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> MoneyPage:
    page = MoneyPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    page.efficiency.fold.set_open(opened=True)
    settle()
    return page


def option(session: SessionModel) -> Option:
    return session.assessment.option(B)


def test_that_figures_entered_become_both_tests(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Outputs a year", "900")
    write(qtbot, page, "What is counted", "visits")
    write(qtbot, page, "What it costs in all, £ a year", "£45,000")
    settle()

    assert option(session).efficiency.outputs == 900
    assert "20.00 visits for £1,000" in words_on(page)
    assert "How much good does a thousand pounds do, and what do others bring?" in words_on(page)


def test_that_ratings_stand_beside_the_money(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Outputs a year", "900")
    write(qtbot, page, "What it costs in all, £ a year", "£45,000")
    write(qtbot, page, "Satisfied", "27")
    write(qtbot, page, "Of how many who answered", "30")
    settle()

    assert option(session).efficiency.rated_by == 30
    assert "Rated good for £1,000, at least" in words_on(page)
    assert "14.88" in words_on(page)
    assert "27 of 30 satisfied: 90 %; allowing for so few answers, at least 74 %." in words_on(page)


def test_that_good_use_of_money_opens_to_its_arithmetic(qtbot: QtBot, page: MoneyPage) -> None:
    with qtbot.waitSignal(page.place_wanted) as asked:
        qtbot.keyClick(page.efficiency.explain, Qt.Key.Key_Space)

    assert asked.args == ["figures.B.efficiency"]


@pytest.mark.parametrize(
    ("kind", "asked"), [(Kind.TECHNICAL, "Benchmark, £ for each"), (Kind.JOINED_UP, "Hand-offs for one person, now")]
)
def test_that_each_kind_is_asked_what_is_proper_to_it(
    kind: Kind, asked: str, page: MoneyPage, session: SessionModel
) -> None:
    before = [line.accessibleName() for line in page.findChildren(QLineEdit) if line.isVisibleTo(page)]

    session.change(replace(session.assessment, kind=kind))
    settle()

    assert asked not in before
    assert named(page, QLineEdit, asked)


def test_that_a_service_that_shares_the_cost_is_kept(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Another service that shares the cost", "Library")
    write(qtbot, page, "Its share, %", "30")

    assert option(session).efficiency.shared_by == (SharedCost("Library", 30),)


def test_that_a_share_out_of_bounds_is_refused_beside_its_field(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    write(qtbot, page, "Its share, %", "130")

    assert "must be from 0 to 100 percent." in words_on(page)
    assert option(session).efficiency.shared_by == ()


def test_that_a_place_leads_to_its_figure(page: MoneyPage) -> None:
    page.show_place("options[2].efficiency.outputs")

    assert page.focusWidget() is named(page, QLineEdit, "Outputs a year")
    assert page.over.option == "C"


@pytest.fixture
def options_page(qtbot: QtBot, session: SessionModel) -> OptionsPage:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    page.show_place("options[1].offers")
    settle()
    return page


def test_that_an_offer_is_entered_and_its_leverage_said(
    qtbot: QtBot, options_page: OptionsPage, session: SessionModel
) -> None:
    press(qtbot, options_page, "Add an offer")
    settle()
    write(qtbot, options_page, "Offer 1: From whom", "Play co-op")
    write(qtbot, options_page, "Offer 1: Money, £", "£42,000")
    press(qtbot, options_page, "Is it taken up?: Yes")
    write(qtbot, options_page, "What the council puts in beside it, £", "20,000")
    settle()

    assert option(session).offers == (Offer("Play co-op", brings_money=42_000, accepted=True),)
    assert "£1 of council money brings £2.10." in words_on(options_page)


def test_that_an_offer_just_begun_is_none_yet(qtbot: QtBot, options_page: OptionsPage, session: SessionModel) -> None:
    press(qtbot, options_page, "Add an offer")
    options_page.commit()

    assert option(session).offers == ()


def test_that_an_hour_may_be_valued_from_the_list_with_its_source(
    options_page: OptionsPage, session: SessionModel
) -> None:
    fields = options_page.cards[B].fields
    assert fields is not None
    take = fields.offers.hour.take
    take.setCurrentIndex(1)
    take.activated.emit(1)

    assert option(session).hour_value == 12.71
    assert "1 April 2026" in option(session).hour_value_source


def test_that_an_offer_can_be_removed(qtbot: QtBot, options_page: OptionsPage, session: SessionModel) -> None:
    made = replace(option(session), offers=(Offer("Rotary"), Offer("Church")))
    session.change(session.assessment.with_option(made))
    settle()

    press(qtbot, options_page, "Remove offer 1")

    assert option(session).offers == (Offer("Church"),)
