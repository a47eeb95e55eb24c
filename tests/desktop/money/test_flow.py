"""A cash flow typed and pasted: the grid, the curve, and who pays and saves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.charts.chart_view import ChartView
from fairness_desktop.desktop.money.flow_grid import FlowGrid
from fairness_desktop.desktop.pages.money_page import MoneyPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.options import CashFlow
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.exchange.decoding import Frameworks

from ..sessions import named, play_area, press, session_with, words_on, write

B = OptionId("B")


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    now = play_area(known)
    return session_with(now.with_option(replace(now.option(B), net_cost=None)), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> MoneyPage:
    page = MoneyPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    page.show()
    return page


def grid(page: MoneyPage) -> FlowGrid:
    return page.over.flow.grid


def flow(session: SessionModel) -> tuple[CashFlow, ...]:
    return session.assessment.option(B).cash_flow or ()


def type_in(qtbot: QtBot, page: MoneyPage, year: int, column: int, text: str) -> None:
    """As one types in a spreadsheet: go there, type, Enter."""
    table = grid(page)
    table.setFocus()
    table.setCurrentIndex(table.flow_model.index(year, column))
    for key in text[:1]:
        qtbot.keyClicks(table, key)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()


def settle() -> None:
    """Qt takes over what was typed, and shows what was added, a moment later."""
    for _turn in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_that_a_sum_typed_is_in_the_cash_flow_and_the_curve_is_drawn(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    assert "The curve is drawn as you type" in words_on(page)

    type_in(qtbot, page, 0, 1, "-£1,000")
    type_in(qtbot, page, 1, 1, "1,200")

    assert flow(session) == (CashFlow(0, "", -1000), CashFlow(1, "", 1200))
    view = page.over.flow.findChild(ChartView)
    assert view is not None
    assert view.accessibleDescription().startswith("At the deepest £1,000 is missing, in year 0.")
    assert "The curve is drawn as you type" not in words_on(page)


def test_that_enter_goes_down_a_year(qtbot: QtBot, page: MoneyPage) -> None:
    type_in(qtbot, page, 0, 1, "5")

    assert (grid(page).currentIndex().row(), grid(page).currentIndex().column()) == (1, 1)


def test_that_what_is_no_sum_stays_in_its_cell_and_is_refused_in_a_sentence(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    type_in(qtbot, page, 0, 1, "tbc")

    assert "“tbc” is no sum of pounds; write a number, or leave the cell blank." in words_on(page)
    assert grid(page).flow_model.index(0, 1).data() == "tbc"
    assert "is no sum of pounds" in grid(page).flow_model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert flow(session) == ()


def test_that_setting_it_right_takes_the_sentence_back(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    type_in(qtbot, page, 0, 1, "tbc")

    grid(page).flow_model.setData(grid(page).flow_model.index(0, 1), "(12)")

    assert "is no sum of pounds" not in words_on(page)
    assert flow(session) == (CashFlow(0, "", -12),)


def test_that_delete_empties_a_cell(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    type_in(qtbot, page, 0, 1, "-5")
    type_in(qtbot, page, 1, 1, "7")
    grid(page).setCurrentIndex(grid(page).flow_model.index(0, 1))

    qtbot.keyClick(grid(page), Qt.Key.Key_Delete)

    assert flow(session) == (CashFlow(1, "", 7),)


def test_that_an_agency_gets_a_column_of_its_own(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Name of another agency", "NHS")
    settle()

    assert [grid(page).flow_model.headerData(c, Qt.Orientation.Horizontal) for c in range(4)] == [
        "Year", "The council", "NHS", "All",
    ]  # fmt: skip
    type_in(qtbot, page, 2, 2, "30")
    assert flow(session) == (CashFlow(2, "NHS", 30),)


def test_that_an_agency_gets_another_name_with_its_sums(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    write(qtbot, page, "Name of another agency", "NSH")
    type_in(qtbot, page, 2, 2, "30")
    grid(page).setCurrentIndex(grid(page).flow_model.index(1, 2))

    rename(qtbot, page, "NHS")

    assert grid(page).flow_model.agencies == ["", "NHS"]
    assert flow(session) == (CashFlow(2, "NHS", 30),)
    session.undo()
    assert flow(session) == (CashFlow(2, "NSH", 30),)


def test_that_a_name_that_is_there_already_makes_two_columns_one(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    lines = (CashFlow(0, "NHS", -100), CashFlow(1, "N.H.S.", 120))
    session.change(session.assessment.with_option(replace(session.assessment.option(B), cash_flow=lines)))
    grid(page).setCurrentIndex(grid(page).flow_model.index(0, grid(page).flow_model.agencies.index("N.H.S.") + 1))

    rename(qtbot, page, "NHS")

    assert grid(page).flow_model.agencies.count("NHS") == 1
    assert flow(session) == (CashFlow(0, "NHS", -100), CashFlow(1, "NHS", 120))


def test_that_renaming_says_what_it_wants_where_no_name_is_typed(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    grid(page).setCurrentIndex(grid(page).flow_model.index(0, 1))

    rename(qtbot, page, "")

    assert "type its new name here" in words_on(page)
    assert flow(session) == ()


def rename(qtbot: QtBot, page: MoneyPage, name: str) -> None:
    page.over.flow.agency.setText(name)
    qtbot.keyClick(page.over.flow.rename, Qt.Key.Key_Space)
    settle()


def test_that_who_pays_and_who_saves_stand_in_two_columns(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    lines = (CashFlow(0, "", -100), CashFlow(1, "NHS", 120))
    session.change(session.assessment.with_option(replace(session.assessment.option(B), cash_flow=lines)))
    settle()

    assert "B: who pays, and who saves" in words_on(page)
    titles = [v.chart.title for v in page.findChildren(ChartView) if v.isVisibleTo(page)]
    assert titles == ["B: the money so far, year by year", "B: who pays, and who saves"]


def test_that_a_sheet_pasted_becomes_the_flow_says_what_was_read_and_can_be_taken_back(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    put("£000\t2026/27\t2027/28\nCouncil\t(100)\t\nNHS\t\t£60.5")

    press(qtbot, page, "Paste from a spreadsheet")

    assert flow(session) == (CashFlow(0, "Council", -100_000), CashFlow(1, "NHS", 60_500))
    said = words_on(page)
    assert "2 sums are read, years 0 to 1: £100,000 of outlays, £60,500 of savings." in said
    assert "2026/27 is taken as year 0. Sums are read as thousands of pounds" in said
    qtbot.mouseClick(page.undo_offer.undo, Qt.MouseButton.LeftButton)
    assert flow(session) == ()


def test_that_a_cell_that_is_not_clear_is_named_and_nothing_is_changed(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    put("Year\tCouncil\n0\t-100\n1\tTBC")

    press(qtbot, page, "Paste from a spreadsheet")

    assert "B3: “TBC” is no sum of pounds; write a number, or leave the cell blank." in words_on(page)
    assert flow(session) == ()


def test_that_sums_alone_are_pasted_from_the_cell_on(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    grid(page).setFocus()
    grid(page).setCurrentIndex(grid(page).flow_model.index(1, 1))
    put("-1,000\n(500)\n£700")

    qtbot.keyClick(grid(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert flow(session) == (CashFlow(1, "", -1000), CashFlow(2, "", -500), CashFlow(3, "", 700))


def test_that_sums_for_an_agency_that_is_not_there_are_refused_with_the_cell(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    grid(page).setFocus()
    grid(page).setCurrentIndex(grid(page).flow_model.index(0, 1))
    put("1\t2")

    qtbot.keyClick(grid(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert "B1: there is no agency in that column; add one first." in words_on(page)
    assert flow(session) == ()


def test_that_what_is_copied_can_be_pasted_again(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    type_in(qtbot, page, 0, 1, "-1234.5")
    grid(page).setCurrentIndex(grid(page).flow_model.index(0, 1))

    qtbot.keyClick(grid(page), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "-1,234.5"


def test_that_all_signs_can_be_turned(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    type_in(qtbot, page, 0, 1, "100")

    press(qtbot, page, "Turn all signs")

    assert flow(session) == (CashFlow(0, "", -100),)


def test_that_a_yearly_sum_is_told_year_by_year_on_demand_at_the_same_net_cost(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    now = session.assessment
    session.change(now.with_option(replace(now.option(B), net_cost=2500, cash_flow=None)))

    press(qtbot, page, "Tell it year by year instead")

    assert flow(session) == (CashFlow(0, "", -2500),)
    assert session.assessment.option(B).net_cost is None
    assert "costs £2,500 a year" in words_on(page)


def test_that_optimism_bias_is_drawn_beside_and_taken_from_the_green_book_with_its_source(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    type_in(qtbot, page, 0, 1, "-1000")
    take = page.over.bias.take
    take.setCurrentIndex(1)
    take.activated.emit(1)
    settle()

    option = session.assessment.option(B)
    assert option.optimism_bias == 24
    assert option.optimism_bias_source.startswith("Standard buildings: HM Treasury, supplementary Green Book guidance")
    assert "−£1,240, year 0 with the bias" in words_on(page)


def test_that_a_bias_out_of_bounds_is_refused_beside_its_field(
    qtbot: QtBot, page: MoneyPage, session: SessionModel
) -> None:
    type_in(qtbot, page, 0, 1, "-1000")

    write(qtbot, page, "Optimism bias on costs, %", "2000")

    assert "must be from 0 to 1000 percent." in words_on(page)
    assert session.assessment.option(B).optimism_bias is None


def test_that_another_option_is_shown_by_its_letter(qtbot: QtBot, page: MoneyPage, session: SessionModel) -> None:
    now = session.assessment
    lines = (CashFlow(0, "Parish", -9.0),)
    session.change(now.with_option(replace(now.options[2], net_cost=None, cash_flow=lines)))

    press(qtbot, page, "Whose money: C")
    settle()

    assert grid(page).flow_model.index(0, 1).data() == "−9"


def test_that_the_grid_keeps_the_rules_of_models(page: MoneyPage, session: SessionModel) -> None:
    model = grid(page).flow_model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_what_is_heard_of_a_cell(qtbot: QtBot, page: MoneyPage) -> None:
    type_in(qtbot, page, 0, 1, "-5")
    model = grid(page).flow_model

    heard = [model.index(0, c).data(Qt.ItemDataRole.AccessibleTextRole) for c in range(3)]

    assert heard == ["year 0", "The council, year 0: −5", "All, year 0: −5"]
    found = QAccessible.queryAccessibleInterface(grid(page))
    assert found.text(QAccessible.Text.Name) == "Cash flow by year and agency"


def test_that_a_place_leads_to_the_grid(page: MoneyPage) -> None:
    page.show_place("options[1].cash_flow")

    assert page.focusWidget() is grid(page)


def test_that_typing_is_named_for_those_who_hear_it(qtbot: QtBot, page: MoneyPage) -> None:
    grid(page).setFocus()
    grid(page).setCurrentIndex(grid(page).flow_model.index(2, 1))
    qtbot.keyClicks(grid(page), "4")

    assert named(page, QLineEdit, "The council, year 2").text() == "4"
