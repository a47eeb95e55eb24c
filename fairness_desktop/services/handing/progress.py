"""How far the writing or reading of several files is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...watching import Progress


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
