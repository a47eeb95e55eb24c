"""The vote, dissent and actions on the last step; what was felt first, before any effect and ever after."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.deciding.votes_card import VoteRow
from fairness_desktop.desktop.pages.decide_page import DecidePage
from fairness_desktop.desktop.pages.options_page import OptionsPage
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.deciding.actions import Action
from fairness_desktop.domain.deciding.votes import Cast, Vote
from fairness_desktop.domain.findings import Severity
from fairness_desktop.domain.law.answers import Interest
from fairness_desktop.domain.vocabulary import Capacity, OptionId
from fairness_desktop.exchange.decoding import Frameworks

from .real import case_session, services_in
from .sessions import named, play_area, session_with, words_on


def in_committee(now: Assessment, capacity: Capacity = Capacity.COMMITTEE) -> Assessment:
    maker = replace(now.authority.decision_maker, capacity=capacity)
    return replace(now, authority=replace(now.authority, decision_maker=maker))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: object) -> SessionModel:
    session = case_session(services_in(tmp_path), "d6")  # type: ignore[arg-type]
    session.change(in_committee(session.assessment))
    return session


@pytest.fixture
def page(qtbot: QtBot, session: SessionModel) -> DecidePage:
    page = DecidePage(session)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def press(qtbot: QtBot, page: DecidePage, name: str) -> None:
    qtbot.keyClick(named(page, QAbstractButton, name), Qt.Key.Key_Space)


def vote(qtbot: QtBot, page: DecidePage, who: str, how: Cast) -> None:
    qtbot.keyClick(page.votes.votes.add, Qt.Key.Key_Space)
    row = page.votes.votes.rows[-1]
    assert isinstance(row, VoteRow)
    qtbot.keyClicks(row.who, who)
    row.who.flush()
    for _step in range(1 + list(Cast).index(how)):
        qtbot.keyClick(row.cast, Qt.Key.Key_Down)


def test_that_votes_are_entered_by_name_and_counted(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    vote(qtbot, page, "A Jones", Cast.FOR)
    vote(qtbot, page, "B Evans", Cast.AGAINST)

    assert session.assessment.decision.voting.votes == (
        Vote("1", "A Jones", Cast.FOR),
        Vote("2", "B Evans", Cast.AGAINST),
    )
    assert "Votes for: 1, against: 1. Tied, and no casting vote is recorded." in words_on(page)


def test_that_a_tie_asks_for_the_casting_vote(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    assert not page.votes.casting.isVisible()
    vote(qtbot, page, "A Jones", Cast.FOR)
    vote(qtbot, page, "B Evans", Cast.AGAINST)

    assert page.votes.casting.isVisible()
    page.show_place("decision.vote.casting")
    qtbot.waitUntil(page.votes.casting.hasFocus)


def test_that_whoever_declared_an_interest_cannot_vote(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    session.change(replace(session.assessment, declared=(Interest("1", who="A Jones", pecuniary=True),)))
    vote(qtbot, page, "A Jones", Cast.ABSENT)
    row = page.votes.votes.rows[0]
    assert isinstance(row, VoteRow)

    model = row.cast.model()
    assert isinstance(model, QStandardItemModel)
    enabled = {how: model.item(row.cast.findData(how.value)).isEnabled() for how in Cast}
    assert [how for how, can in enabled.items() if not can] == [Cast.FOR, Cast.AGAINST]
    assert "Declared an interest that bars from voting" in words_on(page)


def test_that_an_officer_is_not_asked_for_votes(page: DecidePage, session: SessionModel) -> None:
    assert page.votes.isVisible()

    session.change(in_committee(session.assessment, Capacity.OFFICER))

    assert not page.votes.isVisible()


def test_that_work_has_an_owner_and_a_date(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.after.work.add, Qt.Key.Key_Space)
    row = page.after.work.rows[0]
    for field, text in (("what", "Ask the families"), ("owner", "The clerk"), ("due", "1/12/2026")):
        qtbot.keyClicks(row.asked[field], text)
        row.asked[field].flush()  # type: ignore[attr-defined]

    assert session.assessment.decision.actions == (
        Action("1", "Ask the families", "The clerk", dt.date(2026, 12, 1)),
    )  # fmt: skip


def test_that_a_date_that_is_none_keeps_the_last_good_one(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    work = Action("1", "Ask the families", "The clerk", dt.date(2026, 12, 1))
    session.change(replace(session.assessment, decision=replace(session.assessment.decision, actions=(work,))))
    due = page.after.work.rows[0].asked["due"]

    qtbot.keyClicks(due, " or soon")
    due.flush()  # type: ignore[attr-defined]

    assert session.assessment.decision.actions == (work,)
    assert "is no date" in words_on(page)


def test_that_dissent_stands_by_name(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    qtbot.keyClick(page.after.dissents.add, Qt.Key.Key_Space)
    row = page.after.dissents.rows[0]
    qtbot.keyClicks(row.asked["who"], "B Evans")
    row.asked["who"].flush()  # type: ignore[attr-defined]

    assert [d.who for d in session.assessment.decision.dissents] == ["B Evans"]


@pytest.mark.parametrize(
    "place", ["decision.actions[0].owner", "decision.vote", "decision.dissents", "decision.review_date"]
)
def test_that_a_finding_leads_to_its_field(page: DecidePage, session: SessionModel, qtbot: QtBot, place: str) -> None:
    work = Action("1", "Ask the families")
    session.change(replace(session.assessment, decision=replace(session.assessment.decision, actions=(work,))))

    page.show_place(place)

    focused = page.focusWidget()
    wanted = {
        "decision.actions[0].owner": page.after.work.rows[0].asked["owner"],
        "decision.vote": page.votes.votes.add,
        "decision.dissents": page.after.dissents.add,
        "decision.review_date": page.after.review,
    }
    assert focused is wanted[place]


def undecided(known: Frameworks) -> SessionModel:
    """Options and groups, and no effect yet."""
    return session_with(replace(play_area(known), effects=(), unanswered=()), known)


def options_page(qtbot: QtBot, session: SessionModel) -> OptionsPage:
    page = OptionsPage(session)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    return page


def test_that_the_gut_is_asked_before_any_effect_is_entered(qtbot: QtBot, known: Frameworks) -> None:
    session = undecided(known)
    page = options_page(qtbot, session)
    combo = named(page, QComboBox, "Which would you choose now?")

    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.keyClicks(page.gut.why, "It is near.")
    page.gut.why.flush()

    gut = session.assessment.decision.gut
    assert (gut.option, gut.name, gut.why) == (
        OptionId("B"),
        session.assessment.option(OptionId("B")).name,
        "It is near.",
    )
    assert "no result has been seen yet" in words_on(page)


def test_that_it_is_read_only_once_a_result_was_there(qtbot: QtBot, known: Frameworks) -> None:
    session = undecided(known)
    page = options_page(qtbot, session)
    page.gut.option.show_value("B")
    page.gut.edited.emit()

    session.change(replace(session.assessment, effects=play_area(known).effects))

    assert page.gut.isVisible()
    assert not page.gut.option.isVisible()
    assert "unchanged since then" in words_on(page)
    assert "leads" in words_on(page)


def test_that_nothing_is_asked_where_a_result_was_there_first(qtbot: QtBot, known: Frameworks) -> None:
    assert not options_page(qtbot, session_with(play_area(known), known)).gut.isVisible()


def test_that_the_last_step_tells_it_beside_what_leads(page: DecidePage, session: SessionModel) -> None:
    assert "No first feeling was noted before a result could be seen." in words_on(page)


def notes(page: DecidePage) -> list[str]:
    """The codes still to be looked at that stop nothing."""
    return [f.code for f in page.session.standing().open if f.severity is not Severity.ERROR]


def test_that_a_note_is_set_aside_by_key_and_shown_again(page: DecidePage, session: SessionModel, qtbot: QtBot) -> None:
    session.change(replace(session.assessment, decision=replace(session.assessment.decision, chosen=OptionId("D"))))
    note = next(f for f in session.standing().open if f.code == "no_votes")

    press(qtbot, page, f"Set aside: {note.message}")
    assert "no_votes" not in notes(page)
    assert note not in session.findings()

    page.look.fold.set_open(opened=True)
    press(qtbot, page, f"Show again: {note.message}")
    assert "no_votes" in notes(page)


def test_that_whoever_sets_aside_by_key_stands_at_the_next(
    page: DecidePage, session: SessionModel, qtbot: QtBot
) -> None:
    session.change(replace(session.assessment, decision=replace(session.assessment.decision, chosen=OptionId("D"))))
    first = next(f for f in session.standing().open if f.severity is not Severity.ERROR)
    button = named(page, QAbstractButton, f"Set aside: {first.message}")
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert page.look.isAncestorOf(page.focusWidget())
