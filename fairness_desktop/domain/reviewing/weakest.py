"""The weakest tenth of a year: the decisions that kept least of what they promised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewed decision as it is ranked."""

    id: str
    reference: str
    kept: float


def how_many(reviewed: int) -> int:
    """The tenth of so many, rounded up: one of one to ten, none of none."""
    return -(-reviewed // 10)


def weakest_tenth(reviewed: Iterable[Reviewed]) -> tuple[Reviewed, ...]:
    """Those that kept least, weakest first; equal ones by reference, then by id, as code points sort."""
    ranked = sorted(reviewed, key=_rank)
    return tuple(ranked[: how_many(len(ranked))])


def _rank(one: Reviewed) -> tuple[float, str, str]:
    return one.kept, one.reference, one.id
