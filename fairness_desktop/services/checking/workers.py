"""Files looked at by several processes at once: what stops one of them, or keeps it for ever, stops nothing else.

Each worker is a new Python of its own (there is no other way on Windows), told one file at a time over a pipe, and is
replaced after so many files, so that nothing a library forgets to give back piles up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from ...domain.sealing.verdict import Cause, RecordCheck
from .files import File
from .verifying import Verifying, unreadable

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

FILES_A_WORKER = 250
LONGEST = 120.0
"""Seconds for one file, a worker's start included; the readers themselves give up after ten or so."""

_GLANCE = 0.1
"""Seconds after which the wish to stop is looked at again."""

Make = Callable[[], Verifying]


def _serve(make: Make, trusted: tuple[bytes, ...], pipe: Connection) -> None:
    """What a worker does: check each file it is told, until the pipe is closed or Ctrl-C is typed."""
    with suppress(EOFError, KeyboardInterrupt, OSError):
        verifying = make()
        while True:
            path, shown = cast(tuple[Path, str], pipe.recv())
            pipe.send(verifying.check_file(path, trusted, shown))


class _Worker:
    """One process, and the file it is at."""

    def __init__(self, make: Make, trusted: tuple[bytes, ...]) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(make, trusted, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self.at: int | None = None
        self._told, self._since = 0, 0.0

    def tell(self, number: int, file: File) -> None:
        """Have it look at a file."""
        self.at, self._since, self._told = number, time.monotonic(), self._told + 1
        with suppress(OSError):  # it has died: seen when it is listened to
            self.pipe.send((file.path, file.shown))

    def answer(self) -> RecordCheck | None:
        """What it found; None where it has died over it."""
        self.at = None
        try:
            return cast(RecordCheck, self.pipe.recv())
        except (EOFError, OSError):
            self._told = FILES_A_WORKER
            return None

    @property
    def too_long(self) -> bool:
        """Whether it has been at its file for longer than any file takes."""
        return self.at is not None and time.monotonic() - self._since > LONGEST

    @property
    def worn(self) -> bool:
        """Whether it is to be replaced."""
        return self._told >= FILES_A_WORKER

    def end(self) -> None:
        """Stop it, whatever it does."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class Workers:
    """So many processes for one run over some files."""

    def __init__(self, make: Make, trusted: Sequence[bytes], count: int) -> None:
        self._make, self._trusted = make, tuple(trusted)
        self._count = count
        self._at_work: list[_Worker] = []

    def checks(self, files: Sequence[File], stop: Event) -> Iterator[RecordCheck]:
        """What is found of each file, in their order; ends early where it is asked to stop."""
        done: dict[int, RecordCheck] = {}
        waiting = iter(enumerate(files))
        following = 0
        try:
            self._at_work = [_Worker(self._make, self._trusted) for _place in range(min(self._count, len(files)))]
            for place in range(len(self._at_work)):
                self._next(place, waiting)
            while following < len(files) and not stop.is_set():
                self._listen(files, done, waiting)
                while following in done:
                    yield done.pop(following)
                    following += 1
        finally:
            for worker in self._at_work:
                worker.end()

    def _listen(self, files: Sequence[File], done: dict[int, RecordCheck], waiting: Iterator[tuple[int, File]]) -> None:
        """Take what workers have found, and tell them the next."""
        ready = wait([worker.pipe for worker in self._at_work if worker.at is not None], timeout=_GLANCE)
        for place, worker in enumerate(self._at_work):
            number = worker.at
            if number is None or (worker.pipe not in ready and not worker.too_long):
                continue
            found = worker.answer() if worker.pipe in ready else None
            done[number] = found or unreadable(files[number].shown, Cause.STOPPED)
            if found is None or worker.worn:
                worker.end()
                self._at_work[place] = _Worker(self._make, self._trusted)
            self._next(place, waiting)

    def _next(self, place: int, waiting: Iterator[tuple[int, File]]) -> None:
        told = next(waiting, None)
        if told is not None:
            self._at_work[place].tell(*told)
