from __future__ import annotations

from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.models.register_model import BLOCK, RegisterModel
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.desktop.views.start_view import StartView
from fairness_desktop.domain.errors import StorageError
from fairness_desktop.domain.register import RegisterQuery, RegisterRow, SortKey, Standings, Status
from fairness_desktop.domain.vocabulary import AssessmentId, Form
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.register import Register

from .accessibility import spoken
from .real import CASES, services_in
from .sessions import NOW, words_on

View = TypeVar("View", bound=QWidget)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return services_in(tmp_path / "data")


@pytest.fixture
def full(services: Services) -> Services:
    for path in sorted(CASES.glob("*.fairness.json")):
        services.register.take_in(path)
    return services


def shown(qtbot: QtBot, view: View) -> View:
    qtbot.addWidget(view)
    view.resize(1366, 740)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_that_each_choice_of_the_start_says_what_it_brings(qtbot: QtBot) -> None:
    view = shown(qtbot, StartView())

    assert [name for _role, name in spoken(view)] == [
        "Open the finished example",
        "Start a short form",
        "Start a full one",
        "Check a record",
        "Go to the register",
        "Set up the council's root, and who can sign",
    ]
    assert "About ten minutes" in view.short.accessibleDescription()


def test_that_a_choice_of_the_start_is_told(qtbot: QtBot) -> None:
    view = shown(qtbot, StartView())

    with qtbot.waitSignal(view.new_wanted) as told:
        qtbot.mouseClick(view.short, Qt.MouseButton.LeftButton)

    assert told.args == [Form.SHORT]


def test_that_the_register_lists_what_is_there(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))

    assert view.model.rowCount() == 6
    assert "6 decisions" in words_on(view)


def test_that_words_are_looked_for_as_they_are_typed(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))

    with qtbot.waitSignal(view.model.modelReset):
        qtbot.keyClicks(view.search, "play area")

    assert view.model.rowCount() == 1


def test_that_nothing_found_is_said_so(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))

    view.model.look_for("nowhere", None)

    assert "Nothing here matches." in words_on(view)


def test_that_a_header_sorts_by_asking_the_store(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))

    view.model.sort(5, Qt.SortOrder.DescendingOrder)

    scores = [view.model.data(view.model.index(row, 5)) for row in range(3)]
    assert view.model.query.sort is SortKey.SCORE
    assert scores == ["+22.6", "+11.4", "+0.7"]


def test_that_enter_opens_the_line_chosen(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))
    view.model.sort(1, Qt.SortOrder.AscendingOrder)
    view.table.selectRow(1)

    with qtbot.waitSignal(view.open_wanted) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)

    chosen = view.chosen()
    assert chosen is not None
    assert told.args == [chosen.id]


def test_that_a_quick_look_says_what_the_register_knows(qtbot: QtBot, full: Services) -> None:
    view = shown(qtbot, RegisterView(full))

    view.model.look_for("Gritting", None)

    qtbot.waitUntil(lambda: "C leads with +11.4" in words_on(view.look))


def test_that_an_empty_register_offers_the_example(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, RegisterView(services))

    with qtbot.waitSignal(view.example_wanted):
        qtbot.mouseClick(view.example, Qt.MouseButton.LeftButton)


def test_that_a_file_is_taken_in_or_refused_in_a_sentence(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.fairness.json"
    bad.write_text("{")
    view = shown(qtbot, RegisterView(services))
    asked = [CASES / "d6.fairness.json", bad]
    monkeypatch.setattr(view.handing, "ask_files", lambda: [asked.pop(0)])

    view.handing.import_files()
    view.handing.import_files()

    assert view.model.rowCount() == 1
    assert "bad.fairness.json" in view.notice.sentence


def test_that_an_assessment_is_handed_out(
    qtbot: QtBot, full: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(qtbot, RegisterView(full))
    view.model.look_for("Gritting", None)
    monkeypatch.setattr(view.handing, "ask_path", lambda _suggested, _kinds: tmp_path / "out.json")

    with qtbot.waitSignal(view.handing.done, timeout=20_000):
        view.handing.export()

    assert "Gritting" in (tmp_path / "out.json").read_text()


class Long:
    """A register of very many lines, that notes which were asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.asked: list[int] = []
        self.broken = False

    def count(self, _query: RegisterQuery) -> int:
        if self.broken:
            raise StorageError("The register cannot be used.")
        return self._count

    def rows(self, _query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        self.asked.append(offset)
        row = RegisterRow(AssessmentId(""), "", "T", None, "", Status.DRAFT, Standings(), None, NOW)
        return [row._replace(id=AssessmentId(str(n))) for n in range(offset, min(offset + limit, self._count))]


def test_that_a_long_register_is_never_read_whole(qtbot: QtBot) -> None:
    register = Long(100_000)
    model = RegisterModel(cast(Register, register))
    model.refresh()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    register.asked.clear()

    last = model.row(99_999)

    assert last is not None
    assert last.id == "99999"
    assert register.asked == [100_000 - BLOCK]
    assert model.rowCount(model.index(0, 0)) == 0


def test_that_a_register_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    register = Long(3)
    register.broken = True
    model = RegisterModel(cast(Register, register))

    with qtbot.waitSignal(model.failed) as told:
        model.refresh()

    assert (told.args, model.rowCount()) == (["The register cannot be used."], 0)
