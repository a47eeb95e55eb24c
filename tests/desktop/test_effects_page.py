from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.models.effects_model import EffectsModel
from fairness_desktop.desktop.pages.effects_page import EffectsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.vocabulary import Grade, GroupId, OptionId

from .real import case_session, new_session, services_in

CTRL = Qt.KeyboardModifier.ControlModifier
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


def cell(session: SessionModel, pair: tuple[OptionId, GroupId] = D_DK) -> Cell:
    return session.assessment.cell(*pair, session.framework.criterion_ids)


def opened(page: EffectsPage, session: SessionModel) -> None:
    """Take the answers of a cell back."""
    session.change(session.assessment.with_cell(*D_DK, Cell(), session.framework.criterion_ids))
    page.grid.choose(*D_DK)


def test_that_the_model_keeps_qt_s_rules(session: SessionModel) -> None:
    model = EffectsModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert (model.rowCount(), model.columnCount()) == (6, 5)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_that_a_cell_is_heard_with_what_is_answered(session: SessionModel) -> None:
    model = EffectsModel(session)

    heard = model.data(model.index_of(*D_DK), Qt.ItemDataRole.AccessibleTextRole)

    assert heard.startswith("reach 100 %, grade C, Outcomes +2.0, Access +2.5")


def test_that_not_answered_is_said_and_is_no_nought(page: EffectsPage, session: SessionModel) -> None:
    opened(page, session)

    assert page.grid.effects.data(page.grid.effects.index_of(*D_DK)) == "not answered"
    assert session.assessment.effect(*D_DK) is None


def test_that_digits_in_the_grid_reach_the_first_open_criterion(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    opened(page, session)

    qtbot.keyClick(page.grid, Qt.Key.Key_2)

    assert cell(session).impacts == {"outcomes": 2.0}


def test_that_a_cell_counts_once_reach_and_grade_are_known(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    opened(page, session)
    qtbot.keyClick(page.grid, Qt.Key.Key_2)
    before = session.assessment.effect(*D_DK)

    qtbot.keyClicks(page.editor.reach, "80")
    page.editor.flush()
    qtbot.keyClick(page.editor.grades[Grade.B], Qt.Key.Key_Space)

    effect = session.assessment.effect(*D_DK)
    assert before is None
    assert effect is not None
    assert (effect.reach, effect.grade, effect.impacts) == (0.8, Grade.B, {"outcomes": 2.0})
    assert sum(1 for u in session.assessment.unanswered if u.criterion) == 5


@pytest.mark.parametrize(("typed", "said"), [("abc", "is not a number"), ("150", "from 0 to 100 %")])
def test_that_a_wrong_reach_is_said_beside_it_and_loses_nothing(
    page: EffectsPage, session: SessionModel, qtbot: QtBot, typed: str, said: str
) -> None:
    page.grid.choose(*D_DK)
    page.editor.reach.selectAll()
    qtbot.keyClicks(page.editor.reach, typed)
    page.editor.flush()

    assert said in page.editor.problem
    assert page.editor.reach.text() == typed
    assert cell(session).reach == 1.0


def test_that_space_says_not_touched_and_takes_it_back(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    opened(page, session)

    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    untouched = cell(session)
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)

    assert not untouched.touched
    assert cell(session).blank


def test_that_a_cell_is_filled_to_the_right(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(OptionId("C"), GroupId("lk"))

    qtbot.keyClick(page.grid, Qt.Key.Key_D, CTRL)

    assert cell(session, (OptionId("D"), GroupId("lk"))) == cell(session, (OptionId("C"), GroupId("lk")))


def test_that_cells_are_copied_and_pasted_as_a_spreadsheet_does(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    page.grid.choose(*D_DK)
    source = cell(session)
    qtbot.keyClick(page.grid, Qt.Key.Key_C, CTRL)
    page.grid.choose(OptionId("B"), GroupId("hh"))

    qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    pasted = cell(session, (OptionId("B"), GroupId("hh")))
    assert (pasted.reach, pasted.grade, pasted.impacts) == (source.reach, source.grade, source.impacts)


def test_that_nonsense_pasted_is_refused_and_loses_nothing(
    page: EffectsPage, session: SessionModel, qtbot: QtBot
) -> None:
    before = session.assessment
    QGuiApplication.clipboard().setText("a\tb\nc")

    with qtbot.waitSignal(session.failed) as told:
        qtbot.keyClick(page.grid, Qt.Key.Key_V, CTRL)

    assert "is no effect" in told.args[0]
    assert session.assessment == before


def test_that_the_next_gap_goes_round(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    opened(page, session)
    page.grid.choose(OptionId("D"), GroupId("hh"))

    page.next_gap.click()

    assert page.grid.pair() == D_DK


def test_that_escape_goes_from_the_editor_back_to_the_grid(page: EffectsPage, qtbot: QtBot) -> None:
    page.grid.choose(*D_DK)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    line = page.editor.lines[page.session.framework.criterion_ids[0]]

    qtbot.keyClick(line.scale, Qt.Key.Key_Escape)

    assert page.focusWidget() is page.grid


def test_that_the_reason_is_kept_with_its_cell(page: EffectsPage, session: SessionModel, qtbot: QtBot) -> None:
    page.grid.choose(*D_DK)
    qtbot.keyClicks(page.editor.because, "Asked them.")

    page.grid.choose(OptionId("D"), GroupId("lk"))

    assert cell(session).because == "Asked them."
    assert cell(session, (OptionId("D"), GroupId("lk"))).because == ""


def test_that_without_groups_it_says_what_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    page = EffectsPage(new_session(services_in(tmp_path)))
    qtbot.addWidget(page)
    page.show()

    assert "Name at least one group" in page.empty.text()
    assert page.empty.isVisible()
