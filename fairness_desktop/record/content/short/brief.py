"""The record of a decision in the short form: the same in fewer pages, leaving out what was not asked."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.decision import Duties
from ....domain.short.form import as_asked, asked_criteria
from ....i18n import _, ngettext
from ....telling.figures import brief as briefly
from ...programs import Programs
from ...subject import RecordSubject
from .. import closing, comparing, opening, papers, people, testing
from ..detail.review import review
from ..money.section import money
from ..power import second, statutory
from ..tree import Heading, Node, PageBreak, Paragraph


def in_brief(subject: RecordSubject, programs: Programs) -> Iterator[Node]:
    """The whole record in order; nothing that was answered is left out."""
    yield from opening.plain_page(subject)
    yield from opening.still_missing(subject)
    yield from statutory.statutory(subject)
    yield from told_briefly(subject)
    yield from closing.method(subject, programs, exact=False)
    yield from closing.checking(subject)
    yield from _history(subject)
    yield from (node for node in closing.signatures(subject) if not isinstance(node, PageBreak))


def told_briefly(subject: RecordSubject) -> Iterator[Node]:
    """What is told of the decision itself after the statutory record."""
    now = subject.assessment
    yield from comparing.options(subject, at_length=False)
    yield from people.people(subject)
    yield from comparing.effects(subject)
    yield from _shared_out(subject)
    yield from comparing.scores(subject, drawn=False)
    yield from testing.short_tests(subject)
    if any(o.cash_flow or o.mechanism for o in now.options):
        yield from money(subject)
    if now.duties != Duties():
        yield from closing.duties(subject)
    yield from closing.decision(subject)
    yield from second.second_reader(subject)
    yield from review(subject)
    if now.attachments:
        yield from papers.papers(subject)


def _shared_out(subject: RecordSubject) -> Iterator[Node]:
    """The weights as they count in the short form."""
    now = subject.assessment
    if now.kind is None:
        return
    weights = as_asked(now.form, subject.framework).kinds[now.kind].weights
    total = sum(weights.values())
    shares = (
        f"{_(c.name)} {briefly(round(100 * weights[c.id] / total, 1))} %"
        for c in asked_criteria(now.form, subject.framework)
    )
    yield Paragraph(_("Weights in this decision: {shares}.").format(shares="; ".join(shares)), small=True)


def _history(subject: RecordSubject) -> Iterator[Node]:
    """That there is one, and where: printed, it would be longer than the rest."""
    yield Heading(_("History"), 2)
    kept = ngettext("{count} change is kept.", "{count} changes are kept.", len(subject.history))
    yield Paragraph(kept.format(count=len(subject.history)) + " " + _("record.json, attached, has all of them."))
    yield from closing.chained(subject)
