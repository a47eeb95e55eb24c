"""What most tests start from."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.frameworks.catalogue import SHIPPED, frameworks
from fairness_desktop.shipped import folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the long loops with all of their counts, not a tenth")


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--full"))


@pytest.fixture(scope="session")
def known() -> Frameworks:
    return frameworks(folder() / "frameworks")


@pytest.fixture(scope="session")
def framework(known: Frameworks) -> Framework:
    return known[SHIPPED]
