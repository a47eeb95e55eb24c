"""Who is touched, and who of them needs most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .errors import InvalidInputError
from .framework import Framework
from .touched.areas import MOST_AREAS, Area
from .vocabulary import Grade, GroupId

MOST_PEOPLE = 1_000_000_000
"""No group is larger than this; a size beyond it is a slip of the finger."""

LEAST_INCOME, MOST_INCOME = 1e-6, 1000
"""Income against the median; outside of these the arithmetic would say nothing of anybody."""

TOP_NEED_LEVEL = 5

FEWEST_TOLD = 10
"""People; how many are in a smaller group is left out of the public copy: they could be found out."""


@dataclass(frozen=True, slots=True)
class NeedEvidence:
    """What a need level rests on.

    Where that is the areas in which the people live: the ``areas``, the ``index`` that ranks them, and the SHA-256 of
    the official file they were read from.
    """

    grade: Grade | None = None
    source: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    index: str = ""
    index_sha256: str = ""
    areas: tuple[Area, ...] = ()

    def __post_init__(self) -> None:
        if len(self.areas) > MOST_AREAS:
            raise InvalidInputError("areas", _("has more than 200 areas; such a group is not of one place"))


@dataclass(frozen=True, slots=True)
class Group:
    """People touched alike. Groups are disjoint: a person counts once, in the neediest group that holds them.

    ``relative_income`` (income ÷ median, above 0) wins over ``need_level`` where both are given.
    """

    id: GroupId
    name: str = ""
    size: int | None = None
    need_level: int | None = None
    relative_income: float | None = None
    need_evidence: tuple[NeedEvidence, ...] = ()
    heard: bool | None = None
    heard_how: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.size is not None and self.size <= 0:
            raise InvalidInputError("size", _("must be a whole number above 0"))
        if self.size is not None and self.size > MOST_PEOPLE:
            raise InvalidInputError("size", _("must be at most 1,000,000,000"))
        if self.need_level is not None and not 0 <= self.need_level <= TOP_NEED_LEVEL:
            raise InvalidInputError("need_level", _("must be a whole number from 0 to 5"))
        if self.relative_income is not None and not self.relative_income > 0:
            raise InvalidInputError("relative_income", _("must be a number above 0"))
        if self.relative_income is not None and not LEAST_INCOME <= self.relative_income <= MOST_INCOME:
            raise InvalidInputError("relative_income", _("must be from 0.000001 to 1000, where 1 is the median"))

    @property
    def need_answered(self) -> bool:
        """Whether it is known how much these people need."""
        return self.need_level is not None or self.relative_income is not None

    @property
    def uncounted(self) -> bool:
        """Whether they are so few that the public copy leaves out how many."""
        return self.size is not None and self.size < FEWEST_TOLD


def living_standard(group: Group, framework: Framework) -> float | None:
    """Y of a group, the median household having 1; None while their need is not known."""
    if group.relative_income is not None or group.need_level is None:
        return group.relative_income
    return framework.living_standard(group.need_level)
