"""Areas that scroll up and down alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def only_downwards(area: QScrollArea) -> None:
    """Have an area scroll up and down alone, without an edge and without a stop of Tab at the area itself."""
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)


def scrolled(sheet: QWidget) -> QScrollArea:
    """A sheet in such an area."""
    area = QScrollArea()
    only_downwards(area)
    area.setWidget(sheet)
    return area
