"""The page of one decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....i18n import _
from ...content.document import copied
from ...content.tree import Document, Heading, under_title
from ...programs import Programs
from ...subject import RecordSubject
from ...tongues import in_language
from ..marking import PublicPdf, SignedAs, mark, origin
from .frame import Head, Place, framed
from .markup import element, escaped, said
from .nodes import Section, heading, sections, written


@dataclass(frozen=True, slots=True)
class Published:
    """What a page is made of: the public copy's subject, what it was signed as (None: a draft), with which programs.

    ``pdf`` is the sealed public copy beside the page, where there is one. ``alone``: there is no page of all decisions.
    """

    subject: RecordSubject
    signed: SignedAs | None
    programs: Programs
    pdf: PublicPdf | None = None
    alone: bool = False


def page(place: Place, published: Published) -> str:
    """The page, wholly in its language; of the public copy only."""
    subject = published.subject
    assert subject.public is not None, "only a public copy goes on a website"
    with in_language(place.language):
        told, appendix = copied(subject, published.programs)
        begin, parts = sections(told.nodes)
        main = [
            element("p", escaped(mark(subject, published.signed)), class_="copy", role="note"),
            element("h1", said(told.title)),
            element("p", said(under_title(told)), class_="under"),
            *written(begin),
            _contents(parts, published),
            *(part.html for part in parts),
            _record(published),
            *_appendix(appendix),
        ]
        return framed(place, _head(told, subject), main, home=published.alone)


def _head(told: Document, subject: RecordSubject) -> Head:
    title = " · ".join(part for part in (told.reference, told.title, told.author) if part)
    return Head(title, subject.assessment.summary.strip() or told.subject, told.author)


def _contents(parts: Sequence[Section], published: Published) -> str:
    """Links to the sections, for long pages."""
    links = [(part.key, said(part.heading.text)) for part in parts]
    if published.signed is not None:
        links.append(("record", escaped(_("The signed record"))))
    items = (element("li", element("a", name, href=f"#{key}")) for key, name in links)
    return element("nav", element("ul", *items), class_="contents", aria_label=_("On this page"))


def _record(published: Published) -> str:
    """Of which record this is a copy, where it is to be had, and how it is checked."""
    signed = published.signed
    if signed is None:
        return ""
    facts = (
        element("div", element("dt", escaped(what)), element("dd", escaped(which))) for what, which in origin(signed)
    )
    return element(
        "section",
        heading(Heading(_("The signed record")), "record"),
        element("p", *_where(published.pdf)),
        element("dl", *facts),
        aria_labelledby="record",
    )


def _where(pdf: PublicPdf | None) -> Iterator[str]:
    if pdf is None:
        yield escaped(_("Ask the council for the public copy of the record: a signed PDF that anyone can check."))
        return
    size = f"{max(1, round(pdf.size / 1000)):,} kB"
    yield element("a", escaped(_("The signed public copy (PDF, {size})").format(size=size)), href=pdf.file)
    yield " "
    yield escaped(_("Any PDF reader that shows signatures says whether it has changed since it was signed."))


def _appendix(appendix: Document) -> Iterator[str]:
    """Every figure worked out: folded, for few read it."""
    begin, parts = sections(appendix.nodes)
    for part in parts:
        head = element("summary", element("h2", said(part.heading.text), id=part.key + "a"))
        yield element("details", head, *written(part.nodes))
    yield from written(begin)
