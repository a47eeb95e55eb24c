"""The short form in words: what it leaves out and how that is weighed; what a folded step holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ..domain.assessment import Assessment
from ..domain.authority import Authority
from ..domain.decision import Duties
from ..domain.framework import Framework
from ..domain.kinds.levels import LevelAnswer
from ..domain.progress import Step
from ..domain.short.form import asked_criteria
from ..domain.vocabulary import Form
from ..i18n import _, ngettext

FOLDED = (Step.MONEY, Step.DUTIES)
"""The steps that the short form folds: they can be opened, and nothing in them has to be."""


def short_form_sentence(framework: Framework) -> str:
    """What the short form asks, what it does not, and that the weights are shared out anew."""
    asked = {c.id for c in asked_criteria(Form.SHORT, framework)}
    names = [_(c.name).lower() for c in framework.criteria if c.id in asked]
    others = [_(c.name).lower() for c in framework.criteria if c.id not in asked]
    if not others:
        return _("Short form: every criterion of this framework is asked.")
    return _(
        "Short form: asked are {asked}; not asked, and not answered, are {others}. The weights of those asked are "
        "shared out anew, so that together they make up the whole."
    ).format(asked=", ".join(names), others=", ".join(others))


def what_is_folded(step: Step) -> str:
    """What a folded step holds."""
    if step is Step.MONEY:
        return _("limits, cash flow by year, how it is paid for, efficiency")
    return _("equality, consultation, quality, risk and what else had to be thought of")


def how_far(assessment: Assessment, step: Step) -> str:
    """Whether what a folded step holds is answered."""
    if step is Step.MONEY:
        answered = sum(1 for _said in _money(assessment))
        none = _("the yearly cost is asked with the options; nothing more is answered")
    else:
        blank, names = Duties(), (f.name for f in fields(Duties) if f.name != "extra")
        answered = sum(1 for name in names if getattr(assessment.duties, name) != getattr(blank, name))
        none = _("not answered")
    if not answered:
        return none
    return ngettext("{count} thing answered", "{count} things answered", answered).format(count=answered)


def _money(assessment: Assessment) -> Iterator[object]:
    yield from (x for x in (assessment.required_saving, assessment.budget_cap) if x is not None)
    for option in assessment.options:
        if option.cash_flow:
            yield option.cash_flow
        if option.mechanism is not None:
            yield option.mechanism


def more_answered(assessment: Assessment) -> int:
    """How much is answered of what the first page of the short form folds."""
    authority, blank = assessment.authority, Authority()
    names = ("questions", "key_decision", "call_in", "urgency", "matter")
    said = [getattr(authority, name) != getattr(blank, name) for name in names]
    said += [bool(assessment.declared), bool(assessment.interests), bool(assessment.consulted)]
    said += [assessment.level != LevelAnswer(), assessment.assessed_on is not None]
    return sum(said)
