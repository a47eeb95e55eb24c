"""A decision of several kinds, split into parts that are each of one."""

from __future__ import annotations

from dataclasses import replace

from ..approval.reading import SecondReading
from ..assessment import Assessment
from ..decision import Decision, Duties
from ..quality.plan import QualityPlan
from ..reviewing.review import Review
from ..vocabulary import AssessmentId, Kind
from .classifier import Answers
from .levels import LevelAnswer


def part_of(whole: Assessment, new: AssessmentId, decision_reference: str, kind: Kind, title: str) -> Assessment:
    """A part of that kind: the same council, power and people, and nothing answered that its own kind decides.

    Of the options there is only that of carrying on as now; money, effects, level and the choice are its own.
    """
    return replace(
        whole,
        id=new,
        reference="",
        title=title,
        decision_reference=decision_reference,
        part_of=whole.part_of or whole.id,
        parts=(),
        kind=kind,
        classifier=Answers(),
        level=LevelAnswer(),
        required_saving=None,
        budget_cap=None,
        options=tuple(o for o in whole.options if o.baseline),
        effects=(),
        unanswered=(),
        open_fields=(),
        ratings=(),
        duties=Duties(),
        quality=QualityPlan(),
        why_none_from_outside="",
        set_aside=(),
        decision=Decision(),
        second_reading=SecondReading(),
        review=Review(),
        extra={},
    )
