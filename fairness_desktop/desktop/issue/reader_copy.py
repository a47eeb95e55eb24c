"""The very pages in the system's own PDF reader, from a copy that goes when they have been looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices


class ReaderCopy:
    """A copy that nobody else can read and nobody can write: what is signed is not the copy, whatever becomes of it."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._folder: QTemporaryDir | None = None

    def open(self) -> bool:
        """Hand it to the system; whether something there shows it."""
        path = self.path()
        return path is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def path(self) -> Path | None:
        """Where the copy lies; None where it cannot be written."""
        self._folder = self._folder or QTemporaryDir()
        if not self._folder.isValid():
            return None
        path = Path(self._folder.path()) / "pages.pdf"
        try:
            if not path.exists():
                path.write_bytes(self._pdf)
                path.chmod(0o400)
        except OSError:
            return None
        return path
