"""Who was heard: the share of those affected whose voice was sought, weighted by need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.framework import Framework
from ..domain.people import Group, living_standard
from ..domain.vocabulary import GroupId
from .rounding import fsum


@dataclass(frozen=True, slots=True)
class VoiceCoverage:
    """``share`` is Σ n·w·heard ÷ Σ n·w, None while no group can be weighed or none has an answer.

    A group whose size or need is not known weighs nothing yet and is named in ``not_weighed``; one without an answer
    counts among those affected, not among those heard, and is named in ``not_answered``.
    """

    share: float | None
    weights: dict[GroupId, float]
    not_heard: tuple[GroupId, ...]
    not_answered: tuple[GroupId, ...]
    not_weighed: tuple[GroupId, ...]


def need_weight(group: Group, framework: Framework) -> float | None:
    """How much one person of the group counts (a typical person counts 1); None while their need is not known."""
    standard = living_standard(group, framework)
    return None if standard is None else framework.weight(standard)


def voice_coverage(groups: Sequence[Group], framework: Framework) -> VoiceCoverage:
    """How much of those affected was heard, and who was not."""
    weights = {}
    for group in groups:
        weight = need_weight(group, framework)
        if weight is not None and group.size is not None:
            weights[group.id] = group.size * weight
    heard = fsum(weights[g.id] for g in groups if g.heard and g.id in weights)
    answered = any(g.heard is not None and g.id in weights for g in groups)
    return VoiceCoverage(
        share=heard / fsum(weights.values()) if answered else None,
        weights=weights,
        not_heard=tuple(g.id for g in groups if g.heard is False),
        not_answered=tuple(g.id for g in groups if g.heard is None),
        not_weighed=tuple(g.id for g in groups if g.id not in weights),
    )
