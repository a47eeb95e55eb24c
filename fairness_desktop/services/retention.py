"""What need not be kept any longer, and letting go of it: on somebody's word, never by itself, and never quietly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from ..domain.assessment import Assessment
from ..domain.errors import NotFoundError, NotReadyError
from ..domain.history import Act, Note
from ..domain.register import RegisterQuery, Shelf
from ..domain.safekeeping.retention import RECORD_YEARS, Due, is_past, kept_until
from ..domain.vocabulary import AssessmentId
from ..i18n import _
from ..telling.figures import day
from .ports import Assessments
from .walk import Clock

PAGE = 200


class Retention:
    """Decisions past the time of keeping; ``who`` is the name that stands beside an erasure."""

    def __init__(self, store: Assessments, clock: Clock, who: Callable[[], str]) -> None:
        self._store, self._clock, self._who = store, clock, who

    def due(self) -> list[Due]:
        """Every decision that need not be kept any longer, the oldest first; none that has no date."""
        today = self._today()
        years = {tally.year for tally in self._store.tallies() if tally.year is not None}
        old = sorted(year for year in years if year <= today.year - RECORD_YEARS)
        found = [due for year in old for shelf in Shelf for due in self._of(RegisterQuery(year=year, shelf=shelf))]
        return sorted(found, key=_oldest)

    def erase(self, wanted: AssessmentId) -> None:
        """Erase a decision for good: its states, history, records and papers. The chain keeps that it was there.

        NotReadyError where its time of keeping is not over yet; nothing is erased then.
        """
        assessment = self._store.get(wanted)
        if assessment is None:
            raise NotFoundError(_("The register has no assessment {id}.").format(id=wanted))
        decided = assessment.decision.date
        if decided is None or not is_past(decided, self._today()):
            raise NotReadyError([self._too_early(assessment)])
        ground = _("kept until {day}, {years} years after the decision").format(
            day=kept_until(decided).isoformat(), years=RECORD_YEARS
        )
        said = ", ".join(
            [assessment.reference or str(wanted), ground, *(r.sha256 for r in self._store.records(wanted))]
        )
        self._store.erase(wanted, Note(self._clock(), self._who(), Act.ERASED, said))

    def _of(self, query: RegisterQuery) -> Iterator[Due]:
        for at in range(0, self._store.count(query), PAGE):
            for row in self._store.rows(query, at, PAGE):
                assessment = self._store.get(row.id)
                decided = None if assessment is None else assessment.decision.date
                if assessment is not None and decided is not None and is_past(decided, self._today()):
                    yield Due(
                        row.id,
                        row.reference,
                        row.title,
                        decided,
                        kept_until(decided),
                        len(self._store.records(row.id)),
                        len(assessment.attachments),
                    )

    def _too_early(self, assessment: Assessment) -> str:
        decided = assessment.decision.date
        name = assessment.reference or assessment.title or str(assessment.id)
        if decided is None:
            return _("“{name}” has no date of decision, so its time of keeping has not begun.").format(name=name)
        until = day(kept_until(decided))
        return _("“{name}” has to be kept until {day}; nothing was erased.").format(name=name, day=until)

    def _today(self) -> dt.date:
        return self._clock().date()


def _oldest(due: Due) -> tuple[dt.date, str]:
    return due.decided, due.reference
