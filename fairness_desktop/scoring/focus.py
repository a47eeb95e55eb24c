"""Focus: whether those most in need have their share of what is gained, and no more than it of what is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.vocabulary import GroupId, OptionId
from .inputs import ScoringInputs
from .points import Effects
from .rounding import fsum


@dataclass(frozen=True, slots=True)
class Focus:
    """Shares from 0 to 1 of the gain and of the loss that fall to those most in need; None where there is none."""

    benefit_share: float | None
    burden_share: float | None
    need_share: float | None

    @property
    def focus_ratio(self) -> float | None:
        """φ: their share of the gain against their share of the people; above 1 is tilted to need."""
        return ratio(self.benefit_share, self.need_share)

    @property
    def burden_ratio(self) -> float | None:
        """Their share of the loss against their share of the people; above 1 falls on need."""
        return ratio(self.burden_share, self.need_share)


def ratio(part: float | None, whole: float | None) -> float | None:
    """One number against another; undefined where there is nothing to divide by."""
    return part / whole if part is not None and whole else None


def need_share(inputs: ScoringInputs, reach: Mapping[GroupId, float], neediest: tuple[GroupId, ...]) -> float | None:
    """P: the share of those most in need among the people any option can reach."""
    people = {g.id: g.size * reach[g.id] for g in inputs.groups}
    return ratio(fsum(people[g] for g in neediest), fsum(people.values()))


def focus(
    inputs: ScoringInputs, option: OptionId, means: Effects, neediest: tuple[GroupId, ...], share: float | None
) -> Focus:
    """How the gain and the loss of an option fall; ``share`` is the need share."""
    moved = {g.id: g.size * means.get((option, g.id), 0.0) for g in inputs.groups}
    gains = {g: max(m, 0.0) for g, m in moved.items()}
    losses = {g: max(-m, 0.0) for g, m in moved.items()}
    return Focus(
        benefit_share=ratio(fsum(gains[g] for g in neediest), fsum(gains.values())),
        burden_share=ratio(fsum(losses[g] for g in neediest), fsum(losses.values())),
        need_share=share,
    )
