"""Garbage is collected in the window's thread alone: elsewhere a widget would be destroyed under the window's hands.

Python collects in whichever thread makes the object that is one too many, and what it takes away may be a widget that
hangs in a circle. Qt destroys widgets in their own thread only; in another it ends the program, then or later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY = 250
"""Milliseconds between two looks at how much there is to collect, while anything goes on beside the window."""


class Sweeper(QObject):
    """Collects by a timer as long as work goes on beside the window; Python does so by itself as soon as none does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at_work = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(_sweep)

    def begin(self) -> None:
        """One work more."""
        if not self._at_work:
            gc.disable()
            self._timer.start()
        self._at_work += 1

    def end(self) -> None:
        """One work less."""
        self._at_work -= 1
        if not self._at_work:
            self._timer.stop()
            gc.enable()


def sweeper() -> Sweeper:
    """The one of the application."""
    application = QCoreApplication.instance()
    found = None if application is None else application.findChild(Sweeper)
    return found or Sweeper(application)


def _sweep() -> None:
    """The oldest generation of which there is too much, as Python itself would; the younger go with it."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if full:
        gc.collect(full[-1])
