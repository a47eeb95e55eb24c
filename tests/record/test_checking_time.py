"""What may follow a time-stamped signature, and nothing else."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from fairness_desktop.domain.sealing.levels import Level, TimeService
from fairness_desktop.domain.sealing.verdict import Cause, SealCheck, Verdict
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.seal.container import all_vouched
from fairness_desktop.record.seal.quiet import whatever_is_in_it
from fairness_desktop.record.seal.sealing import timestamps
from fairness_desktop.record.seal.sealing.writer import Writer
from fairness_desktop.record.subject import RecordSubject

from .conftest import CLERK, NOW, PASSPHRASE, SIGNER, Council
from .stamping import Authority, authority, served

GOOD = {Verdict.VALID, Verdict.VALID_UNTRUSTED}
PARTS = 4
"""Of the long loop, so that every processor has some of them."""
Sealer = Callable[[Level], bytes]


@pytest.fixture(scope="module")
def stamps(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("stamps"))


@pytest.fixture(scope="module")
def address(stamps: Authority) -> Iterator[str]:
    with served(stamps.answer) as url:
        yield url


@pytest.fixture(scope="module")
def at(unsigned: bytes, ours: Council, stamps: Authority, address: str) -> Sealer:
    """The record sealed at a level, once each."""

    return cache(lambda level: sealed_at(level, unsigned, ours, stamps, address))


def sealed_at(level: Level, unsigned: bytes, ours: Council, stamps: Authority, address: str) -> bytes:
    service = TimeService(address, level, (stamps.root,))
    return ours.identities.seal(unsigned, SIGNER, PASSPHRASE, "I took this decision", NOW, service)


def check(pdf: bytes, *trusted: bytes) -> SealCheck:
    return PyHankoChecker().check(pdf, trusted)


@pytest.mark.parametrize("level", [Level.TIMED, Level.LONG_TERM, Level.ARCHIVED])
def test_that_every_level_is_valid_and_its_time_the_service_s(
    level: Level, at: Sealer, ours: Council, stamps: Authority
) -> None:
    found = check(at(level), ours.root, stamps.root)

    (seen,) = found.signatures
    assert found.verdict is Verdict.VALID
    assert (seen.time_source, seen.service_trusted) == ("timestamp", True)
    assert seen.signed_at != NOW


def test_that_a_service_nobody_trusts_is_told_as_such(at: Sealer, ours: Council) -> None:
    found = check(at(Level.TIMED), ours.root)

    assert found.verdict is Verdict.VALID
    assert not found.signatures[0].service_trusted


def test_that_two_may_be_archived(for_two: bytes, ours: Council, stamps: Authority, address: str) -> None:
    service = TimeService(address, Level.ARCHIVED, (stamps.root,))

    half = ours.identities.seal(for_two, SIGNER, PASSPHRASE, "", NOW, service)
    both = ours.identities.seal(half, CLERK, PASSPHRASE, "", NOW, service)

    assert check(half, ours.root).awaits == CLERK
    assert check(both, ours.root).verdict is Verdict.VALID


@pytest.fixture(scope="module")
def plain(subject: RecordSubject) -> bytes:
    """An unsigned record of few pages: what follows the signature is as in any other, and is checked the sooner."""
    return PdfRecordMaker().make(replace(subject, result=None, history=()))


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("level", [Level.TIMED, Level.LONG_TERM])
def test_that_a_flipped_byte_in_the_stamp_or_after_it_is_seen(
    level: Level, part: int, plain: bytes, ours: Council, stamps: Authority, address: str, *, full: bool
) -> None:
    pdf = sealed_at(level, plain, ours, stamps, address)
    begins = pdf.rindex(b"/Contents <")
    chance = random.Random(20261124 + part)  # noqa: S311 - the same places in every run
    unseen = []
    for place in sorted(chance.sample(range(begins, len(pdf)), (600 if full else 60) // PARTS)):
        flipped = bytearray(pdf)
        flipped[place] ^= 1
        if check(bytes(flipped), ours.root).verdict in GOOD:
            unseen.append((place, pdf[place - 20 : place + 20]))

    assert check(pdf, ours.root).verdict in GOOD
    assert unseen == []


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("part", range(PARTS))
def test_that_no_byte_between_the_certificates_of_a_store_is_free(
    part: int, plain: bytes, ours: Council, stamps: Authority, address: str, *, full: bool
) -> None:
    """Every byte of objects, table of places and end, one bit each; of the certificates every bit is tried apart."""
    pdf = sealed_at(Level.LONG_TERM, plain, ours, stamps, address)
    begins = pdf[: pdf.rindex(b"/Certs [")].rindex(b"%%EOF\n") + len(b"%%EOF\n")
    kept = [range(*m.span()) for m in re.compile(rb"\x30\x82.*?(?=\nendstream)", re.DOTALL).finditer(pdf, begins)]
    places = [place for place in range(begins, len(pdf)) if not any(place in inside for inside in kept)]
    unseen = []
    for place in places[part :: PARTS if full else 10 * PARTS]:
        flipped = bytearray(pdf)
        flipped[place] ^= 1 << place % 8
        if check(bytes(flipped), ours.root).verdict in GOOD:
            unseen.append((place, pdf[place - 20 : place + 20]))

    assert len(kept) == 5
    assert len(places) > 1000
    assert unseen == []


@pytest.mark.timeout(1800)
def test_that_every_bit_of_the_certificates_and_lists_kept_is_vouched_for(at: Sealer, *, full: bool) -> None:
    store = PdfFileReader(io.BytesIO(at(Level.LONG_TERM))).root["/DSS"]
    certificates, lists = ([bytes(kept.get_object().data) for kept in store[key]] for key in ("/Certs", "/CRLs"))
    kept = [*certificates, *lists]
    unseen = []
    for which, der in enumerate(kept):
        for bit in range(0, len(der) * 8, 1 if full else 13):
            flipped = bytearray(der)
            flipped[bit // 8] ^= 1 << bit % 8
            among = [*kept[:which], bytes(flipped), *kept[which + 1 :]]
            if vouched_for(among[: len(certificates)], among[len(certificates) :]):
                unseen.append((which, bit))

    assert vouched_for(certificates, lists)
    assert unseen == []


def vouched_for(certificates: list[bytes], lists: list[bytes]) -> bool:
    """What stops the libraries is not sound, as it is when a whole file is checked."""
    return whatever_is_in_it(partial(all_vouched, certificates, lists), lambda _error: False)


@pytest.mark.parametrize("level", [Level.TIMED, Level.LONG_TERM, Level.ARCHIVED])
@pytest.mark.parametrize("more", [b"\n", b"% more\n", b"5 0 obj\n<<>>\nendobj\n"])
def test_that_bytes_after_the_end_are_seen(level: Level, more: bytes, at: Sealer, ours: Council) -> None:
    assert check(at(level) + more, ours.root).verdict not in GOOD


def with_store(pdf: bytes, change: Callable[[generic.DictionaryObject, Writer], None]) -> bytes:
    """The file with a store that holds what an attacker likes."""
    writer: Any = Writer(io.BytesIO(pdf))
    store = generic.DictionaryObject()
    change(store, writer)
    writer.root["/DSS"] = writer.add_object(store)
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def certificate(store: generic.DictionaryObject, writer: Writer, content: bytes) -> None:
    stream = writer.add_object(generic.StreamObject(stream_data=content))
    store["/Certs"] = generic.ArrayObject([stream])


def test_that_a_store_of_certificates_alone_may_follow_a_stamp(at: Sealer, ours: Council) -> None:
    kept = with_store(at(Level.TIMED), lambda store, writer: certificate(store, writer, ours.root))

    assert check(kept, ours.root).verdict is Verdict.VALID


def test_that_nothing_may_follow_a_signature_without_one(sealed: bytes, ours: Council) -> None:
    kept = with_store(sealed, lambda store, writer: certificate(store, writer, ours.root))

    assert check(kept, ours.root).verdict is Verdict.CHANGED


def test_that_a_store_may_hold_nothing_else(at: Sealer, ours: Council) -> None:
    def letter(store: generic.DictionaryObject, writer: Writer) -> None:
        certificate(store, writer, b"Dear reader, all of this is untrue.")

    def tail(store: generic.DictionaryObject, writer: Writer) -> None:
        certificate(store, writer, ours.root + b"tail")

    def key(store: generic.DictionaryObject, writer: Writer) -> None:
        certificate(store, writer, ours.root)
        store["/Letter"] = generic.pdf_string("Dear reader")

    def stray(store: generic.DictionaryObject, writer: Writer) -> None:
        certificate(store, writer, ours.root)
        writer.add_object(generic.pdf_string("Dear reader"))

    for change in (letter, tail, key, stray):
        assert check(with_store(at(Level.TIMED), change), ours.root).verdict not in GOOD


def test_that_no_words_hide_between_the_objects_of_a_store(at: Sealer, ours: Council) -> None:
    pdf = at(Level.LONG_TERM)
    reader = PdfFileReader(io.BytesIO(pdf))
    table = int(pdf.split()[-2])
    hidden = pdf[:table] + b"% Dear reader\n" + pdf[table:]
    moved = hidden.replace(b"startxref\n%d" % table, b"startxref\n%d" % (table + 14))

    assert reader.last_startxref == table
    assert check(moved, ours.root).verdict not in GOOD


def test_that_a_page_cannot_be_changed_under_cover_of_a_store(at: Sealer, ours: Council) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(at(Level.LONG_TERM)))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"0 0 595 842 re f"))
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)

    assert check(out.getvalue(), ours.root).verdict is Verdict.CHANGED


def test_that_the_stamp_of_another_signature_does_not_hold(at: Sealer, ours: Council, stamps: Authority) -> None:
    """The same service, at another moment, over another file."""
    from asn1crypto import cms

    pdf = at(Level.TIMED)
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    start, length, after, _rest = map(int, signature.byte_range)
    raw = bytes.fromhex(pdf[start + length + 1 : after - 1].decode())
    told = cms.ContentInfo.load(raw)
    _nonce, query = timestamps.stamper(TimeService("http://nowhere.example")).request_cms(b"\0" * 32, "sha256")
    token = cms.ContentInfo.load(_token(stamps.answer(query.dump())))
    timestamps.settle(token)
    told["content"]["signer_infos"][0]["unsigned_attrs"] = [{"type": "signature_time_stamp_token", "values": [token]}]
    written = told.dump().hex().encode()
    forged = pdf[: start + length + 1] + written.ljust(after - 2 - start - length, b"0") + pdf[after - 1 :]

    (seen,) = PdfFileReader(io.BytesIO(forged)).embedded_regular_signatures
    assert stamp_in(seen) == token["content"].dump() != stamp_in(signature)
    assert check(forged, ours.root).cause is Cause.BAD_TIME_STAMP


def stamp_in(signature: Any) -> bytes:  # noqa: ANN401 - the library is untyped
    return bytes(timestamps.stamp_of(signature).dump())  # type: ignore[union-attr] # there is one


def _token(reply: bytes) -> bytes:
    from asn1crypto import tsp

    return bytes(tsp.TimeStampResp.load(reply)["time_stamp_token"].dump())
