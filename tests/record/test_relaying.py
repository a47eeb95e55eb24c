"""The pages are those that the data make: whoever signed others is found out, whoever packs them otherwise is not."""

from __future__ import annotations

import gettext
import io
import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from fairness_desktop.domain.sealing.verdict import RecordCheck, Relaid, Verdict
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.i18n import speaking
from fairness_desktop.record import programs as naming
from fairness_desktop.record.content import document as content
from fairness_desktop.record.content.tree import Document, Paragraph
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import Programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.relaying import RecordRelayer
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.seal.revisions import made_of
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.services.checking.verifying import Verifying

from .conftest import Council, forged

OURS = naming.programs()


def checked(pdf: bytes, *trusted: bytes) -> RecordCheck:
    return Verifying(PyHankoChecker(), RecordRelayer()).check_bytes(pdf, "record.pdf", trusted)


def weakly(content: bytes, _level: int = 9, squeeze: Callable[..., bytes] = zlib.compress) -> bytes:
    return squeeze(content, 1)


def made(subject: RecordSubject, engines: Programs = OURS) -> bytes:
    return PdfRecordMaker().make(subject, engines)


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch, subject: RecordSubject) -> Callable[[Programs], bytes]:
    """A program that lays a kinder sentence over the same data."""

    def lay(engines: Programs) -> bytes:
        with monkeypatch.context() as patch:
            patch.setattr(content, "document", partial(kinder, content.document))
            return made(subject, engines)

    return lay


def kinder(true: Callable[..., Document], subject: RecordSubject, programs: Programs) -> Document:
    tree = true(subject, programs)
    nodes = list(tree.nodes)
    place = next(i for i, n in enumerate(nodes) if isinstance(n, Paragraph) and n.lead)
    nodes[place] = Paragraph("Decided: everything for everybody", lead=True)
    return replace(tree, nodes=tuple(nodes))


def test_that_a_record_is_laid_again_as_it_is(sealed: bytes, half_signed: bytes, countersigned: bytes) -> None:
    assert [checked(pdf).relaid for pdf in (sealed, half_signed, countersigned)] == [Relaid.MATCHES] * 3


def test_that_a_draft_a_welsh_record_and_a_public_copy_are_too(subject: RecordSubject) -> None:
    groups = (replace(subject.assessment.groups[0], size=7), *subject.assessment.groups[1:])
    few = replace(subject, assessment=replace(subject.assessment, groups=groups), signers=())
    for about in (
        replace(subject, signers=()),
        replace(subject, signers=(), language=Language.WELSH),
        public_subject(replace(subject, signers=()), "ab" * 32),
        public_subject(few, "ab" * 32),
    ):
        check = checked(made(about))
        assert (check.relaid, check.differences) == (Relaid.MATCHES, ())


def test_that_streams_packed_on_another_machine_are_no_difference(
    subject: RecordSubject, unsigned: bytes, ours: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zlib, "compress", weakly)
    elsewhere = forged(made(subject), ours)
    monkeypatch.undo()

    assert not elsewhere.startswith(unsigned)
    assert checked(elsewhere).relaid is Relaid.MATCHES


def test_that_other_pages_over_the_same_data_are_found_under_a_good_seal(
    other_words: Callable[[Programs], bytes], ours: Council
) -> None:
    check = checked(forged(other_words(OURS), ours), ours.root)

    assert check.verdict is Verdict.VALID
    assert (check.relaid, check.good) == (Relaid.DIFFERS, False)


@pytest.mark.parametrize("what", ["page", "info", "hidden object"])
def test_that_what_is_slipped_in_before_the_signature_is_found(what: str, unsigned: bytes, ours: Council) -> None:
    check = checked(forged(slipped_in(unsigned, what), ours), ours.root)

    assert check.verdict is Verdict.VALID
    assert check.relaid is Relaid.DIFFERS


