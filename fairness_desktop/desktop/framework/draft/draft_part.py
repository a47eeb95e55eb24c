"""The next version as a draft: every section of a framework, the way back, and what is still to be mended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....i18n import _
from ....services.adopting.fault import Fault
from ...announce import announce
from ...shell.done import DoneBar
from ...widgets.basics import Button
from .asked import FieldForm
from .drafting import Drafting
from .fault_lines import FaultLines
from .section import Section
from .sections import contents


class DraftPart(QWidget):
    """``sections`` are by the first field of the document that each covers; ``shown`` asks to bring one into sight."""

    shown = Signal(QWidget)

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self.faults: tuple[Fault, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._ways_back())
        self.done = DoneBar()
        column.addWidget(self.done)
        self.sections = {c.covers[0]: Section(drafting, c) for c in contents()}
        for section in self.sections.values():
            column.addWidget(section)
        self.lines = FaultLines()
        self.lines.wanted.connect(self._go)
        column.addWidget(self.lines)
        drafting.changed.connect(self.refresh)
        drafting.told.connect(self._tell)
        self.refresh()

    def _ways_back(self) -> QHBoxLayout:
        across = QHBoxLayout()
        self.undo, self.redo = Button(_("Undo"), "link"), Button(_("Redo"), "link")
        for button, keys, slot in ((self.undo, "Ctrl+Z", self._undo), (self.redo, "Ctrl+Y", self._redo)):
            button.setToolTip(keys)
            button.clicked.connect(slot)
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
            across.addWidget(button)
        across.addStretch(1)
        return across

    def refresh(self) -> None:
        """Show what the draft says, and what is wrong with it."""
        self.done.hide()  # its undo is of the change it told of, and of no later one
        self.faults = self.drafting.adopting.faults()
        for section in self.sections.values():
            section.refresh(self.faults)
        self.lines.show_faults(self.faults)
        self.undo.setEnabled(self.drafting.can_undo)
        self.redo.setEnabled(self.drafting.can_redo)

    def flush(self) -> None:
        """Take in what was typed last."""
        for form in self.findChildren(FieldForm):
            form.flush()

    def section(self, covers: str) -> Section:
        """The section that a field of the document stands in, opened."""
        found = next(s for s in self.sections.values() if covers in s.contents.covers)
        found.set_open(opened=True)
        return found

    def _go(self, number: int) -> None:
        way = self.faults[number].way
        self.shown.emit(self.section(str(way[0])).show_way(way))

    def _undo(self) -> None:
        self.flush()
        if self.drafting.can_undo:
            self.drafting.undo()
            announce(self, _("Undone."))
            self.done.hide()

    def _redo(self) -> None:
        if self.drafting.can_redo:
            self.drafting.redo()
            announce(self, _("Done again."))

    def _tell(self, sentence: str) -> None:
        self.done.tell(sentence, self.drafting.undo)
