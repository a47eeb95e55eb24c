"""What may follow the last signature: nothing; or what keeps it checkable when its certificates have ended.

That is one revision with certificates and revocation lists (ETSI EN 319 142-1, B-LT), and, over the whole file, one
time stamp (B-LTA). The first of them is under no signature: so it is written again from what it holds, and compared.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

from .container import all_vouched
from .limits import patient_reader
from .revisions.objects import Number, numbers, plain, value_at

STORE_KEYS = frozenset({"/Type", "/VRI", "/Certs", "/CRLs"})
STORED = ("/Certs", "/CRLs")
ENTRY_KEYS = frozenset({"/Type", "/Cert", "/CRL"})


def nothing_else(pdf: bytes, reader: Any, last: Any, stamps: list[Any]) -> bool:  # noqa: ANN401 - the library is untyped
    """Whether what follows ``last``, a signature with a time stamp, is such a store and, if any, one of ``stamps``.

    Whether a stamp is sound is for the caller to see; here it is seen to be the only one, and out of sight. Raises
    where the store is none of ours.
    """
    later = reader.xrefs.total_revisions - 1 - last.signed_revision
    if later != 1 + len(stamps) or len(stamps) > 1 or not _is_store(pdf, reader, last.signed_revision + 1):
        return False
    return all(s.signed_revision == last.signed_revision + 2 and _out_of_sight(s.sig_field) for s in stamps)


def _is_store(pdf: bytes, reader: Any, revision: int) -> bool:  # noqa: ANN401
    """Whether a revision adds a document security store, and not one byte more."""
    told = numbers(reader.xrefs.explicit_refs_in_revision(revision))
    resolve = reader.get_historical_resolver(revision)
    root = reader.trailer.raw_get("/Root").idnum
    before = plain(value_at(reader.get_historical_resolver(revision - 1), reader, root))
    after = plain(value_at(resolve, reader, root))
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    store = after.pop("/DSS", None)
    kept = before == after and not reader.xrefs.refs_freed_in_revision(revision)
    if not kept or not isinstance(store, tuple) or store[:1] != ("R",):
        return False
    ours = {root, store[1], *_parts(resolve, reader, store[1])}
    (table,) = told - ours
    return told == {*ours, table} and _written_so(pdf, reader, revision, ours, table)


def _parts(resolve: Any, reader: Any, store: Number) -> Iterator[Number]:  # noqa: ANN401
    """The numbers of what a store holds; ValueError where it holds anything but sound certificates and lists."""
    about = value_at(resolve, reader, store)
    _require(set(about) <= STORE_KEYS)
    held = {number: value_at(resolve, reader, number) for key in STORED for number in _listed(about, key)}
    _require(all(set(value) == {"/Length"} for value in held.values()))
    certificates, lists = ([bytes(held[n].data) for n in _listed(about, key)] for key in STORED)
    _require(all_vouched(certificates, lists))
    yield from held
    entries = about["/VRI"]
    _require(set(entries) <= {_entry_name(signature) for signature in reader.embedded_regular_signatures})
    for key in entries:
        number = entries.raw_get(key).idnum
        entry = value_at(resolve, reader, number)
        _require(set(entry) <= ENTRY_KEYS)
        _require({*_listed(entry, "/Cert")} <= {*_listed(about, "/Certs")})
        _require({*_listed(entry, "/CRL")} <= {*_listed(about, "/CRLs")})
        yield number


def _entry_name(signature: Any) -> str:  # noqa: ANN401
    """What a store calls the entry of a signature (ETSI EN 319 142-1): no choice of whoever writes it."""
    return "/" + hashlib.sha1(signature.pkcs7_content.hex().upper().encode()).hexdigest().upper()  # noqa: S324


def _listed(about: Any, key: str) -> list[Number]:  # noqa: ANN401
    return [about[key].raw_get(i).idnum for i in range(len(about[key]))] if key in about else []


def _require(held: bool) -> None:
    if not held:
        raise ValueError


def _written_so(pdf: bytes, reader: Any, revision: int, ours: set[Number], table: Number) -> bool:  # noqa: ANN401
    """Whether the bytes of a revision are those that its objects make, one after the other, and its table of places."""
    resolve, out = reader.get_historical_resolver(revision), io.BytesIO()
    places = {n: reader.xrefs.get_historical_ref(_reference(reader, n), revision) for n in ours}
    start = reader.xrefs.get_startxref_for_revision(revision)
    first = min(places.values())
    _named_so(value_at(resolve, reader, table)["/ID"], pdf[:first])
    for number in [*sorted(ours, key=places.__getitem__), table]:
        out.write(b"%d 0 obj\n" % number)
        value_at(resolve, reader, number).write_to_stream(out, None)
        out.write(b"\nendobj\n")
    out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
    as_written = pdf[:first].endswith(b"%%EOF\n") and pdf[first:].startswith(out.getvalue())
    ends = first + len(out.getvalue())
    last = ends == len(pdf) or revision < reader.xrefs.total_revisions - 1
    return as_written and last and _holds_nothing_else(value_at(resolve, reader, table).encoded_data)


def _named_so(names: Any, before: bytes) -> None:  # noqa: ANN401
    """ValueError unless file and revision are named as what stands ``before`` makes it; the names become bytes.

    By chance the library takes some bytes for letters when it reads them, and would write those otherwise.
    """
    from pyhanko.pdf_utils.generic import ByteStringObject

    from .sealing.writer import revision_id

    for i, name in enumerate(names):
        names[i] = ByteStringObject(name.original_bytes)
    file = patient_reader(before).trailer["/ID"][0].original_bytes
    _require(list(names) == [file, revision_id(before)])


def _holds_nothing_else(packed: bytes) -> bool:
    """Whether a packed stream ends where its content ends."""
    unpacking = zlib.decompressobj()
    unpacking.decompress(packed, 1024 * 1024)
    return unpacking.eof and not unpacking.unused_data


def _out_of_sight(field: Any) -> bool:  # noqa: ANN401
    """Whether a field lies beyond every page, and shows nothing."""
    left, low, right, high = (float(side) for side in field["/Rect"])
    return (right <= 0 or high <= 0 or left == right or low == high) and "/AP" not in field


def _reference(reader: Any, number: Number) -> Any:  # noqa: ANN401
    from pyhanko.pdf_utils.generic import Reference

    return Reference(number, 0, reader)
