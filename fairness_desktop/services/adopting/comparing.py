"""Two versions of a framework side by side, and what the other would have done to the decisions of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...domain.assessment import Assessment, FrameworkReference
from ...domain.effects import Unanswered
from ...domain.framework import Criterion, Framework
from ...domain.vocabulary import AssessmentId, Floor, OptionId
from ...exchange.differences import Difference
from ...i18n import _
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

    ``not_compared`` could not be scored under both: something is missing. ``not_counting`` hold effects on criteria
    that the other has not: they were compared without these, which stay in the assessment. ``not_asked`` were never
    asked about criteria that the other has beside theirs.
    """

    looked_at: int
    turned: tuple[Turned, ...]
    not_compared: tuple[str, ...]
    not_counting: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()


def told_partly(then: Consequences) -> list[str]:
    """What could only be compared in part, a sentence each."""
    said = []
    if then.not_counting:
        told = _("In {count} of them effects on criteria that are gone stay where they are, and did not count.")
        said.append(told.format(count=len(then.not_counting)))
    if then.not_asked:
        told = _("{count} of them were never asked about the criteria that are new: compared without these.")
        said.append(told.format(count=len(then.not_asked)))
    return said


def criteria_added(old: Framework, new: Framework) -> tuple[Criterion, ...]:
    """The criteria that only the new one has."""
    return tuple(c for c in new.criteria if c.id not in old.criterion_ids)


def criteria_removed(old: Framework, new: Framework) -> tuple[Criterion, ...]:
    """The criteria that only the old one has."""
    return criteria_added(new, old)


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
    not_counting: list[str] = []
    not_asked: list[str] = []
    count = 0
    for assessment, framework in decisions:
        count += 1
        called = assessment.title or assessment.id
        now, then = scored(assessment, framework), _under(assessment, framework, new)
        if now is None or then is None:
            left_out.append(called)
            continue
        if narrowed(assessment, new) != assessment:
            not_counting.append(called)
        if criteria_added(framework, new):
            not_asked.append(called)
        turned.extend(_turned(assessment, now, then))
    return Consequences(count, tuple(turned), tuple(left_out), tuple(not_counting), tuple(not_asked))


def narrowed(assessment: Assessment, new: Framework) -> Assessment:
    """The assessment without its effects on criteria that ``new`` has not."""
    known = set(new.criterion_ids)
    if all(c in known for effect in assessment.effects for c in effect.impacts):
        return assessment
    effects = (replace(e, impacts={c: x for c, x in e.impacts.items() if c in known}) for e in assessment.effects)
    open_still = tuple(u for u in assessment.unanswered if u.criterion is None or u.criterion in known)
    return replace(assessment, effects=tuple(effects), unanswered=open_still)


def _under(assessment: Assessment, old: Framework, new: Framework) -> Result | None:
    """Its result under ``new``: criteria it was never asked about are not answered, and never 0."""
    fitting = narrowed(assessment, new)
    asked_anew = tuple(
        Unanswered(effect.option, effect.group, criterion.id)
        for effect in fitting.effects
        for criterion in criteria_added(old, new)
    )
    reference = FrameworkReference(new.id, new.version, new.sha256)
    return scored(replace(fitting, framework=reference, unanswered=(*fitting.unanswered, *asked_anew)), new)


def _turned(assessment: Assessment, now: Result, then: Result) -> Iterator[Turned]:
    floor, floor_then = _floor(assessment, now), _floor(assessment, then)
    if (now.leader, floor) != (then.leader, floor_then):
        yield Turned(assessment.id, assessment.reference, assessment.title, now.leader, then.leader, floor, floor_then)


def _floor(assessment: Assessment, result: Result) -> Floor | None:
    shown = assessment.decision.chosen or result.leader
    return None if shown is None else result.option(shown).floor
