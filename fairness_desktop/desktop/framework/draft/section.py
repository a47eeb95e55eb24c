"""A section of the draft: folded, with what it says now; its fields are made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....i18n import ngettext
from ....services.adopting.editing import Document, Way
from ....services.adopting.fault import Fault
from ...widgets.folding import Fold
from .asked import FieldForm
from .drafting import Drafting
from .kinds_part import KindsPart
from .row_cards import RowCards


@dataclass(frozen=True, slots=True)
class Contents:
    """What a section holds: the fields of the document it ``covers``, what it says in short, how it is made."""

    title: str
    covers: tuple[str, ...]
    summary: Callable[[Document], str]
    parts: Callable[[Drafting], Sequence[QWidget]]


class Section(Fold):
    """Contents under their line."""

    def __init__(self, drafting: Drafting, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(contents.title, QWidget(), parent=parent)
        self._drafting, self.contents = drafting, contents
        self.parts: list[QWidget] = []
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(24, 0, 0, 8)
        self._column.setSpacing(12)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """Say what the section says now, and how much in it is to be mended."""
        said = self.contents.summary(self._drafting.document)
        count = sum(fault.stops and fault.way[0] in self.contents.covers for fault in faults)
        if count:
            said = f"{said}; " + ngettext("{count} thing to mend", "{count} things to mend", count).format(count=count)
        self.say(said)

    def show_way(self, way: Way) -> QWidget:
        """Open it at a place; returns what is to be brought into sight."""
        self.set_open(opened=True)
        for part in self.parts:
            if isinstance(part, RowCards) and way[: len(part.way)] == part.way and len(way) > len(part.way):
                return part.open_row(int(way[len(part.way)]))
            if isinstance(part, KindsPart) and len(way) > 1:
                part.show_place(way)
                return part
        for part in self.parts:
            form = part if isinstance(part, FieldForm) else part.findChild(FieldForm)
            if form is not None and form.rows:
                return form.focus_on(way)
        self.line.setFocus()
        return self

    def _turn(self, opened: bool) -> None:
        if opened and not self.parts:
            self.parts = list(self.contents.parts(self._drafting))
            for part in self.parts:
                self._column.addWidget(part)
        super()._turn(opened)


def in_brief(text: str, most: int = 60) -> str:
    """A text no longer than a line has room for."""
    return text if len(text) <= most else text[: most - 1].rstrip(" ,;") + "…"
