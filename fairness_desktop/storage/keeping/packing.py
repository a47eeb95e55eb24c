"""How a document is kept: whole, or as what differs from the one before; both give back the same bytes.

The first byte tells which: ``W`` is followed by the document, deflated (zlib); ``D`` by two little-endian 32-bit
numbers, how many bytes at the beginning and at the end are those of the document before, and by what stands between
them, deflated with the bytes it replaces as the dictionary. Nothing at all stands for the same document again.
"""

from __future__ import annotations

import struct
import zlib

_HEAD = struct.Struct("<cII")
_WINDOW = 32 * 1024
"""The furthest back that zlib looks; a longer dictionary would only cost time."""


_FAST = 1
"""Of zlib's levels: a third of the time that the usual one takes, for a tenth more room."""


def deflated(text: bytes) -> bytes:
    """What is long by itself, deflated."""
    return zlib.compress(text, _FAST)


def whole(document: bytes) -> bytes:
    """The document by itself."""
    return b"W" + deflated(document)


def delta(before: bytes, document: bytes) -> bytes:
    """What makes the document of the one before it."""
    if before == document:
        return b""
    start = _common(before, document)
    end = _common(before[start:][::-1], document[start:][::-1])
    replaced, between = before[start : len(before) - end], document[start : len(document) - end]
    deflate = zlib.compressobj(zdict=replaced[-_WINDOW:])
    return _HEAD.pack(b"D", start, end) + deflate.compress(between) + deflate.flush()


def unpacked(packed: bytes, before: bytes) -> bytes:
    """The document; ValueError where the bytes are none that were packed here."""
    try:
        if not packed:
            return before
        if packed[:1] == b"W":
            return zlib.decompress(packed[1:])
        kind, start, end = _HEAD.unpack_from(packed)
        if kind != b"D":
            raise ValueError(kind)
        replaced = before[start : len(before) - end]
        inflate = zlib.decompressobj(zdict=replaced[-_WINDOW:])
        between = inflate.decompress(packed[_HEAD.size :])
        return before[:start] + between + before[len(before) - end :]
    except (zlib.error, struct.error) as error:
        raise ValueError(str(error)) from error


def _common(one: bytes, other: bytes) -> int:
    """How many bytes both begin with; found by halving, for comparing long pieces is what is fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
