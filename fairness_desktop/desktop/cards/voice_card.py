"""How much of those affected was heard: in a sentence, and as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.assessment import Assessment
from ...scoring.voice import VoiceCoverage
from ...telling.people import voice_sentence
from ..theme import MEDIUM, current
from ..widgets.basics import Card, Words
from ..widgets.marks import hatched


class VoiceCard(Card):
    """How much of those affected was heard, weighted by need: in a sentence, and as a bar."""

    def __init__(self) -> None:
        super().__init__(ground="tint")
        self.sentence = Words("", weight=MEDIUM)
        self._bar = _VoiceBar()
        self.box.addWidget(self.sentence)
        self.box.addWidget(self._bar)

    def show_coverage(self, coverage: VoiceCoverage, assessment: Assessment) -> None:
        """Say it."""
        self.sentence.setText(voice_sentence(coverage, assessment))
        self._bar.show_coverage(coverage, assessment)


class _VoiceBar(QWidget):
    """Those affected by weight: heard solid, not heard empty, not answered hatched."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[float, bool | None]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current().px(120), current().px(16))

    def show_coverage(self, coverage: VoiceCoverage, assessment: Assessment) -> None:
        """Draw it, those heard first."""
        parts = [(coverage.weights[g.id], g.heard) for g in assessment.groups if g.id in coverage.weights]
        self._parts = sorted(parts, key=_heard_first)
        self.setVisible(bool(parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        total = sum(weight for weight, _heard in self._parts) or 1
        left = 0.0
        for weight, heard in self._parts:
            width = self.width() * weight / total
            part = QRectF(left, 1, max(width - 2, 1), self.height() - 2)
            left += width
            if heard is None:
                hatched(painter, part, 2)
            painter.setPen(theme.colour("edge"))
            painter.setBrush(theme.colour("better") if heard else Qt.BrushStyle.NoBrush)
            painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


def _heard_first(part: tuple[float, bool | None]) -> int:
    return {True: 0, False: 1, None: 2}[part[1]]
