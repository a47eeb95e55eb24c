"""What is seen of a file that is not as it was signed: everything."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from fairness_desktop.domain.sealing.verdict import SealCheck, Verdict
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.subject import RecordSubject

from .conftest import NOW, PASSPHRASE, SIGNER, Council, forged

GOOD = {Verdict.VALID, Verdict.VALID_UNTRUSTED}


def check(pdf: bytes, *trusted: bytes) -> SealCheck:
    return PyHankoChecker().check(pdf, trusted)


def test_that_a_sealed_record_is_good_but_its_signer_unknown(sealed: bytes, ours: Council) -> None:
    found = check(sealed)

    (seen,) = found.signatures
    assert found.verdict is Verdict.VALID_UNTRUSTED
    assert (seen.signer, seen.role, seen.signed_at) == (SIGNER, "Amenities Committee", seen.signed_at)
    assert (seen.fingerprint, seen.trusted, seen.covers_whole_file) == (ours.signer.fingerprint, False, True)
    assert found.signatures_expected == 1


def test_that_a_known_root_makes_it_valid(sealed: bytes, ours: Council) -> None:
    assert check(sealed, ours.root).verdict is Verdict.VALID


def test_that_another_council_of_the_same_name_is_never_valid(sealed: bytes, stranger: Council) -> None:
    assert check(sealed, stranger.root).verdict is Verdict.INVALID


def test_that_a_draft_is_not_signed(subject: RecordSubject) -> None:
    assert check(PdfRecordMaker().make(replace(subject, signers=()))).verdict is Verdict.UNSIGNED


def test_that_a_stripped_signature_is_missed(unsigned: bytes) -> None:
    found = check(unsigned)

    assert found.verdict is Verdict.INVALID
    assert "its signature was taken out" in found.why


@pytest.mark.timeout(1200)
def test_that_no_flipped_byte_goes_unseen(sealed: bytes, ours: Council, *, full: bool) -> None:
    chance = random.Random(20261123)  # noqa: S311 - the same places in every run
    unseen = []
    for place in sorted(chance.sample(range(len(sealed)), 1500 if full else 150)):
        pdf = bytearray(sealed)
        pdf[place] ^= 1 << chance.randrange(8)
        if check(bytes(pdf), ours.root).verdict in GOOD:
            unseen.append(place)

    assert unseen == []


def places(pattern: bytes, sealed: bytes) -> int:
    found = re.search(pattern, sealed)
    assert found is not None
    return found.start()


@pytest.mark.timeout(1200)
def test_that_no_flipped_bit_of_the_signature_itself_goes_unseen(sealed: bytes, ours: Council, *, full: bool) -> None:
    chance = random.Random(23112026)  # noqa: S311 - the same places in every run
    start, end = contents(sealed)
    written = start + len(sealed[start:end].rstrip(b"0"))
    unseen = []
    for place in sorted(chance.sample(range(start, written), 1500 if full else 150)):
        pdf = bytearray(sealed)
        pdf[place] = ord("0") if pdf[place] != ord("0") else ord("1")
        if check(bytes(pdf), ours.root).verdict in GOOD:
            unseen.append(place - start)

    assert unseen == []


@pytest.mark.parametrize("pattern", [rb"/Title", rb"/EmbeddedFile", rb"/MediaBox", rb"startxref\n\d", rb"/Sig"])
def test_that_a_flipped_byte_under_the_signature_is_a_change(sealed: bytes, pattern: bytes) -> None:
    pdf = bytearray(sealed)
    pdf[places(pattern, sealed) + 2] ^= 1

    assert check(bytes(pdf)).verdict in {Verdict.CHANGED, Verdict.INVALID, Verdict.UNREADABLE}


def contents(sealed: bytes) -> tuple[int, int]:
    """Where the hex of the signature begins and ends."""
    found = re.search(rb"/Contents <([0-9A-F]+)>", sealed)
    assert found is not None
    return found.span(1)


def test_that_another_case_of_the_signature_s_hex_is_a_change(sealed: bytes, ours: Council) -> None:
    start, end = contents(sealed)
    first = next(i for i in range(start, end) if chr(sealed[i]).isalpha())
    pdf = sealed[:first] + sealed[first : first + 1].swapcase() + sealed[first + 1 :]

    assert check(pdf, ours.root).verdict not in GOOD


def test_that_something_hidden_in_the_padding_is_a_change(sealed: bytes, ours: Council) -> None:
    _start, end = contents(sealed)

    assert check(sealed[: end - 2] + b"41" + sealed[end:], ours.root).verdict not in GOOD


def updated(sealed: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """The file with an incremental update, as an editor would append it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def another_language(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.pdf_string("cy")
    writer.update_root()


def another_title(writer: IncrementalPdfFileWriter) -> None:
    info = writer.trailer["/Info"]
    info["/Title"] = generic.pdf_string("Another")
    writer.mark_update(writer.trailer.raw_get("/Info"))


def another_page_content(writer: IncrementalPdfFileWriter) -> None:
    page_reference, _position = writer.find_page_for_modification(0)
    page = page_reference.get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.mark_update(page_reference)


def an_annotation(writer: IncrementalPdfFileWriter) -> None:
    page_reference, _position = writer.find_page_for_modification(0)
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 99, 99)]),
            generic.pdf_name("/Contents"): generic.pdf_string("Approved!"),
        }
    )
    page_reference.get_object()["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.mark_update(page_reference)


def another_attachment(writer: IncrementalPdfFileWriter) -> None:
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    specification = names[1]
    specification["/EF"]["/F"] = writer.add_object(generic.StreamObject(stream_data=b"{}"))
    writer.update_container(specification)


@pytest.mark.parametrize(
    "change", [another_language, another_title, another_page_content, an_annotation, another_attachment]
)
def test_that_an_update_after_signing_is_a_change(
    sealed: bytes, ours: Council, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    assert check(updated(sealed, change), ours.root).verdict is Verdict.CHANGED


@pytest.mark.parametrize("tail", [b"\n", b"% a comment\n", b"\0" * 100])
def test_that_bytes_after_the_end_are_a_change(sealed: bytes, ours: Council, tail: bytes) -> None:
    assert check(sealed + tail, ours.root).verdict not in GOOD


def test_that_going_back_to_before_the_signature_is_seen(sealed: bytes, unsigned: bytes) -> None:
    assert sealed.startswith(unsigned)
    assert check(sealed[: len(unsigned)]).verdict is Verdict.INVALID


def test_that_a_record_signed_by_another_than_it_names_is_not_valid(unsigned: bytes, stranger: Council) -> None:
    pdf = forged(unsigned, stranger)

    assert check(pdf, stranger.root).verdict is Verdict.INVALID


def test_that_a_record_that_expects_two_signatures_is_not_valid_with_one(subject: RecordSubject, ours: Council) -> None:
    second = replace(ours.signer, name="Second", fingerprint="ab" * 32)
    pdf = PdfRecordMaker().make(replace(subject, signers=(ours.signer, second)))

    found = check(ours.identities.seal(pdf, SIGNER, PASSPHRASE, "", NOW), ours.root)

    assert found.verdict is Verdict.INVALID
    assert "1 of 2 signatures: not yet countersigned, or rolled back." in found.why


def test_that_a_signed_pdf_that_is_no_record_is_not_valid(ours: Council, subject: RecordSubject) -> None:
    draft = PdfRecordMaker().make(replace(subject, signers=(replace(ours.signer, fingerprint=""),)))
    pdf = forged(draft, ours)

    assert check(pdf, ours.root).verdict is Verdict.INVALID


NESTED = (
    b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000 + b"]" * 50_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"
)
NOISE = random.Random(1).randbytes(2_000_000)  # noqa: S311 - the same noise in every run
LOOP = b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "hostile",
    [b"", b"no pdf at all", b"%PDF-1.7", NESTED, LOOP, b"%PDF-1.7\n" + NOISE],
    ids=["empty", "text", "header", "nested", "loop", "noise"],
)
def test_that_what_is_no_record_is_said_to_be_unreadable_in_time(hostile: bytes, ours: Council) -> None:
    assert check(hostile, ours.root).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_that_a_file_cut_short_is_never_good(sealed: bytes, ours: Council, share: float) -> None:
    assert check(sealed[: int(len(sealed) * share)], ours.root).verdict not in GOOD


def test_that_a_root_that_is_no_certificate_is_told_apart(ours: Council) -> None:
    assert PyHankoChecker().is_certificate(ours.root)
    assert not PyHankoChecker().is_certificate(b"-----BEGIN NONSENSE-----")
    assert not PyHankoChecker().is_certificate(b"")
