"""What no single row of a document can see: ids given twice or unknown, and a baseline that is not one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..domain.assessment import MOST_ASSESSORS, Assessment
from ..domain.attachments import check_attachments
from ..domain.effects import Effect, Rating, Unanswered
from ..domain.errors import InvalidInputError
from ..domain.vocabulary import OptionId
from ..i18n import _


def check_whole(assessment: Assessment) -> None:
    """Refuse an assessment whose rows do not fit together; InvalidInputError names the row."""
    _no_twice("groups", ((g.id,) for g in assessment.groups), ".id")
    _no_twice("options", ((o.id,) for o in assessment.options), ".id")
    _check_overlaps(assessment)
    _check_baseline(assessment)
    for place, rows in (
        ("effects", assessment.effects),
        ("unanswered", assessment.unanswered),
        ("ratings", assessment.ratings),
    ):
        _check_pairs(assessment, place, rows)
    _no_twice("effects", ((e.option, e.group) for e in assessment.effects))
    _no_twice("unanswered", ((u.option, u.group, u.criterion or "") for u in assessment.unanswered))
    _no_twice("ratings", ((r.assessor, r.option, r.group) for r in assessment.ratings))
    _no_twice("attachments", ((a.id,) for a in assessment.attachments), ".id")
    check_attachments(assessment.attachments)
    _check_assessors(assessment)
    _check_gaps(assessment)
    _check_choice(assessment)


def _no_twice(place: str, ids: Iterable[tuple[str, ...]], key: str = "") -> None:
    seen = set()
    for i, parts in enumerate(ids):
        if parts in seen:
            named = ", ".join(part for part in parts if part)
            raise InvalidInputError(f"{place}[{i}]{key}", _("“{id}” stands there twice").format(id=named))
        seen.add(parts)


def _check_overlaps(assessment: Assessment) -> None:
    """Refuse an answer about a group that is not there, and a second one about the same two."""
    groups = {g.id for g in assessment.groups}
    for i, overlap in enumerate(assessment.overlaps):
        for key, wanted in (("group", overlap.group), ("with", overlap.other)):
            if wanted not in groups:
                raise InvalidInputError(f"overlaps[{i}].{key}", _("there is no group “{id}”").format(id=wanted))
    _no_twice("overlaps", (tuple(sorted(o.pair)) for o in assessment.overlaps))


def _check_baseline(assessment: Assessment) -> None:
    count = sum(o.baseline for o in assessment.options)
    if assessment.options and count != 1:
        message = _("exactly one option must be the baseline; there are {count}").format(count=count)
        raise InvalidInputError("options", message)


def _check_pairs(assessment: Assessment, place: str, rows: Sequence[Effect | Unanswered | Rating]) -> None:
    groups, options = {g.id for g in assessment.groups}, {o.id for o in assessment.options}
    baseline = assessment.baseline
    for i, row in enumerate(rows):
        where = f"{place}[{i}]"
        if row.option not in options:
            _check_option(assessment, f"{where}.option", row.option)
        if row.group not in groups:
            raise InvalidInputError(f"{where}.group", _("there is no group “{id}”").format(id=row.group))
        if baseline is not None and row.option == baseline.id:
            message = _("the baseline has no effects: all others are against it")
            raise InvalidInputError(f"{where}.option", message)


def _check_option(assessment: Assessment, where: str, wanted: OptionId) -> None:
    if wanted not in {o.id for o in assessment.options}:
        raise InvalidInputError(where, _("there is no option “{id}”").format(id=wanted))


def _check_assessors(assessment: Assessment) -> None:
    count = len(assessment.assessors)
    if count > MOST_ASSESSORS:
        message = _("are of {count} assessors; at most {most} can be compared")
        raise InvalidInputError("ratings", message.format(count=count, most=MOST_ASSESSORS))


def _check_gaps(assessment: Assessment) -> None:
    """Refuse what is answered and said not to be answered: one of the two would be lost."""
    answered = {(e.option, e.group): e.impacts for e in assessment.effects}
    for i, gap in enumerate(assessment.unanswered):
        impacts = answered.get((gap.option, gap.group))
        if impacts is not None and (gap.criterion is None or impacts.get(gap.criterion)):
            message = _("is answered in effects; it cannot be unanswered too")
            raise InvalidInputError(f"unanswered[{i}]", message)


def _check_choice(assessment: Assessment) -> None:
    decision = assessment.decision
    if decision.chosen is not None:
        _check_option(assessment, "decision.chosen", decision.chosen)
    for i, rejected in enumerate(decision.rejected):
        _check_option(assessment, f"decision.rejected[{i}].option", rejected.option)
    _no_twice("decision.rejected", ((r.option,) for r in decision.rejected), ".option")
    _no_twice("decision.exempt", ((x.where,) for x in decision.exempt), ".where")
