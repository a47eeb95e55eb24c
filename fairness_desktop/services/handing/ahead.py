"""Bundles made ready by other processes, some ahead of the one who keeps them.

Each is a new Python of its own, as where records are checked (``services/checking/workers.py``). What they give comes
in the order of the files; where one of them ends before its time, the one who keeps does the rest by himself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, cast

from .preparing import Preparing, Ready

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

SOME = 8
"""Files told and answered at once."""

AHEAD = 2
"""Times that many that each process has to do, so that it need not wait for the next."""

LONGEST = 120.0
"""Seconds for some files; they are small."""

Make = Callable[[tuple[bytes, ...]], Preparing]
"""Builds what makes bundles ready, under the frameworks that ship and those given (canonical JSON)."""

Answer = tuple[Ready | None, ...]


def _serve(make: Make, frameworks: tuple[bytes, ...], pipe: Connection) -> None:
    """What a process does: make ready the files it is told, until the pipe is closed or Ctrl-C is typed."""
    with suppress(EOFError, KeyboardInterrupt, OSError):
        preparing = make(frameworks)
        pipe.send(())  # it has started
        while True:
            paths = cast(tuple[Path, ...], pipe.recv())
            pipe.send(tuple(preparing.ready(path) for path in paths))


class _Helper:
    """One process."""

    def __init__(self, make: Make, frameworks: tuple[bytes, ...]) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(make, frameworks, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._started = False
        self.has = 0

    @property
    def started(self) -> bool:
        """Whether it can be told anything; OSError or EOFError where it has ended."""
        if not self._started and self._pipe.poll():
            self._pipe.recv()
            self._started = True
        return self._started

    def tell(self, paths: Sequence[Path]) -> None:
        """Have it make these ready."""
        self._pipe.send(tuple(paths))
        self.has += 1

    def answers(self, seconds: float) -> bool:
        """Whether it has an answer, waiting for it so long."""
        return self._pipe.poll(seconds)

    def answer(self) -> Answer:
        """The next answer; OSError or EOFError where none comes."""
        if not self._pipe.poll(LONGEST):
            raise TimeoutError
        self.has -= 1
        return cast(Answer, self._pipe.recv())

    def end(self) -> None:
        """Stop it, whatever it does."""
        self._pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()


class Ahead:
    """What is made ready of some files, asked for in their order."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.helped = False
        """Whether help was ever asked for."""
        self._helpers: list[_Helper] = []
        self._told: deque[tuple[int, _Helper]] = deque()
        """Where each some that was told begins, in order, and who was told."""
        self._next = 0
        """The first file that nobody was told."""
        self._made: dict[int, Ready | None] = {}

    def start(self, make: Make, frameworks: tuple[bytes, ...], count: int) -> None:
        """Begin to help, with so many processes."""
        self.helped = True
        with suppress(OSError):  # no room for another process: one can do without
            for _n in range(count):
                self._helpers.append(_Helper(make, frameworks))

    def wait(self, at: int) -> None:
        """Wait until that file was made ready, if somebody was told it."""
        self._made = {n: made for n, made in self._made.items() if n >= at}
        try:
            if self._told and self._told[0][0] <= at:
                self._take()
            self._tell(at)
        except (OSError, EOFError):
            self.end()

    def has(self, at: int, seconds: float) -> bool:
        """Whether one need not wait for that file, or no longer than that."""
        if at in self._made or not self._told or self._told[0][0] > at:
            return True
        try:
            return self._told[0][1].answers(max(seconds, 0))
        except OSError:
            return True

    def ready(self, at: int) -> Ready | None:
        """What was made of it; None where nobody was told, or it is left to the one who keeps."""
        if at not in self._made:
            self.wait(at)
        return self._made.get(at)

    def _take(self) -> None:
        begin, helper = self._told.popleft()
        self._made.update(enumerate(helper.answer(), begin))

    def _tell(self, at: int) -> None:
        """Give those something to do who have too little; nothing before ``at``, and not that, which is done now."""
        self._next = max(self._next, at if at in self._made else at + 1)
        for helper in sorted(self._helpers, key=_has):
            while helper.started and helper.has < AHEAD and self._next < len(self._paths):
                some = self._paths[self._next : self._next + SOME]
                helper.tell(some)
                self._told.append((self._next, helper))
                self._next += len(some)

    def end(self) -> None:
        """Stop all of them; what is not made ready then is left to the one who keeps."""
        for helper in self._helpers:
            helper.end()
        self._helpers, self._next = [], len(self._paths)
        self._told.clear()


def _has(helper: _Helper) -> int:
    return helper.has
