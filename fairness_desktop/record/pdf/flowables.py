"""What is drawn rather than written: floors with their marks, lines of the contents, signature fields."""

from __future__ import annotations

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.platypus import Flowable, Paragraph

from ...domain.vocabulary import Floor
from ...i18n import _
from ..content.tree import SignatureField
from . import fonts, styles
from .canvas import page_of
from .paragraphs import Tagged
from .styles import markup
from .tagging.tags import Element

_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))
WIDTH = 170 * mm
PAGE_NUMBER = 40
"""Points kept free at the end of a line of contents."""

CONTENTS_GAP = 3
"""Points between two lines of contents."""


def floor_mark(floor: Floor, side: float = 12) -> Drawing:
    """Circle and tick, triangle and mark, octagon and cross."""
    drawing, colour = Drawing(side, side), styles.FLOORS[floor]
    white = {"strokeColor": styles.SURFACE, "strokeWidth": side / 8, "strokeLineCap": 1}
    if floor is Floor.GREEN:
        drawing.add(Circle(side / 2, side / 2, side / 2, fillColor=colour, strokeColor=None))
        drawing.add(PolyLine([side * v for v in (0.28, 0.48, 0.44, 0.32, 0.73, 0.66)], **white))
    elif floor is Floor.AMBER:
        drawing.add(Polygon([side * v for v in (0.5, 0.98, 1, 0.06, 0, 0.06)], fillColor=colour, strokeColor=None))
        drawing.add(Line(side * 0.5, side * 0.64, side * 0.5, side * 0.38, **white))
        drawing.add(Circle(side * 0.5, side * 0.2, side / 14, fillColor=styles.SURFACE, strokeColor=None))
    else:
        points = [side * v for point in _OCTAGON for v in point]
        drawing.add(Polygon(points, fillColor=colour, strokeColor=None))
        for rise in (1, -1):
            y = (0.33, 0.67)[::rise]
            drawing.add(Line(side * 0.33, side * y[0], side * 0.67, side * y[1], **white))
    return drawing


class FloorFlowable(Flowable):
    """A floor: its mark, then its words."""

    def __init__(self, floor: Floor, text: str, element: Element) -> None:
        super().__init__()
        self._mark = floor_mark(floor)
        self._words = Tagged.of(text, styles.BODY, element)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        _w, self.height = self._words.wrap(available - 20, height)
        return available, self.height + 6

    def draw(self) -> None:
        with self.canv.artifact():
            self._mark.drawOn(self.canv, 0, self.height - 7)
        self._words.drawOn(self.canv, 20, 6)


class ContentsLine(Flowable):
    """A line of the list of contents: the section's name and its page, and the whole line leads there."""

    def __init__(self, text: str, key: str, entry: Element) -> None:
        super().__init__()
        self._key, self._said = key, text
        self._link = entry.under("Reference").add(Element("Link", alt=_("Go to: {what}").format(what=text)))
        self._words = Paragraph(markup(text, styles.CONTENTS), styles.CONTENTS)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        _w, tall = self._words.wrap(available - PAGE_NUMBER, height)
        self.width, self.height = available, tall + CONTENTS_GAP
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        with canvas.tagged(self._link):
            self._words.drawOn(canvas, 0, 2)
            canvas.saveState()
            canvas.translate(self.width - PAGE_NUMBER + 8, 5)
            canvas.setFont(fonts.REGULAR, styles.CONTENTS.fontSize)
            canvas.drawString(0, 0, " ")  # else a reader says name and number as one word
            canvas.doForm(page_of(self._key))
            canvas.restoreState()
        with canvas.artifact():
            canvas.setStrokeColor(styles.LINE)
            canvas.setLineWidth(0.4)
            canvas.line(0, 0, self.width, 0)
        box = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(self.width, self.height))
        annotation = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray([round(v, 2) for v in box]),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "Contents": pdfdoc.PDFString(self._link.alt),
                "Dest": canvas._bookmarkReference(self._key),
            }
        )
        canvas.annotate(f"Contents.{self._key}", annotation, self._link)


class SignatureBox(Flowable):
    """An empty, visible signature field, made here so that signing adds nothing but the signature.

    The ``last`` of several locks the file: whatever is filled in or added after it breaks its signature.
    """

    def __init__(self, field: SignatureField, form: Element) -> None:
        super().__init__()
        self.width, self.height = 250.0, 74.0
        self._field, self._form = field, form
        form.alt = f"{field.signer}, {field.role}"

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return self.width, self.height + 8

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.setStrokeColor(styles.MUTED)
            canvas.rect(0, 0, self.width, self.height)
        corners = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(self.width, self.height))
        name, said = self._field.name, pdfdoc.PDFString(self._form.alt)
        widget = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Sig"),
                "T": pdfdoc.PDFString(name),
                "TU": said,
                "Contents": said,
                "Rect": pdfdoc.PDFArray([round(v, 2) for v in corners]),
                "AP": pdfdoc.PDFDictionary({"N": canvas._doc.Reference(self._empty_look(), f"Look.{name}")}),
                "P": canvas._doc.thisPageRef(),
            }
        )
        if self._field.locks:
            lock = {"Type": pdfdoc.PDFName("SigFieldLock"), "Action": pdfdoc.PDFName("All"), "P": 1}
            widget["Lock"] = canvas._doc.Reference(pdfdoc.PDFDictionary(lock), f"Lock.{name}")
        canvas.add_field(canvas.annotate(f"Field.{name}", widget, self._form))

    def _empty_look(self) -> pdfdoc.PDFStream:
        look = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Form"),
            "BBox": pdfdoc.PDFArray([0, 0, self.width, self.height]),
            "Resources": pdfdoc.PDFDictionary({}),
        }
        return pdfdoc.PDFStream(dictionary=pdfdoc.PDFDictionary(look), content=b"")
