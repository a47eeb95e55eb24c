from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.charts.need_chart import NeedChart
from fairness_desktop.desktop.charts.score_bars import scale_for
from fairness_desktop.desktop.pages.fairness_page import FairnessPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.effects import Cell
from fairness_desktop.domain.vocabulary import GroupId, OptionId

from .real import case_session, new_session, services_in
from .sessions import words_on


def shown(qtbot: QtBot, session: SessionModel) -> FairnessPage:
    page = FairnessPage(session)
    qtbot.addWidget(page)
    page.resize(900, 660)
    page.show()
    return page


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("d9", "C leads: it does most good, 46 % of it for the 10 % most in need."),
        ("d6", "D leads: it does most good, 40 % of it for the 15 % most in need."),
        ("d1", "A leads: "),
    ],
)
def test_that_a_sentence_is_made_from_the_figures(qtbot: QtBot, tmp_path: Path, case: str, sentence: str) -> None:
    assert sentence in words_on(shown(qtbot, case_session(services_in(tmp_path), case)))


def test_that_every_figure_is_heard_with_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d6"))

    heard = {label.accessibleName() for label in page.findChildren(QLabel)}

    assert {
        "Score, weighted by need, D: +22.6",
        "Floor, B: AMBER",
        "Focus ratio, D: 2.6",
        "Net cost a year, B: −£1,500",
    } <= heard


def test_that_the_chart_says_its_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d9"))

    (chart,) = page.findChildren(NeedChart)

    assert "severe: +0.81 a person, 180 gain, 0 lose" in chart.accessibleDescription()


def test_that_worse_at_worst_is_said_beside_the_floor(qtbot: QtBot, tmp_path: Path) -> None:
    assert "at worst RED" in words_on(shown(qtbot, case_session(services_in(tmp_path), "d6")))


def test_that_an_option_that_is_not_feasible_is_said_not_to_be(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, case_session(services_in(tmp_path), "d3"))

    assert "– not feasible" in words_on(page)


def test_that_where_none_is_feasible_none_leads(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    session.change(replace(session.assessment, required_saving=1e9))

    assert "No option is feasible" in words_on(shown(qtbot, session))


def test_that_open_cells_are_said_to_leave_figures_open(qtbot: QtBot, tmp_path: Path) -> None:
    session = case_session(services_in(tmp_path), "d6")
    pair = OptionId("D"), GroupId("dk")
    page = shown(qtbot, session)

    session.change(session.assessment.with_cell(*pair, Cell(), session.framework.criterion_ids))

    assert "Some effects are not answered: figures may change." in words_on(page)


def test_that_nothing_is_shown_before_anything_follows(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, new_session(services_in(tmp_path)))

    assert "Nothing can be worked out yet" in words_on(page)
    assert "Say which of the four kinds of decision it is." in words_on(page)


@pytest.mark.parametrize(
    ("scores", "axis"),
    [([11.4, 0.0], (0.0, 15.0)), ([-8.7, 22.6], (-10.0, 25.0)), ([0.0], (0.0, 5.0)), ([], (0.0, 5.0))],
)
def test_that_the_axis_always_shows_nought(scores: list[float], axis: tuple[float, float]) -> None:
    assert scale_for(scores) == axis
