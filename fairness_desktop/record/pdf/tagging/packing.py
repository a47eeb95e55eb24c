"""The structure tree packed into object streams (ISO 32000-1, 7.5.7): as it stands it is half of a record's bytes.

Only what ReportLab has just written is packed; files that others hand in never come here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_ELEMENT = re.compile(rb"/P \d+ 0 R\b.*/S /\w+", re.DOTALL)
_TRAILER = re.compile(rb"trailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\n\Z", re.DOTALL)
_IN_ONE_STREAM = 50
"""Objects; a reader unpacks a whole stream for one of them."""

_FREE, _PLAIN, _PACKED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where an object lies: its offset in the file, or its stream and its place in there."""

    kind: int
    where: int
    index: int = 0

    @property
    def written(self) -> bytes:
        return self.kind.to_bytes(1, "big") + self.where.to_bytes(4, "big") + self.index.to_bytes(2, "big")


def packed(pdf: bytes) -> bytes:
    """The same objects under the same numbers, the structure tree's elements in streams; RuntimeError otherwise."""
    found = _TRAILER.search(pdf)
    if found is None:
        raise RuntimeError("not a file that ReportLab has written in one piece")
    objects = dict(_objects(pdf, int(found[2])))
    elements = {number: body for number, body in objects.items() if _ELEMENT.search(body) and b"stream\n" not in body}
    out = bytearray(pdf[: pdf.index(b"1 0 obj\n")])
    entries = {0: _Entry(_FREE, 0, 65535)}
    for number, body in objects.items():
        if number not in elements:
            entries[number] = _Entry(_PLAIN, len(out))
            out += b"%d 0 obj\n%bendobj\n" % (number, body)
    size = max(objects) + 1
    for part in _parts(list(elements.items())):
        entries[size] = _Entry(_PLAIN, len(out))
        entries |= {number: _Entry(_PACKED, size, i) for i, (number, _body) in enumerate(part)}
        out += _stream(size, *_joined(part))
        size += 1
    entries[size] = _Entry(_PLAIN, len(out))
    start = len(out)
    kept = re.sub(rb"/Size \d+", b"/Size %d" % (size + 1), found[1])
    table = b"".join(entries[i].written for i in range(size + 1))
    out += _stream(size, b"/Type /XRef /W [1 4 2]" + kept, table)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _objects(pdf: bytes, table: int) -> Iterator[tuple[int, bytes]]:
    """Every object in the order in which it lies: its number, and all between ``obj`` and ``endobj``."""
    rows = pdf[table:].split(b"\n")
    count = int(rows[1].split()[1])
    offsets = sorted(int(row[:10]) for row in rows[3 : 2 + count])
    for begin, end in zip(offsets, [*offsets[1:], table], strict=True):
        head = _OBJECT.match(pdf, begin)
        if head is None:
            raise RuntimeError(f"no object at {begin}")
        yield int(head[1]), pdf[head.end() : pdf.rindex(b"endobj", begin, end)]


def _parts(elements: list[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    for i in range(0, len(elements), _IN_ONE_STREAM):
        yield elements[i : i + _IN_ONE_STREAM]


def _joined(part: list[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    """The dictionary's entries and the content of an object stream: numbers and offsets first, then the objects."""
    offsets, place = [], 0
    for number, body in part:
        offsets.append(b"%d %d" % (number, place))
        place += len(body)
    head = b" ".join(offsets) + b"\n"
    return b"/Type /ObjStm /N %d /First %d" % (len(part), len(head)), head + b"".join(body for _number, body in part)


def _stream(number: int, entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%b /Filter /FlateDecode /Length %d>>" % (number, entries, len(data))
    return head + b"\nstream\n" + data + b"\r\nendstream\nendobj\n"
