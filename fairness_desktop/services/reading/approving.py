"""Asking a second reader, and being one."""

from __future__ import annotations

from dataclasses import replace

from ...domain.approval.machine import ReadingAct
from ...domain.approval.reading import Entry
from ...exchange.approved import state_hash
from ..walk import Clock, Walk


class Approving:
    """What is done in the second reading of a walk; each act is saved as every change is."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def authors(self, walk: Walk) -> frozenset[str]:
        """Who had a hand in it: the decision-maker, whoever asked, and whoever changed it by the history.

        A change that only tells of an act of the reading makes nobody an author.
        """
        now = walk.assessment
        changed = {line.who for line in walk.history if not line.where.startswith("second_reading")}
        asked = {e.by for e in now.second_reading.entries if e.act is ReadingAct.REQUESTED}
        return frozenset(name for name in {*changed, *asked, now.authority.decision_maker.name} if name.strip())

    def stale(self, walk: Walk) -> bool:
        """Whether it is approved, but was changed since."""
        return walk.assessment.second_reading.stale(state_hash(walk.assessment))

    def do(
        self, walk: Walk, act: ReadingAct, by: str, reasons: str = "", *, asked: str = "", override: str = ""
    ) -> None:
        """Do it, bound to the very state the assessment is in; InvalidInputError says what is missing or amiss."""
        now = walk.assessment
        at = self._clock().replace(microsecond=0)
        entry = Entry("", act, by.strip(), at, state_hash(now), reasons, asked.strip(), override)
        walk.change(replace(now, second_reading=now.second_reading.with_entry(entry, self.authors(walk))))
