"""Could one person be in two of these groups? What was answered, pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from ..vocabulary import GroupId

PEOPLE_WORDS = (
    "disab", "child", "carer", "young", "teen", "older", "elder", "famil", "parent", "tenant", "low-income",
    "low income", "unemploy", "jobseek", "women", "student", "pension", "homeless", "refugee", "migrant",
    "anabl", "plant", "gofalw", "ifanc", "hŷn", "teulu", "tenantiaid", "digartref",
)  # fmt: skip
"""Beginnings of words that name people by what they share, English and Welsh: two groups that have one in common may
hold the same person."""

_THE_REST = ("other", "eraill", "arall")


class OverlapAnswer(StrEnum):
    """Whether one person can be in both: no; yes, and then counted in one of them; yes, and counted in both so far."""

    NO = "no"
    COUNTED = "counted"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Overlap:
    """The answer for two groups; ``counted_in`` is the one that holds those who could be in both."""

    group: GroupId
    other: GroupId
    answer: OverlapAnswer | None = None
    counted_in: GroupId | None = None
    note: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def pair(self) -> frozenset[GroupId]:
        """The two, in no order."""
        return frozenset((self.group, self.other))


Overlaps = tuple[Overlap, ...]


def likely_pairs(names: Sequence[tuple[GroupId, str]]) -> Iterator[tuple[GroupId, GroupId]]:
    """The pairs of groups whose names say that they may hold the same person."""
    traits = {group: _traits(name) for group, name in names}
    for (one, _name), (other, _other_name) in combinations(names, 2):
        if traits[one] & traits[other]:
            yield one, other


def asked_pairs(names: Sequence[tuple[GroupId, str]], overlaps: Sequence[Overlap]) -> list[Overlap]:
    """The pairs that are asked about, as answered so far: the likely ones first, then those somebody added."""
    said = {overlap.pair: overlap for overlap in overlaps}
    likely = [said.pop(frozenset(pair), Overlap(*pair)) for pair in likely_pairs(names)]
    return [*likely, *said.values()]


def other_pairs(groups: Sequence[GroupId], asked: Sequence[Overlap]) -> list[tuple[GroupId, GroupId]]:
    """The pairs of groups that are not asked about."""
    said = {overlap.pair for overlap in asked}
    return [pair for pair in combinations(groups, 2) if frozenset(pair) not in said]


def with_overlap(overlaps: Overlaps, new: Overlap) -> Overlaps:
    """The same answers with that one in the place of the pair's old one."""
    if any(old.pair == new.pair for old in overlaps):
        return tuple(new if old.pair == new.pair else old for old in overlaps)
    return (*overlaps, new)


def without_group(overlaps: Overlaps, gone: GroupId) -> Overlaps:
    """The answers that say nothing of that group."""
    return tuple(overlap for overlap in overlaps if gone not in overlap.pair)


def _traits(name: str) -> frozenset[str]:
    """What a group's name says its people share; nothing of one that is told as the rest of another."""
    folded = name.casefold().strip()
    if not folded or any(rest in folded.split() for rest in _THE_REST):
        return frozenset()
    return frozenset({folded, *(word for word in PEOPLE_WORDS if word in folded)})
