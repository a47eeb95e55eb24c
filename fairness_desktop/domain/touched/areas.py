"""Areas of an index of deprivation as evidence of need: what their deciles suggest, and no more than suggest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...i18n import _
from ..errors import InvalidInputError

DECILES = 10
MOST_AREAS = 200
"""Areas that one group may rest on; a group spread over more is no group of an area."""


@dataclass(frozen=True, slots=True)
class Area:
    """A small area of an official index; decile 1 is the most deprived tenth of the nation's areas."""

    id: str
    name: str = ""
    decile: int = DECILES
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1 <= self.decile <= DECILES:
            raise InvalidInputError("decile", _("must be a whole number from 1 to 10"))


def suggested_level(areas: Sequence[Area], suggests: Mapping[int, int]) -> int | None:
    """The need level that most of the areas suggest, the needier of two that as many do; None without an area."""
    counted = Counter(suggests[area.decile] for area in areas)
    return max(counted, key=lambda level: (counted[level], level)) if counted else None
