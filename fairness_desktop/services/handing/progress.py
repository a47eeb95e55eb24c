"""How far something is that takes a while, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much; raises StoppedError to stop."""


def unwatched(_done: int, _of: int) -> None:
    """Nobody looks on."""


class Bytes:
    """Counts the bytes of several files as one piece of work."""

    def __init__(self, of: int, progress: Progress) -> None:
        self._of, self._progress, self._done = of, progress, 0

    def counted(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The same pieces; each is told when it has been asked for."""
        for piece in pieces:
            self._done += len(piece)
            self._progress(self._done, self._of)
            yield piece
