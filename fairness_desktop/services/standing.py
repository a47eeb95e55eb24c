"""Everything that is missing, contradicts itself or wants a look, once, with what was set aside told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ..domain.assessment import Assessment
from ..domain.findings import Finding
from ..domain.standing.aside import MOST_ASIDE, SetAside
from ..domain.standing.causes import cause_of, is_aside
from ..exchange.canonical import canonical
from ..exchange.encoding import encode

_STEP = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True, slots=True)
class StandingList:
    """Findings still to be looked at, and those set aside whose cause is as it was; each told once."""

    open: tuple[Finding, ...]
    aside: tuple[Finding, ...]


def standing_list(assessment: Assessment, found: Iterable[Finding]) -> StandingList:
    """The list, in the order in which they were found."""
    once: dict[tuple[str, str], Finding] = {}
    for finding in found:
        once.setdefault((finding.code, finding.where), finding)
    findings = tuple(once.values())
    if not assessment.set_aside:
        return StandingList(findings, ())
    document = encode(assessment)
    aside = {f for f in findings if is_aside(f, _cause(f, document), assessment.set_aside)}
    return StandingList(tuple(f for f in findings if f not in aside), tuple(f for f in findings if f in aside))


def set_aside(assessment: Assessment, finding: Finding, standing: Iterable[Finding]) -> Assessment:
    """The assessment with that finding set aside; of those set aside before, the ones that still stand are kept."""
    document = encode(assessment)
    places = {(f.code, f.where) for f in standing} - {(finding.code, finding.where)}
    kept = tuple(a for a in assessment.set_aside if (a.code, a.where) in places)[: MOST_ASIDE - 1]
    return replace(assessment, set_aside=(*kept, SetAside(finding.code, finding.where, _cause(finding, document))))


def brought_back(assessment: Assessment, finding: Finding) -> Assessment:
    """The assessment with that finding on the list again."""
    place = (finding.code, finding.where)
    return replace(assessment, set_aside=tuple(a for a in assessment.set_aside if (a.code, a.where) != place))


def _cause(finding: Finding, document: object) -> str:
    return cause_of(finding, canonical(_at(document, finding.where)))


def _at(value: Any, where: str) -> object:  # noqa: ANN401 - JSON
    """What stands at a place of the document; None where nothing does."""
    for step in _STEP.findall(where):
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
