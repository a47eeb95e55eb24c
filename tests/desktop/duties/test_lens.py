"""The equality duty in the window: a table of nine, three aims, when it was thought of, and who read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.duties_page import DutiesPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.authority import Body
from fairness_desktop.domain.duties.answers import Characteristic, Duties, LensRow
from fairness_desktop.domain.vocabulary import BodyKind, Kind, Nation

from ..accessibility import spoken
from ..real import case_session, services_in
from ..sessions import named, words_on

TABLE = "Equality lens: nine characteristics, four things asked of each"


@pytest.fixture
def session(tmp_path: Path) -> SessionModel:
    return case_session(services_in(tmp_path), "d6")


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DutiesPage:
    page = DutiesPage(session)
    qtbot.addWidget(page)
    page.resize(902, 1000)
    page.show()
    return page


def lens(page: DutiesPage) -> QTableView:
    return named(page, QTableView, TABLE)


def write_in(qtbot: QtBot, table: QTableView, row: int, column: int, text: str) -> None:
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QPlainTextEdit)
    assert editor is not None
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)


def test_that_a_cell_written_by_keyboard_is_kept(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    write_in(qtbot, lens(page), 1, 0, "Sixty disabled children live here.")

    assert session.assessment.duties.equality_lens == (
        LensRow(Characteristic.DISABILITY, know="Sixty disabled children live here."),
    )
    assert "1 of 9 characteristics begun" in words_on(page)


def test_that_a_cell_can_be_emptied(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    write_in(qtbot, lens(page), 0, 3, "Benches")

    lens(page).setCurrentIndex(lens(page).model().index(0, 3))
    qtbot.keyClick(lens(page), Qt.Key.Key_Delete)

    assert session.assessment.duties.equality_lens == ()


def test_that_each_cell_says_whose_and_whether_it_is_answered(page: DutiesPage) -> None:
    told = lens(page).model().index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert told == "Marriage and civil partnership, we were told: not answered yet"
    assert lens(page).model().headerData(3, Qt.Orientation.Vertical) == (
        "Marriage and civil partnership (first aim only)"
    )
    assert QAccessible.queryAccessibleInterface(lens(page)).text(QAccessible.Text.Name) == TABLE


def test_that_the_table_shows_every_row_without_scrolling(page: DutiesPage) -> None:
    table = lens(page)

    assert table.model().rowCount() == 9
    assert table.viewport().height() >= table.verticalHeader().length()
    assert table.viewport().width() >= table.horizontalHeader().length()


def test_that_undo_takes_a_cell_back(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    write_in(qtbot, lens(page), 0, 0, "Many are over 70.")

    session.undo()
    page.commit()

    assert session.assessment.duties == Duties()


def test_that_a_finding_leads_to_its_row(page: DutiesPage) -> None:
    page.show_place("duties.equality_lens[race].do")

    here = lens(page).currentIndex()
    assert (here.row(), here.column()) == (5, 3)


@pytest.mark.parametrize(
    ("thought", "said"),
    [
        (date(2026, 11, 20), "Finished on 20 November 2026, not after the decision"),
        (date(2026, 11, 30), "after the decision of 23 November 2026: too late"),
        (None, "is not said yet (step 1)"),
    ],
)
def test_that_it_is_said_when_it_was_thought_of(
    page: DutiesPage, session: SessionModel, thought: date | None, said: str
) -> None:
    decision = replace(session.assessment.decision, date=date(2026, 11, 23))

    session.change(replace(session.assessment, assessed_on=thought, decision=decision))

    assert said in words_on(page)


def in_wales(session: SessionModel, kind: BodyKind) -> None:
    session.change(replace(session.assessment, body=Body("Example", kind, Nation.WALES)))


def test_that_a_strategic_decision_in_wales_is_asked_for_its_socio_economic_effect(
    page: DutiesPage, session: SessionModel
) -> None:
    in_wales(session, BodyKind.COUNTY_COUNCIL)
    session.change(replace(session.assessment, kind=Kind.TECHNICAL))
    before = words_on(page)

    session.change(replace(session.assessment, kind=Kind.FRAMEWORK))

    assert "Socio-economic duty" not in before
    assert "Socio-economic duty" in words_on(page)


def test_that_elsewhere_it_is_said_how_far_it_binds(page: DutiesPage, session: SessionModel) -> None:
    assert "Socio-economic duty (not in force here; by choice)" in words_on(page)

    in_wales(session, BodyKind.COMMUNITY_COUNCIL)

    assert "Socio-economic duty (encouraged, not required)" in words_on(page)


def test_that_each_way_of_working_has_its_own_text(qtbot: QtBot, page: DutiesPage, session: SessionModel) -> None:
    in_wales(session, BodyKind.COUNTY_COUNCIL)

    qtbot.keyClicks(named(page, QPlainTextEdit, "Prevention"), "It keeps people well.")
    page.commit()

    assert session.assessment.duties.ways_of_working.prevention == "It keeps people well."


def test_that_a_prompt_is_asked_only_where_it_applies_and_kept_by_its_id(
    qtbot: QtBot, page: DutiesPage, session: SessionModel
) -> None:
    page.show_place("duties.other")
    asked = {name for _role, name in spoken(page)}
    assert {"Nature", "Personal data", "Human rights", "Crime and disorder", "Spending under section 137"} <= asked
    assert "Best value" not in " ".join(asked)
    assert "Land and buildings" not in asked

    qtbot.keyClicks(named(page, QPlainTextEdit, "Nature"), "The hedge stays.")
    page.commit()

    (kept,) = session.assessment.duties.prompts
    assert (kept.id, kept.text) == ("biodiversity", "The hedge stays.")
