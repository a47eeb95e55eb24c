"""The Qt binding of our choice: 6.12.0 lost a reference to None at every call that returns nothing."""

from __future__ import annotations

import sys

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from .test_requirements import pins

CALLS = 200
NOISE = 20  # what the interpreter itself takes and gives back in between


def test_that_the_pinned_binding_is_the_one_that_was_measured() -> None:
    assert str(pins("requirements.txt")["pyside6-essentials"][0].specifier) == "==6.11.3"
    assert str(pins("requirements.txt")["shiboken6"][0].specifier) == "==6.11.3"


def test_that_setting_a_text_loses_no_reference_to_none(qapp: QApplication) -> None:
    label = QLabel()
    label.setText("once, so that everything built on first use is built")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_that_painting_loses_no_reference_to_none(qapp: QApplication) -> None:
    pixmap, colour = QPixmap(8, 8), QColor("black")
    painter = QPainter(pixmap)
    painter.setPen(colour)
    painter.fillRect(0, 0, 4, 4, colour)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(colour)
        painter.fillRect(0, 0, 4, 4, colour)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < NOISE
