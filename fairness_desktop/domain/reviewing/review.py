"""The review of an issued decision: what was promised, what happened, and what is done about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum

from ...i18n import N_, _
from ..effects import BEST, WORST, check_impact, check_reach
from ..errors import InvalidInputError
from ..money.asking import in_words, on_day, one_of
from ..money.sums import MOST_MONEY, check_money
from ..vocabulary import GroupId

PLACES = 6
MOST_OUTCOMES = 12
"""As many as there can be groups."""


class ReviewVerdict(StrEnum):
    """What follows for the decision."""

    KEEP = "keep"
    CHANGE = "change"
    REPLACE = "replace"
    STOP = "stop"


_WORDS: Mapping[StrEnum, str] = {
    ReviewVerdict.KEEP: N_("Keep it"),
    ReviewVerdict.CHANGE: N_("Change it"),
    ReviewVerdict.REPLACE: N_("Replace it"),
    ReviewVerdict.STOP: N_("Stop it"),
}


def review_word(verdict: ReviewVerdict) -> str:
    """How a verdict is said."""
    return _(_WORDS[verdict])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was promised to a group, copied when the review is begun, and what happened to it.

    ``weight`` is people × need weight; ``promised`` the effect on a touched person over all criteria, ``outcome`` what
    it came to, by the same anchors; ``promised_reach`` and ``reach`` the share of the group that is touched. ``name``
    is the group's then. None is *not answered*; in a public copy also what is left out.
    """

    group: GroupId
    name: str = ""
    weight: float | None = None
    promised: float | None = None
    promised_reach: float | None = None
    outcome: float | None = None
    reach: float | None = None
    because: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.weight is not None and not 0 <= self.weight <= MOST_MONEY:
            raise InvalidInputError("weight", _("must be a number from 0 to 10,000,000,000,000"))
        if self.promised is not None and not WORST <= self.promised <= BEST:
            raise InvalidInputError("promised", _("must be a number from −3 to 3"))
        if self.outcome is not None:
            check_impact("outcome", self.outcome)
        check_reach(self.reach)
        if self.promised_reach is not None and not 0 <= self.promised_reach <= 1:
            raise InvalidInputError("promised_reach", _("must be a share from 0 to 1"))

    @property
    def answered(self) -> bool:
        """Whether it is said what happened: where nobody was reached, nothing more needs to be."""
        return self.reach == 0 or (self.reach is not None and self.outcome is not None)

    @property
    def promised_points(self) -> float | None:
        """The part of T that the group was promised; None where a figure is missing."""
        return _points(self.weight, self.promised_reach, self.promised)

    @property
    def points(self) -> float | None:
        """The same of what happened."""
        return _points(self.weight, self.reach, 0.0 if self.reach == 0 else self.outcome)


def _points(weight: float | None, reach: float | None, effect: float | None) -> float | None:
    return None if weight is None or reach is None or effect is None else weight * reach * effect


@dataclass(frozen=True, slots=True)
class Review:
    """The review, begun or finished. ``record`` is the SHA-256 of the sealed record whose promise is held to.

    ``promised_cost`` and ``cost`` are pounds a year against carrying on as now, a saving being negative.
    """

    record: str = ""
    date: dt.date | None = on_day(N_("Reviewed on"))  # noqa: RUF009
    by: str = in_words(N_("Reviewed by"))
    outcomes: tuple[Outcome, ...] = ()
    promised_cost: float | None = None
    cost: float | None = None
    verdict: ReviewVerdict | None = one_of(N_("What follows"), ReviewVerdict, needed=False)  # noqa: RUF009
    reasons: str = in_words(N_("Why"))
    done: str = in_words(N_("What was done about it"))
    owner: str = in_words(N_("Who does it"))
    due: dt.date | None = on_day(N_("By when"))  # noqa: RUF009
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.outcomes) > MOST_OUTCOMES:
            raise InvalidInputError("outcomes", _("has more than 12 entries; there are no more groups"))
        check_money("promised_cost", self.promised_cost)
        check_money("cost", self.cost)

    @property
    def begun(self) -> bool:
        """Whether there is one."""
        return bool(self.outcomes)

    @property
    def still_open(self) -> tuple[str, ...]:
        """What is missing before it counts as finished, as places below ``review``."""
        rows = (f"outcomes[{o.group}]" for o in self.outcomes if not o.answered)
        fields = {"date": self.date, "by": self.by.strip(), "verdict": self.verdict, "reasons": self.reasons.strip()}
        return (*rows, *(name for name, said in fields.items() if not said))

    @property
    def finished(self) -> bool:
        """Whether it counts among the reviewed decisions of its year."""
        return self.begun and not self.still_open

    @property
    def kept(self) -> float | None:
        """How much of the promise was kept: 1 is all of it; None while a figure is missing."""
        return kept(self.outcomes)


def kept(outcomes: tuple[Outcome, ...]) -> float | None:
    """Outcome against promise: 1 + (T′ − T) ÷ D, rounded to 6 decimals.

    T is what was promised in points, T′ what happened, both over all groups. D is the size of T, so that a
    promise of good kept in part is T′ ÷ T, and a harm twice as large as was said is 0. Where nothing was promised (T is
    0), D is what one minor improvement for everybody would be. docs/method.md lays it down.
    """
    pairs = [(o.points, o.promised_points, o.weight) for o in outcomes]
    known = [(got, due, weight) for got, due, weight in pairs if got is not None and due is not None]
    if not known or len(known) < len(outcomes):
        return None
    promised, happened = fsum(due for _got, due, _w in known), fsum(got for got, _due, _w in known)
    against = abs(promised) if round(promised, PLACES) else fsum(weight or 0.0 for _got, _due, weight in known)
    return round(1 + (happened - promised) / against, PLACES) + 0.0 if against else None
