"""What may follow the last signature: nothing; or what keeps it checkable when its certificates have ended.

That is one revision with certificates and revocation lists (ETSI EN 319 142-1, B-LT), and, over the whole file, one
time stamp (B-LTA). The first of them is under no signature: so it is written again from what it holds, and compared.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence, Set
from typing import Any

from .container import all_vouched
from .limits import patient_reader
from .revisions.objects import Number, numbers, plain, value_at

STORED = ("/Certs", "/CRLs")
"""All that a store holds. Which of it belongs to which signature follows from the certificates; the entries that could
say it besides are deprecated, and would be words under no signature."""


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


def _parts(resolve: Any, reader: Any, store: Number) -> Set[Number]:  # noqa: ANN401
    """The numbers of what a store holds; ValueError where it holds anything but sound certificates and lists."""
    about = value_at(resolve, reader, store)
    _require(set(about) <= set(STORED))
    held = {number: value_at(resolve, reader, number) for key in STORED for number in _listed(about, key)}
    _require(all(set(value) == {"/Length"} for value in held.values()))
    certificates, lists = ([bytes(held[n].data) for n in _listed(about, key)] for key in STORED)
    _require(all_vouched(certificates, lists))
    return held.keys()


def _listed(about: Any, key: str) -> list[Number]:  # noqa: ANN401
    return [about[key].raw_get(i).idnum for i in range(len(about[key]))] if key in about else []


def _require(held: bool) -> None:
    if not held:
        raise ValueError


def _written_so(pdf: bytes, reader: Any, revision: int, ours: Set[Number], table: Number) -> bool:  # noqa: ANN401
    """Whether the bytes of a revision are those that its objects make, one after the other, and its table of places."""
    resolve, out = reader.get_historical_resolver(revision), io.BytesIO()
    places = {n: reader.xrefs.get_historical_ref(_reference(reader, n), revision) for n in ours}
    before = pdf[: min(places.values())]
    for number in sorted(ours, key=places.__getitem__):
        _require(places[number] == len(before) + out.tell())
        _write(out, number, value_at(resolve, reader, number))
    begins = len(before) + out.tell()
    _require(table == max(ours) + 1)
    _write(out, table, _table(before, places | {table: begins}, list(value_at(resolve, reader, table))))
    out.write(b"\nstartxref\n%d\n%%%%EOF\n" % begins)
    written = before + out.getvalue()
    last = len(written) == len(pdf) or revision < reader.xrefs.total_revisions - 1
    return before.endswith(b"%%EOF\n") and pdf.startswith(written) and last


def _write(out: io.BytesIO, number: Number, value: Any) -> None:  # noqa: ANN401
    out.write(b"%d 0 obj\n" % number)
    value.write_to_stream(out, None)
    out.write(b"\nendobj\n")


def _table(before: bytes, places: Mapping[Number, int], keys: Sequence[str]) -> Any:  # noqa: ANN401
    """The table of places after those bytes, its entries in the order of ``keys``; nothing in it is free.

    Unpacked: by chance the same content can be packed in more than one way. What was there before is read by itself:
    in the whole file its place is what the table under check says.
    """
    from pyhanko.pdf_utils.generic import NumberObject, StreamObject, pdf_name
    from pyhanko.pdf_utils.xref import XRefStream

    from .sealing.writer import revision_names

    earlier = patient_reader(before)
    made = XRefStream({(0, number): place for number, place in places.items()})
    for key in ("/Root", "/Info"):
        made[pdf_name(key)] = earlier.trailer.raw_get(key)
    made[pdf_name("/ID")] = revision_names(earlier, before)
    made[pdf_name("/Prev")] = NumberObject(earlier.last_startxref)
    made[pdf_name("/Size")] = NumberObject(max(places) + 1)
    made.write_to_stream(io.BytesIO())
    _require({*keys} == {*made, "/Length"})
    return StreamObject({pdf_name(key): made.raw_get(key) for key in keys if key in made}, stream_data=bytes(made.data))


def _out_of_sight(field: Any) -> bool:  # noqa: ANN401
    """Whether a field lies beyond every page, and shows nothing."""
    left, low, right, high = (float(side) for side in field["/Rect"])
    return (right <= 0 or high <= 0 or left == right or low == high) and "/AP" not in field


def _reference(reader: Any, number: Number) -> Any:  # noqa: ANN401
    from pyhanko.pdf_utils.generic import Reference

    return Reference(number, 0, reader)
