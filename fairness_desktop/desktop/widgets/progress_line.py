"""How far something is that goes on beside the window, and a button that stops it."""

from __future__ import annotations

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

    def follow(self, work: Watched, said: str) -> None:
        """Begin a work that is listened to already, and show how far it is."""
        self.watch(work, said)
        work.start()

    def watch(self, work: Watched, said: str) -> None:
        """Show how far a work is that is about to be started; ``said`` is what is being done, in a few words.

        Whoever listens to the work after this finds nothing at work any more when it ends.
        """
        self._work = work
        self._said.setText(said)
        self.bar.setAccessibleName(said)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.stop.setAccessibleName(_("Stop: {what}").format(what=said))
        self.show()
        work.progressed.connect(self._tell)
        work.finished_with.connect(self._over)
        work.failed.connect(self._over)

    def _tell(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.leave.set()
            self.stop.setEnabled(False)

    def _over(self) -> None:
        if self.sender() is not self._work:
            return  # whoever listened has begun another
        self._work = None
        self.hide()