def slipped_in(pdf: bytes, what: str) -> bytes:
    from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, StreamObject, pdf_name, pdf_string

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    shown = writer.add_object(StreamObject(stream_data=b"/Artifact BMC 0 0 595 842 re f EMC"))
    if what == "page":
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Contents"] = shown
        writer.update_container(page)
    elif what == "info":
        writer.set_info(DictionaryObject({pdf_name("/Title"): pdf_string("Another title")}))
    else:
        writer.root[NameObject("/Shadow")] = shown
        writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_that_a_file_that_only_begins_like_the_pages_is_not_made_of_them(unsigned: bytes) -> None:
    """The pages lie in front, but no reader ever looks at them: the places told are those of what follows."""
    out = io.BytesIO(unsigned)
    out.seek(0, io.SEEK_END)
    other = copy_into_new_writer(PdfFileReader(io.BytesIO(slipped_in(unsigned, "page"))))
    other.write(out)

    assert out.getvalue().startswith(unsigned)
    assert not made_of(out.getvalue(), unsigned)


def test_that_another_signing_library_lays_the_same_pages(subject: RecordSubject) -> None:
    named = replace(OURS, pyhanko="0.1")

    assert checked(made(replace(subject, signers=()), named)).relaid is Relaid.MATCHES


def test_that_another_layout_engine_is_told_and_its_words_compared(
    subject: RecordSubject, other_words: Callable[[Programs], bytes], ours: Council
) -> None:
    named = replace(OURS, reportlab="3.0")

    assert checked(forged(made(subject, named), ours)).relaid is Relaid.OTHER_VERSION
    other = checked(forged(other_words(named), ours))
    assert other.relaid is Relaid.DIFFERS
    assert other.differences == (
        "The pages say “Decided: everything for everybody”, which this version would not have written.",
    )


def test_that_another_version_may_word_things_otherwise_but_it_is_said(
    other_words: Callable[[Programs], bytes], ours: Council
) -> None:
    check = checked(forged(other_words(replace(OURS, version="0.0.1")), ours))

    assert check.relaid is Relaid.OTHER_VERSION
    assert "everything for everybody" in check.differences[0]


def test_that_a_changed_file_is_not_laid_again(sealed: bytes) -> None:
    assert checked(sealed + b"\n% more").relaid is None


def test_that_data_which_do_not_say_when_are_a_difference(sealed: bytes, subject: RecordSubject) -> None:
    from fairness_desktop.exchange.decoding import decode
    from fairness_desktop.exchange.reading import Reader
    from fairness_desktop.record.data import attachments

    record: dict[str, Any] = json.loads(attachments(subject, OURS)["record.json"])
    record["made_at"] = "yesterday"
    framework = subject.framework
    assessment = decode(record["assessment"], {(framework.id, framework.version): framework})

    with pytest.raises(Exception, match="made_at: must be a time"):
        RecordRelayer().relay(sealed, Reader(record), assessment, framework, subject.result)


class Otherwise(gettext.NullTranslations):
    """Another language than any a record is made in."""

    def gettext(self, message: str) -> str:
        return f"ŵ {message}"


@pytest.mark.parametrize("language", Language)
def test_that_a_program_that_speaks_another_language_finds_the_same_pages(
    subject: RecordSubject, language: Language
) -> None:
    pdf = made(replace(subject, language=language))

    with speaking(Otherwise()):
        assert checked(pdf).relaid is Relaid.MATCHES


def with_another_page(pdf: bytes, number: int) -> bytes:
    """The file after an update that lays other content over one page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    pages = writer.root["/Pages"]["/Kids"]
    pages[number - 1][generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.mark_update(pages.raw_get(number - 1).reference)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_that_the_page_changed_after_signing_is_found(sealed: bytes) -> None:
    check = checked(with_another_page(sealed, 2))

    assert (check.verdict, check.relaid, check.pages) == (Verdict.CHANGED, Relaid.DIFFERS, (2,))
    assert check.page_count > 2


def test_that_a_change_elsewhere_names_no_page(sealed: bytes) -> None:
    check = checked(with_note(sealed))

    assert (check.verdict, check.relaid, check.pages) == (Verdict.CHANGED, Relaid.MATCHES, ())


def with_note(pdf: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root[generic.pdf_name("/Note")] = generic.pdf_string("something else")
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("key", ["/Annots", "/MediaBox", "/Resources"])
def test_that_anything_a_page_shows_is_compared(sealed: bytes, key: str) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    pages = writer.root["/Pages"]["/Kids"]
    pages[0][generic.pdf_name(key)] = generic.ArrayObject([generic.NumberObject(0)] * 4)
    writer.mark_update(pages.raw_get(0).reference)
    out = io.BytesIO()
    writer.write(out)

    assert checked(out.getvalue()).pages == (1,)
