"""Copies of one decision: for a word processor, as text to paste, as a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from ...domain.vocabulary import Language
from ...exchange.canonical import sha256
from ...exchange.encoding import encode
from ...record.copies.marking import SignedAs
from ...record.copies.text import as_text
from ...record.programs import programs
from ...record.public import public_subject
from ...record.subject import RecordSubject
from ..issuing import Issuing
from ..walk import Walk
from .sources import Source, Sources


class CopyKind(StrEnum):
    """The kinds of copy, each by the ending of its file."""

    WORD = ".docx"
    TEXT = ".txt"
    PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy, and of what: a draft where nothing is signed; ``changed_since`` where the decision went on since."""

    content: bytes
    draft: bool
    changed_since: bool


class Copies:
    """Makes copies; none of them is kept."""

    def __init__(self, sources: Sources, issuing: Issuing) -> None:
        self._sources, self._issuing = sources, issuing

    def make(self, walk: Walk, kind: CopyKind, language: Language | None = None, *, full: bool = False) -> Copy:
        """A copy of the signed record, else of the decision as it stands, marked as a draft.

        Of the public copy, unless the ``full`` one is wanted; a page is public always.
        """
        source = self._source(walk)
        signed = None if source is None else source.signed
        subject = self._issuing.subject(walk, (), language) if source is None else source.full
        if language is not None:
            subject = replace(subject, language=language)
        if not full or kind is CopyKind.PAGE:
            subject = public_subject(subject, "" if signed is None else signed.sha256)
        return Copy(
            _made(kind, subject, signed, source),
            draft=source is None,
            changed_since=source is not None and _content(source) != sha256(encode(walk.assessment)),
        )

    def _source(self, walk: Walk) -> Source | None:
        """The signed record, where there is one with all its signatures; one that is not sound is no draft."""
        if not any(not record.awaits for record in walk.records):
            return None
        return self._sources.signed(walk.assessment.id)


def _content(source: Source) -> str:
    return sha256(encode(source.full.assessment))


def _made(kind: CopyKind, subject: RecordSubject, signed: SignedAs | None, source: Source | None) -> bytes:
    if kind is CopyKind.WORD:
        from ...record.copies.word.file import as_docx

        return as_docx(subject, signed)
    if kind is CopyKind.TEXT:
        return as_text(subject, signed).encode()
    from ...record.copies.web.frame import Place
    from ...record.copies.web.page import Published, page

    place = Place("", subject.language, (subject.language,))
    named = programs() if source is None else source.programs
    return page(place, Published(subject, signed, named, alone=True)).encode()
