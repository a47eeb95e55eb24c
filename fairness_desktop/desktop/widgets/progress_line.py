"""How far something is that goes on beside the window, and a button that stops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ...i18n import _
from ..theme import current
from ..workers import Watched
from .basics import Button, Hint


class ProgressLine(QWidget):
    """Hidden as long as nothing goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: Watched | None = None
        self._done: Callable[[object], object] = _unheard
        self._failed: Callable[[str], object] = _unheard
        self._said = Hint()
        self._said.setWordWrap(False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(current().px(12))
        self.stop = Button(_("Stop"), "link")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._said)
        box.addWidget(self.bar, 1)
        box.addWidget(self.stop)
        self.stop.clicked.connect(self._stop)
        self.hide()

    @property
    def at_work(self) -> bool:
        """Whether something goes on."""
        return self._work is not None

    def run(self, work: Watched, said: str, done: Callable[[object], object], failed: Callable[[str], object]) -> None:
        """Begin a work and show how far it is; ``said`` is what is being done, in a few words.

        Whichever of the two it ends with finds nothing at work any more, and is called in the same breath: nobody
        sees it ended before its end is told.
        """
        self._work, self._done, self._failed = work, done, failed
        self._said.setText(said)
        self.bar.setAccessibleName(said)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.stop.setAccessibleName(_("Stop: {what}").format(what=said))
        self.show()
        work.progressed.connect(self._tell)
        work.finished_with.connect(self._finished)
        work.failed.connect(self._broken)
        work.start()

    def _tell(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.leave.set()
            self.stop.setEnabled(False)

    def _finished(self, result: object) -> None:
        if self._over():
            self._done(result)

    def _broken(self, sentence: str) -> None:
        if self._over():
            self._failed(sentence)

    def _over(self) -> bool:
        """Whether it is the work shown that has ended, and not one before it."""
        if self.sender() is not self._work:
            return False
        self._work = None
        self.hide()
        return True


def _unheard(end: object) -> None:
    """Of no work, nobody waits for the end."""
