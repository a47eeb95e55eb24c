"""The quality plan: its checks, who answers to whom, and what a provider keeps; nothing where none is begun."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.kinds.profile import profile_label
from ....domain.quality.plan import Check, QualityPlan, element_word
from ....i18n import _
from ....telling.figures import day
from ....telling.quality import completeness, fit_word, rated_sentence, surplus_sentence
from ...subject import RecordSubject
from ..tree import Bullets, Heading, Node, Paragraph, Table
from ..wording import or_gap


def quality_plan(subject: RecordSubject) -> Iterator[Node]:
    """All of it."""
    plan = subject.assessment.quality
    if plan.checks:
        yield Heading(_("Elements of the quality plan"), 2)
        yield Paragraph(completeness(plan))
        header = (_("Element"), _("Checked by"), _("How"), _("Who sees to it"), _("By when"))
        rows = tuple(_check(subject, check) for check in plan.checks)
        widths = (0.13, 0.24, 0.3, 0.18, 0.15)
        yield Table(_("Elements of the quality plan"), header, rows, widths, spoken=True)
        yield from ratings(tuple((_element(c), rated_sentence(c.satisfied, c.rated_by)) for c in plan.checks))
    yield from _accountability(plan)


def _check(subject: RecordSubject, check: Check) -> tuple[str, ...]:
    by = or_gap("")
    if check.mechanism is not None:
        fit = fit_word(subject.assessment, subject.framework, check.mechanism)
        by = f"{profile_label(check.mechanism)} ({fit})" if fit else profile_label(check.mechanism)
    return (
        _element(check),
        by,
        or_gap(check.how),
        or_gap(check.owner),
        day(check.due) if check.due else or_gap(""),
    )


def _element(check: Check) -> str:
    return element_word(check.element) if check.element else or_gap("")


def ratings(told: tuple[tuple[str, str], ...]) -> Iterator[Node]:
    """What was rated and how, each in a sentence; nothing where nothing was."""
    said = tuple(_("{what}, as rated: {sentence}").format(what=what, sentence=s) for what, s in told if s)
    if said:
        yield Bullets(said)
        yield Paragraph(_("“At least” is the lower end of Wilson's 95 % interval for a share."), small=True)


def _accountability(plan: QualityPlan) -> Iterator[Node]:
    if plan.chain:
        yield Heading(_("Who answers to whom"), 2)
        header = (_("Body or person"), _("Answers to"), _("How"))
        rows = tuple((or_gap(x.who), or_gap(x.answers_to), or_gap(x.how)) for x in plan.chain)
        yield Table(_("Who answers to whom"), header, rows, (0.3, 0.3, 0.4), spoken=True)
    surplus = surplus_sentence(plan.provider)
    if surplus:
        yield Heading(_("What the provider keeps"), 2)
        goes = plan.provider.goes_to.strip()
        yield Paragraph(surplus)
        if goes:
            yield Paragraph(_("Where the surplus goes: {text}").format(text=goes))
