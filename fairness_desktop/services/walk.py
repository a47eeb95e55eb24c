"""One walk through one assessment: every change is saved before it is current."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from ..domain.assessment import Assessment
from ..domain.deciding.gut import kept as kept_feeling
from ..domain.errors import InvalidInputError, NotReadyError
from ..domain.framework import Framework
from ..domain.history import Act, HistoryLine, Note, Step
from ..domain.register import IssuedRecord, Standings
from ..exchange.chain import changes_between
from ..exchange.encoding import encode
from ..i18n import _
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


def shows_something(assessment: Assessment, result: Result | None) -> bool:
    """Whether a result is there to be seen that rests on any effect: before that nothing is known."""
    return result is not None and bool(assessment.effects)


def history_of(old: Assessment | None, new: Assessment, at: datetime, who: str) -> tuple[HistoryLine, ...]:
    """A line for every place in which the two differ."""
    changes = changes_between({} if old is None else encode(old), encode(new))
    return tuple(HistoryLine(at, who, change.where, change.old, change.new) for change in changes)


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
        self._trail = store.trail(assessment.id)
        self._seen = shows_something(assessment, self.result)

    @property
    def feeling_is_open(self) -> bool:
        """Whether a first feeling can still be noted, or changed: no result has been there to be seen."""
        return not self._seen and not self.assessment.decision.gut.fixed

    @property
    def records(self) -> list[IssuedRecord]:
        """The sealed records of this assessment, newest first."""
        return self._store.records(self.assessment.id)

    @property
    def as_recorded(self) -> Assessment | None:
        """The assessment as its newest sealed record tells it; None where there is no record."""
        records = self.records
        told = records[0].document_sha256 if records else ""
        number = next((step.number for step in self.steps if step.document == told), None)
        return None if number is None else self._store.state(self.assessment.id, number)

    @property
    def history(self) -> list[HistoryLine]:
        """Every change, oldest first."""
        return self._store.history(self.assessment.id)

    @property
    def steps(self) -> list[Step]:
        """Every step, oldest first: who did what, when, and what that changed."""
        return self._store.steps(self.assessment.id)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back, in whichever sitting it was made."""
        return self._trail.undo_to is not None

    @property
    def can_redo(self) -> bool:
        """Whether the last thing done was to take a change back."""
        return self._trail.redo_to is not None

    def catch_up(self) -> None:
        """Go on from what the register has now: issuing a record gives the assessment its reference."""
        now = self._store.get(self.assessment.id)
        if now is not None and now != self.assessment:
            self.assessment, self.result = now, scored(now, self.framework)
            self._seen = self._seen or shows_something(now, self.result)
        self._trail = self._store.trail(self.assessment.id)

    def change(self, new: Assessment) -> None:
        """Save a new state; only then is it current. What was felt before a result was seen stays as it was noted."""
        felt = self.assessment.decision.gut
        if not self.feeling_is_open and not felt.says_as(new.decision.gut):
            message = _("The result has been seen: what was felt before it stays as it was noted.")
            raise InvalidInputError("decision.gut", message)
        if new != self.assessment:
            self._become(new, Act.CHANGED)

    def undo(self) -> None:
        """Go back to the state before the last change; the history says that too."""
        self._go(self._trail.undo_to, Act.UNDONE)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._go(self._trail.redo_to, Act.REDONE)

    def _go(self, number: int | None, act: Act) -> None:
        """To the state after that step; the reference under which a record was issued since then stays."""
        state = None if number is None else self._store.state(self.assessment.id, number)
        if number is not None and state is not None:
            state = replace(state, second_reading=self.assessment.second_reading)  # said, it is not taken back
            kept = replace(state, reference=self.assessment.reference) if number < self._trail.issued else state
            self._become(kept, act, str(number))

    def _become(self, new: Assessment, act: Act, about: str = "") -> None:
        result = scored(new, self.framework)
        now, seen = self._clock(), shows_something(new, result)
        felt = kept_feeling(
            self.assessment.decision.gut, new.decision.gut, now, was_seen=self._seen, is_seen=seen
        )  # fmt: skip
        new = replace(new, decision=replace(new.decision, gut=felt))
        note = Note(now, self._who(), act, about)
        kept = self._store.save(new, standings(result), note, self._trail.document)
        self._trail = self._trail.after(act, kept)
        self.assessment, self.result = new, result
        self._seen = self._seen or seen
