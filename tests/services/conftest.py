"""The services over a folder of their own, with the real store, pages and keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.services.bundle import Services
from fairness_desktop.services.issuing import Prepared
from fairness_desktop.services.walk import Walk

PASSPHRASE = "correct horse battery"  # noqa: S105 - made up for the tests


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return app.services(tmp_path / "data")


@pytest.fixture
def walk(services: Services) -> Walk:
    return services.register.open_example()


@pytest.fixture
def prepared(services: Services, walk: Walk) -> Prepared:
    maker = walk.assessment.authority.decision_maker
    services.identities.new(maker.name, maker.role, walk.assessment.body.name, PASSPHRASE)
    return services.issuing.prepare(walk, maker.name)
