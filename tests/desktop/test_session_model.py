from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.exchange.decoding import Frameworks

from .sessions import Kept, play_area, session_with


@pytest.fixture
def session(known: Frameworks) -> SessionModel:
    return session_with(play_area(known), known)


def kept(session: SessionModel) -> Kept:
    store = session.walk._store
    assert isinstance(store, Kept)
    return store


def retitle(session: SessionModel, title: str) -> bool:
    return session.change(replace(session.assessment, title=title))


def test_that_a_change_is_kept_and_told(qtbot: QtBot, session: SessionModel) -> None:
    with qtbot.waitSignal(session.changed):
        retitle(session, "Another")

    assert [a.title for a in kept(session).saved] == ["Another"]


def test_that_no_change_is_neither_kept_nor_told(qtbot: QtBot, session: SessionModel) -> None:
    with qtbot.assertNotEmitted(session.changed):
        done = retitle(session, session.assessment.title)

    assert done
    assert kept(session).saved == []


def test_that_what_cannot_be_kept_changes_nothing_and_is_told(qtbot: QtBot, session: SessionModel) -> None:
    before, kept(session).full = session.assessment, True

    with qtbot.assertNotEmitted(session.changed), qtbot.waitSignal(session.failed) as told:
        done = retitle(session, "Another")

    assert not done
    assert session.assessment == before
    assert told.args == ["The disk is full."]


def test_that_what_is_taken_back_can_be_made_again_until_something_else_is_done(session: SessionModel) -> None:
    for title in ("One", "Two"):
        retitle(session, title)
    session.undo()
    retitle(session, "Three")

    session.redo()
    last = session.assessment.title
    session.undo()

    assert (last, session.assessment.title) == ("Three", "One")


def test_that_taking_back_what_cannot_be_kept_is_told_and_can_be_tried_again(
    qtbot: QtBot, session: SessionModel
) -> None:
    title = session.assessment.title
    retitle(session, "Another")
    kept(session).full = True
    with qtbot.waitSignal(session.failed):
        session.undo()
    stayed, kept(session).full = session.assessment.title, False

    session.undo()

    assert (stayed, session.assessment.title) == ("Another", title)


def test_that_with_nothing_to_take_back_nothing_is_told(qtbot: QtBot, session: SessionModel) -> None:
    with qtbot.assertNotEmitted(session.changed), qtbot.assertNotEmitted(session.failed):
        session.undo()
        session.redo()
