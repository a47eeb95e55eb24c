"""Taking in many bundles: some in one transaction, each of them whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.errors import FairnessError, StoppedError
from ...watching import Progress, unwatched
from ..ports import Assessments
from .ahead import Ahead, Make
from .opening import FileKind, openable
from .preparing import Ready
from .relation import Relation
from .sources import source
from .taking import Taking

if TYPE_CHECKING:  # it imports what lies here: shelving tells of its progress in the same way
    from ..register import Register

TOGETHER = 64
"""Bundles kept in one transaction: one wait for the disk for all of them."""

LONGEST = 0.25
"""Seconds after which those taken in are kept, so that the window may save in between."""

MANY = 400
"""Bundles up to which new processes would take longer to start than they save."""

HELPERS = 3
"""Processes that make bundles ready, at most: no more than one who keeps them can follow."""


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

    def __init__(
        self, store: Assessments, taking: Taking, register: Register, make: Make, processors: int | None = None
    ) -> None:
        self._store, self._taking, self._register = store, taking, register
        self._make, self._processors = make, processors or os.cpu_count() or 1

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
        at, ahead, batch = 0, Ahead(paths), list[Outcome]()
        try:
            while at < len(paths):
                progress(at, len(paths))
                if any(outcome.relation is Relation.NEW for outcome in batch) and len(paths) - at > MANY:
                    self._get_help(ahead)
                ahead.wait(at)
                batch = self._batch(paths[at : at + TOGETHER], at, ahead)
                at += len(batch)
                yield batch
        finally:
            ahead.end()

    def _get_help(self, ahead: Ahead) -> None:
        """From other processes, once it is seen that there is something for them to do."""
        if self._processors > 1 and not ahead.helped:
            ahead.start(self._make, tuple(self._store.kept_frameworks()), min(HELPERS, self._processors))

    def _batch(self, paths: Sequence[Path], begin: int, ahead: Ahead) -> list[Outcome]:
        """Keep these in one transaction, or as many as there is time for; at least one."""
        batch: list[Outcome] = []
        until = time.monotonic() + LONGEST
        with self._store.together():
            for at, path in enumerate(paths, begin):
                left = until - time.monotonic()
                if batch and (left < 0 or not ahead.has(at, left)):
                    break
                batch.append(self._one(path, ahead.ready(at)))
        return batch

    def _one(self, path: Path, ready: Ready | None) -> Outcome:
        try:
            relation = self._known(ready) if ready is not None else None
            return Outcome(path, relation) if relation is not None else self._alone(path)
        except FairnessError as error:
            return Outcome(path, None, str(error))

    def _known(self, ready: Ready) -> Relation | None:
        """Of one that was made ready; None where it must be looked into here."""
        if self._store.remembered(ready.sha256) is not None:
            return Relation.SAME
        with self._store.apart():
            return self._taking.take_ready(ready)

    def _alone(self, path: Path) -> Outcome:
        if openable(path) is FileKind.ASSESSMENT:
            with self._store.apart():
                return Outcome(path, Relation.NEW if self._register.take_in(path).new else Relation.SAME)
        with source(path) as read:
            if self._store.remembered(read.sha256) is not None:
                return Outcome(path, Relation.SAME)
            with self._taking.opened_from(read) as bundle, self._store.apart():
                return Outcome(path, self._taking.take_opened(bundle).relation)
