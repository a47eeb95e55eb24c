"""Signatures wrapped, emptied, added, or made by somebody else."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, NullObject, NumberObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import signing
from fairness_desktop.record.seal.sealing.places import Place

from .target import NAMES, NOW, Council, Target, ours, stranger, subject, updated
from .updates import text_field

CONTENTS = re.compile(rb"/Contents <([0-9A-F]+)>")
RANGE = re.compile(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]")


def _last(writer: Any) -> Any:  # noqa: ANN401 - the library is untyped
    """The dictionary of the last signature, to be written anew."""
    signature = writer.root["/AcroForm"]["/Fields"][-1]["/V"]
    writer.update_container(signature)
    return signature


def no_range(target: Target) -> bytes:
    """Universal forgery (Mladenov et al. 2019): nothing says what is signed."""

    def change(writer: Any) -> None:  # noqa: ANN401
        del _last(writer)["/ByteRange"]

    return updated(target.pdf, change)


def null_range(target: Target) -> bytes:
    def change(writer: Any) -> None:  # noqa: ANN401
        _last(writer)["/ByteRange"] = NullObject()

    return updated(target.pdf, change)


def short_range(target: Target) -> bytes:
    def change(writer: Any) -> None:  # noqa: ANN401
        _last(writer)["/ByteRange"] = ArrayObject([NumberObject(n) for n in (0, 0)])

    return updated(target.pdf, change)


def negative_range(target: Target) -> bytes:
    def change(writer: Any) -> None:  # noqa: ANN401
        _last(writer)["/ByteRange"] = ArrayObject([NumberObject(n) for n in (0, -1, 10, -1)])

    return updated(target.pdf, change)


def no_contents(target: Target) -> bytes:
    def change(writer: Any) -> None:  # noqa: ANN401
        del _last(writer)["/Contents"]

    return updated(target.pdf, change)


def zeroed_contents(target: Target) -> bytes:
    found = list(CONTENTS.finditer(target.pdf))[-1]
    begins, ends = found.span(1)
    return target.pdf[:begins] + b"0" * (ends - begins) + target.pdf[ends:]


def wrapped(target: Target) -> bytes:
    """Signature wrapping: what was signed lies elsewhere, and the range says where; a new page is in its stead."""
    found = list(RANGE.finditer(target.pdf))[-1]
    start, length, after, rest = map(int, found.groups())
    moved = target.pdf[after : after + rest]

    def change(writer: Any) -> None:  # noqa: ANN401
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT ET"))
        writer.update_container(page)
        writer.add_object(StreamObject(stream_data=moved))
        signature = _last(writer)
        signature["/ByteRange"] = ArrayObject([NumberObject(n) for n in (start, length, 9_999_999, rest)])

    pdf = updated(target.pdf, change)
    told, place = b"[ %d %d %s %d ]" % (start, length, b"%s", rest), pdf.rindex(moved)
    assert told % b"9999999" in pdf
    return pdf.replace(told % b"9999999", told % (b"%-7d" % place))


def range_within(target: Target) -> bytes:
    """Signed again by a stranger, over half of the file only."""
    found = list(RANGE.finditer(target.pdf))[-1]
    told = b"/ByteRange [%s %s %s %s]" % (*found.groups()[:3], b"10")
    return target.pdf[: found.start()] + told.ljust(len(found[0])) + target.pdf[found.end() :]


def signed_once_more(target: Target) -> bytes:
    """A signature more, by a stranger, in a field made for it."""
    return _added(target.pdf, stranger())


def signed_once_more_by_us(target: Target) -> bytes:
    """A signature more by one of the council's own."""
    return _added(target.pdf, ours())


def sneaked_in(target: Target) -> bytes:
    """Sneaky signature: words drawn over the page, and another signature that makes them look signed."""
    return _added(updated(target.pdf, text_field), stranger())


def _added(pdf: bytes, by: Council) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("More", on_page=0, box=(10, 10, 300, 80)))
    out = io.BytesIO()
    metadata = signers.PdfSignatureMetadata(field_name="More", subfilter=fields.SigSeedSubFilter.PADES)
    _Careless(metadata, by.signer(NAMES[0])).sign_pdf(writer, output=out, in_place=False)
    return out.getvalue()


class _Careless(signers.PdfSigner):
    """Signs what may not be signed any more, as an attacker's program would."""

    def _enforce_certification_constraints(self, *_arguments: object) -> None:
        pass


def signed_by_another(target: Target) -> bytes:
    """The same pages, signed by others than they name."""
    return target.signed(target.unsigned, stranger())


def look_alike(target: Target) -> bytes:
    """A whole record of another council that bears the same names."""
    return target.signed(PdfRecordMaker().make(subject(stranger(), target.signers)), stranger())


def second_by_another(target: Target) -> bytes:
    """Of two, the second by somebody else of the same name; of one, that one."""
    if target.signers == 1:
        return signed_by_another(target)
    place = Place("Signature2", 2, 2, NAMES[1], "")
    return signing.seal_field(target.first, place, stranger().signer(NAMES[1]), "", NOW)


def signature_of_another_record(target: Target) -> bytes:
    """The signature of one record put into another, made a minute later."""
    later = replace(subject(ours(), target.signers), made_at=NOW + timedelta(minutes=1))
    other = target.signed(PdfRecordMaker().make(later), ours())
    (begins, ends), (first, last) = (list(CONTENTS.finditer(pdf))[-1].span(1) for pdf in (target.pdf, other))
    return target.pdf[:begins] + other[first:last].ljust(ends - begins, b"0")[: ends - begins] + target.pdf[ends:]
