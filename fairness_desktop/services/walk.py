"""One walk through one assessment: every change is saved before it is current."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from ..domain.assessment import Assessment
from ..domain.errors import NotReadyError
from ..domain.framework import Framework
from ..domain.register import HistoryLine, IssuedRecord, Standings
from ..exchange.differences import differences
from ..exchange.encoding import encode
from ..scoring.result import Result
from ..scoring.rounding import rounded
from ..scoring.score import score
from .ports import Assessments

Clock = Callable[[], datetime]


def standings(result: Result | None) -> Standings:
    """What the register shows of a result."""
    if result is None or result.leader is None:
        return Standings()
    leader = result.option(result.leader)
    return Standings(leader.id, rounded(leader.score), leader.floor)


def scored(assessment: Assessment, framework: Framework) -> Result | None:
    """The result, or None while something needed is missing."""
    try:
        return score(assessment, framework)
    except NotReadyError:
        return None


def history_of(old: Assessment | None, new: Assessment, at: datetime, who: str) -> tuple[HistoryLine, ...]:
    """A line for every place in which the two differ."""
    before = {} if old is None else encode(old)
    return tuple(
        HistoryLine(at, who, change.where, _json(change.old), _json(change.new))
        for change in differences(before, encode(new))
    )


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


class Walk:
    """The assessment as it stands, what follows from it, and how it changes.

    ``who`` is asked at each change, for the history. A change that cannot be saved raises and changes nothing.
    """

    def __init__(
        self, store: Assessments, assessment: Assessment, framework: Framework, clock: Clock, who: Callable[[], str]
    ) -> None:
        self._store, self._clock, self._who = store, clock, who
        self.framework = framework
        self.assessment = assessment
        self.result = scored(assessment, framework)
        self._undone: list[Assessment] = []
        self._done: list[Assessment] = []

    @property
    def records(self) -> list[IssuedRecord]:
        """The sealed records of this assessment, newest first."""
        return self._store.records(self.assessment.id)

    @property
    def history(self) -> list[HistoryLine]:
        """Every change, oldest first."""
        return self._store.history(self.assessment.id)

    @property
    def can_undo(self) -> bool:
        """Whether something was changed in this sitting."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back in this sitting."""
        return bool(self._undone)

    def change(self, new: Assessment) -> None:
        """Save a new state; only then is it current."""
        old = self.assessment
        if new == old:
            return
        self._become(new)
        self._done.append(old)
        self._undone.clear()

    def undo(self) -> None:
        """Go back to the state before the last change; the history says that too."""
        if self._done:
            old = self.assessment
            self._become(self._done[-1])
            self._done.pop()
            self._undone.append(old)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._undone:
            old = self.assessment
            self._become(self._undone[-1])
            self._undone.pop()
            self._done.append(old)

    def _become(self, new: Assessment) -> None:
        result = scored(new, self.framework)
        lines = history_of(self.assessment, new, self._clock(), self._who())
        self._store.save(new, standings(result), lines)
        self.assessment, self.result = new, result
