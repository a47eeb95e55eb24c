"""The second signature in the window: on the clerk's computer, and on the one the record comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.issue.countersign_view import CountersignView
from fairness_desktop.desktop.issue.record_card import RecordCard
from fairness_desktop.desktop.issue.seal_view import SealView
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.sealing.verdict import Verdict
from fairness_desktop.services.bundle import Services

from .real import example_session, open_window, services_in, walk_in

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests
CLERK = "Ann Clerk"


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path / "here")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Services:
    there = services_in(tmp_path / "there")
    there.identities.new(CLERK, "Clerk", "Example Parish Council", PASSPHRASE)
    (tmp_path / "clerk.cer").write_bytes(there.identities.certificate(CLERK))
    return there


@pytest.fixture
def session(services: Services) -> SessionModel:
    session = example_session(services)
    maker = session.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, session.assessment.body.name, PASSPHRASE)
    return session


@pytest.fixture
def out(services: Services, elsewhere: Services, session: SessionModel, tmp_path: Path) -> Path:
    """The record as it goes out, with one of two signatures."""
    second = services.issuing.second_signer(str(tmp_path / "clerk.cer"))
    maker = session.assessment.authority.decision_maker
    record = services.issuing.sign(services.issuing.prepare(session.walk, maker.name, second), PASSPHRASE)
    (tmp_path / "out.pdf").write_bytes(record.pdf)
    return tmp_path / "out.pdf"


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's dialogs answer with that file."""

    def chosen(*_arguments: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


def shown(qtbot: QtBot, view: CountersignView | RecordCard) -> None:
    qtbot.addWidget(view)
    view.resize(1100, 700)
    view.show()


def countersigning(qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch, file: Path) -> CountersignView:
    view = CountersignView(services)
    shown(qtbot, view)
    choosing(monkeypatch, file)
    qtbot.mouseClick(view.choose, Qt.MouseButton.LeftButton)
    return view


def card_of(qtbot: QtBot, session: SessionModel) -> RecordCard:
    card = RecordCard(session)
    shown(qtbot, card)
    card.refresh()
    return card


def test_that_the_pages_come_before_the_passphrase_and_the_completed_file_is_saved(
    qtbot: QtBot, services: Services, elsewhere: Services, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = countersigning(qtbot, elsewhere, monkeypatch, out)
    before = view.passphrase.isVisible()
    qtbot.waitUntil(lambda: hasattr(view, "pages"), timeout=30_000)

    qtbot.keyClicks(view.passphrase, PASSPHRASE)
    qtbot.keyClick(view.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(view.save.isVisible, timeout=30_000)
    choosing(monkeypatch, tmp_path / "back.pdf")
    qtbot.mouseClick(view.save, Qt.MouseButton.LeftButton)

    back = (tmp_path / "back.pdf").read_bytes()
    assert not before
    assert "waiting for Ann Clerk" in view.who.text()
    assert back.startswith(out.read_bytes())
    assert services.verifying.check_bytes(back, "").verdict is Verdict.VALID_UNTRUSTED
    assert "Saved as" in view.done_words.text()


def test_that_a_wrong_passphrase_can_be_typed_again(
    qtbot: QtBot, elsewhere: Services, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = countersigning(qtbot, elsewhere, monkeypatch, out)
    qtbot.waitUntil(lambda: hasattr(view, "pages"), timeout=30_000)

    qtbot.keyClicks(view.passphrase, "wrong horse battery")
    qtbot.mouseClick(view.sign, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "does not open" in view.problem.text(), timeout=30_000)

    assert view.sign.isEnabled()
    assert not view.save.isVisible()


def test_that_who_has_no_such_key_sees_the_pages_and_why_not(
    qtbot: QtBot, services: Services, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = countersigning(qtbot, services, monkeypatch, out)

    qtbot.waitUntil(lambda: "cannot be countersigned here" in view.problem.text(), timeout=30_000)

    assert view.pages.count > 5
    assert not view.sign.isVisible()
    assert not view.passphrase.isVisible()


def test_that_another_file_is_refused_and_another_can_be_chosen(
    qtbot: QtBot, elsewhere: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"Dear Ann,")
    view = countersigning(qtbot, elsewhere, monkeypatch, tmp_path / "letter.pdf")

    qtbot.waitUntil(lambda: "no PDF file" in view.problem.text(), timeout=30_000)

    assert view.choose.isEnabled()
    assert not view.sign.isVisible()
    view.open(tmp_path / "nothing.pdf")
    assert "cannot be read" in view.problem.text()


def test_that_the_card_says_who_is_waited_for_and_takes_back_only_that_file(
    qtbot: QtBot,
    elsewhere: Services,
    session: SessionModel,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    card = card_of(qtbot, session)
    waiting = card._state.text()
    choosing(monkeypatch, out)
    qtbot.mouseClick(card.take_back, Qt.MouseButton.LeftButton)
    refused = card._said.text()
    half = elsewhere.countersigning.open(out)
    (tmp_path / "back.pdf").write_bytes(elsewhere.countersigning.sign(half, CLERK, PASSPHRASE))
    choosing(monkeypatch, tmp_path / "back.pdf")

    qtbot.mouseClick(card.take_back, Qt.MouseButton.LeftButton)

    assert "One of two signatures: waiting for Ann Clerk." in waiting
    assert "not a completed record" in refused
    assert "countersigned by Ann Clerk" in card._state.text()
    assert not card.take_back.isVisible()
    assert len(session.walk.records) == 2


def test_that_two_sign_only_when_the_second_is_known(
    qtbot: QtBot, elsewhere: Services, session: SessionModel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    card = card_of(qtbot, session)
    alone = card.sign.isEnabled()
    card.second.two.click()
    nobody = card.sign.isEnabled()
    choosing(monkeypatch, tmp_path / "clerk.cer")

    qtbot.mouseClick(card.second.take, Qt.MouseButton.LeftButton)

    assert (alone, nobody, card.sign.isEnabled()) == (True, False, True)
    assert card.second.who.currentText() == "Ann Clerk, Clerk, Example Parish Council"
    view = card.signing_view()
    qtbot.addWidget(view)
    assert isinstance(view, SealView)
    qtbot.waitUntil(lambda: hasattr(view, "pages"), timeout=30_000)
    assert "Then Ann Clerk countersigns" in view.who.text()


def test_that_a_certificate_that_is_none_is_refused_beside_the_choice(
    qtbot: QtBot, session: SessionModel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "letter.cer").write_text("Dear Ann,")
    card = card_of(qtbot, session)
    card.second.two.click()
    choosing(monkeypatch, tmp_path / "letter.cer")

    qtbot.mouseClick(card.second.take, Qt.MouseButton.LeftButton)

    assert "is no certificate" in card.second._said.text()
    assert not card.sign.isEnabled()


def test_that_both_can_sign_on_one_computer_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path)
    services = window._services
    assert services is not None
    session = example_session(services)
    maker = session.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, "", PASSPHRASE)
    second = services.identities.new(CLERK, "Clerk", "", PASSPHRASE)
    services.issuing.sign(services.issuing.prepare(session.walk, maker.name, second), PASSPHRASE)
    window.open_example()
    walk_in(window).go_to(walk_in(window).step.DECIDE)
    card = walk_in(window).page.findChild(RecordCard)
    assert card is not None

    card.countersign.click()
    view = walk_in(window).shown
    assert isinstance(view, CountersignView)
    qtbot.waitUntil(lambda: hasattr(view, "pages"), timeout=30_000)
    view.passphrase.setText(PASSPHRASE)
    view.go_on()
    qtbot.waitUntil(view.save.isVisible, timeout=30_000)
    view.back.click()

    assert "countersigned by Ann Clerk" in card._state.text()


def test_that_the_menu_leads_to_countersigning_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path)
    window.show_countersign()
    view = window.view
    assert isinstance(view, CountersignView)

    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)

    assert not isinstance(window.view, CountersignView)
