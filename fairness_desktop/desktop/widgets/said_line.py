"""A sentence with the mark of its state: done, or still to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..theme import BODY, SEMIBOLD
from .basics import Mark, Words
from .marks import good_mark, warning_mark


def said_line(words: str, *, done: bool, draw: Callable[[QPainter, QRectF], None] | None = None) -> QWidget:
    """A line of a card; ``draw`` is its mark where it is neither the tick nor the triangle."""
    widget = QWidget()
    box: QHBoxLayout | QVBoxLayout = QHBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    box.addWidget(Mark(draw or (good_mark if done else warning_mark), 18), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(Words(words, BODY, SEMIBOLD if done else 400), 1)
    return widget
