"""Nothing is cut off at the side, in any view, at any size of text, on a screen of 1366 × 768."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fairness_desktop.desktop import theme
from fairness_desktop.desktop.theme import LIGHT, Theme
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.progress import Step
from fairness_desktop.exchange import files

from ..benchmarks.largest import largest
from .every_view import every_view, sideways
from .real import open_window, walk_in


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_no_view_scrolls_sideways_or_grows_beyond_the_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, scale: float
) -> None:
    theme.apply(qapp, Theme(LIGHT, scale))
    window = open_window(qtbot, tmp_path / "data")
    wide = {}
    for view in every_view(qtbot, window):
        found = sideways(window)
        if found or (window.width(), window.height()) != (1366, 768):
            wide[view] = [f"{window.width()} × {window.height()}", *found]

    assert wide == {}


def test_that_the_figures_of_eight_options_have_room_in_the_largest_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, framework: Framework
) -> None:
    theme.apply(qapp, Theme(LIGHT, 2.0))
    window = open_window(qtbot, tmp_path / "data")
    file = tmp_path / "largest.fairness.json"
    file.write_text(files.text(largest(framework)), "utf-8")
    assert window._services is not None
    window.open(window._services.register.take_in(file).assessment.id)

    walk_in(window).go_to(Step.FAIRNESS)

    assert sideways(window) == []
