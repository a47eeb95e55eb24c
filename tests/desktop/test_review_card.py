"""The review of an issued decision: begun, answered and taken back in the window; the record stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.cli.records import sign
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.models.register_model import said
from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.reviewing.review_card import ReviewCard
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.register import RegisterQuery, SortKey, Status
from fairness_desktop.domain.reviewing.review import ReviewVerdict
from fairness_desktop.services.reviewing.reviewing import begin_review

from .real import example_session, open_window, services_in, walk_in


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> SessionModel:
    session = example_session(services_in(tmp_path))
    sign(session.services, session.walk, None, "correct horse battery")
    return session


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DecidePage:
    page = DecidePage(session)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def begun(qtbot: QtBot, page: DecidePage) -> ReviewCard:
    qtbot.keyClick(page.review.begin, Qt.Key.Key_Space)
    return page.review


def answer_all(qtbot: QtBot, card: ReviewCard) -> None:
    """Every answer that counts, by keys."""
    qtbot.keyClicks(card.date, "01/06/2027")
    qtbot.keyClicks(card.by, "Ann Example")
    for row in card.outcomes.rows:
        qtbot.keyClicks(row.reach, "100")
        row.reach.flush()
        qtbot.keyClicks(row.outcome, "+0.5")
    qtbot.keyClick(card.verdict.buttons["change"], Qt.Key.Key_Space)
    qtbot.keyClicks(card.areas["reasons"], "Fewer came.")
    qtbot.keyClicks(card.areas["done"], "It opens later.")
    for line in (card.date, card.by):
        line.flush()
    for area in card.areas.values():
        area.flush()


def test_that_no_review_is_asked_for_before_the_record_is_signed(qtbot: QtBot, tmp_path: Path) -> None:
    page = DecidePage(example_session(services_in(tmp_path)))
    qtbot.addWidget(page)

    assert page.review.isHidden()


def test_that_a_review_begins_with_the_promise_of_the_record(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    card = begun(qtbot, page)

    assert session.assessment.review.record == session.walk.records[0].sha256
    assert [row.shown.name for row in card.outcomes.rows] == [g.name for g in session.assessment.groups]
    assert card.date.hasFocus()
    assert "Still open" in card.state.text()


def test_that_a_review_is_answered_by_keys_and_counts_once_all_is_said(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    card = begun(qtbot, page)

    answer_all(qtbot, card)

    review = session.assessment.review
    assert (review.finished, review.verdict, review.done) == (True, ReviewVerdict.CHANGE, "It opens later.")
    assert {o.outcome for o in review.outcomes} == {0.5}
    assert card.state.text() == "Finished: it counts among the decisions reviewed in 2027."
    assert card.sentence.text().startswith("Outcome against promise: ")
    (row,) = session.services.register.rows(RegisterQuery(weakest_of=2027), 0, 9)
    assert (row.status, said(row, SortKey.REVIEW_DATE)) == (Status.SIGNED, f"{review.kept:.0%}".replace("%", " % kept"))


def test_that_what_was_promised_and_what_happened_are_heard(page: DecidePage, qtbot: QtBot) -> None:
    card = begun(qtbot, page)
    first = card.outcomes.rows[0]
    name = first.shown.name

    qtbot.keyClicks(first.reach, "50")
    first.reach.flush()
    qtbot.keyClicks(first.outcome, "+2.0")

    assert first.reach.accessibleName() == f"Share of {name} that was reached, in percent"
    assert f"{name}: promised " in card.chart.view.accessibleDescription()
    assert "happened +2.00 for each person touched, 50 % of the group." in card.chart.view.accessibleDescription()


@pytest.mark.parametrize(("typed", "said_of_it"), [("101", "from 0 to 100 percent"), ("half", "is not a number")])
def test_that_a_share_that_is_none_is_refused_beside_it(
    page: DecidePage, session: SessionModel, qtbot: QtBot, typed: str, said_of_it: str
) -> None:
    row = begun(qtbot, page).outcomes.rows[0]

    qtbot.keyClicks(row.reach, typed)
    row.reach.flush()

    assert said_of_it in row.reach.accessibleDescription()
    assert session.assessment.review.outcomes[0].reach is None


def test_that_a_review_before_the_decision_is_refused_beside_the_day(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    card = begun(qtbot, page)

    qtbot.keyClicks(card.date, "01/01/2020")
    card.date.flush()

    assert "comes after the decision" in card.rows["review.date"].error
    assert session.assessment.review.date is None


def test_that_undo_takes_a_review_back_and_redo_makes_it_again(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    card = begun(qtbot, page)

    session.undo()
    assert not card.begin.isHidden()
    assert card.sheet.isHidden()
    session.redo()
    assert not card.sheet.isHidden()


def test_that_the_promise_can_be_taken_from_a_newer_record(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    card = begun(qtbot, page)
    assert card.anew.isHidden()
    session.change(replace(session.assessment, title="Another"))
    sign(session.services, session.walk, session.walk.records[0].signer, "correct horse battery")
    card.refresh()

    qtbot.keyClick(card.anew, Qt.Key.Key_Space)

    assert session.assessment.review.record == session.walk.records[0].sha256
    assert card.anew.isHidden()


def test_that_the_register_leads_to_the_review(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path)
    window.open_example()
    session = walk_in(window).session
    sign(session.services, session.walk, None, "correct horse battery")
    begin_review(session.walk)
    window.show_register()
    assert isinstance(window.view, RegisterView)

    qtbot.keyClick(window.view.look.review, Qt.Key.Key_Space)

    page = walk_in(window).page
    assert isinstance(page, DecidePage)
    assert page.review.date.hasFocus()


def test_that_the_register_has_views_of_reviews_with_their_counts(qtbot: QtBot, tmp_path: Path) -> None:
    window: MainWindow = open_window(qtbot, tmp_path)
    window.show_register()
    view = window.view
    assert isinstance(view, RegisterView)

    names = [each.name for each in view.rail.views]
    assert "Reviews due" in names
    assert any(name.startswith("Weakest tenth, ") for name in names)
