"""Robustness and switching values, worked out beside the window and dropped with the next change."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal

from ...scoring.result import Result
from ...scoring.score import in_full
from ..session_model import SessionModel
from ..workers import Work


class InFull(QObject):
    """The session's result with all that takes longer; ``result`` is None until it is there.

    ``worked_out`` says that it is. A change of the session stops the draws under way within a few milliseconds.
    """

    worked_out = Signal()
    failed = Signal(str)

    def __init__(self, session: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stop = Event()
        self._under_way: Work | None = None
        self.result: Result | None = None
        session.changed.connect(self._drop)

    def want(self) -> None:
        """See that it is there or under way."""
        result = self._session.result
        if self.result is not None or self._under_way is not None or result is None:
            return
        self._stop = Event()
        stopped = self._stop.is_set
        work = Work(in_full, self._session.assessment, self._session.framework, result, lambda: not stopped())
        work.finished_with.connect(self._done)
        work.failed.connect(self.failed)
        self._under_way = work
        work.start()

    def _drop(self) -> None:
        self._stop.set()
        self._under_way, self.result = None, None

    def _done(self, result: object) -> None:
        if self.sender() is not self._under_way:
            return  # worked out for an assessment that has changed since
        self._under_way = None
        if isinstance(result, Result):
            self.result = result
            self.worked_out.emit()
