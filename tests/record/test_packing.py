"""The same objects under the same numbers, in fewer bytes."""

from __future__ import annotations

import io

import pytest
from pyhanko.pdf_utils.generic import NumberObject, Reference, StreamObject, pdf_name
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.record.pdf import layout
from fairness_desktop.record.pdf.tagging import packing
from fairness_desktop.record.pdf.tagging.packing import packed
from fairness_desktop.record.seal.limits import patient_reader
from fairness_desktop.record.seal.packed import Packed

from .test_tags import EVERYTHING, laid


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A record as ReportLab has written it."""
    monkeypatch.setattr(layout, "packed", bytes)
    return laid(*EVERYTHING)


def objects(pdf: bytes, count: int) -> list[str]:
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    return [repr(reader.get_object(Reference(i, 0, reader))) for i in range(1, count)]


def count_of(pdf: bytes) -> int:
    return int(PdfFileReader(io.BytesIO(pdf)).trailer["/Size"])


def test_that_every_object_is_the_same_and_has_its_number(plain: bytes) -> None:
    assert objects(packed(plain), count_of(plain)) == objects(plain, count_of(plain))


def test_that_it_is_a_third_smaller_at_least(plain: bytes) -> None:
    assert len(packed(plain)) < len(plain) * 2 / 3


def test_that_pages_and_fields_stay_in_the_open(plain: bytes) -> None:
    small = packed(plain)

    assert small.count(b"/FT /Sig") == plain.count(b"/FT /Sig") == 2
    assert small.count(b"/Type /Page\n") == plain.count(b"/Type /Page\n")


@pytest.mark.parametrize("number", [1, 7, 400])
def test_that_any_number_of_objects_in_a_stream_will_do(
    plain: bytes, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "_IN_ONE_STREAM", number)

    assert objects(packed(plain), count_of(plain)) == objects(plain, count_of(plain))


def test_that_what_reportlab_did_not_write_is_refused(plain: bytes) -> None:
    with pytest.raises(RuntimeError, match="in one piece"):
        packed(plain + b"\n% more")


def test_that_our_reader_reads_each_packed_object_as_the_library_does(plain: bytes) -> None:
    pdf = packed(plain)
    reader = patient_reader(pdf)

    ours = [repr(reader.get_object(Reference(i, 0, reader))) for i in range(1, count_of(pdf))]

    assert ours == objects(pdf, count_of(pdf))


@pytest.mark.parametrize("about", [{"/N": 2}, {"/N": -1}, {"/N": 10**9}, {"/Type": "/Other"}, {"/First": 900}])
def test_that_a_stream_of_objects_that_makes_no_sense_is_refused(about: dict[str, int | str]) -> None:
    told = {"/Type": pdf_name("/ObjStm"), "/N": NumberObject(1), "/First": NumberObject(4)}
    told |= {key: pdf_name(value) if isinstance(value, str) else NumberObject(value) for key, value in about.items()}
    stream = StreamObject({pdf_name(key): value for key, value in told.items()}, stream_data=b"7 0 << >>")

    with pytest.raises(PdfReadError):
        Packed(stream).object(None, 7, 0)


@pytest.mark.parametrize(("number", "index"), [(8, 0), (7, 1), (7, -1)])
def test_that_an_object_is_taken_from_its_own_place_only(number: int, index: int) -> None:
    about = {
        pdf_name("/Type"): pdf_name("/ObjStm"),
        pdf_name("/N"): NumberObject(1),
        pdf_name("/First"): NumberObject(4),
    }

    with pytest.raises(PdfReadError):
        Packed(StreamObject(about, stream_data=b"7 0 << >>")).object(None, number, index)
