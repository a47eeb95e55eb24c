"""Writing a ZIP that is the same bytes wherever it is written: sorted names, no times, nothing packed.

What packs differs from one zlib to the next in its output, so parts are stored as they are. PDFs and pictures are
packed already, and the history tells only what changed.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from .archive import END, END_MARK, ENTRY, ENTRY_MARK, HEADER, HEADER_MARK, STORED

VERSION = 20
"""Of ZIP: what every reader since 1993 understands."""

MIDNIGHT, FIRST_DAY = 0, 0x21
"""1 January 1980, the first day that ZIP can say: a bundle tells its times inside."""

Pieces = Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be packed: its name in the bundle, its size in bytes, and where the bytes come from."""

    name: str
    size: int
    pieces: Pieces


def whole(name: str, content: bytes) -> Part:
    """A part whose bytes are at hand."""
    return Part(name, len(content), _Once(content))


@dataclass(frozen=True, slots=True)
class _Once:
    content: bytes

    def __call__(self) -> Iterable[bytes]:
        return (self.content,)


def pack(parts: Iterable[Part], file: BinaryIO) -> None:
    """Write the parts, sorted by name, to an empty file that can be gone back in."""
    directory: list[bytes] = []
    for part in sorted(parts, key=_name):
        begin = file.tell()
        name = part.name.encode("ascii")
        file.write(_header(name, part.size, 0))
        crc = 0
        for piece in part.pieces():
            crc = zlib.crc32(piece, crc)
            file.write(piece)
        after = file.tell()
        assert after - begin == HEADER.size + len(name) + part.size, part.name
        file.seek(begin)
        file.write(_header(name, part.size, crc))
        file.seek(after)
        directory.append(_listed(name, part.size, crc, begin))
    begin = file.tell()
    for line in directory:
        file.write(line)
    count, length = len(directory), file.tell() - begin
    file.write(END.pack(END_MARK, 0, 0, count, count, length, begin, 0))


def _name(part: Part) -> str:
    return part.name


def _header(name: bytes, size: int, crc: int) -> bytes:
    return HEADER.pack(HEADER_MARK, VERSION, 0, STORED, MIDNIGHT, FIRST_DAY, crc, size, size, len(name), 0) + name


def _listed(name: bytes, size: int, crc: int, at: int) -> bytes:
    made = (ENTRY_MARK, VERSION, VERSION, 0, STORED, MIDNIGHT, FIRST_DAY, crc, size, size)
    return ENTRY.pack(*made, len(name), 0, 0, 0, 0, 0, at) + name
