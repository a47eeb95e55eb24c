"""Bytes changed, added or taken away, with no regard to what they mean."""

from __future__ import annotations

import re
import zlib
from typing import Any

from .target import Target, flipped, place_of, reader, updated


def _inside_stream(pdf: bytes, reference: Any) -> int:  # noqa: ANN401 - the library is untyped
    """A place within the stream of an object."""
    begins = pdf.index(b"stream", place_of(pdf, reference))
    return (begins + pdf.index(b"endstream", begins)) // 2


def page_byte(target: Target) -> bytes:
    page = reader(target.pdf).root["/Pages"]["/Kids"][0]
    return flipped(target.pdf, _inside_stream(target.pdf, page.raw_get("/Contents")))


def info_byte(target: Target) -> bytes:
    info = reader(target.pdf).trailer.raw_get("/Info")
    return flipped(target.pdf, target.pdf.index(b"/Title (", place_of(target.pdf, info)) + 9)


def _attachment(target: Target) -> Any:  # noqa: ANN401
    return reader(target.pdf).root["/Names"]["/EmbeddedFiles"]["/Names"][3]["/EF"].raw_get("/F")


def attachment_byte(target: Target) -> bytes:
    return flipped(target.pdf, _inside_stream(target.pdf, _attachment(target)))


def edited_record(target: Target) -> bytes:
    """What record.json says changed in place, packed into as many bytes as before."""
    head = re.compile(rb"stream\r?\n").search(target.pdf, place_of(target.pdf, _attachment(target)))
    assert head is not None
    begins, unpacking = head.end(), zlib.decompressobj()
    told = unpacking.decompress(target.pdf[begins:])
    ends = len(target.pdf) - len(unpacking.unused_data)
    packed = zlib.compress(told.replace(b"Children", b"All"), 9)
    assert len(packed) <= ends - begins
    return target.pdf[:begins] + packed.ljust(ends - begins, b"\0") + target.pdf[ends:]


def _contents(pdf: bytes) -> tuple[int, int]:
    """Where the hex of the last signature begins and ends."""
    found = list(re.finditer(rb"/Contents <([0-9A-Fa-f]+)>", pdf))[-1]
    return found.span(1)


def signature_byte(target: Target) -> bytes:
    begins, _ends = _contents(target.pdf)
    place = begins + 400
    other = b"0" if target.pdf[place : place + 1] != b"0" else b"1"
    return target.pdf[:place] + other + target.pdf[place + 1 :]


def padding_byte(target: Target) -> bytes:
    _begins, ends = _contents(target.pdf)
    return target.pdf[: ends - 2] + b"41" + target.pdf[ends:]


def other_case(target: Target) -> bytes:
    begins, ends = _contents(target.pdf)
    return target.pdf[:begins] + target.pdf[begins:ends].lower() + target.pdf[ends:]


def space_in_hex(target: Target) -> bytes:
    _begins, ends = _contents(target.pdf)
    return target.pdf[: ends - 1] + b" " + target.pdf[ends:]


def trailing_comment(target: Target) -> bytes:
    return target.pdf + b"% all is well\n"


def trailing_revision(target: Target) -> bytes:
    """A whole second copy behind the first."""
    return target.pdf + target.pdf


def bytes_in_front(target: Target) -> bytes:
    return b"% a line in front\n" + target.pdf


def cut_short(target: Target) -> bytes:
    return target.pdf[: len(target.pdf) - 200]


def stripped(target: Target) -> bytes:
    """The file as it was before any signature."""
    return target.unsigned


def emptied_fields(target: Target) -> bytes:
    """Signatures taken out of their fields by an update."""

    def change(writer: Any) -> None:  # noqa: ANN401
        for field in writer.root["/AcroForm"]["/Fields"]:
            del field.get_object()["/V"]
            writer.mark_update(field.reference)

    return updated(target.pdf, change)


def rolled_back(target: Target) -> bytes:
    """Back to where only the first had signed; of one signature, back to none."""
    return target.first if target.signers > 1 else target.unsigned
