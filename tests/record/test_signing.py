"""One signer locks the file; of two, the first leaves room for the second alone, and the second closes it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.domain.sealing.verdict import SealCheck, Verdict
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import SignatureField
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.subject import RecordSubject

from .conftest import CLERK, NOW, PASSPHRASE, SIGNER, Council


def check(pdf: bytes, *trusted: bytes) -> SealCheck:
    return PyHankoChecker().check(pdf, trusted)


def signatures(pdf: bytes) -> list[Any]:
    return list(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)


def allowed_after(signature: Any) -> int | None:  # noqa: ANN401
    """The number of DocMDP: 1 nothing, 2 filling and signing; None where the signature is an approval."""
    for reference in signature.sig_object.get("/Reference", ()):
        if reference["/TransformMethod"] == "/DocMDP":
            return int(reference["/TransformParams"]["/P"])
    return None


def test_that_a_single_signature_locks_the_file(sealed: bytes) -> None:
    (only,) = signatures(sealed)

    assert (only.field_name, allowed_after(only)) == ("Signature1", 1)


def test_that_the_first_of_two_leaves_room_for_a_signature(half_signed: bytes) -> None:
    (first,) = signatures(half_signed)

    assert (first.field_name, allowed_after(first)) == ("Signature1", 2)


def test_that_the_second_approves_in_the_field_that_locks(countersigned: bytes) -> None:
    first, second = signatures(countersigned)

    assert (second.field_name, allowed_after(first), allowed_after(second)) == ("Signature2", 2, None)
    assert second.sig_field["/Lock"]["/P"] == 1


def test_that_two_signatures_are_good_and_the_first_is_not_touched(
    half_signed: bytes, countersigned: bytes, ours: Council
) -> None:
    found = check(countersigned, ours.root)

    assert countersigned.startswith(half_signed)
    assert (found.verdict, found.awaits) == (Verdict.VALID, "")
    assert [s.signer for s in found.signatures] == [SIGNER, CLERK]
    assert [s.covers_whole_file for s in found.signatures] == [False, True]


def test_that_each_signature_names_the_program_that_made_it(countersigned: bytes) -> None:
    ours = programs()

    named = {seen.sealed_with for seen in check(countersigned).signatures}

    assert named == {f"Fairness Desktop {ours.version}, pyHanko {ours.pyhanko}"}


def test_that_one_of_two_is_not_valid_and_says_who_is_missing(half_signed: bytes, ours: Council) -> None:
    found = check(half_signed, ours.root)

    assert (found.verdict, found.awaits) == (Verdict.INVALID, CLERK)


def test_that_the_second_cannot_sign_first(for_two: bytes, ours: Council) -> None:
    with pytest.raises(RecordError, match=r"waits for Amenities Committee .* Nothing was signed\."):
        ours.identities.seal(for_two, CLERK, PASSPHRASE, "", NOW)


def test_that_the_first_cannot_sign_twice(half_signed: bytes, ours: Council) -> None:
    with pytest.raises(RecordError, match=r"waits for Ann Clerk"):
        ours.identities.seal(half_signed, SIGNER, PASSPHRASE, "", NOW)


def test_that_a_namesake_with_another_key_cannot_sign(unsigned: bytes, stranger: Council) -> None:
    with pytest.raises(RecordError, match=r"has another certificate\. Nothing was signed\."):
        stranger.identities.seal(unsigned, SIGNER, PASSPHRASE, "", NOW)


def test_that_there_is_no_third_signature(countersigned: bytes, sealed: bytes, ours: Council) -> None:
    for full in (countersigned, sealed):
        with pytest.raises(RecordError, match="no field left to sign"):
            ours.identities.seal(full, CLERK, PASSPHRASE, "", NOW)


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_that_what_is_no_record_is_refused_in_a_sentence(junk: bytes, ours: Council) -> None:
    with pytest.raises(RecordError):
        ours.identities.seal(junk, SIGNER, PASSPHRASE, "", NOW)


def test_that_the_time_of_the_signature_is_the_one_shown(unsigned: bytes, ours: Council) -> None:
    moment = datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC)

    (seen,) = check(ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "", moment), ours.root).signatures

    assert (seen.signed_at, seen.time_source) == (moment, "signer_clock")


def test_that_a_draft_cannot_be_signed(subject: RecordSubject, ours: Council) -> None:
    draft = PdfRecordMaker().make(replace(subject, signers=()))

    with pytest.raises(RecordError, match="no field left to sign"):
        ours.identities.seal(draft, SIGNER, PASSPHRASE, "", NOW)


def test_that_the_clerk_s_certificate_is_named_in_the_record(clerk: Identity, for_two: bytes) -> None:
    assert clerk.fingerprint in check(for_two).attachments["record.json"].decode()


def test_that_the_second_signer_signs_other_words(subject: RecordSubject, clerk: Identity) -> None:
    nodes = document(replace(subject, signers=(*subject.signers, clerk)), programs()).nodes

    first, second = (node.words for node in nodes if isinstance(node, SignatureField))
    assert first.startswith("I took this decision")
    assert second.startswith("I countersign this decision")


def test_that_the_field_of_a_welsh_record_speaks_welsh(subject: RecordSubject, ours: Council) -> None:
    welsh = PdfRecordMaker().make(replace(subject, language=Language.WELSH))

    said = last_page(ours.identities.seal(welsh, SIGNER, PASSPHRASE, "", NOW))

    assert "Llofnodwyd gan" in said
    assert "Signed by" not in said


def last_page(pdf: bytes) -> str:
    """The text of the last page, its fields included."""
    pages = pypdfium2.PdfDocument(pdf)
    try:
        pages.init_forms()
        pages[len(pages) - 1].flatten()
        return str(pages[len(pages) - 1].get_textpage().get_text_bounded())
    finally:
        pages.close()
