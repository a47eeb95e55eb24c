"""The canvas: header, footer and draft mark on every page; no clock, no chance, so that pages can be laid again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ...i18n import _
from . import fonts, styles

_TOTAL = "TotalPages"
_SIZE = 8.5
_MIME = "/application#2Fjson"
"""As PDF wants it written; ReportLab's own name object does not escape the slash."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on every page and in the file's properties."""

    title: str
    reference: str
    author: str
    subject: str
    draft: bool
    made_at: datetime
    attachments: dict[str, bytes]

    @property
    def file_id(self) -> str:
        """32 hex digits from what is attached: the same data, the same id."""
        return hashlib.sha256(b"\0".join(self.attachments.values())).hexdigest()[:32]


class RecordCanvas(Canvas):
    """A canvas that decorates its pages and closes the file with its data attached."""

    def __init__(self, *arguments: Any, sheet: Sheet, **keywords: Any) -> None:  # noqa: ANN401 - ReportLab's own
        keywords.update(invariant=1, pdfVersion=(1, 7), initialFontName=fonts.REGULAR, lang="en-GB")
        super().__init__(*arguments, **keywords)
        self._sheet = sheet
        self._signature_fields: list[pdfdoc.PDFObjectReference] = []

    def add_field(self, reference: pdfdoc.PDFObjectReference) -> None:
        """Note a signature field for the form of the file."""
        self._signature_fields.append(reference)

    def showPage(self) -> None:
        self._decorate()
        super().showPage()

    def save(self) -> None:
        if self._code:
            self.showPage()
        self._total()
        self._describe()
        self._attach()
        if self._signature_fields:
            form = {"Fields": pdfdoc.PDFArray(self._signature_fields), "SigFlags": 0}
            self._doc.Catalog.AcroForm = pdfdoc.PDFDictionary(form)
        super().save()

    def _decorate(self) -> None:
        width, height = A4
        self.saveState()
        self.setFillColor(styles.MUTED)
        head = f"{self._sheet.reference}  {self._sheet.title}".strip()
        self._line(20 * mm, height - 13 * mm, _one_line(head, width - 40 * mm))
        kind = _("Draft, not signed") if self._sheet.draft else _("Accountability record")
        self._line(20 * mm, 11 * mm, kind)
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
        self.drawCentredString(0, -40, _("DRAFT"))
        self.restoreState()

    def _total(self) -> None:
        """How many pages there are: known only now, shown on every page."""
        count = self.getPageNumber() - 1
        self.beginForm(_TOTAL, 0, -3, 30, 12)
        self.setFillColor(styles.MUTED)
        self.setFont(fonts.REGULAR, _SIZE)
        self.drawString(0, 0, str(count))
        self.endForm()

    def _describe(self) -> None:
        """Properties, times and id: all from the record, none from the clock."""
        document, sheet = self._doc, self._sheet
        info = document.info
        info.title, info.author, info.subject = sheet.title, sheet.author, sheet.subject
        info.creator, info.producer, info.keywords = "Fairness Desktop", "ReportLab", ""
        said = sheet.made_at.strftime("D:%Y%m%d%H%M%S+00'00'")
        info._dateFormatter = _fixed(said)
        document._ID = f"\n[<{sheet.file_id}><{sheet.file_id}>]\n".encode()
        self.setViewerPreference("DisplayDocTitle", "true")

    def _attach(self) -> None:
        """The data, named and described, as files that belong to the whole document."""
        document, names, associated = self._doc, [], []
        said = self._sheet.made_at.strftime("D:%Y%m%d%H%M%S+00'00'")
        for name, content in sorted(self._sheet.attachments.items()):
            stream = pdfdoc.PDFStream(
                dictionary=pdfdoc.PDFDictionary(
                    {
                        "Type": pdfdoc.PDFName("EmbeddedFile"),
                        "Subtype": _MIME,
                        "Params": pdfdoc.PDFDictionary({"Size": len(content), "ModDate": pdfdoc.PDFString(said)}),
                    }
                ),
                content=content,
                filters=[pdfdoc.PDFZCompress],
            )
            file = document.Reference(stream, f"File.{name}")
            specification = pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Filespec"),
                    "F": pdfdoc.PDFString(name),
                    "UF": pdfdoc.PDFString(name),
                    "Desc": pdfdoc.PDFString(_("The data this record was made from")),
                    "AFRelationship": pdfdoc.PDFName("Source"),
                    "EF": pdfdoc.PDFDictionary({"F": file, "UF": file}),
                }
            )
            reference = document.Reference(specification, f"Spec.{name}")
            names += [pdfdoc.PDFString(name), reference]
            associated.append(reference)
        catalog = document.Catalog
        catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "AF"]
        catalog.AF = pdfdoc.PDFArray(associated)
        embedded = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(names)})
        catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": embedded})


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


def _fixed(said: str) -> Any:  # noqa: ANN401 - ReportLab wants a function of six numbers
    def formatter(*_parts: int) -> str:
        return said

    return formatter
