"""The whole record, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...domain.short.form import is_short
from ...i18n import _
from ...scoring.score import score
from ..programs import Programs
from ..subject import RecordSubject
from ..tongues import TAGS, in_language
from . import closing, comparing, leaving_out, opening, papers, people, ratings, testing, workings
from .detail.care import none_from_outside, safe_to_fail
from .detail.review import review
from .money.efficiency import offers
from .money.section import money
from .own_words import marked
from .power import kinds, second, statutory
from .short import brief
from .tree import Contents, Document, Heading, Node, PageBreak


def document(subject: RecordSubject, programs: Programs) -> Document:
    """The content tree of a record, wholly in its own language; the user's words in another are marked."""
    with in_language(subject.language):
        return marked(_document(_retold(subject), programs), subject.assessment, subject.language)


def copied(subject: RecordSubject, programs: Programs) -> tuple[Document, Document]:
    """What a copy elsewhere tells of a decision, and its appendix of figures worked out.

    Nothing of pages, seals and fields, which only the record has; nor the history, which is told there.
    """
    with in_language(subject.language):
        again = _retold(subject)
        told = (
            *opening.plain_page(again, noticed=False),
            *opening.still_missing(again),
            *(brief.told_briefly(again) if is_short(again.assessment) else _told(again)),
            *closing.method(again, programs),
            Heading(_("About this copy")),
            *leaving_out.notice(again),
        )
        both = (_around(told, again), _around(tuple(workings.workings(again)), again))
        first, second = (marked(each, subject.assessment, subject.language) for each in both)
        return first, second


def in_short(subject: RecordSubject) -> Document:
    """The plain page and the statutory record alone, for a copy elsewhere."""
    with in_language(subject.language):
        again = _retold(subject)
        nodes = (*opening.plain_page(again), *opening.still_missing(again), *statutory.statutory(again))
        return marked(_around(nodes, again), subject.assessment, subject.language)


def _retold(subject: RecordSubject) -> RecordSubject:
    """The subject with its findings in the record's language, whatever was spoken when it was scored."""
    if subject.result is None:
        return subject
    findings = score(subject.assessment, subject.framework).findings
    return replace(subject, result=replace(subject.result, findings=findings))


def _document(subject: RecordSubject, programs: Programs) -> Document:
    if is_short(subject.assessment):
        return _around(tuple(brief.in_brief(subject, programs)), subject)
    plain = (*opening.plain_page(subject), *opening.still_missing(subject))
    rest = (
        *_told(subject),
        *closing.method(subject, programs),
        *closing.checking(subject),
        *workings.workings(subject),
        *closing.history(subject),
        *closing.signatures(subject),
    )
    sections = tuple(n.text for n in rest if isinstance(n, Heading) and n.level == 1)
    return _around((*plain, Contents(_("Contents"), sections), PageBreak(), *rest), subject)


def _told(subject: RecordSubject) -> Iterator[Node]:
    """All that is told of the decision itself, after the plain page."""
    yield from statutory.statutory(subject)
    yield from kinds.kind_and_level(subject)
    yield from comparing.options(subject)
    yield from none_from_outside(subject)
    yield from offers(subject)
    yield from people.people(subject)
    yield from comparing.effects(subject)
    yield from comparing.touched(subject)
    yield from ratings.ratings(subject)
    yield from comparing.scores(subject)
    yield from safe_to_fail(subject)
    yield from testing.fairness_tests(subject)
    yield from money(subject)
    yield from closing.duties(subject)
    yield from closing.decision(subject)
    yield from second.second_reader(subject)
    yield from review(subject)
    yield from papers.papers(subject)


def _around(nodes: tuple[Node, ...], subject: RecordSubject) -> Document:
    now = subject.assessment
    return Document(
        title=now.title.strip() or _("A decision with no title yet"),
        reference=now.reference,
        author=now.body.name or _("no council named"),
        subject=_("Record of a delegated decision and its fairness assessment")
        if subject.public is None
        else _("Public copy of the record of a delegated decision and its fairness assessment"),
        draft=subject.draft,
        language=TAGS[subject.language],
        nodes=nodes,
    )
