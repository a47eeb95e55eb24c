"""Putting decisions on another shelf, however many: some in one transaction, with progress, and a way to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..domain.errors import FairnessError, StoppedError
from ..domain.history import Act, Note
from ..domain.register import RegisterQuery, RegisterRow
from ..domain.vocabulary import AssessmentId
from ..watching import Progress, unwatched
from .ports import Assessments
from .walk import Clock

PAGE = 2000
"""Lines read at a time: each page takes longer to find the further down it is."""

LONGEST = 0.25
"""Seconds after which what was done is kept, so that the window may save in between."""

NAMED = 50
"""Of so many it is known afterwards how they are called."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Lines of the register, in the order in which a query shows them: from one to another, both included."""

    query: RegisterQuery
    parts: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(last - first + 1 for first, last in self.parts)


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of it: those moved, and those that stayed with the reason; ``stopped`` where some were not reached.

    ``first`` are lines of the first, for a sentence about them.
    """

    ids: tuple[AssessmentId, ...]
    refused: tuple[tuple[AssessmentId, str], ...] = ()
    stopped: bool = False
    first: dict[AssessmentId, RegisterRow] = field(default_factory=dict)


class Shelving:
    """Moves decisions between the register, the archive and the trash."""

    def __init__(self, store: Assessments, clock: Clock, who: Callable[[], str]) -> None:
        self._store, self._clock, self._who = store, clock, who

    def lines(self, chosen: Chosen) -> Iterator[RegisterRow]:
        """The lines chosen, one after another."""
        for first, last in chosen.parts:
            for offset in range(first, last + 1, PAGE):
                yield from self._store.rows(chosen.query, offset, min(PAGE, last + 1 - offset))

    def move_chosen(self, chosen: Chosen, act: Act, progress: Progress = unwatched) -> Moved:
        """Move what is chosen: all of it is looked up first, for what was moved is shown no longer."""
        ids: list[AssessmentId] = []
        first: dict[AssessmentId, RegisterRow] = {}
        try:
            for row in self.lines(chosen):
                if len(ids) % PAGE == 0:
                    progress(0, chosen.count)
                if len(ids) < NAMED:
                    first[row.id] = row
                ids.append(row.id)
        except StoppedError:
            return Moved((), stopped=True)
        return self.move(ids, act, progress, first)

    def move(
        self,
        ids: Sequence[AssessmentId],
        act: Act,
        progress: Progress = unwatched,
        first: dict[AssessmentId, RegisterRow] | None = None,
    ) -> Moved:
        """Move these; where one cannot be moved the others are.

        Where ``progress`` raises StoppedError, those before are moved and stay so.
        """
        moved: list[AssessmentId] = []
        refused: list[tuple[AssessmentId, str]] = []
        stopped = False
        try:
            while len(moved) + len(refused) < len(ids):
                at = len(moved) + len(refused)
                progress(at, len(ids))
                some, others = self._some(ids, at, act)
                moved += some
                refused += others
        except StoppedError:
            stopped = True
        return Moved(tuple(moved), tuple(refused), stopped, first or {})

    def _some(
        self, ids: Sequence[AssessmentId], at: int, act: Act
    ) -> tuple[list[AssessmentId], list[tuple[AssessmentId, str]]]:
        """As many from there on as go into one transaction."""
        moved: list[AssessmentId] = []
        refused: list[tuple[AssessmentId, str]] = []
        until = time.monotonic() + LONGEST
        with self._store.together():
            while at < len(ids) and (time.monotonic() < until or not moved):
                try:
                    with self._store.apart():
                        self._store.mark(ids[at], Note(self._clock(), self._who(), act))
                    moved.append(ids[at])
                except FairnessError as error:
                    refused.append((ids[at], str(error)))
                at += 1
        return moved, refused
