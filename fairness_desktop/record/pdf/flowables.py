"""What is drawn rather than written: floors with their marks, signature fields."""

from __future__ import annotations

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, PolyLine
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfdoc
from reportlab.platypus import Flowable, Paragraph

from ...domain.vocabulary import Floor
from ..content.tree import SignatureField
from . import styles
from .styles import markup

_OCTAGON = ((0.3, 0), (0.7, 0), (1, 0.3), (1, 0.7), (0.7, 1), (0.3, 1), (0, 0.7), (0, 0.3))
WIDTH = 170 * mm


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

    def __init__(self, floor: Floor, text: str) -> None:
        super().__init__()
        self._mark = floor_mark(floor)
        self._words = Paragraph(markup(text, styles.BODY), styles.BODY)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.width = available
        _w, self.height = self._words.wrap(available - 20, height)
        return available, self.height + 6

    def draw(self) -> None:
        self._mark.drawOn(self.canv, 0, self.height - 7)
        self._words.drawOn(self.canv, 20, 6)


class SignatureBox(Flowable):
    """An empty, visible signature field, made here so that signing adds nothing but the signature."""

    def __init__(self, field: SignatureField) -> None:
        super().__init__()
        self.width, self.height = 250.0, 74.0
        self._field = field

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        return self.width, self.height + 8

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(styles.MUTED)
        canvas.rect(0, 0, self.width, self.height)
        left, bottom = canvas.absolutePosition(0, 0)
        corners = (left, bottom, left + self.width, bottom + self.height)
        empty = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("XObject"),
                    "Subtype": pdfdoc.PDFName("Form"),
                    "BBox": pdfdoc.PDFArray([0, 0, self.width, self.height]),
                    "Resources": pdfdoc.PDFDictionary({}),
                }
            ),
            content=b"",
        )
        name = self._field.name
        look = canvas._doc.Reference(empty, f"Look.{name}")
        widget = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Widget"),
                "FT": pdfdoc.PDFName("Sig"),
                "T": pdfdoc.PDFString(name),
                "TU": pdfdoc.PDFString(f"{self._field.signer}, {self._field.role}"),
                "Contents": pdfdoc.PDFString(f"{self._field.signer}, {self._field.role}"),
                "F": 4,
                "Rect": pdfdoc.PDFArray([round(v, 2) for v in corners]),
                "AP": pdfdoc.PDFDictionary({"N": look}),
                "P": canvas._doc.thisPageRef(),
            }
        )
        canvas._addAnnotation(widget, f"Field.{name}")
        canvas.add_field(pdfdoc.PDFObjectReference(f"Annot.Field.{name}"))
