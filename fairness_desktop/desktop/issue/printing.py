"""A record on paper: its very pages, each with a line at its foot that a print is not the signed record."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from ...i18n import _

FINEST = 300
"""Dots an inch that pages are drawn with: finer costs memory and shows nothing more."""

PREVIEWED = 110
"""Dots an inch that the preview is drawn with."""

FOOT = 0.03
"""Of the height of the paper, for that line."""


class PrintPreview(QPrintPreviewDialog):
    """The pages as they will come out, with the ways to print them that the system has."""

    def __init__(self, pdf: bytes, parent: QWidget | None = None) -> None:
        self.printer_ = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer_.setResolution(FINEST)
        super().__init__(self.printer_, parent)
        self._pdf = pdf
        self.setWindowTitle(_("Print the record"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.paintRequested.connect(self._paint)

    def _paint(self, printer: QPrinter) -> None:
        print_pages(self._pdf, printer)


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print every page, or those that were asked for; returns how many."""
    import pypdfium2

    document, painter = pypdfium2.PdfDocument(pdf), QPainter(printer)
    try:
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or len(document), len(document))
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            _draw(painter, printer, document[number - 1].render(scale=_scale(printer), rev_byteorder=True))
        return last - first + 1
    finally:
        painter.end()
        document.close()


def _scale(printer: QPrinter) -> float:
    """Dots a point: fewer for the preview, which holds all pages at once."""
    shown = printer.paintEngine().type() == QPaintEngine.Type.Picture
    return min(printer.resolution(), PREVIEWED if shown else FINEST) / 72


def _draw(painter: QPainter, printer: QPrinter, bitmap: object) -> None:
    """One page as large as the paper has room for, and the line under it."""
    from .pages_view import picture

    room = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
    room.moveTo(0, 0)
    foot = round(room.height() * FOOT)
    image: QImage = picture(bitmap)
    size = image.size().scaled(room.width(), room.height() - foot, Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect((room.width() - size.width()) // 2, 0, size.width(), size.height()), image)
    font = QFont(painter.font())
    font.setPointSizeF(8)
    painter.setFont(font)
    line = QRect(0, room.height() - foot, room.width(), foot)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, _("Print of a record: only the PDF file proves itself."))
