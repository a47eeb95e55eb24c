"""What a quality plan lacks, and where its mechanisms do not fit the kind of decision."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _, ngettext
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..framework import Framework
from ..kinds.profile import Fit, profile_label
from ..vocabulary import label
from .plan import Element, element_word
from .rating_findings import rating_findings


def quality_findings(assessment: Assessment, framework: Framework) -> tuple[Finding, ...]:
    """Every one of them; of a plan nothing while none is begun."""
    ratings = tuple(rating_findings(assessment))
    if not assessment.quality.begun:
        return ratings
    plan = (*_elements(assessment), *_fit(assessment, framework), *_chain(assessment), *_provider(assessment))
    return (*plan, *ratings)


def _warning(code: str, where: str, message: str) -> Finding:
    return Finding(Severity.WARNING, code, where, message)


def _elements(now: Assessment) -> Iterator[Finding]:
    plan = now.quality
    missing = [e for e in Element if e not in plan.complete]
    if plan.checks and missing:
        message = ngettext(
            "The quality plan wants a mechanism, an owner and a date for: {elements}.",
            "The quality plan wants a mechanism, an owner and a date for each of: {elements}.",
            len(missing),
        )
        names = ", ".join(element_word(e).lower() for e in missing)
        yield _warning("quality_incomplete", "quality_plan.checks", message.format(elements=names))
    decided = now.decision.date
    for i, check in enumerate(plan.checks):
        if check.due is not None and decided is not None and check.due < decided:
            message = _("A check of the quality plan is due before the decision: look at both dates again.")
            yield _warning("quality_before_decision", f"quality_plan.checks[{i}].due", message)


def _fit(now: Assessment, framework: Framework) -> Iterator[Finding]:
    """Mechanisms that the kind takes beside others only, where there are no others."""
    profile = None if now.kind is None else framework.kinds[now.kind]
    if profile is None or not profile.quality or not now.quality.mechanisms:
        return
    used = now.quality.mechanisms
    if all(profile.quality.get(m) is Fit.NOT_ALONE for m in used):
        message = _("A plan of {mechanism} alone does not fit this kind of decision ({kind}): add a check that does.")
        names = ", ".join(profile_label(m).lower() for m in sorted(used))
        told = message.format(mechanism=names, kind=label(profile.kind).lower())
        yield _warning("quality_misfit", "quality_plan.checks", told)


def _chain(now: Assessment) -> Iterator[Finding]:
    for i, link in enumerate(now.quality.chain):
        if link.who.strip() and not link.answers_to.strip():
            message = _("Say to whom “{who}” answers: whoever decides for others must be accountable for it.")
            where = f"quality_plan.chain[{i}].answers_to"
            yield _warning("answers_to_nobody", where, message.format(who=link.who.strip()))


def _provider(now: Assessment) -> Iterator[Finding]:
    provider = now.quality.provider
    if provider.income is not None and provider.surplus is not None and provider.surplus > provider.income:
        message = _("The provider keeps more than it is paid: look at both sums again.")
        yield _warning("surplus_above_income", "quality_plan.provider.surplus", message)
