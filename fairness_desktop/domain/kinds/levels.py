"""How close to the person a decision is taken: seven levels, and a reason for each step away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import _
from ..errors import InvalidInputError
from ..vocabulary import BodyKind

TOP_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Level:
    """A rung of the ladder: 0 is the person it is for, 6 a partnership of several bodies."""

    level: int
    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class StepAway:
    """Why a decision is not taken at a level that the law would have allowed."""

    level: int
    why_not: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_level("level", self.level)


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """At which level a decision is taken, which lawful one is closest to the person, and why it is not taken there.

    None is *not answered yet*. ``why_closest`` says what stops it from being any closer.
    """

    taken: int | None = None
    closest_lawful: int | None = None
    why_closest: str = ""
    steps: tuple[StepAway, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_level("taken", self.taken)
        check_level("closest_lawful", self.closest_lawful)

    @property
    def steps_away(self) -> int | None:
        """How many levels further from the person than it need be; None until both are answered."""
        if self.taken is None or self.closest_lawful is None:
            return None
        return max(0, self.taken - self.closest_lawful)

    @property
    def passed_over(self) -> tuple[int, ...]:
        """The levels at which it could have been taken and is not, the closest first."""
        if self.taken is None or self.closest_lawful is None:
            return ()
        return tuple(range(self.closest_lawful, self.taken))

    def why_not(self, level: int) -> str:
        """The reason given for not taking it at a level; empty where there is none yet."""
        return next((s.why_not for s in self.steps if s.level == level), "")

    @property
    def without_reason(self) -> tuple[int, ...]:
        """The levels passed over for which no reason is given."""
        return tuple(level for level in self.passed_over if not self.why_not(level).strip())


def check_level(where: str, level: int | None) -> None:
    """Refuse a level that is no rung of the ladder."""
    if level is not None and not 0 <= level <= TOP_LEVEL:
        raise InvalidInputError(where, _("must be a whole number from 0 to 6"))


_LOCAL = (
    BodyKind.PARISH_COUNCIL,
    BodyKind.TOWN_COUNCIL,
    BodyKind.COMMUNITY_COUNCIL,
    BodyKind.COMMUNITY_TOWN_COUNCIL,
)


def own_level(body: BodyKind | None) -> int | None:
    """The level that a council itself is; None where its kind is not known, or it is another sort of body."""
    if body in _LOCAL:
        return 4
    if body is BodyKind.COMBINED_AUTHORITY:
        return TOP_LEVEL
    return None if body in (None, BodyKind.OTHER) else 5
