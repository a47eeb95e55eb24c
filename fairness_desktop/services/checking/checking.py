"""Checking one record or thousands, under those whom the user trusts; it needs no register."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from ...domain.sealing.trust import Root
from ...domain.sealing.verdict import RecordCheck
from ..ports import TrustList
from .files import File, files
from .verifying import Verifying
from .workers import Make, Workers

FEW = 8
"""Files up to which new processes would take longer to start than they save."""


class Checking:
    """``make`` builds what checks one file, here and in other processes; ``trust`` says under whom it is valid."""

    def __init__(self, make: Make, trust: TrustList, processors: int | None = None) -> None:
        self._make, self.trust = make, trust
        self._processors = processors or os.cpu_count() or 1
        self._verifying: Verifying | None = None

    def files(self, paths: Sequence[Path]) -> list[File]:
        """The files meant: each as it is, a folder as the PDFs below it in order."""
        return files(paths)

    def checks(
        self, meant: Sequence[File], also: Sequence[bytes] = (), stop: Event | None = None
    ) -> Iterator[RecordCheck]:
        """What is found of each, in their order; several at once where there are many.

        Valid under the trust list and under ``also``. Setting ``stop`` ends it, and what is being looked at is left.
        """
        stop = stop or Event()
        trusted = (*self.trust.certificates(), *also)
        if len(meant) > FEW and self._processors > 1:
            yield from Workers(self._make, trusted, self._processors).checks(meant, stop)
            return
        for file in meant:
            if stop.is_set():
                return
            yield self.here.check_file(file.path, trusted, file.shown)

    @property
    def here(self) -> Verifying:
        """What checks one file in this process."""
        if self._verifying is None:
            self._verifying = self._make()
        return self._verifying

    def rivals(self, root: Root) -> list[Root]:
        """Those trusted that bear the same name and have another key."""
        return [one for one in self.trust.all() if one.same_name(root) and one.fingerprint != root.fingerprint]
