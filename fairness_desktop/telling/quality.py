"""The quality plan in words: how far it is complete, how its mechanisms fit, and what a provider keeps."""

from __future__ import annotations

from math import floor

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.kinds.profile import QualityMechanism, profile_label
from ..domain.quality.plan import Element, Provider, QualityPlan, element_word
from ..domain.quality.rated import rated
from ..i18n import _
from .figures import number, percent, whole_pounds


def completeness(plan: QualityPlan) -> str:
    """How many of the five elements have a mechanism, an owner and a date; which have not."""
    missing = [element_word(e).lower() for e in Element if e not in plan.complete]
    done = _("{count} of 5 elements have a mechanism, an owner and a date.").format(count=len(plan.complete))
    return done if not missing else f"{done} {_('Still missing: {elements}.').format(elements=', '.join(missing))}"


def fit_word(now: Assessment, framework: Framework, mechanism: QualityMechanism) -> str:
    """How a mechanism fits the kind of decision; empty where the framework does not say."""
    profile = None if now.kind is None else framework.kinds[now.kind]
    fit = None if profile is None or not profile.quality else profile.quality.get(mechanism)
    return "" if fit is None else profile_label(fit)


def surplus_sentence(provider: Provider) -> str:
    """What the provider keeps, in pounds and as a share; empty where nothing is said of a surplus."""
    if provider.surplus is None:
        return ""
    name = provider.name.strip() or _("The provider")
    kept = whole_pounds(provider.surplus)
    if provider.share is None:
        return _("{name} keeps {sum} a year; what it is paid is not answered.").format(name=name, sum=kept)
    said = _("{name} keeps {sum} a year of {income} paid: {share:.1f} %.")
    assert provider.income is not None
    return said.format(name=name, sum=kept, income=whole_pounds(provider.income), share=provider.share * 100)


def rated_sentence(satisfied: int | None, answers: int | None) -> str:
    """How many are satisfied, and how much of that can be leant on; empty where nothing is said of it."""
    if satisfied is None or answers is None:
        return _half_told(satisfied, answers)
    counts = {"satisfied": number(satisfied, 0), "answers": number(answers, 0)}
    if not answers:
        return _("Nobody has answered yet.")
    found = rated(satisfied, answers)
    if found is None:
        return _("{satisfied} satisfied of {answers} who answered: that cannot be.").format(**counts)
    said = (
        _("{satisfied} of {answers} satisfied: {share}; allowing for so few answers, at least {least}.")
        if found.few
        else _("{satisfied} of {answers} satisfied: {share}; allowing for chance, at least {least}.")
    )
    least = floor(found.at_least * 100) / 100  # what is promised “at least” is not rounded up
    return said.format(**counts, share=percent(found.share), least=percent(least))


def _half_told(satisfied: int | None, answers: int | None) -> str:
    if satisfied is not None:
        return _("{count} satisfied; of how many who answered is still open.").format(count=number(satisfied, 0))
    if answers is not None:
        return _("{count} answered; how many of them are satisfied is still open.").format(count=number(answers, 0))
    return ""
