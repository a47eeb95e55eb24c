"""Two versions of a framework side by side, and what the other would have done to the decisions of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...domain.assessment import Assessment, FrameworkReference
from ...domain.framework import Framework
from ...domain.vocabulary import AssessmentId, Floor, OptionId
from ...exchange.differences import Difference
from ...scoring.result import Result
from ..walk import scored

NAMED = ("version", "title", "adoption", "id")
"""What two versions differ in by their nature."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A decision that would have come out otherwise; ``floor`` is that of the option chosen, else of the leader."""

    id: AssessmentId
    reference: str
    title: str
    leader: OptionId | None
    leader_then: OptionId | None
    floor: Floor | None
    floor_then: Floor | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """What another framework would have changed: of ``looked_at`` decisions, those ``turned``.

    ``not_compared`` could not be scored under both: something is missing, or the other has not all their criteria.
    """

    looked_at: int
    turned: tuple[Turned, ...]
    not_compared: tuple[str, ...]


def changed_places(old: Framework, new: Framework) -> tuple[Difference, ...]:
    """Every figure or text in which the two differ, but for what names them; as ``kinds.technical.weights.voice``."""
    before, then = dict(_leaves(old.document, "")), dict(_leaves(new.document, ""))
    places = (*before, *(place for place in then if place not in before))
    return tuple(
        Difference(place, before.get(place), then.get(place))
        for place in places
        if before.get(place) != then.get(place) and place.split(".")[0] not in NAMED
    )


def _leaves(value: object, where: str) -> Iterator[tuple[str, object]]:
    """Every figure and text by its place; rows by what they are called, else by their number."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{where}.{key}" if where else str(key))
    elif isinstance(value, list):
        for i, row in enumerate(value):
            yield from _leaves(row, f"{where}.{_called(row, i)}")
    else:
        yield where, value


def _called(row: object, number: int) -> object:
    if not isinstance(row, Mapping):
        return number
    return next((row[key] for key in ("id", "kind", "level", "mechanism", "condition") if key in row), number)


def consequences(decisions: Iterable[tuple[Assessment, Framework]], new: Framework) -> Consequences:
    """Score each decision anew under ``new``; nothing is stored."""
    turned: list[Turned] = []
    left_out: list[str] = []
    count = 0
    for assessment, framework in decisions:
        count += 1
        now, then = scored(assessment, framework), _under(assessment, new)
        if now is None or then is None:
            left_out.append(assessment.title or assessment.id)
        else:
            turned.extend(_turned(assessment, now, then))
    return Consequences(count, tuple(turned), tuple(left_out))


def _under(assessment: Assessment, new: Framework) -> Result | None:
    known = set(new.criterion_ids)
    if any(c not in known for e in assessment.effects for c in e.impacts):
        return None
    reference = FrameworkReference(new.id, new.version, new.sha256)
    return scored(replace(assessment, framework=reference), new)


def _turned(assessment: Assessment, now: Result, then: Result) -> Iterator[Turned]:
    floor, floor_then = _floor(assessment, now), _floor(assessment, then)
    if (now.leader, floor) != (then.leader, floor_then):
        yield Turned(assessment.id, assessment.reference, assessment.title, now.leader, then.leader, floor, floor_then)


def _floor(assessment: Assessment, result: Result) -> Floor | None:
    shown = assessment.decision.chosen or result.leader
    return None if shown is None else result.option(shown).floor
