"""What most tests start from."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.frameworks.catalogue import SHIPPED, frameworks
from fairness_desktop.record.seal import keys
from fairness_desktop.shipped import folder

LONG = 1800
"""Seconds."""

QUICK_ROUNDS = 1_000


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the long loops with all of their counts, not a tenth")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long loops may take ten times as long before they count as hanging."""
    if config.getoption("--full"):
        for item in items:
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(LONG))


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--full"))


@pytest.fixture(scope="session", autouse=True)
def rounds() -> Iterator[int]:
    """How often the program stretches a passphrase; in tests it is seldom, for each key takes a fifth of a second.

    Processes that tests start are not touched.
    """
    of_the_program, keys.KDF_ROUNDS = keys.KDF_ROUNDS, QUICK_ROUNDS
    yield of_the_program
    keys.KDF_ROUNDS = of_the_program


class KeepingBot(QtBot):
    """A bot that holds its windows until the test is over.

    pytest-qt holds them weakly, and paints what is left to paint after the test's function has let go of its own
    names: a window collected in the midst of its own painting takes the process with it.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        self._kept.append(widget)
        super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return KeepingBot(request)


@pytest.fixture(scope="session")
def known() -> Frameworks:
    return frameworks(folder() / "frameworks")


@pytest.fixture(scope="session")
def framework(known: Frameworks) -> Framework:
    """The framework of the method, which the cases are made under."""
    return known["model", "1"]


@pytest.fixture(scope="session")
def newest(known: Frameworks) -> Framework:
    """The framework that new assessments are made under."""
    return known[SHIPPED]
