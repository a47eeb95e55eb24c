"""A paper in the system's own program, from a copy that goes with the page: what is kept is not the copy."""

from __future__ import annotations

import contextlib
from pathlib import Path, PurePath

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from ...domain.attachments import Attachment
from ...services.handing.papers import safe_name

DOCUMENTS = {
    ".pdf", ".txt", ".csv", ".md", ".rtf", ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic",
    ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".eml", ".msg",
    ".mp3", ".m4a", ".wav", ".mp4", ".mov", ".json", ".geojson", ".gpx", ".kml",
}  # fmt: skip
"""Endings of files that show something; whatever else a stranger's bundle brings could run when it is opened."""


def can_be_opened(paper: Attachment) -> bool:
    """Whether it is a document, by the ending that the system would go by."""
    return PurePath(safe_name(paper)).suffix.lower() in DOCUMENTS


class OpenedCopies:
    """Copies that only whoever sits here can read, and nobody can write by mistake."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None

    def place(self, paper: Attachment) -> Path | None:
        """Where the copy of a paper goes; None where nothing can be written."""
        self._folder = self._folder or QTemporaryDir()
        if not self._folder.isValid():
            return None
        folder = Path(self._folder.path()) / paper.sha256[:16]
        try:
            folder.mkdir(exist_ok=True)
        except OSError:
            return None
        return folder / safe_name(paper)

    def show(self, place: Path) -> bool:
        """Hand a copy to the system; whether something there shows it."""
        with contextlib.suppress(OSError):
            place.chmod(0o400)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
