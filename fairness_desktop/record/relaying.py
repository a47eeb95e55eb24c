"""The pages of a record, laid again from the data attached to it and compared with those that are there.

A program that lays other pages than its data make could show a reader one thing and a machine another: the seal alone
would not tell.
"""

from __future__ import annotations

from dataclasses import replace

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.sealing.verdict import Relaid, Relaying
from ..exchange.reading import Reader
from ..i18n import _
from ..scoring.result import Result
from .pdf import PdfRecordMaker
from .programs import Programs, programs
from .reading_back import programs_of, subject_from
from .seal.quiet import whatever_is_in_it
from .subject import RecordSubject


class RecordRelayer:
    """Lays records again; the layout engine is imported with the first."""

    def relay(
        self, pdf: bytes, record: Reader, assessment: Assessment, framework: Framework, result: Result | None
    ) -> Relaying:
        """Lay the record again and compare with what was first signed, object by object.

        FairnessError where the data do not say what the pages need.
        """
        subject = subject_from(record, assessment, framework, result)
        named, ours = programs_of(record), programs()
        if not _laid_by(named, ours):
            return whatever_is_in_it(lambda: _aloud(pdf, subject, named, named.version == ours.version), _unreadable)
        again = PdfRecordMaker().make(subject, named)
        return whatever_is_in_it(lambda: _pages(pdf, again), _unreadable)

    def pages_now(
        self, pdf: bytes, record: Reader, assessment: Assessment, framework: Framework, result: Result | None
    ) -> Relaying | None:
        """Which pages of a file, as it is now, are not those that its data make; None where nobody can say."""
        named = programs_of(record)
        if not _laid_by(named, programs()):
            return None
        again = PdfRecordMaker().make(subject_from(record, assessment, framework, result), named)
        return whatever_is_in_it(lambda: _pages_now(pdf, again), _unknown)


def _laid_by(named: Programs, ours: Programs) -> bool:
    """Whether those programs lay the very pages that the others do."""
    return (named.version, named.reportlab) == (ours.version, ours.reportlab)


def _unreadable(error: BaseException) -> Relaying:
    """What the readers of PDF trip over is not what we lay."""
    return Relaying(Relaid.DIFFERS, (_("The pages cannot be read: {why}").format(why=str(error)[:200]),))


def _unknown(_error: BaseException) -> None:
    return None


def _pages(pdf: bytes, again: bytes) -> Relaying:
    """Compare object by object; where they differ, say on which pages it shows."""
    from .seal.revisions import made_of

    if made_of(pdf, again):
        return Relaying(Relaid.MATCHES)
    shown = whatever_is_in_it(lambda: _pages_now(pdf, again), _unknown)
    return Relaying(Relaid.DIFFERS) if shown is None else replace(shown, relaid=Relaid.DIFFERS)


def _pages_now(pdf: bytes, again: bytes) -> Relaying:
    from .seal.revisions import pages_otherwise

    pages, count = pages_otherwise(pdf, again)
    return Relaying(Relaid.DIFFERS if pages else Relaid.MATCHES, pages=pages, page_count=count)


def _aloud(pdf: bytes, subject: RecordSubject, named: Programs, same_program: bool) -> Relaying:
    """Compare what is read aloud: the same program says the same, whatever laid it out; another may word it anew."""
    from .content.document import document
    from .content.tree import texts
    from .seal.aloud import read_aloud

    here = tuple(" ".join(text.split()) for text in texts(document(subject, named)) if text.strip())
    there = read_aloud(pdf)
    if there == here:
        return Relaying(Relaid.OTHER_VERSION)
    known = set(here)
    otherwise = [text for text in there if text not in known]
    said = _("The pages say “{text}”, which this version would not have written.").format(
        text=(otherwise or there or ("",))[0][:200]
    )
    return Relaying(Relaid.DIFFERS if same_program else Relaid.OTHER_VERSION, (said,))
