"""The services over a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from fairness_desktop import app
from fairness_desktop.services.bundle import Services


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return app.services(tmp_path / "data")
