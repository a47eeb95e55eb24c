"""The window's tests run in the program's own dress: its style, its faces, its light palette, text at 100 %."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fairness_desktop import shipped
from fairness_desktop.desktop import style, theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    style.install(qapp)
    theme.load_fonts(shipped.folder() / "fonts" / "atkinson-hyperlegible-next")
    return qapp


@pytest.fixture(autouse=True)
def light(dressed: QApplication) -> None:
    theme.apply(dressed, theme.Theme())
