"""What the short form asks for, how that is weighed, and how it becomes the full form with nothing re-entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..assessment import Assessment
from ..effects import Cell, Unanswered
from ..framework import Criterion, Framework
from ..vocabulary import CriterionId, Form, GroupId, OptionId

ASKED = (CriterionId("outcomes"), CriterionId("access"), CriterionId("household_cost"))
"""The criteria of the short form; the framework's others stay unanswered in it."""

MOST_GROUPS = 3
"""Groups in the short form; with more of them the full form is meant."""


def is_short(assessment: Assessment) -> bool:
    """Whether it is made in the short form; a file that does not say is full."""
    return assessment.form is Form.SHORT


def asked_criteria(form: Form | None, framework: Framework) -> tuple[Criterion, ...]:
    """The criteria that a form asks for, in the framework's order: all, where it has none of the short form's."""
    some = tuple(c for c in framework.criteria if c.id in ASKED)
    return some if form is Form.SHORT and some else framework.criteria


def as_asked(form: Form | None, framework: Framework) -> Framework:
    """The framework as that form weighs by it: what is not asked weighs nothing, so that the rest make up the whole.

    Where all of a kind's weight lies on what is not asked, its weights stay as they are: there is nothing to share.
    """
    if form is not Form.SHORT:
        return framework
    asked = {c.id for c in asked_criteria(form, framework)}
    kinds = {kind: replace(profile, weights=_only(profile.weights, asked)) for kind, profile in framework.kinds.items()}
    return replace(framework, kinds=kinds)


def _only(weights: Mapping[CriterionId, float], asked: set[CriterionId]) -> Mapping[CriterionId, float]:
    kept = {c: w if c in asked else 0.0 for c, w in weights.items()}
    return kept if any(kept.values()) else weights


def still_asked(assessment: Assessment) -> tuple[Unanswered, ...]:
    """What is not answered although this form asks for it."""
    if not is_short(assessment):
        return assessment.unanswered
    return tuple(u for u in assessment.unanswered if u.criterion is None or u.criterion in ASKED)


def not_counted(assessment: Assessment) -> tuple[CriterionId, ...]:
    """Criteria of which a short form holds answers (a file may) that it does not ask for, and so does not weigh."""
    if not is_short(assessment):
        return ()
    answered = {c for e in assessment.effects for c, x in e.impacts.items() if x and c not in ASKED}
    return tuple(sorted(answered))


def in_full(assessment: Assessment, framework: Framework) -> Assessment:
    """The same decision in the full form: every answer kept, and what was never asked not answered, never 0."""
    if not is_short(assessment):
        return assessment
    known = {(u.option, u.group, u.criterion) for u in assessment.unanswered}
    opened = [
        Unanswered(effect.option, effect.group, criterion)
        for effect in assessment.effects
        for criterion in framework.criterion_ids
        if criterion not in ASKED
        and criterion not in effect.impacts
        and not known & {(effect.option, effect.group, criterion), (effect.option, effect.group, None)}
    ]
    return replace(assessment, form=Form.FULL, unanswered=(*assessment.unanswered, *opened))


def with_grade_of_option(assessment: Assessment, pair: tuple[OptionId, GroupId], cell: Cell) -> Cell:
    """The cell, graded in the short form like the others of its option: how good the evidence is, is asked once."""
    if not is_short(assessment) or cell.grade is not None or not cell.touched or cell.blank:
        return cell
    option, group = pair
    of_option = (assessment.cell(option, g.id, ASKED).grade for g in assessment.groups if g.id != group)
    return replace(cell, grade=next((grade for grade in of_option if grade is not None), None))
