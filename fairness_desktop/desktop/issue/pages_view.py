"""The very pages of a PDF, as pictures one under another."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ...i18n import _
from ..theme import current


class PagesView(QScrollArea):
    """Pages scaled to the width there is; arrow keys and Page Down scroll."""

    def __init__(self, pdf: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pypdfium2

        self._document = pypdfium2.PdfDocument(pdf)
        self.count = len(self._document)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The pages of the record: {count}").format(count=self.count))
        self.setAccessibleDescription(self._text())
        sheet = QWidget()
        self._box = QVBoxLayout(sheet)
        self._box.setSpacing(16)
        self._labels = [QLabel() for _page in range(self.count)]
        for number, label in enumerate(self._labels, 1):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAccessibleName(_("Page {number}").format(number=number))
            self._box.addWidget(label)
        self.setWidget(sheet)
        self._width = 0

    def _text(self) -> str:
        """What the first page says, for those who hear it."""
        if not self.count:
            return ""
        page = self._document[0]
        return str(page.get_textpage().get_text_range())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(self.viewport().width() - 40, current().px(900))
        if abs(width - self._width) > 20:
            self._width = width
            QTimer.singleShot(0, self, self._draw)  # drawn while the frame is laid out, they would lie over one another

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        for label, page in zip(self._labels, self._document, strict=True):
            scale = max(self._width, 200) * ratio / page.get_width()
            bitmap = page.render(scale=scale, rev_byteorder=True)
            pixmap = QPixmap.fromImage(picture(bitmap))
            pixmap.setDevicePixelRatio(ratio)
            label.setPixmap(pixmap)


def picture(bitmap: Any) -> QImage:
    """What was drawn of a page, as a picture that holds its own bytes."""
    raw = bytes(bitmap.buffer)
    return QImage(raw, bitmap.width, bitmap.height, bitmap.stride, _FORMATS[bitmap.n_channels]).copy()


_FORMATS = {
    1: QImage.Format.Format_Grayscale8,
    3: QImage.Format.Format_RGB888,
    4: QImage.Format.Format_RGBA8888,
}
