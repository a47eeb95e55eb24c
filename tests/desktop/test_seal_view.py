from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.issue.seal_view import SealView
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.services.bundle import Services

from .real import example_session, services_in

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path)


@pytest.fixture
def session(services: Services) -> SessionModel:
    return example_session(services)


def shown(qtbot: QtBot, session: SessionModel) -> SealView:
    view = SealView(session)
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show()
    return view


@pytest.fixture
def known(services: Services, session: SessionModel) -> SessionModel:
    """The decision-maker has signed here before."""
    now = session.assessment
    maker = now.authority.decision_maker
    services.identities.new(maker.name, maker.role, now.body.name, PASSPHRASE)
    return session


def pages_of(qtbot: QtBot, view: SealView) -> None:
    qtbot.waitUntil(lambda: hasattr(view, "pages"), timeout=30_000)


def test_that_two_passphrases_that_differ_make_no_key(qtbot: QtBot, services: Services, session: SessionModel) -> None:
    view = shown(qtbot, session)
    qtbot.keyClicks(view.passphrase, PASSPHRASE)
    qtbot.keyClicks(view.again, "another passphrase")

    qtbot.mouseClick(view.sign, Qt.MouseButton.LeftButton)

    assert "The two passphrases differ" in view.again_row.error
    assert services.identities.all() == []


def test_that_a_short_passphrase_is_refused_in_a_sentence(qtbot: QtBot, session: SessionModel) -> None:
    view = shown(qtbot, session)
    qtbot.keyClicks(view.passphrase, "short")
    qtbot.keyClicks(view.again, "short")

    qtbot.mouseClick(view.sign, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "at least 8 characters" in view.problem.text(), timeout=20_000)


def test_that_who_has_signed_before_sees_the_pages_at_once(qtbot: QtBot, known: SessionModel) -> None:
    view = shown(qtbot, known)

    pages_of(qtbot, view)

    assert view.pages.count > 5
    assert "The decision in plain words" in view.pages.accessibleDescription()
    assert not view.again_row.isVisible()


def test_that_a_wrong_passphrase_signs_nothing_and_can_be_typed_again(qtbot: QtBot, known: SessionModel) -> None:
    view = shown(qtbot, known)
    pages_of(qtbot, view)
    qtbot.keyClicks(view.passphrase, "wrong horse battery")
    qtbot.keyClick(view.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in view.problem.text(), timeout=20_000)
    before = known.walk.records

    view.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(view.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.done_words.text()), timeout=20_000)

    assert before == []
    assert len(known.walk.records) == 1


def test_that_escape_signs_nothing(qtbot: QtBot, known: SessionModel) -> None:
    view = shown(qtbot, known)
    pages_of(qtbot, view)

    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Escape)

    assert known.walk.records == []


def test_that_leaving_while_the_pages_are_laid_out_harms_nothing(qtbot: QtBot, known: SessionModel) -> None:
    view = SealView(known)
    view.show()

    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()

    assert known.walk.records == []
