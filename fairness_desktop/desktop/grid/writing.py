"""Small text painted into a box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ..theme import SMALL, current

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    weight: int = 400,
    colour: str = "text",
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Small text in a box."""
    painter.setFont(current().font(SMALL, weight))
    painter.setPen(current().colour(colour))
    painter.drawText(rect, align, text)
