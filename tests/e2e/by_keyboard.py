"""From an empty folder to a verified record, by keyboard alone, in the real window: three decisions.

Not collected by itself: ``test_whole_job.py`` runs it on a screen of its own.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop import app
from fairness_desktop.desktop.application import application
from fairness_desktop.desktop.issue.record_card import RecordCard
from fairness_desktop.desktop.issue.seal_view import SealView
from fairness_desktop.desktop.main_window import MainWindow
from fairness_desktop.desktop.preferences import Preferences
from fairness_desktop.desktop.shell.walk_view import WalkView
from fairness_desktop.desktop.theme import apply
from fairness_desktop.services.bundle import Services

from .decisions import DECISIONS, Told
from .keyboard import Keyboard

CTRL = Qt.KeyboardModifier.ControlModifier
PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the test


class Desk:
    """A window over an empty folder, and a person at its keyboard."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        preferences = Preferences(folder)
        apply(application(), preferences.theme())
        self.window = MainWindow(preferences, folder)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.services: Services = app.services(folder)
        self.window.set_services(self.services)
        self.keys = Keyboard(qtbot)

    @property
    def walk(self) -> WalkView:
        """The walk on show."""
        view = self.window.view
        assert isinstance(view, WalkView)
        return view

    def step(self, number: int) -> None:
        """Go to a step by its key."""
        self.keys.press(Qt.Key(ord(str(number))), CTRL)
        self.qtbot.waitUntil(lambda: self.walk.step.value == number, timeout=20_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path / "data")


@pytest.mark.parametrize("told", DECISIONS, ids=lambda told: told.name)
def test_that_a_decision_goes_from_nothing_to_a_verified_record(
    desk: Desk, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strangers: list[str] = []
    monkeypatch.setattr(RecordCard, "ask_path", lambda _card, suggested: tmp_path / suggested)

    desk.keys.push("Start a short form" if told.short else "Start a full one")
    decide_what(desk, told)
    name_people(desk, told)
    name_option(desk, told)
    fill_effects(desk, told)
    if not told.short:
        enter_money(desk, told)
    desk.step(6)
    if not told.short:
        write_duties(desk, told)
    decide(desk, told)
    strangers += [type(w).__name__ for w in QApplication.topLevelWidgets() if _stray(w, desk.window)]
    sign(desk)

    record = next(tmp_path.glob("*.pdf"))
    Path(os.environ["FAIRNESS_RECORD_OUT"]).write_bytes(record.read_bytes())
    assert strangers == []
    check = desk.services.verifying.check_file(record)
    assert (check.verdict, check.recomputed) == ("valid_untrusted", "matches")


def _stray(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisible() and widget is not window


def decide_what(desk: Desk, told: Told) -> None:
    keys = desk.keys
    keys.fill("Decision in one line", told.title)
    if told.summary:
        keys.fill("What it is about", told.summary)
    keys.pick("Involvement", told.kind, Qt.Key.Key_Right if told.kind == "Joined-up" else Qt.Key.Key_Down)
    keys.fill("Council", told.council)
    keys.choose("Kind of council", told.body)
    keys.pick("England", told.nation, Qt.Key.Key_Right)
    keys.choose("Decided by", told.capacity)
    keys.fill("Name", told.maker)
    keys.fill("Role", told.role)
    keys.choose("Authority", told.authority)
    keys.fill("Where it is written", told.instrument)
    if told.short:
        keys.push("When it must be recorded, how close to the person, interests")
    keys.fill("Interests declared", "None.")


def name_people(desk: Desk, told: Told) -> None:
    desk.step(2)
    for first, (name, size, need) in enumerate(told.groups):
        desk.keys.push("Add a group" if first else "Add the first group")
        desk.keys.fill("Who they are", name)
        desk.keys.fill("Number of people", size)
        desk.keys.go_to("Need: ")
        for _rung in range(8):
            if desk.keys.heard().startswith(f"Need: {need}"):
                break
            desk.keys.press(Qt.Key.Key_Right)
        desk.keys.press(Qt.Key.Key_Space)


def name_option(desk: Desk, told: Told) -> None:
    desk.step(3)
    desk.keys.push("Add an option")
    desk.keys.fill("Name", told.option)
    desk.keys.fill("Short name", told.short_name)
    if told.short:
        desk.keys.fill("B " + told.short_name, told.cost)


def fill_effects(desk: Desk, told: Told) -> None:
    desk.step(4)
    keys = desk.keys
    keys.go_to("Effects by group and option")
    for figures, reach in told.effects:
        keys.press(Qt.Key.Key_Return)
        for figure in figures:
            keys.type(figure)
            keys.press(Qt.Key.Key_Tab)
        keys.fill("Reach in percent", reach)
        keys.push("Evidence grade C")
        keys.fill("Because", told.because)
        keys.press(Qt.Key.Key_Escape)
        keys.press(Qt.Key.Key_Down)


def enter_money(desk: Desk, told: Told) -> None:
    desk.step(5)
    desk.keys.fill(f"B {told.short_name}: net cost", told.cost)


def write_duties(desk: Desk, told: Told) -> None:
    desk.step(7)
    for field, text in told.duties:
        desk.keys.fill(field, text)


def decide(desk: Desk, told: Told) -> None:
    desk.step(8)
    keys = desk.keys
    keys.pick("A  Carry on as now", f"B  {told.short_name}", Qt.Key.Key_Right)
    keys.fill("Date of the decision", "23/11/2026")
    keys.fill("Reasons for the choice", told.reasons)
    keys.fill("Why not A", told.why_not)


def sign(desk: Desk) -> None:
    keys, qtbot = desk.keys, desk.qtbot
    keys.push("See the pages and sign")
    qtbot.waitUntil(lambda: isinstance(desk.walk.shown, SealView), timeout=20_000)
    seal = desk.walk.shown
    assert isinstance(seal, SealView)
    keys.fill("Passphrase", PASSPHRASE)
    keys.fill("The same passphrase again", PASSPHRASE)
    keys.push("Make my key and show the pages")
    qtbot.waitUntil(lambda: hasattr(seal, "pages"), timeout=30_000)
    keys.push("Sign these pages")
    qtbot.waitUntil(lambda: bool(seal.done_words.text()), timeout=30_000)
    keys.push("Back to the decision")
    keys.push("Save the signed record")
