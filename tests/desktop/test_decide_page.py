from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.decision import Decision
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.services.bundle import Services

from .real import case_session, example_session, services_in
from .sessions import words_on


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path)


def shown(qtbot: QtBot, session: SessionModel) -> DecidePage:
    page = DecidePage(session)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


@pytest.fixture
def session(services: Services) -> SessionModel:
    return case_session(services, "d6")


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DecidePage:
    return shown(qtbot, session)


def choose(page: DecidePage, qtbot: QtBot, option: str) -> None:
    qtbot.keyClick(page.chosen.buttons[option], Qt.Key.Key_Space)


def test_that_choosing_asks_why_not_the_others(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    choose(page, qtbot, "D")

    assert session.assessment.decision.chosen == "D"
    assert list(page.rejected) == ["A", "B", "C"]


def test_that_reasons_are_kept_for_each_option(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    choose(page, qtbot, "D")
    qtbot.keyClicks(page.rejected[OptionId("B")], "It takes the only place away.")
    page.rejected[OptionId("B")].flush()

    choose(page, qtbot, "C")

    assert session.assessment.decision.why_rejected(OptionId("B")) == "It takes the only place away."


def test_that_the_leader_needs_no_reason_for_departing(page: DecidePage, qtbot: QtBot) -> None:
    choose(page, qtbot, "D")

    assert not page.areas["departure_reason"].isVisible()
    assert not page.areas["floor_reason"].isVisible()


def test_that_another_than_the_leader_does(page: DecidePage, qtbot: QtBot) -> None:
    choose(page, qtbot, "C")

    assert page.areas["departure_reason"].isVisible()
    qtbot.waitUntil(lambda: "Option D leads; write why another is chosen." in words_on(page))


def test_that_a_red_floor_asks_for_its_justification(qtbot: QtBot, services: Services) -> None:
    page = shown(qtbot, case_session(services, "d1"))

    choose(page, qtbot, "B")

    assert all(page.areas[name].isVisible() for name in ("floor_reason", "mitigation", "less_harmful"))


@pytest.mark.parametrize("typed", ["23/11/2026", "2026-11-23"])
def test_that_a_date_is_taken_as_it_is_typed(page: DecidePage, session: SessionModel, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(page.date, typed)
    page.date.flush()

    assert session.assessment.decision.date == dt.date(2026, 11, 23)


def test_that_a_date_that_is_none_is_said_beside_it(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.date, "soon")
    page.date.flush()

    assert "is no date" in page.rows["decision.date"].error
    assert (page.date.text(), session.assessment.decision.date) == ("soon", None)


def test_that_today_is_a_press_away(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.today, Qt.Key.Key_Space)

    assert session.assessment.decision.date == dt.datetime.now().astimezone().date()


def test_that_what_is_missing_leads_to_its_place(page: DecidePage, qtbot: QtBot) -> None:
    wanted: list[str] = []
    page.place_wanted.connect(wanted.append)

    first = next(b for b in page.findChildren(type(page.today)) if b.accessibleName().startswith("Go to: Say under"))
    qtbot.keyClick(first, Qt.Key.Key_Space)

    assert wanted == ["authority.kind"]
    assert not page.record.sign.isEnabled()


def test_that_the_finished_example_can_be_signed(qtbot: QtBot, services: Services) -> None:
    page = shown(qtbot, example_session(services))

    assert "Nothing stands in the way of a signature." in words_on(page)
    assert page.record.sign.isEnabled()


def test_that_walking_past_answers_nothing(page: DecidePage, session: SessionModel) -> None:
    before = session.assessment

    page.commit()

    assert session.assessment == before
    assert before.decision == Decision()


def test_that_a_draft_is_saved_where_it_is_wanted(
    page: DecidePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: SessionModel
) -> None:
    monkeypatch.setattr(page.record, "ask_path", lambda suggested: tmp_path / suggested)

    page.record.save_draft()

    (draft,) = tmp_path.glob("*-draft.pdf")
    assert session.services.verifying.check_file(draft).verdict == "unsigned"


def test_that_the_days_to_come_are_told_and_saved_for_a_calendar(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, example_session(services))
    part = page.after.calendar
    monkeypatch.setattr(part, "ask_path", lambda suggested: tmp_path / suggested)

    qtbot.keyClick(part.save, Qt.Key.Key_Space)

    (saved,) = tmp_path.glob("*.ics")
    assert b"BEGIN:VALARM" in saved.read_bytes()
    assert "days for a calendar, from " in words_on(page)
    assert f"days written to {saved}." in words_on(page)


def test_that_nothing_is_offered_to_a_calendar_before_there_is_a_day(page: DecidePage, session: SessionModel) -> None:
    assert "No day is given yet that could stand in a calendar." in words_on(page)
    assert not page.after.calendar.save.isEnabled()

    session.change(replace(session.assessment, decision=Decision(review_date=dt.date(2027, 5, 10))))

    assert "1 day for a calendar: 10 May 2027." in words_on(page)
    assert page.after.calendar.save.isEnabled()


def test_that_a_calendar_that_cannot_be_written_is_said(
    qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, example_session(services))
    monkeypatch.setattr(page.after.calendar, "ask_path", lambda _suggested: Path("/dev/null/days.ics"))

    page.after.calendar.save_days()

    assert "cannot be written" in words_on(page)


def test_that_a_place_that_cannot_be_written_is_said(page: DecidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.record, "ask_path", lambda _suggested: Path("/dev/null/draft.pdf"))

    page.record.save_draft()

    assert "cannot be written" in words_on(page)


def test_that_a_change_elsewhere_is_shown_at_once(page: DecidePage, session: SessionModel) -> None:
    session.change(replace(session.assessment, decision=Decision(reasons="From elsewhere")))

    assert page.areas["reasons"].value() == "From elsewhere"
