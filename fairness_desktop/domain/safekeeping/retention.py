"""How long a decision is kept, and what is past that time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..vocabulary import AssessmentId

RECORD_YEARS = 6
"""Years for which the written record is kept, from the date of the decision (SI 2014/2095 reg 8; so too in Wales).

Background papers must be kept for four; here they go with the record they belong to, and never before it.
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A decision whose record need not be kept any longer; ``until`` is the last day on which it had to be."""

    id: AssessmentId
    reference: str
    title: str
    decided: dt.date
    until: dt.date
    records: int
    papers: int


def kept_until(decided: dt.date) -> dt.date:
    """The last day on which the record of a decision has to be kept; the 29th of February ends with the month."""
    year = decided.year + RECORD_YEARS
    try:
        return decided.replace(year=year)
    except ValueError:
        return dt.date(year, 2, 28)


def is_past(decided: dt.date, today: dt.date) -> bool:
    """Whether the time of keeping is over."""
    return today > kept_until(decided)
