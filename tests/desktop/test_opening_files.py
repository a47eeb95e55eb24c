"""Files opened by name, by double click, or dropped: shown, never taken in by themselves."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from configparser import ConfigParser
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.cli.main import main
from fairness_desktop.desktop.handing.file_openings import FileOpenings
from fairness_desktop.desktop.handing.incoming_view import IncomingView
from fairness_desktop.desktop.handing.many_view import ManyView
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.views.checking.check_view import CheckView
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.domain.register import RegisterQuery
from fairness_desktop.services.bundle import Services

from .real import CASES, open_window, services_in
from .sessions import words_on

RECORDS = CASES.parents[1] / "docs" / "records"
LINUX = CASES.parents[1] / "packaging" / "linux"
LONG = 30_000


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Services:
    return services_in(tmp_path / "there")


@pytest.fixture
def bundles(there: Services, tmp_path: Path) -> list[Path]:
    """One that is new, one of a decision that was changed there, and one of a third."""
    walk = there.register.open_example()
    paths = [tmp_path / f"{name}.fairness" for name in ("first", "later", "other")]
    there.handing.giving.hand_out(walk.assessment.id, paths[0])
    walk.change(replace(walk.assessment, title="Changed there"))
    there.handing.giving.hand_out(walk.assessment.id, paths[1])
    other = there.register.take_in(CASES / "d9.fairness.json").assessment
    there.handing.giving.hand_out(other.id, paths[2])
    return paths


def services_of(window: MainWindow) -> Services:
    assert window._services is not None
    return window._services


def many(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> ManyView:
    window.open_files(paths)
    view = window.view
    assert isinstance(view, ManyView)
    qtbot.waitUntil(lambda: len(view.model.seen) == len(paths) and not view.progress.at_work, timeout=LONG)
    return view


def column(view: ManyView, at: int) -> list[str]:
    return [str(view.model.index(row, at).data()) for row in range(view.model.rowCount())]


def test_that_a_bundle_is_shown_before_it_comes_in(window: MainWindow, bundles: list[Path], qtbot: QtBot) -> None:
    window.open_files(bundles[:1])

    view = window.view
    assert isinstance(view, IncomingView)
    qtbot.waitUntil(view.take.isEnabled, timeout=LONG)
    assert services_of(window).register.count(RegisterQuery()) == 0


def test_that_records_are_checked(window: MainWindow, qtbot: QtBot) -> None:
    window.open_files([RECORDS / "english.pdf"])

    view = window.view
    assert isinstance(view, CheckView)
    qtbot.waitUntil(lambda: view.session.model.rowCount() == 1, timeout=LONG)


def test_that_a_stranger_is_told_and_the_rest_is_shown(
    window: MainWindow, bundles: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_files([tmp_path / "letter.docx", bundles[0], RECORDS / "english.pdf"])

    assert isinstance(window.view, IncomingView)
    assert "“letter.docx” is no bundle" in window.notice.sentence
    assert "The records were left" in window.notice.sentence


def test_that_a_second_window_says_where_to_take_it_in(
    window: MainWindow, bundles: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    second = open_window(qtbot, tmp_path / "second")
    second._services = replace(services_of(second), only_read="In use elsewhere.")

    second.open_files(bundles)

    assert "drop it on the register there" in second.notice.sentence
    view = second.view
    assert isinstance(view, ManyView)
    qtbot.waitUntil(lambda: len(view.model.seen) == 3 and not view.progress.at_work, timeout=LONG)
    assert not view.take.isEnabled()


def test_that_several_say_how_each_stands(
    window: MainWindow, bundles: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    services_of(window).handing.taking.take(bundles[0])
    letter = tmp_path / "letter.fairness"
    letter.write_text("Dear clerk")

    view = many(qtbot, window, [*bundles, letter])

    assert column(view, 3)[:3] == ["the same is here", "newer than here: look at it", "new here"]
    assert "is no bundle of Fairness Desktop" in column(view, 3)[3]
    assert "To be looked at: 1. Refused: 1." in view.state.text()
    assert view.take.text() == "Take in 1 file"


def test_that_what_is_new_is_taken_in_and_said_on_its_line(
    window: MainWindow, bundles: list[Path], qtbot: QtBot
) -> None:
    view = many(qtbot, window, [bundles[0], bundles[2], CASES / "d3.fairness.json"])

    qtbot.keyClick(view.take, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: "Taken in: 3 of 3." in view.state.text(), timeout=LONG)
    assert column(view, 3) == ["taken in"] * 3
    assert services_of(window).register.count(RegisterQuery()) == 3
    view.back.click()
    assert isinstance(window.view, RegisterView)


def test_that_one_of_several_is_looked_at_by_key_and_leads_back(
    window: MainWindow, bundles: list[Path], qtbot: QtBot
) -> None:
    services_of(window).handing.taking.take(bundles[0])
    view = many(qtbot, window, bundles)
    view.table.selectRow(1)

    qtbot.keyClick(view.table, Qt.Key.Key_Return)

    one = window.view
    assert isinstance(one, IncomingView)
    qtbot.waitUntil(lambda: one._seen is not None, timeout=LONG)
    assert "It goes on from what the register holds." in words_on(one)
    one.back.click()
    assert isinstance(window.view, ManyView)


def test_that_looking_is_stopped_and_says_how_many_were_left(
    window: MainWindow, bundles: list[Path], qtbot: QtBot
) -> None:
    paths = bundles * 100
    window.open_files(paths)
    view = window.view
    assert isinstance(view, ManyView)

    view.progress.bar.valueChanged.connect(view.progress.stop.click)  # at the first: a bar looked at may be full

    qtbot.waitUntil(lambda: not view.progress.at_work, timeout=LONG)
    assert "files were not looked at" in view.notice.sentence
    assert 0 < len(view.model.seen) < len(paths)


def test_that_the_table_is_a_model_that_keeps_its_promises(
    window: MainWindow, bundles: list[Path], qtbot: QtBot, qtmodeltester: object
) -> None:
    view = many(qtbot, window, bundles)

    qtmodeltester.check(view.model)  # type: ignore[attr-defined]

    assert view.model.rowCount(view.model.index(0, 0)) == 0


def test_that_what_the_system_asks_for_waits_until_it_can_be_opened(qtbot: QtBot, tmp_path: Path) -> None:
    openings = FileOpenings([tmp_path / "a.fairness"])
    asked: list[list[Path]] = []
    openings.wanted.connect(asked.append)
    application = QApplication.instance()
    assert application is not None

    openings.eventFilter(application, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "b.pdf"))))
    before = list(asked)
    openings.begin()
    openings.eventFilter(application, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "c.pdf"))))

    assert before == []
    assert asked == [[tmp_path / "a.fairness", tmp_path / "b.pdf"], [tmp_path / "c.pdf"]]


@pytest.mark.parametrize("arguments", [["x.fairness", "y.pdf"], ["open", "x.fairness", "y.pdf"]])
def test_that_files_named_instead_of_a_command_are_opened(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[tuple[Path, ...]] = []

    def window(_data: Path, _quit: bool, files: tuple[Path, ...]) -> int:
        opened.append(files)
        return 0

    code = main(["--data", str(tmp_path), *arguments], replace(app.command_line(), window=window))

    assert (code, opened) == (0, [(tmp_path / "x.fairness", tmp_path / "y.pdf")])


def test_that_a_word_that_is_neither_is_said_to_be_no_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "lst"], app.command_line()) == 2
    assert "No such command 'lst'" in capsys.readouterr().err


def test_that_what_linux_is_told_names_the_types_it_knows() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(LINUX / "fairness-desktop.desktop", encoding="utf-8")
    types = {kind for kind in entry["Desktop Entry"]["MimeType"].split(";") if kind}
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    known = ET.parse(LINUX / "fairness-desktop.xml").getroot()  # noqa: S314 - our own file

    assert entry["Desktop Entry"]["Exec"] == "fairness-desktop %F"
    assert {kind.get("type") for kind in known} == types
    assert [glob.get("pattern") for glob in known.iter(f"{space}glob")] == ["*.fairness", "*.fairness.json"]
