"""Time stamps from a real service: what goes into the file, what stays as it was, and what is said when none comes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.sealing.levels import Level, TimeService
from fairness_desktop.record.seal.sealing import timestamps

from .conftest import CLERK, NOW, PASSPHRASE, SIGNER, Council
from .stamping import Authority, authority, served


@pytest.fixture(scope="module")
def stamps(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("stamps"))


@pytest.fixture(scope="module")
def address(stamps: Authority) -> Iterator[str]:
    with served(stamps.answer) as url:
        yield url


@pytest.fixture
def service(stamps: Authority, address: str, request: pytest.FixtureRequest) -> TimeService:
    return TimeService(address, getattr(request, "param", Level.TIMED), (stamps.root,))


def sealed_with(unsigned: bytes, ours: Council, service: TimeService | None) -> bytes:
    return ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "I took this decision", NOW, service)


def stamp_in(pdf: bytes) -> bool:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return timestamps.stamp_of(signature) is not None


def test_that_without_a_service_there_is_no_stamp(sealed: bytes) -> None:
    assert not stamp_in(sealed)


@pytest.mark.parametrize("service", [Level.TIMED, Level.LONG_TERM, Level.ARCHIVED], indirect=True)
def test_that_each_level_holds_what_it_promises(unsigned: bytes, ours: Council, service: TimeService) -> None:
    pdf = sealed_with(unsigned, ours, service)

    reader = PdfFileReader(io.BytesIO(pdf))
    assert stamp_in(pdf)
    assert ("/DSS" in reader.root) is service.level.embeds
    assert len(reader.embedded_timestamp_signatures) == (service.level is Level.ARCHIVED)
    assert pdf.startswith(unsigned)


@pytest.mark.parametrize("service", [Level.LONG_TERM], indirect=True)
def test_that_certificates_of_signer_and_service_are_in_the_file(
    unsigned: bytes, ours: Council, service: TimeService
) -> None:
    dss = PdfFileReader(io.BytesIO(sealed_with(unsigned, ours, service))).root["/DSS"]

    embedded = {bytes(stream.get_object().data) for stream in dss["/Certs"]}
    assert {ours.root, *service.roots} <= embedded
    assert len(embedded) == 4
    assert set(dss) == {"/Certs", "/CRLs"}


@pytest.mark.parametrize("service", [Level.ARCHIVED], indirect=True)
def test_that_properties_and_version_stay_as_they_were(unsigned: bytes, ours: Council, service: TimeService) -> None:
    before = PdfFileReader(io.BytesIO(unsigned))
    after = PdfFileReader(io.BytesIO(sealed_with(unsigned, ours, service)))

    assert after.root["/Metadata"].data == before.root["/Metadata"].data
    assert "/Version" not in after.root
    assert [e["/BaseVersion"] for e in after.root["/Extensions"].values()] == ["/1.7"]
    assert dict(after.trailer["/Info"]) == dict(before.trailer["/Info"])


@pytest.mark.parametrize("service", [Level.ARCHIVED], indirect=True)
def test_that_of_two_only_the_last_closes_the_file_for_good(
    for_two: bytes, ours: Council, service: TimeService
) -> None:
    half = sealed_with(for_two, ours, service)
    both = ours.identities.seal(half, CLERK, PASSPHRASE, "", NOW, service)

    assert "/DSS" not in PdfFileReader(io.BytesIO(half)).root
    reader = PdfFileReader(io.BytesIO(both))
    assert [timestamps.stamp_of(s) is not None for s in reader.embedded_regular_signatures] == [True, True]
    assert len(reader.root["/DSS"]["/Certs"]) == 5
    assert both.startswith(half)


def test_that_the_field_says_whose_time_it_is(
    unsigned: bytes, sealed: bytes, ours: Council, service: TimeService
) -> None:
    assert shown(sealed) != shown(sealed_with(unsigned, ours, service))


def shown(pdf: bytes) -> bytes:
    """The drawing in the signature's field."""
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    look = signature.sig_field["/AP"]["/N"]
    return b"".join(bytes(x.get_object().data) for x in [look, *look["/Resources"].get("/XObject", {}).values()])


@pytest.mark.parametrize("answer", [500, b"", b"<html>closed</html>", b"\x30\x03\x02\x01\x05"])
def test_that_a_service_that_gives_no_stamp_is_said_and_nothing_is_signed(
    unsigned: bytes, ours: Council, answer: bytes | int
) -> None:
    with served(answer) as url, pytest.raises(RecordError, match=re.escape(url)) as told:
        sealed_with(unsigned, ours, TimeService(url))

    assert "Nothing was signed" in str(told.value)


def test_that_a_stamp_for_another_question_is_refused(unsigned: bytes, ours: Council, stamps: Authority) -> None:
    replayed = stamps.answer(_query())

    with served(replayed) as url, pytest.raises(RecordError, match="gave no time stamp"):
        sealed_with(unsigned, ours, TimeService(url))


def test_that_a_stamp_for_another_hash_is_refused(unsigned: bytes, ours: Council, stamps: Authority) -> None:
    def of_another_hash(query: bytes) -> bytes:
        place = query.index(b"\x04\x20") + 2
        return stamps.answer(query[:place] + b"\0" * 32 + query[place + 32 :])

    with served(of_another_hash) as url, pytest.raises(RecordError, match="answered another question"):
        sealed_with(unsigned, ours, TimeService(url))


def _query() -> bytes:
    _nonce, request = timestamps.stamper(TimeService("http://nowhere.example")).request_cms(b"\0" * 32, "sha256")
    return bytes(request.dump())


def test_that_another_root_than_the_service_s_is_said(unsigned: bytes, ours: Council, address: str) -> None:
    with pytest.raises(RecordError, match=r"root certificate in the settings, or choose the level B-T"):
        sealed_with(unsigned, ours, TimeService(address, Level.LONG_TERM, (ours.root,)))


def test_that_nothing_but_http_is_ever_opened(unsigned: bytes, ours: Council) -> None:
    with pytest.raises(RecordError, match="must begin with http"):
        sealed_with(unsigned, ours, TimeService("file:///etc/passwd"))
