"""Ratings that cannot be so, and ratings by so few that their share says little."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ..assessment import Assessment
from ..findings import Finding, Severity
from .rated import rated


def rating_findings(now: Assessment) -> Iterator[Finding]:
    """Of the checks of the quality plan, and of the figures of each option."""
    for i, check in enumerate(now.quality.checks):
        yield from _of(check.satisfied, check.rated_by, f"quality_plan.checks[{i}]")
    for i, option in enumerate(now.options):
        yield from _of(option.efficiency.satisfied, option.efficiency.rated_by, f"options[{i}].efficiency")


def _of(satisfied: int | None, answers: int | None, where: str) -> Iterator[Finding]:
    if satisfied is not None and answers is not None and satisfied > answers:
        message = _("More are satisfied than answered: look at both numbers again.")
        yield Finding(Severity.ERROR, "ratings_impossible", f"{where}.satisfied", message)
    found = rated(satisfied, answers)
    if found is not None and found.few:
        message = _("Ratings by only {count}: lean on “at least”, not on the share, and ask more people.")
        yield Finding(Severity.WARNING, "ratings_few", f"{where}.rated_by", message.format(count=found.answers))
