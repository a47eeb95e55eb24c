"""Copies in the window: made, looked into, gone back to; and what is said where the register cannot be opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.application import Start
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.safekeeping.backups_view import BackupsView
from fairness_desktop.desktop.safekeeping.wording import size
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.domain.safekeeping.access import Access
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.safekeeping import Safekeeping
from fairness_desktop.watching import Progress

from .real import CASES, open_window, walk_in
from .sessions import words_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = open_window(qtbot, tmp_path / "data")
    window.open_example()
    return window


@pytest.fixture
def view(window: MainWindow, qtbot: QtBot) -> BackupsView:
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    view = window.view
    assert isinstance(view, BackupsView)
    return view


def services_of(window: MainWindow) -> Services:
    assert window._services is not None
    return window._services


def made(qtbot: QtBot, view: BackupsView) -> None:
    before = view.list.count()
    view.now.click()
    qtbot.waitUntil(lambda: view.list.count() == before + 1, timeout=20_000)


def looked(qtbot: QtBot, view: BackupsView) -> str:
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "If you go back to it" in words_on(view.preview), timeout=20_000)
    return words_on(view.preview)


def started(qtbot: QtBot, folder: Path) -> MainWindow:
    """The window as the program starts it."""

    def bring(secret: str | None, progress: Progress) -> Services:
        return app.services(folder, Access.WINDOW, secret, progress=progress)

    def rescue() -> Safekeeping:
        return app.safekeeping(folder)

    window = MainWindow(Preferences(folder), folder)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    start = Start(window, bring, rescue, quit_when_shown=False)
    window._start = start  # type: ignore[attr-defined] # held as the program holds it
    start.begin()
    return window


def test_that_a_copy_is_made_and_its_content_told(view: BackupsView, qtbot: QtBot) -> None:
    made(qtbot, view)

    told = looked(qtbot, view)

    assert "1 decision, 0 signed records" in told
    assert "Nothing of today's register would be missing." in told


def test_that_what_would_be_lost_is_named_before(view: BackupsView, window: MainWindow, qtbot: QtBot) -> None:
    made(qtbot, view)
    register = services_of(window).register
    register.take_in(CASES / "d9.fairness.json")
    walk = register.open_example()
    walk.change(replace(walk.assessment, title="Changed since the copy"))

    told = looked(qtbot, view)

    assert "1 decision would be missing:" in told
    assert "1 decision would be as it was then:" in told
    assert "Changed since the copy" in told


def test_that_one_goes_back_and_finds_today_kept_aside(view: BackupsView, window: MainWindow, qtbot: QtBot) -> None:
    made(qtbot, view)
    services_of(window).register.take_in(CASES / "d9.fairness.json")
    looked(qtbot, view)

    with qtbot.waitSignal(view.restored, timeout=20_000):
        view.preview.restore.click()

    assert services_of(window).register.count(RegisterQuery()) == 1
    assert "-aside.sqlite" in view.done.text()
    assert view.list.count() == 2
    view.list.setCurrentRow(0)
    assert "2 decisions" in looked(qtbot, view)


def test_that_a_copy_is_saved_elsewhere(
    view: BackupsView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "stick" / "copy.sqlite"
    monkeypatch.setattr(view, "ask_out", lambda: out)

    view.elsewhere.click()

    qtbot.waitUntil(view.done.isVisible, timeout=20_000)
    assert str(out) in view.done.text()
    assert out.exists()


def test_that_a_file_that_is_no_copy_is_refused_in_a_sentence(
    view: BackupsView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear clerk")
    monkeypatch.setattr(view, "ask_file", lambda: letter)

    view.other.click()

    qtbot.waitUntil(view.notice.isVisible, timeout=20_000)
    assert "is no copy of a register" in view.notice.sentence
    assert view.preview.restore.isHidden()


def test_that_escape_leads_back_to_the_register(view: BackupsView, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Escape)

    assert isinstance(window.view, RegisterView)


def test_that_a_copy_is_kept_by_itself_at_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    services = app.services(tmp_path)
    services.register.open_example()
    services.close()

    window = started(qtbot, tmp_path)

    qtbot.waitUntil(lambda: len(list((tmp_path / "backups").glob("*-start.sqlite"))) == 1, timeout=20_000)
    assert window._stage.standing.sentence == ""


def test_that_a_synchronised_folder_is_warned_of(qtbot: QtBot, tmp_path: Path) -> None:
    window = started(qtbot, tmp_path / "OneDrive - Example Town Council" / "data")

    qtbot.waitUntil(lambda: "OneDrive" in window._stage.standing.sentence, timeout=20_000)
    window._show_data()
    assert "OneDrive" in words_on(window.view)


def test_that_a_damaged_register_is_said_and_one_can_go_back_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    services = app.services(tmp_path)
    services.register.open_example()
    services.safekeeping.keep_now()
    services.close()
    (tmp_path / "register.sqlite").write_bytes(b"scrambled" * 1000)

    window = started(qtbot, tmp_path)
    qtbot.waitUntil(lambda: isinstance(window.view, BackupsView), timeout=20_000)
    view = window.view
    assert isinstance(view, BackupsView)
    assert "it is no database, or it is damaged" in words_on(view)
    looked(qtbot, view)
    view.preview.restore.click()

    qtbot.waitUntil(lambda: isinstance(window.view, RegisterView), timeout=20_000)
    window.open_example()
    assert walk_in(window).session.assessment.title


def test_that_sizes_are_told_as_people_read_them() -> None:
    assert [size(n) for n in (1, 2_000, 1_500_000, 2_000_000_000)] == ["1 KB", "2 KB", "1.4 MB", "1,907.3 MB"]
