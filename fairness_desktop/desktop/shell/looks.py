"""Colours and size of text, as chosen in the menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from ..preferences import SCALES, Preferences
from ..theme import Scheme


class Looks(QObject):
    """Keeps each choice in the preferences, then says that it changed."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences

    def set_scheme(self, action: QAction) -> None:
        """The colours of a menu entry."""
        self._preferences.scheme = Scheme(action.data())
        self.changed.emit()

    def set_scale(self, action: QAction) -> None:
        """The size of a menu entry."""
        self._scale_to(float(action.data()))

    def larger(self) -> None:
        """The next size up."""
        self._scale_to(next((s for s in SCALES if s > self._preferences.scale), SCALES[-1]))

    def smaller(self) -> None:
        """The next size down."""
        self._scale_to(next((s for s in reversed(SCALES) if s < self._preferences.scale), SCALES[0]))

    def normal(self) -> None:
        """The size one starts with."""
        self._scale_to(1.0)

    def _scale_to(self, scale: float) -> None:
        self._preferences.scale = scale
        self.changed.emit()
