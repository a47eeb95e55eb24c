"""The table of the register, however many lines it has."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop.models.register_model import RegisterModel
from fairness_desktop.desktop.views.register_table import RegisterTable
from fairness_desktop.desktop.views.register_view import RegisterView
from fairness_desktop.services.bundle import Services

from .real import CASES, services_in
from .sessions import words_on

MANY = 100_000


class Counting(RegisterModel):
    """Says that it has very many lines, and counts how often it is asked."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        self.asked += 1
        return 0 if parent is not None and parent.isValid() else MANY


@pytest.fixture
def services(tmp_path: Path) -> Services:
    services = services_in(tmp_path / "data")
    for path in sorted(CASES.glob("*.fairness.json")):
        services.register.take_in(path)
    return services


def test_that_choosing_all_of_very_many_lines_looks_at_none_of_them(qtbot: QtBot, services: Services) -> None:
    model = Counting(services.register)
    table = RegisterTable(model)
    qtbot.addWidget(table)
    table.resize(900, 600)
    with qtbot.waitExposed(table):
        table.show()
    model.asked = 0

    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    table.grab()

    assert table.count_chosen() == MANY
    assert model.asked < MANY // 10


def test_that_it_is_told_how_many_are_chosen(qtbot: QtBot, services: Services) -> None:
    view = RegisterView(services)
    qtbot.addWidget(view)
    count = view.model.rowCount()

    view.table.selectAll()
    assert f"{count} decisions · {count} chosen" in words_on(view)

    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert "chosen" not in words_on(view)


@pytest.mark.parametrize(("width", "hidden"), [(830, True), (1000, False)])
def test_that_titles_have_room_before_who_decided(
    qtbot: QtBot, services: Services, width: int, *, hidden: bool
) -> None:
    table = RegisterTable(RegisterModel(services.register))
    qtbot.addWidget(table)
    table.resize(width, 500)
    table.show()

    shown = [c for c in range(table.model().columnCount()) if not table.isColumnHidden(c)]

    assert (3 not in shown) is hidden
    assert table.columnWidth(1) >= 200 or not hidden


def test_that_the_framework_in_force_is_named(qtbot: QtBot, services: Services) -> None:
    view = RegisterView(services)
    qtbot.addWidget(view)
    view.resize(1366, 740)
    view.show()
    now = services.adopting.in_force()

    assert f"{now.id}, {now.version}." in words_on(view)
