"""Taking in many bundles: some in one transaction, each of them whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...domain.errors import FairnessError, StoppedError
from ..ports import Assessments
from ..register import Register
from .opening import FileKind, openable
from .progress import Progress, unwatched
from .relation import Relation
from .sources import source
from .taking import Taking

TOGETHER = 64
"""Bundles kept in one transaction: one wait for the disk for all of them."""

LONGEST = 0.25
"""Seconds after which those taken in are kept, so that the window may save in between."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one bundle: how it stood, or the sentence that says why it did not come in."""

    path: Path
    relation: Relation | None
    refused: str = ""


class Many:
    """Takes bundles in by the thousand, and assessments by themselves.

    A bundle that was taken in already is known by its hash and not opened.
    """

    def __init__(self, store: Assessments, taking: Taking, register: Register) -> None:
        self._store, self._taking, self._register = store, taking, register

    def take(self, paths: Sequence[Path], progress: Progress = unwatched) -> list[Outcome]:
        """Take them in one after another, told how many are done.

        Where ``progress`` raises StoppedError, those before are kept, the outcomes end there, and taking the same
        again goes on where it was stopped. One that is refused keeps no other back.
        """
        outcomes: list[Outcome] = []
        try:
            for batch in self._batches(paths, progress):
                outcomes += batch
        except StoppedError:
            return outcomes
        progress(len(paths), len(paths))
        return outcomes

    def _batches(self, paths: Sequence[Path], progress: Progress) -> Iterator[list[Outcome]]:
        """Outcomes of bundles that are kept for good, some at a time."""
        at = 0
        while at < len(paths):
            progress(at, len(paths))
            batch: list[Outcome] = []
            until = time.monotonic() + LONGEST
            with self._store.together():
                while at < len(paths) and len(batch) < TOGETHER and time.monotonic() < until:
                    batch.append(self._one(paths[at]))
                    at += 1
            yield batch

    def _one(self, path: Path) -> Outcome:
        try:
            if openable(path) is FileKind.ASSESSMENT:
                with self._store.apart():
                    return Outcome(path, Relation.NEW if self._register.take_in(path).new else Relation.SAME)
            with source(path) as read:
                if self._store.remembered(read.sha256) is not None:
                    return Outcome(path, Relation.SAME)
                with self._taking.opened_from(read) as bundle, self._store.apart():
                    return Outcome(path, self._taking.take_opened(bundle).relation)
        except FairnessError as error:
            return Outcome(path, None, str(error))
