"""The canvas: header, footer and draft mark on every page; no clock, no chance, so that pages can be laid again."""

from __future__ import annotations

from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import stringWidth

from ...i18n import _
from . import fonts, styles
from .archive import Sheet, write_archive
from .tagging.marking import MarkingCanvas
from .tagging.structure import write_structure
from .tagging.tags import Element

_TOTAL = "TotalPages"
_SIZE = 8.5


class RecordCanvas(MarkingCanvas):
    """A canvas that decorates its pages and closes the file with its tags and its data."""

    def __init__(self, *arguments: Any, sheet: Sheet, root: Element, **keywords: Any) -> None:  # noqa: ANN401
        keywords.update(invariant=1, pdfVersion=(1, 7), initialFontName=fonts.REGULAR, lang=sheet.language)
        super().__init__(*arguments, root=root, **keywords)
        self._sheet = sheet
        self._signature_fields: list[pdfdoc.PDFObjectReference] = []
        self._places: dict[str, int] = {}

    def add_field(self, reference: pdfdoc.PDFObjectReference) -> None:
        """Note a signature field for the form of the file."""
        self._signature_fields.append(reference)

    def note_place(self, key: str) -> None:
        """Note that a section begins on this page, for the list of contents."""
        self._places[key] = int(self.getPageNumber())

    def showPage(self) -> None:
        self._decorate()
        super().showPage()

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._number(_TOTAL, self.getPageNumber() - 1)
        for key, page in self._places.items():
            self._number(page_of(key), page)
        write_structure(self)
        write_archive(self._doc, self._sheet)
        self.setViewerPreference("DisplayDocTitle", "true")
        if self._signature_fields:
            form = {"Fields": pdfdoc.PDFArray(self._signature_fields), "SigFlags": 0}
            self._doc.Catalog.AcroForm = pdfdoc.PDFDictionary(form)
        super().save()

    def _decorate(self) -> None:
        width, height = A4
        self.saveState()
        self.setFillColor(styles.MUTED)
        head = f"{self._sheet.reference}  {self._sheet.title}".strip()
        with self.artifact("Pagination", "Header"):
            self._line(20 * mm, height - 13 * mm, _one_line(head, width - 40 * mm))
        with self.artifact("Pagination", "Footer"):
            self._line(20 * mm, 11 * mm, _("Draft, not signed") if self._sheet.draft else _("Accountability record"))
            said = _("Page {number} of").format(number=self.getPageNumber())
            self.setFont(fonts.REGULAR, _SIZE)
            self.drawRightString(width - 20 * mm - 14, 11 * mm, said)
            self.translate(width - 20 * mm - 11, 11 * mm)
            self.doForm(_TOTAL)
        self.restoreState()

    def _line(self, x: float, y: float, text: str) -> None:
        for face, run in fonts.runs(text.replace("\n", " "), fonts.REGULAR):
            self.setFont(face, _SIZE)
            self.drawString(x, y, run)
            x += self.stringWidth(run, face, _SIZE)

    def mark_draft(self) -> None:
        """DRAFT across a page that is begun, so that the words lie over it and none is hidden."""
        if not self._sheet.draft:
            return
        width, height = A4
        self.saveState()
        self.setFillColor(styles.FAINT)
        self.setFont(fonts.BOLD, 120)
        self.translate(width / 2, height / 2)
        self.rotate(50)
        with self.artifact("Pagination", "Watermark"):
            self.drawCentredString(0, -40, _("DRAFT"))
        self.restoreState()

    def _number(self, form: str, number: int) -> None:
        """A number known only now that every page is laid, in its place wherever the form is shown."""
        self.beginForm(form, 0, -3, 30, 12)
        self.setFillColor(styles.MUTED)
        self.setFont(fonts.REGULAR, _SIZE)
        self.drawString(0, 0, str(number))
        self.endForm()


def page_of(key: str) -> str:
    """The name of the form that shows on which page a section begins."""
    return f"PageOf.{key}"


def _one_line(text: str, room: float) -> str:
    """As much of the text as fits a line, an ellipsis at the end where some is left out."""

    def width(part: str) -> float:
        return sum(stringWidth(run, face, _SIZE) for face, run in fonts.runs(part, fonts.REGULAR))

    text = " ".join(text.split())[:400]
    if width(text) <= room:
        return text
    while text and width(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"
