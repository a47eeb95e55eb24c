"""The review of an earlier record of the same decision: what it promised, what happened, what was done about it."""

from __future__ import annotations

from collections.abc import Iterator

from ....domain.reviewing.review import Review, review_word
from ....i18n import _
from ....telling.figures import day
from ....telling.reviewing.promises import promises
from ....telling.reviewing.sentences import cost_sentence, kept_sentence
from ...subject import RecordSubject
from ..charting import charted
from ..tree import Bullets, Heading, Node, Paragraph, Table
from ..wording import or_gap


def review(subject: RecordSubject) -> Iterator[Node]:
    """Nothing where there is none."""
    told = subject.assessment.review
    if not told.begun:
        return
    yield Heading(_("Review: did it do what it promised?"))
    yield Paragraph(_("Held to the record whose SHA-256 is {sha256}.").format(sha256=told.record))
    yield from charted(promises(told))
    for sentence in (kept_sentence(told), cost_sentence(told)):
        if sentence:
            yield Paragraph(sentence)
    known = tuple((o.name or o.group, o.because) for o in told.outcomes if o.because.strip())
    if known:
        yield Table(_("How it is known"), (_("Group"), _("How it is known")), known, (0.35, 0.65), spoken=True)
    yield Bullets(tuple(_what_follows(told)))


def _what_follows(told: Review) -> Iterator[str]:
    on = _("not stated") if told.date is None else day(told.date)
    yield _("Reviewed on {day} by {who}").format(day=on, who=or_gap(told.by))
    verdict = _("not answered") if told.verdict is None else review_word(told.verdict)
    yield _("What follows: {verdict}. {why}").format(verdict=verdict, why=or_gap(told.reasons))
    yield _("What was done about it: {what}").format(what=or_gap(told.done))
    if told.owner.strip() or told.due is not None:
        due = _("not stated") if told.due is None else day(told.due)
        yield _("Who does it: {who}; by when: {day}").format(who=or_gap(told.owner), day=due)
