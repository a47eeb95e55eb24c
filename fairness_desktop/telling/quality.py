"""The quality plan in words: how far it is complete, how its mechanisms fit, and what a provider keeps."""

from __future__ import annotations

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.kinds.profile import QualityMechanism, profile_label
from ..domain.quality.plan import Element, Provider, QualityPlan, element_word
from ..i18n import _
from .figures import whole_pounds


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
