"""How the window looks on this laptop: colours and size of text, kept in a small file beside the register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from .theme import PALETTES, Scheme, Theme

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Preferences:
    """Read at start, written at each change; a file that cannot be read is as if there were none."""

    def __init__(self, data_folder: Path) -> None:
        self._settings = QSettings(str(data_folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        """The palette chosen."""
        word = str(self._settings.value("scheme", Scheme.SYSTEM))
        return Scheme(word) if word in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", scheme.value)

    @property
    def scale(self) -> float:
        """The size of text chosen, 1.0 being 100 %."""
        try:
            scale = float(str(self._settings.value("text_scale", 1.0)))
        except ValueError:
            return 1.0
        return min(SCALES, key=lambda known: abs(known - scale))

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("text_scale", scale)

    def theme(self) -> Theme:
        """The theme that follows; the system's wish is heard where none was chosen."""
        scheme = self.scheme
        if scheme is Scheme.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            scheme = Scheme.DARK if dark else Scheme.LIGHT
        return Theme(PALETTES[scheme], self.scale)
