"""Where a group's people live: an official file, chosen by the user, suggests a need level."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListView
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.people_page import PeoplePage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.touched.areas import Area
from fairness_desktop.domain.vocabulary import Grade
from fairness_desktop.exchange.areas.deprivation import read_index_file
from fairness_desktop.exchange.decoding import Frameworks

from ..sessions import named, play_area, press, session_with, words_on, write

FILE = Path(__file__).parents[2] / "exchange" / "areas" / "files" / "made-up-iod-2019-file-7.csv"
TEENAGERS = "Change “Teenagers 13-17”"
WHERE = "Where they live, from an index of deprivation"
LIST = "Areas of the index; Space ticks one"


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(902, 1200)
    page.show()
    press(qtbot, page, TEENAGERS)
    press(qtbot, page, WHERE)
    return page


def chosen(qtbot: QtBot, page: PeoplePage, file: Path = FILE) -> QListView:
    page.areas.read(file)
    qtbot.waitUntil(lambda: page.areas.model.rowCount() > 0)
    return named(page, QListView, LIST)


def tick(qtbot: QtBot, areas: QListView, *rows: int) -> None:
    areas.setFocus()
    for row in rows:
        areas.setCurrentIndex(areas.model().index(row, 0))
        qtbot.keyClick(areas, Qt.Key.Key_Space)


def test_that_areas_become_evidence_with_index_hash_and_grade(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    tick(qtbot, chosen(qtbot, page), 0, 1)

    press(qtbot, page, "Take as evidence")

    group = session.assessment.groups[3]
    taken = group.need_evidence[-1]
    assert (taken.grade, taken.index, taken.source) == (Grade.C, *["English Indices of Deprivation 2019"] * 2)
    assert taken.index_sha256 == read_index_file(FILE).sha256
    assert taken.areas == (Area("E01099901", "Madeup 001A", 1), Area("E01099902", "Madeup 001B", 2))
    assert group.need_level == 2


def test_that_the_level_most_areas_suggest_can_be_set_with_it(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    tick(qtbot, chosen(qtbot, page), 0, 1, 4)
    assert "Most of them suggest high need. Areas are not people" in words_on(page)

    press(qtbot, page, "Take it, and set the need to high")

    assert session.assessment.groups[3].need_level == 3
    assert "Madeup 001A (decile 1)" in words_on(page)


def test_that_an_area_is_found_by_part_of_its_name(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    areas = chosen(qtbot, page)

    write(qtbot, page, "Find an area", "madeup 002c")

    assert areas.model().rowCount() == 1
    tick(qtbot, areas, 0)
    write(qtbot, page, "Find an area", "")
    assert [a.id for a in page.areas.model.chosen] == ["E01099906"]


def test_that_asking_again_shows_what_was_taken_and_replaces_it(
    qtbot: QtBot, page: PeoplePage, session: SessionModel
) -> None:
    tick(qtbot, chosen(qtbot, page), 0)
    press(qtbot, page, "Take as evidence")
    press(qtbot, page, WHERE)
    assert [a.id for a in page.areas.model.chosen] == ["E01099901"]

    tick(qtbot, named(page, QListView, LIST), 1)
    press(qtbot, page, "Take as evidence")

    of_areas = [e for e in session.assessment.groups[3].need_evidence if e.areas]
    assert [len(e.areas) for e in of_areas] == [2]


def test_that_a_bad_file_is_refused_in_a_sentence_and_nothing_changes(
    qtbot: QtBot, page: PeoplePage, session: SessionModel, tmp_path: Path
) -> None:
    before = session.assessment
    bad = tmp_path / "bad.csv"
    bad.write_text(FILE.read_text(encoding="utf-8").replace(",10,", ",11,"))

    page.areas.read(bad)

    qtbot.waitUntil(lambda: "“11” is no decile from 1 to 10. Nothing was taken in." in words_on(page))
    assert "bad.csv: line 6, column “Index of Multiple Deprivation (IMD) Decile" in words_on(page)
    assert session.assessment == before


def test_that_leaving_it_changes_nothing_and_leads_back(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    before = session.assessment
    tick(qtbot, chosen(qtbot, page), 0)

    press(qtbot, page, "Leave it")

    assert session.assessment == before
    assert not page.areas.isVisible()
    assert page.focusWidget() is named(page, QAbstractButton, WHERE)


def test_that_it_goes_with_its_group(qtbot: QtBot, page: PeoplePage, session: SessionModel) -> None:
    press(qtbot, page, "Remove “Teenagers 13-17”")

    assert not page.areas.isVisible()
    assert len(session.assessment.groups) == 5
