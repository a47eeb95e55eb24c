from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.issue.reader_copy import ReaderCopy
from fairness_desktop.desktop.issue.seal_view import SealView
from fairness_desktop.desktop.session_model import SessionModel
from fairness_desktop.domain.sealing.identity import Ground
from fairness_desktop.services.bundle import Services

from .real import example_session, open_window, services_in, walk_in

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


def test_that_the_pages_are_seen_whole(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    session = walk_in(window).session
    maker = session.assessment.authority.decision_maker
    session.services.identities.new(maker.name, maker.role, "Council", PASSPHRASE)
    walk_in(window).seal()
    view = walk_in(window).shown
    assert isinstance(view, SealView)
    pages_of(qtbot, view)

    def whole() -> bool:
        """Each as high as it was drawn, one under another."""
        pages = [label.geometry() for label in view.pages._labels]
        below = all(after.top() > before.bottom() for before, after in pairwise(pages))
        return below and all(label.height() >= label.pixmap().height() > 400 for label in view.pages._labels)

    qtbot.waitUntil(whole, timeout=10_000)


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


def wrong_three_times(qtbot: QtBot, view: SealView) -> None:
    for _try in range(3):
        view.problem.hide()
        view.passphrase.setText("wrong horse battery")
        view.go_on()
        qtbot.waitUntil(view.problem.isVisible, timeout=20_000)


def test_that_three_wrong_passphrases_lead_back_to_the_pages_and_lock_nobody_out(
    qtbot: QtBot, known: SessionModel
) -> None:
    view = shown(qtbot, known)
    view.activateWindow()
    pages_of(qtbot, view)

    wrong_three_times(qtbot, view)

    assert "That was three times. Nothing was signed and nothing is lost" in view.problem.text()
    assert view.passphrase.text() == ""
    assert view.pages.isVisible()
    view.passphrase.setText(PASSPHRASE)
    view.go_on()
    qtbot.waitUntil(lambda: bool(view.done_words.text()), timeout=20_000)
    assert len(known.walk.records) == 1


def test_that_whoever_was_revoked_is_told_so_before_any_pages(
    qtbot: QtBot, services: Services, known: SessionModel
) -> None:
    maker = known.assessment.authority.decision_maker.name
    services.identities.council.revoke(maker, Ground.LEFT, PASSPHRASE)
    view = shown(qtbot, known)

    qtbot.waitUntil(lambda: "was revoked on" in view.problem.text(), timeout=20_000)

    assert not hasattr(view, "pages")


def test_that_a_new_key_under_a_root_with_its_own_passphrase_asks_for_both(
    qtbot: QtBot, services: Services, session: SessionModel
) -> None:
    services.identities.council.make("Example Parish Council", "the root's own passphrase")
    view = shown(qtbot, session)
    asked = view.root_row.isVisible()
    for field in (view.passphrase, view.again):
        field.setText(PASSPHRASE)
    view.go_on()
    qtbot.waitUntil(lambda: "council's root" in view.problem.text(), timeout=20_000)
    view.root_secret.setText("the root's own passphrase")
    view.go_on()

    pages_of(qtbot, view)

    assert asked
    assert not view.root_row.isVisible()


def test_that_somebody_else_s_key_can_be_chosen_and_the_pages_name_it(
    qtbot: QtBot, services: Services, known: SessionModel
) -> None:
    services.identities.new("Ann Clerk", "Clerk", "Example Parish Council", PASSPHRASE)
    view = shown(qtbot, known)
    pages_of(qtbot, view)
    view.signs.setCurrentIndex(1)
    view.signs.activated.emit(1)
    pages_of(qtbot, view)

    view.passphrase.setText(PASSPHRASE)
    view.go_on()
    qtbot.waitUntil(lambda: bool(view.done_words.text()), timeout=20_000)

    assert known.walk.records[0].signer == "Ann Clerk"


def test_that_the_very_pages_can_be_read_elsewhere_and_the_copy_goes(qtbot: QtBot) -> None:
    copy = ReaderCopy(b"%PDF-1.7 the pages")
    path = copy.path()
    assert path is not None
    content, mode = path.read_bytes(), path.stat().st_mode & 0o777

    del copy

    assert (content, mode) == (b"%PDF-1.7 the pages", 0o400)
    assert not path.exists()
