"""The largest grid there is, eight options by twelve groups, and moving about in any."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.effects_page import EffectsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import Form, Grade, GroupId, OptionId

from .every_view import sideways
from .real import services_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LETTERS = "ABCDEFGH"
FIRST, LAST = (OptionId("B"), GroupId("g1")), (OptionId("H"), GroupId("g12"))


@pytest.fixture
def session(tmp_path: Path) -> SessionModel:
    services = services_in(tmp_path)
    session = SessionModel(services.register.new(Form.FULL), services)
    large = session.assessment
    for letter in LETTERS[1:]:
        large = large.with_option(Option(OptionId(letter), f"Option {letter}", net_cost=0))
    for n in range(1, 13):
        large = large.with_group(Group(GroupId(f"g{n}"), f"Group {n}", n * 100, 1))
    session.change(large)
    return session


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> EffectsPage:
    page = EffectsPage(session)
    qtbot.addWidget(page)
    page.resize(902, 664)
    with qtbot.waitExposed(page):
        page.show()
    page.grid.setFocus()
    return page


def press(qtbot: QtBot, page: EffectsPage, key: Qt.Key, times: int = 1) -> None:
    for _time in range(times):
        qtbot.keyClick(page.grid, key)


def cell(session: SessionModel, pair: tuple[OptionId, GroupId]) -> Cell:
    return session.assessment.cell(*pair, session.framework.criterion_ids)


def test_that_arrows_reach_the_last_cell_and_it_is_in_sight(page: EffectsPage, qtbot: QtBot) -> None:
    press(qtbot, page, Qt.Key.Key_Down, 11)
    press(qtbot, page, Qt.Key.Key_Right, 6)

    seen = page.grid.visualRect(page.grid.currentIndex())
    assert page.grid.pair() == LAST
    assert page.grid.viewport().rect().contains(seen)


def test_that_the_grid_scrolls_sideways_inside_itself_and_the_page_does_not(page: EffectsPage) -> None:
    assert sideways(page) == []
    assert page.grid.horizontalScrollBar().maximum() > 0


def test_that_the_last_cell_is_answered_by_keys_alone(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(*LAST)

    qtbot.keyClick(page.grid, Qt.Key.Key_Minus)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_1)

    assert cell(session, LAST).impacts == {session.framework.criterion_ids[0]: -1.0}


def test_that_every_cell_is_reckoned_as_open(page: EffectsPage, session: SessionModel) -> None:
    assert len(session.assessment.unanswered) == 7 * 12
    assert session.assessment.effects == ()


def test_that_the_rest_of_a_row_is_filled_at_once(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(*FIRST)
    press(qtbot, page, Qt.Key.Key_Space)
    for _option in LETTERS[2:]:
        qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)

    qtbot.keyClick(page.grid, Qt.Key.Key_D, CTRL)

    assert [cell(session, (OptionId(x), FIRST[1])).touched for x in LETTERS[1:]] == [False] * 7


def test_that_filling_is_one_step_to_take_back(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(*FIRST)
    press(qtbot, page, Qt.Key.Key_Space)
    before = session.assessment
    page.grid.selectRow(0)
    qtbot.keyClick(page.grid, Qt.Key.Key_D, CTRL)

    session.undo()

    assert session.assessment == before


def test_that_a_block_is_copied_and_pasted_cell_for_cell(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    full = Cell(0.8, Grade.B, dict.fromkeys(session.framework.criterion_ids, 1.5))
    for option, group in (("B", "g1"), ("C", "g2")):
        now = session.assessment.with_cell(OptionId(option), GroupId(group), full, session.framework.criterion_ids)
        session.change(now)
    page.grid.choose(*FIRST)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(page.grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.grid, Qt.Key.Key_C, CTRL)
    page.grid.choose(OptionId("G"), GroupId("g11"))

    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    pasted = [cell(session, (OptionId(x), GroupId(g))).blank for g in ("g11", "g12") for x in "GH"]
    assert QGuiApplication.clipboard().text() == "80% B 1.5 1.5 1.5 1.5 1.5 1.5\t?\n?\t80% B 1.5 1.5 1.5 1.5 1.5 1.5"
    assert pasted == [False, True, True, False]


def test_that_a_block_pasted_is_one_step_to_take_back(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    before = session.assessment
    QGuiApplication.clipboard().setText("-\t-\n-\t-")
    page.grid.choose(*FIRST)
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    pasted = session.assessment

    session.undo()

    assert pasted != before
    assert session.assessment == before


def test_that_pasting_over_the_edge_fills_what_there_is(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("-\t-\t-\n-\t-\t-")
    page.grid.choose(*LAST)

    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    assert sum(1 for pair in session.assessment.pairs() if not cell(session, pair).touched) == 1


def test_that_pasting_nothing_loses_nothing(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(*FIRST)
    press(qtbot, page, Qt.Key.Key_Space)
    before = session.assessment
    QGuiApplication.clipboard().clear()

    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    assert session.assessment == before


def test_that_one_bad_cell_in_a_block_pasted_leaves_all_of_it_out(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    before = session.assessment
    page.grid.choose(*FIRST)
    QGuiApplication.clipboard().setText("-\t-\n-\t80% B 9 0 0 0 0 0")

    with qtbot.waitSignal(session.failed):
        qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    assert session.assessment == before


def test_that_nothing_is_asked_of_the_baseline(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    before = session.assessment
    page.grid.choose(*FIRST)
    press(qtbot, page, Qt.Key.Key_Left)

    for key in (Qt.Key.Key_Space, Qt.Key.Key_2, Qt.Key.Key_Return):
        press(qtbot, page, key)

    assert page.grid.pair() is None
    assert page.grid.effects.data(page.grid.currentIndex()) == "0 by rule: carry on as now"
    assert session.assessment == before


def test_that_the_next_gap_walks_through_all_of_them(page: EffectsPage, session: SessionModel) -> None:
    visited = set()
    for _gap in range(7 * 12):
        page.next_gap.click()
        visited.add(page.grid.pair())

    assert visited == set(session.assessment.pairs())


def test_that_a_group_removed_elsewhere_leaves_the_grid_whole(page: EffectsPage, session: SessionModel) -> None:
    page.grid.choose(*LAST)

    session.change(session.assessment.without_group(LAST[1]))

    assert page.grid.effects.rowCount() == 11
    assert page.grid.pair() in list(session.assessment.pairs())


@pytest.mark.parametrize("typed", ["", "4"])
def test_that_an_option_removed_elsewhere_leaves_the_grid_whole(
    page: EffectsPage, session: SessionModel, qtbot: QtBot, typed: str
) -> None:
    page.grid.choose(*LAST)
    qtbot.keyClicks(page.editor.reach, typed)

    session.change(session.assessment.without_option(LAST[0]))
    page.commit()

    assert page.grid.effects.columnCount() == 8
    assert page.grid.pair() in list(session.assessment.pairs())
    assert page.editor.pair == page.grid.pair()
    assert all(cell(session, pair).blank for pair in session.assessment.pairs())


def test_that_a_complaint_does_not_follow_to_another_cell(page: EffectsPage, qtbot: QtBot) -> None:
    page.grid.choose(*FIRST)
    qtbot.keyClicks(page.editor.reach, "abc")
    page.editor.flush()
    before = page.editor.problem

    page.grid.choose(*LAST)

    assert "abc" in before
    assert page.editor.problem == ""
