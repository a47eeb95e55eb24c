"""The whole record, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace

from ...i18n import _
from ...scoring.score import score
from ..programs import Programs
from ..subject import RecordSubject
from ..tongues import TAGS, in_language
from . import closing, comparing, opening, papers, ratings, statutory, testing, workings
from .own_words import marked
from .tree import Contents, Document, Heading, PageBreak


def document(subject: RecordSubject, programs: Programs) -> Document:
    """The content tree of a record, wholly in its own language; the user's words in another are marked."""
    with in_language(subject.language):
        return marked(_document(_retold(subject), programs), subject.assessment, subject.language)


def _retold(subject: RecordSubject) -> RecordSubject:
    """The subject with its findings in the record's language, whatever was spoken when it was scored."""
    if subject.result is None:
        return subject
    findings = score(subject.assessment, subject.framework).findings
    return replace(subject, result=replace(subject.result, findings=findings))


def _document(subject: RecordSubject, programs: Programs) -> Document:
    now = subject.assessment
    title = now.title.strip() or _("A decision with no title yet")
    plain = tuple(opening.plain_page(subject))
    rest = (
        *statutory.statutory(subject),
        *comparing.options(subject),
        *comparing.people(subject),
        *comparing.effects(subject),
        *comparing.touched(subject),
        *ratings.ratings(subject),
        *comparing.scores(subject),
        *testing.fairness_tests(subject),
        *testing.money(subject),
        *closing.duties(subject),
        *closing.decision(subject),
        *papers.papers(subject),
        *closing.method(subject, programs),
        *workings.workings(subject),
        *closing.history(subject),
        *closing.signatures(subject),
    )
    sections = tuple(n.text for n in rest if isinstance(n, Heading) and n.level == 1)
    return Document(
        title=title,
        reference=now.reference,
        author=now.body.name or _("no council named"),
        subject=_("Record of a delegated decision and its fairness assessment")
        if subject.public is None
        else _("Public copy of the record of a delegated decision and its fairness assessment"),
        draft=subject.draft,
        language=TAGS[subject.language],
        nodes=(*plain, Contents(_("Contents"), sections), PageBreak(), *rest),
    )
