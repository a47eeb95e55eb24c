"""Background papers and evidence: what they are called, and the hash by which anyone can tell the very file."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain.assessment import Assessment
from ...domain.attachments import Attachment
from ...i18n import _
from ...telling.figures import day
from ...telling.places import names_of, place_words
from ..subject import RecordSubject
from .tree import Heading, Node, Paragraph, Table

STRETCH = 16
"""Digits of a hash in a row: one compares them row by row."""


def papers(subject: RecordSubject) -> Iterator[Node]:
    """A row a paper; nothing where there are none."""
    now = subject.assessment
    if not now.attachments:
        return
    yield Heading(_("Background papers"))
    yield Paragraph(
        _(
            "The papers themselves are kept beside this record. A paper is the one listed here if its SHA-256 is the "
            "same, digit for digit."
        )
    )
    header = (_("Paper"), _("Date"), _("Bears on"), _("SHA-256"))
    rows = tuple(_row(now, paper) for paper in now.attachments)
    yield Table(_("Background papers and evidence"), header, rows, (0.36, 0.16, 0.2, 0.28))


def _row(now: Assessment, paper: Attachment) -> tuple[str, ...]:
    title = paper.called if not paper.exempt else _("{title} (exempt)").format(title=paper.called)
    digits = (paper.sha256[i : i + STRETCH] for i in range(0, len(paper.sha256), STRETCH))
    return title, day(paper.date) if paper.date else _("not stated"), bears_on(now, paper.where), "\n".join(digits)


def bears_on(now: Assessment, where: str) -> str:
    """What a paper bears on, in words, also where it is none that we offer."""
    for group in now.groups:
        if where == f"groups[{group.id}].need_evidence":
            return _("Need of {group}").format(group=group.name or group.id)
    for option in now.options:
        if where == f"options[{option.id}]":
            return _("Option {option}").format(option=f"{option.id}  {option.in_short}")
    if where == "duties.consultation":
        return _("Consultation")
    return place_words(where, names_of(now)) or _("The decision")
