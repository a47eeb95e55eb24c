"""Files that the system asks the program to open: by its arguments, or by an event while it runs (macOS)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpenings(QObject):
    """Keeps what is asked for until somebody can open it."""

    wanted = Signal(list)
    """Paths to be opened now."""

    def __init__(self, paths: Sequence[Path] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(paths)
        self._ready = False

    def begin(self) -> None:
        """From now on they can be opened; those that wait are."""
        self._ready = True
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._waiting.append(Path(event.file()))
            self._tell()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self._ready and self._waiting:
            paths, self._waiting = self._waiting, []
            self.wanted.emit(paths)
