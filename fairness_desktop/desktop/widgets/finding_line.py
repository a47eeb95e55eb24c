"""One thing to look at: its mark, its sentence, and the way to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.findings import Finding
from ...i18n import _
from ..theme import SMALL
from .basics import Button, Mark, Words
from .marks import warning_mark


class FindingLine(QWidget):
    """A finding in amber; ``place_wanted`` names the place it is about."""

    place_wanted = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = finding.where
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        go = Button(_("Go"), "link")
        go.setAccessibleName(_("Go to: {what}").format(what=finding.message))
        go.clicked.connect(self._go)
        across.addWidget(Mark(warning_mark, 18), 0, top)
        across.addWidget(Words(finding.message, SMALL), 1)
        across.addWidget(go, 0, top)

    def _go(self) -> None:
        self.place_wanted.emit(self._where)
