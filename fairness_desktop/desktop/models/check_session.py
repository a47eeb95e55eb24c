"""What is being checked and what was found: it goes on whatever view is on show, until the window is closed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ...domain.errors import FairnessError
from ...domain.sealing.trust import Root
from ...domain.sealing.verdict import RecordCheck, Verdict
from ...services.checking.checking import Checking
from ...services.checking.files import File
from ..workers import Work
from .check_model import CheckModel

Trusted = TypeVar("Trusted")

_Task = tuple[File, int | None]
"""A file, and the line it has already, where it is looked at again."""


class CheckSession(QObject):
    """Files wait, are checked beside the window, and stay in the model; ``changed`` tells of every step.

    ``ended`` comes when nothing waits any more, ``failed`` with a sentence.
    """

    changed = Signal()
    found = Signal(int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checking = checking
        self.model = CheckModel(self)
        self.left_out = 0
        self.seconds = 0.0
        self._waiting: list[_Task] = []
        self._under_way: list[_Task] = []
        self._work: _Run | None = None
        self._since = 0.0

    @property
    def running(self) -> bool:
        """Whether files are being checked."""
        return self._work is not None

    @property
    def to_go(self) -> int:
        """Files that are not checked yet."""
        return len(self._waiting) + len(self._under_way)

    def check(self, paths: Sequence[Path]) -> bool:
        """Check these files, every PDF of a folder; False where there is none."""
        meant = self.checking.files(paths)
        self._waiting.extend((file, None) for file in meant)
        self._begin()
        return bool(meant)

    def stop(self) -> None:
        """Leave out what still waits, and what is being looked at."""
        self.left_out = self.to_go
        self._waiting.clear()
        if self._work is not None:
            self._work.leave.set()

    def clear(self) -> None:
        """Leave everything, and forget what was found."""
        self.stop()
        self._under_way, self.left_out = [], 0
        self.model.clear()
        self.changed.emit()

    def trust(self, root: Root) -> None:
        """Trust a council from now on, and look again at what that may change."""
        self._change_trust(self.checking.trust.add, root)

    def distrust(self, root: Root) -> None:
        """Trust it no more, and look again at what that may change."""
        self._change_trust(self.checking.trust.remove, root.fingerprint)

    def take_in_list(self, path: Path) -> None:
        """Take in the revocation list of a trusted council, and look again at what that may change."""
        self._change_trust(self.checking.trust.add_list, path)

    def _change_trust(self, change: Callable[[Trusted], object], of: Trusted) -> None:
        try:
            change(of)
        except FairnessError as error:
            self.failed.emit(str(error))
            return
        looked_at = enumerate(zip(self.model.files(), self.model.checks, strict=True))
        self._waiting.extend((file, row) for row, (file, check) in looked_at if _hangs_on_trust(check))
        self.changed.emit()
        self._begin()

    def _begin(self) -> None:
        if self._work is not None or not self._waiting:
            return
        self._under_way, self._waiting = self._waiting, []
        self.left_out, self._since = 0, time.monotonic()
        work = _Run(self.checking, tuple(file for file, _row in self._under_way))
        work.found.connect(self._found)
        work.finished_with.connect(self._ended)
        work.failed.connect(self._failed)
        self._work = work
        work.start()
        self.changed.emit()

    def _found(self, check: object) -> None:
        assert isinstance(check, RecordCheck)
        if not self._under_way:  # stopped meanwhile
            return
        file, row = self._under_way.pop(0)
        if row is None:
            self.model.add(file, check)
            row = self.model.rowCount() - 1
        else:
            self.model.put(row, check)
        self.found.emit(row)
        self.changed.emit()

    def _ended(self, _nothing: object) -> None:
        self._work, self._under_way = None, []
        self.seconds = time.monotonic() - self._since
        self._begin()
        if self._work is None:
            self.ended.emit()
        self.changed.emit()

    def _failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self._ended(None)


def _hangs_on_trust(check: RecordCheck) -> bool:
    """Whether the verdict may be another when other councils are trusted."""
    return check.verdict in (Verdict.VALID, Verdict.VALID_UNTRUSTED, Verdict.INVALID)


class _Run(Work):
    """One run over some files, beside the window; ``found`` comes with each, in their order."""

    found = Signal(object)

    def __init__(self, checking: Checking, files: tuple[File, ...]) -> None:
        super().__init__(self._go)
        self._checking, self._files = checking, files

    def _go(self) -> None:
        for check in self._checking.checks(self._files, stop=self.leave):
            self.found.emit(check)
