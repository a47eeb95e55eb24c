"""Encrypting the register in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.safekeeping.encryption_sheets import ChangeSheet, KeySheet, OffSheet, OnSheet
from fairness_desktop.desktop.safekeeping.encryption_view import EncryptionView
from fairness_desktop.desktop.safekeeping.unlock_view import UnlockView
from fairness_desktop.desktop.views.register_view import RegisterView

from .real import open_window, walk_in
from .sessions import words_on
from .test_backups_view import services_of, started

GOOD, OTHER = "spoon ladder winter copper meadow", "llwy ysgol gaeaf copr dôl"
LONG = 60_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path)
    window.open_example()
    return window


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> EncryptionView:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_E, keys)
    view = window.view
    assert isinstance(view, EncryptionView)
    return view


def sheet(view: EncryptionView, kind: type[KeySheet]) -> KeySheet:
    return next(one for one in view.sheets if isinstance(one, kind))


def encrypted(qtbot: QtBot, view: EncryptionView) -> None:
    on = sheet(view, OnSheet)
    assert isinstance(on, OnSheet)
    qtbot.keyClicks(on.new.first, GOOD)
    qtbot.keyClicks(on.new.again, GOOD)
    on.safe.setChecked(True)
    with qtbot.waitSignal(on.done, timeout=LONG):
        qtbot.keyClick(on.new.again, Qt.Key.Key_Return)


def test_that_it_is_encrypted_and_opened_with_the_passphrase(
    view: EncryptionView, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    encrypted(qtbot, view)

    assert "The register is encrypted. So is 1 copy." in view.done.text()
    assert "You are asked for its passphrase" in words_on(view)
    window.open_example()
    assert walk_in(window).session.assessment.title
    window.close()
    window.let_go()
    again = started(qtbot, tmp_path)
    qtbot.waitUntil(lambda: isinstance(again.view, UnlockView), timeout=LONG)
    unlock = again.view
    assert isinstance(unlock, UnlockView)
    unlock.passphrase.setText(OTHER)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert "does not open" in unlock.row.error
    unlock.passphrase.setText(GOOD)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(again.view, RegisterView), timeout=LONG)
    again.close()
    again.let_go()


def test_that_how_good_it_is_is_said_as_one_types(view: EncryptionView, qtbot: QtBot) -> None:
    on = sheet(view, OnSheet)
    assert isinstance(on, OnSheet)

    qtbot.keyClicks(on.new.first, "password")
    weak = words_on(on)
    qtbot.keyClicks(on.new.first, " ladder winter copper meadow")

    assert "Weak:" in weak
    assert "Strong." in words_on(on)


def test_that_nothing_is_done_before_it_is_said_that_the_passphrase_is_kept(
    view: EncryptionView, window: MainWindow, qtbot: QtBot
) -> None:
    on = sheet(view, OnSheet)
    assert isinstance(on, OnSheet)
    on.new.first.setText(GOOD)
    on.new.again.setText(GOOD)

    on.go.click()

    assert "Write the passphrase down first" in words_on(on)
    assert not services_of(window).encryption.on


@pytest.mark.parametrize(
    ("first", "again", "said"), [("short", "short", "too short"), (GOOD, OTHER, "differ")], ids=["short", "differ"]
)
def test_that_a_passphrase_that_will_not_do_is_said_beside_the_field(
    view: EncryptionView, first: str, again: str, said: str
) -> None:
    on = sheet(view, OnSheet)
    assert isinstance(on, OnSheet)
    on.safe.setChecked(True)
    on.new.first.setText(first)
    on.new.again.setText(again)

    on.go.click()

    assert said in words_on(on)
    assert not on.at_work


def test_that_it_is_changed_and_switched_off_by_who_knows_it(
    view: EncryptionView, window: MainWindow, qtbot: QtBot
) -> None:
    encrypted(qtbot, view)
    change = sheet(view, ChangeSheet)
    assert isinstance(change, ChangeSheet)
    for field, words in ((change.old, GOOD), (change.new.first, OTHER), (change.new.again, OTHER)):
        field.setText(words)
    with qtbot.waitSignal(change.done, timeout=LONG):
        change.go.click()
    off = sheet(view, OffSheet)
    assert isinstance(off, OffSheet)
    off.old.setText(GOOD)
    off.go.click()
    qtbot.waitUntil(lambda: "not the passphrase" in words_on(off), timeout=LONG)
    off.old.setText(OTHER)
    with qtbot.waitSignal(off.done, timeout=LONG):
        off.go.click()

    assert "no longer encrypted" in view.done.text()
    assert not services_of(window).encryption.on


def test_that_where_is_my_data_says_whether_it_is_encrypted(window: MainWindow) -> None:
    window._show_data()

    assert "the register is not encrypted" in words_on(window.view)


def test_that_escape_leads_back_to_the_register(view: EncryptionView, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Escape)

    assert isinstance(window.view, RegisterView)
