"""Groups on the rungs of the need ladder, with what an option does to them."""

from __future__ import annotations

from dataclasses import dataclass

from ..figures import signed

FEWEST_PLACES, MOST_PLACES = 2, 6


@dataclass(frozen=True, slots=True)
class Touched:
    """A group: its people, the mean effect on one of them (None is not answered), how many gain and how many lose."""

    name: str
    people: int
    effect: float | None
    gain: float
    lose: float
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A need level and the groups on it; what is not answered enters none of its figures."""

    name: str
    most_in_need: bool
    groups: tuple[Touched, ...]

    @property
    def people(self) -> int:
        """Everybody on it."""
        return sum(g.people for g in self.groups)

    @property
    def unanswered(self) -> int:
        """Those of whom nothing is answered."""
        return sum(g.people for g in self.groups if g.effect is None)

    @property
    def partly(self) -> int:
        """Those of whom some criterion is not answered."""
        return sum(g.people for g in self.groups if g.partly)

    @property
    def effect(self) -> float | None:
        """The mean effect on a person of whom it is answered; None where there is none."""
        answered = [g for g in self.groups if g.effect is not None]
        people = sum(g.people for g in answered)
        return sum(g.people * (g.effect or 0.0) for g in answered) / people if people else None

    @property
    def gain(self) -> float:
        """How many gain."""
        return sum(g.gain for g in self.groups)

    @property
    def lose(self) -> float:
        """How many lose."""
        return sum(g.lose for g in self.groups)

    @property
    def note(self) -> bool:
        """Whether there is a gap to be told."""
        return bool(self.unanswered or self.partly)


def effect_told(effect: float) -> str:
    """An effect to two decimals, or to as many as it takes to see that it is not nought."""
    for places in range(FEWEST_PLACES, MOST_PLACES + 1):
        if abs(effect) * 10**places >= 0.5:  # noqa: PLR2004 - less would be rounded to nought
            return signed(effect, places)
    return signed(0.0, FEWEST_PLACES)
