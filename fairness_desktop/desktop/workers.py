"""Work that goes on beside the window."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QThread, Signal

from ..domain.errors import FairnessError, StoppedError
from ..i18n import _
from .sweeping import sweeper

_ALL = 1000


class Work(QThread):
    """One call in a thread of its own; ``finished_with`` tells what it returned, ``failed`` a sentence.

    The signals arrive in the window's thread. It belongs to the application and goes when it has ended, whatever
    becomes of the view that asked: a thread taken away while it runs takes the program with it. A fault of ours goes
    on to the crash report; the window hears of it as a failure too, so that nobody waits for ever. Long work looks at
    ``leave`` from time to time, and ends early where it is set.
    """

    finished_with = Signal(object)
    failed = Signal(str)
    refused = Signal(object)
    """The error itself, just before ``failed``, for whoever tells one kind from another."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        super().__init__(QCoreApplication.instance())
        self._call, self._arguments = call, arguments
        self.leave = Event()
        self._sweeper = sweeper()
        self.finished.connect(self._sweeper.end)
        self.finished.connect(self.deleteLater)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin; until it has ended, garbage is collected in the window's thread alone."""
        self._sweeper.begin()
        super().start(priority)

    def run(self) -> None:
        sentence = _("That could not be done; a report of the fault was written.")
        done = False
        try:
            result = self._call(*self._arguments)
            done = True
        except FairnessError as error:
            sentence = str(error)
            self.refused.emit(error)
        finally:
            if not done:
                self.failed.emit(sentence)
        if done:
            self.finished_with.emit(result)


class Watched(Work):
    """Work that tells how far it is, and can be stopped: its call is given, last, whom to tell (``Progress``).

    ``leave`` stops it at the next step; ``failed`` says so then, unless the call has an answer for that itself.
    """

    progressed = Signal(int, int)
    """In thousandths of all: what is counted may be more than a signal carries."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        super().__init__(call, *arguments, self._tell)
        self._told = -1

    def _tell(self, done: int, of: int) -> None:
        if self.leave.is_set():
            raise StoppedError
        thousandths = _ALL if of <= 0 else min(_ALL, done * _ALL // of)
        if thousandths != self._told:
            self._told = thousandths
            self.progressed.emit(thousandths, _ALL)


def wait_for_all() -> None:
    """Wait until nothing goes on beside the window any more: before the program ends."""
    application = QCoreApplication.instance()
    at_work = application.findChildren(Work) if application is not None else []
    for work in at_work:
        work.leave.set()
    for work in at_work:
        work.wait()
