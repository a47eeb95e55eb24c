"""What is to be mended in a draft, and what council should think of; each leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....i18n import _, ngettext
from ....services.adopting.fault import Fault
from ...theme import BODY, MEDIUM, SMALL
from ...widgets.basics import Button, Mark, Words, add_shown, clear
from ...widgets.marks import bad_mark, warning_mark
from ...widgets.said_line import said_line


class FaultLines(QWidget):
    """A line for each; ``wanted`` is the number of the one to be led to."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Fault, ...] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show these; nothing is made anew where they are the same."""
        if tuple(faults) == self._shown:
            return
        self._shown = tuple(faults)
        clear(self._box)
        stops = sum(fault.stops for fault in faults)
        if stops:
            said = ngettext("{count} thing has to be mended before council can adopt it:",
                            "{count} things have to be mended before council can adopt it:", stops)  # fmt: skip
            self._add(Words(said.format(count=stops), BODY, MEDIUM))
        else:
            self._add(said_line(_("The draft is whole: council can adopt it."), done=True))
        for number, fault in enumerate(faults):
            self._add(self._line(number, fault))

    def _line(self, number: int, fault: Fault) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        go = Button(_("Go"), "link")
        go.setAccessibleName(_("Go to: {what}").format(what=fault.message))
        go.setProperty("number", number)
        go.clicked.connect(self._go)
        across.addWidget(Mark(bad_mark if fault.stops else warning_mark, 18), 0, top)
        told = fault.message if fault.stops else _("To think of: {what}").format(what=fault.message)
        across.addWidget(Words(told, SMALL), 1)
        across.addWidget(go, 0, top)
        return line

    def _go(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.wanted.emit(int(sender.property("number")))

    def _add(self, widget: QWidget) -> None:
        add_shown(self._box, widget)
