"""Background papers in the window: attached, called, opened, saved, removed; what cannot be is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.papers.paper_fields import PaperFields
from fairness_desktop.desktop.papers.papers_card import PapersCard
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.attachments import LARGEST_ATTACHMENTS, Attachment
from fairness_desktop.domain.vocabulary import AttachmentId
from fairness_desktop.services.bundle import Services

from .real import case_session, services_in
from .sessions import words_on

MIB = 1024 * 1024


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path / "data")


@pytest.fixture
def session(services: Services) -> SessionModel:
    return case_session(services, "d6")


@pytest.fixture
def card(qtbot: QtBot, session: SessionModel) -> PapersCard:
    page = DecidePage(session)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    return page.papers


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Officer report.pdf"
    path.write_bytes(b"%PDF-1.7 the officer's report" * 100)
    return path


def attached(qtbot: QtBot, card: PapersCard, *paths: Path) -> tuple[Attachment, ...]:
    card.attach(paths)
    qtbot.waitUntil(lambda: not card.progress.at_work and not card._waiting, timeout=20_000)
    return card.session.assessment.attachments


def row(card: PapersCard, at: int = 0) -> PaperFields:
    fields = card.list.rows[at]
    assert isinstance(fields, PaperFields)
    return fields


def test_that_a_paper_is_attached_by_its_button(
    card: PapersCard, qtbot: QtBot, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card, "ask_files", lambda: [report])

    qtbot.keyClick(card.list.add, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: len(card.list.rows) == 1, timeout=20_000)
    (paper,) = card.session.assessment.attachments
    assert (paper.title, paper.file_name, paper.size) == ("Officer report", report.name, report.stat().st_size)
    assert "1 paper, 3 KB of 200 MB" in words_on(card)
    assert paper.sha256[:16] in words_on(card)


def test_that_papers_are_dropped_and_each_is_attached(card: PapersCard, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / f"paper-{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(path.name)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier

    card.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))

    qtbot.waitUntil(lambda: len(card.list.rows) == 3, timeout=20_000)
    assert [paper.file_name for paper in card.session.assessment.attachments] == [path.name for path in paths]


def test_that_title_date_and_ground_are_kept(card: PapersCard, qtbot: QtBot, report: Path) -> None:
    attached(qtbot, card, report)
    fields = row(card)

    fields.title.setText("Report of the officer")
    fields.date.setText("23/11/2026")
    qtbot.mouseClick(fields.standing.buttons["exempt"], Qt.MouseButton.LeftButton)
    fields.ground.setText("Schedule 12A, paragraph 2")
    fields.ground.flush()
    card.edited.emit()

    (paper,) = card.session.assessment.attachments
    assert (paper.title, paper.date) == ("Report of the officer", date(2026, 11, 23))
    assert (paper.exempt, paper.ground) == (True, "Schedule 12A, paragraph 2")


def test_that_a_date_that_is_none_is_said_and_nothing_else_is_lost(
    card: PapersCard, qtbot: QtBot, report: Path
) -> None:
    attached(qtbot, card, report)
    fields = row(card)

    fields.date.setText("last Tuesday")
    fields.title.setText("Report")
    card.edited.emit()

    assert "is no date" in words_on(fields)
    (paper,) = card.session.assessment.attachments
    assert (paper.title, paper.date) == ("Report", None)


def test_that_a_long_title_from_elsewhere_stays_whole(card: PapersCard, qtbot: QtBot, report: Path) -> None:
    (paper,) = attached(qtbot, card, report)
    long = "A title " * 500
    now = card.session.assessment
    card.session.change(replace(now, attachments=(replace(paper, title=long),)))

    row(card).date.setText("1/2/2026")
    card.edited.emit()

    assert card.session.assessment.attachments[0].title == long


def test_that_a_paper_is_saved_byte_for_byte(
    card: PapersCard, qtbot: QtBot, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attached(qtbot, card, report)
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(card, "ask_place", lambda _suggested: out)

    qtbot.keyClick(row(card).save, Qt.Key.Key_Space)

    qtbot.waitUntil(out.exists, timeout=20_000)
    assert out.read_bytes() == report.read_bytes()


def test_that_a_copy_is_opened_and_what_could_run_is_not(
    card: PapersCard, qtbot: QtBot, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def show(place: Path) -> bool:
        opened.append(place)
        return True

    monkeypatch.setattr(card._copies, "show", show)
    program = tmp_path / "agenda.pdf.desktop"
    program.write_text("[Desktop Entry]\nExec=rm")
    attached(qtbot, card, report, program)

    row(card, 0).open.click()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    row(card, 1).open.click()

    assert opened[0] != report
    assert opened[0].read_bytes() == report.read_bytes()
    assert "it could run. Save it first." in card.problem.text()
    assert len(opened) == 1


def test_that_a_paper_is_removed_and_undo_brings_it_back(card: PapersCard, qtbot: QtBot, report: Path) -> None:
    attached(qtbot, card, report)

    qtbot.keyClick(row(card).remove, Qt.Key.Key_Space)
    gone = card.session.assessment.attachments
    card.session.undo()

    assert gone == ()
    assert [paper.file_name for paper in card.session.assessment.attachments] == [report.name]
    assert row(card).open.isEnabled()


def test_that_a_large_file_can_be_stopped_and_nothing_is_kept(
    card: PapersCard, qtbot: QtBot, tmp_path: Path, services: Services
) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(150 * MIB)

    card.attach([large])
    shown = card.progress.isVisible()
    card.progress.stop.click()
    qtbot.waitUntil(lambda: bool(card.problem.text()), timeout=30_000)

    assert shown
    assert not card.progress.at_work
    assert card.session.assessment.attachments == ()
    assert services.handing.papers.here(card.session.assessment.id) == frozenset()
    assert "Stopped." in card.problem.text()


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("a folder", Path.mkdir, "is a folder. Attach the files in it."),
        ("gone.pdf", Path.exists, "There is no file"),
    ],
    ids=["a folder", "no file"],
)
def test_that_what_is_no_file_is_said(
    card: PapersCard, qtbot: QtBot, tmp_path: Path, name: str, make: object, said: str
) -> None:
    assert callable(make)
    make(tmp_path / name)

    attached(qtbot, card, tmp_path / name)

    assert said in card.problem.text()


def test_that_more_than_200_mib_is_said_and_what_waits_is_counted(
    card: PapersCard, qtbot: QtBot, tmp_path: Path, report: Path
) -> None:
    huge = tmp_path / "huge.tif"
    with huge.open("wb") as file:
        file.truncate(LARGEST_ATTACHMENTS + 1)

    attached(qtbot, card, huge, report)

    assert "is larger than 200 MiB and was not attached. 1 more was not attached." in card.problem.text()


def test_that_the_same_file_is_attached_once(card: PapersCard, qtbot: QtBot, report: Path) -> None:
    attached(qtbot, card, report)
    attached(qtbot, card, report)

    assert len(card.list.rows) == 1
    assert "is attached already, as “Officer report”." in card.problem.text()


def test_that_a_paper_whose_bytes_are_elsewhere_says_so(card: PapersCard) -> None:
    paper = Attachment(AttachmentId("abc"), "a" * 64, 5, "Elsewhere", "elsewhere.pdf")
    now = card.session.assessment

    card.session.change(replace(now, attachments=(paper,)))

    assert "Not on this laptop" in words_on(card)
    assert not row(card).open.isEnabled()
    assert not row(card).save.isEnabled()


def test_that_its_place_leads_to_its_field(card: PapersCard, qtbot: QtBot, report: Path) -> None:
    attached(qtbot, card, report)
    page = card.parent()
    while not isinstance(page, DecidePage):
        assert page is not None
        page = page.parent()

    page.show_place("attachments[0].date")

    assert row(card).date.hasFocus()
