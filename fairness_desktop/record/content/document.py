"""The whole record, in the order in which it is read."""

from __future__ import annotations

from ...i18n import _
from ..programs import Programs
from ..subject import RecordSubject
from . import closing, comparing, opening, ratings, testing, workings
from .tree import Contents, Document, Heading, PageBreak


def document(subject: RecordSubject, programs: Programs) -> Document:
    """The content tree of a record."""
    now = subject.assessment
    title = now.title.strip() or _("A decision with no title yet")
    plain = tuple(opening.plain_page(subject))
    rest = (
        *opening.statutory(subject),
        *comparing.options(subject),
        *comparing.people(subject),
        *comparing.effects(subject),
        *ratings.ratings(subject),
        *comparing.scores(subject),
        *testing.fairness_tests(subject),
        *testing.money(subject),
        *closing.duties(subject),
        *closing.decision(subject),
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
        subject=_("Record of a delegated decision and its fairness assessment"),
        draft=subject.draft,
        nodes=(*plain, Contents(_("Contents"), sections), PageBreak(), *rest),
    )
