"""Paragraphs that know what they are: tagged, and read with a space where a line ends between two words."""

from __future__ import annotations

from typing import Any, Self

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from ..content.tree import SOFT_HYPHEN
from .styles import markup
from .tagging.tags import Element


class Reading:
    """Where, between the characters of a text, its spaces lie: a line's end must be read as one, a cut word's not."""

    def __init__(self, text: str) -> None:
        self._told = 0
        self._breaks: set[int] = set()
        told = 0
        for character in text.replace(SOFT_HYPHEN, ""):
            if character.isspace():
                self._breaks.add(told)
            else:
                told += 1
        self._whole = told

    def ends_line(self, run: str) -> str:
        """The run as it must be written at a line's end."""
        self.passes(run)
        between = self._told in self._breaks and self._told < self._whole
        return run if run[-1:].isspace() or not between else run + " "

    def passes(self, run: str) -> str:
        """A run within a line, as it stands."""
        self._told += sum(not c.isspace() for c in run)
        return run


class Tagged(Paragraph):  # type: ignore[misc] # ReportLab is untyped
    """A paragraph whose text belongs to an element; drawn a second time (a header repeated) it is decoration.

    ``label`` is an element for what stands before the first line: a list's bullet or number.
    """

    element: Element
    label: tuple[str, Element] | None = None
    drawn = False
    _reading: Reading

    @classmethod
    def of(cls, text: str, style: ParagraphStyle, element: Element, reading: Reading | None = None) -> Self:
        """A paragraph of plain text, or of a part of what ``reading`` is of; ReportLab itself splits it."""
        told = cls(markup(text, style), style)
        told.element, told._reading = element, reading or Reading(text)
        return told

    def split(self, width: float, height: float) -> list[Paragraph]:
        parts: list[Paragraph] = super().split(width, height)
        for i, part in enumerate(parts):
            if part is not self:
                part.element, part._reading = self.element, self._reading
                part.label = self.label if i == 0 else None
        return parts

    def beginText(self, x: float, y: float) -> Any:  # noqa: ANN401 - ReportLab is untyped
        """A text whose runs are marked as they are written."""
        text = super().beginText(x, y)
        if not self.drawn:
            write, reading = text._textOut, self._reading

            def written(run: str, ends: int = 0) -> None:
                write(reading.ends_line(run) if ends else reading.passes(run), ends)

            text._textOut = written
        return text

    def draw(self) -> None:
        if self.canv.marking:
            super().draw()
        elif self.drawn:
            with self.canv.artifact("Pagination"):
                super().draw()
        elif self.blPara.lines:
            self._draw_label()
            with self.canv.tagged(self.element):
                super().draw()
        self.drawn = True

    def _draw_label(self) -> None:
        if self.label is None:
            return
        said, element = self.label
        first = self.blPara.lines[0]
        size = getattr(first if self.blPara.kind else self.blPara, "fontSize", self.style.fontSize)
        with self.canv.tagged(element):
            self.canv.saveState()
            self.canv.setFillColor(self.style.textColor)
            self.canv.setFont(self.style.fontName, self.style.fontSize)
            self.canv.drawString(self.style.bulletIndent, self.height - size, said)
            self.canv.restoreState()


class Heading(Tagged):
    """A heading in the list of bookmarks, at ``level`` from 0; the contents lead to it by ``key``."""

    level = 0
    key = ""
    said = ""

    def draw(self) -> None:
        canvas = self.canv
        if self.key:
            canvas.bookmarkHorizontal(self.key, 0, self.height + 6)
            canvas.addOutlineEntry(self.said, self.key, self.level, closed=self.level > 0)
            canvas.note_place(self.key)
        super().draw()
