"""The needed fields that a draft leaves open, as its ``unanswered`` says them: ``{"field": "groups[0].size"}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..domain.assessment import Assessment

OPEN = re.compile(r"kind|body\.(kind|nation)|groups\[\d+\]\.(size|need_level)|options\[\d+\]\.net_cost")
"""Needed fields that a draft may leave open."""


def open_fields(assessment: Assessment) -> Iterator[str]:
    """The places of the needed fields that are not answered yet."""
    single = {"kind": assessment.kind, "body.kind": assessment.body.kind, "body.nation": assessment.body.nation}
    yield from (place for place, answer in single.items() if answer is None)
    for i, group in enumerate(assessment.groups):
        if group.size is None:
            yield f"groups[{i}].size"
        if not group.need_answered:
            yield f"groups[{i}].need_level"
    for i, option in enumerate(assessment.options):
        if not option.cost_answered:
            yield f"options[{i}].net_cost"


def open_entries(assessment: Assessment) -> list[Mapping[str, object]]:
    """The entries that say so, and those of another program's that are not ours to judge."""
    handed_on = {str(entry["field"]): entry for entry in assessment.open_fields}
    ours = [handed_on.get(place, {"field": place}) for place in open_fields(assessment)]
    return [*ours, *(entry for place, entry in handed_on.items() if not OPEN.fullmatch(place))]


def says_only_what_is_open(entry: Mapping[str, object]) -> bool:
    """Whether an entry holds nothing that the assessment would not say by itself."""
    return set(entry) == {"field"} and OPEN.fullmatch(str(entry["field"])) is not None
