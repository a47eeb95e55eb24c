"""Reading a ZIP that a stranger made: only plain parts with names we know, each no larger than it says.

The standard library's reader is not used: it reads whole directories of any size before one can look, follows parts
that lie over one another, and raises a dozen kinds of error.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from ...domain.errors import InvalidInputError
from ...i18n import _
from .limits import LARGEST_BUNDLE, MIB, MOST_PACKED, MOST_PARTS

END, ENTRY, HEADER = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
END_MARK, ENTRY_MARK, HEADER_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
LONGEST_COMMENT = 0xFFFF
STORED, PACKED = 0, 8
LOCKED = 0x1
"""Flag of a part under a password."""

SECOND_FORM = 0xFFFFFFFF
"""What stands for a number that only ZIP64 can hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a part lies in the file, packed and unpacked sizes in bytes."""

    name: str
    at: int
    packed: int
    size: int
    crc: int
    method: int


class Unpacking(Protocol):
    """What unpacks: the library has no public name for it."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What was given and is still to be unpacked."""
        ...

    def decompress(self, packed: bytes, most: int, /) -> bytes:
        """At most so many bytes more."""
        ...


_LONGEST_SHOWN = 200


def refused(message: str, where: str = "") -> InvalidInputError:
    """The complaint about a bundle; a name out of a stranger's file stays one line of it."""
    return InvalidInputError(_shown(where), message)


def _shown(name: str) -> str:
    """A name as it can be told: what cannot be printed is shown to be there."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)[:_LONGEST_SHOWN]


class Archive:
    """The parts of a ZIP; ``largest`` gives the most bytes a part of that name may have, None where there is none such.

    InvalidInputError says what is wrong; nothing is ever written under a name that stands in the file.
    """

    def __init__(self, file: BinaryIO, largest: Callable[[str], int | None]) -> None:
        self._file = file
        size = file.seek(0, 2)
        if size > LARGEST_BUNDLE:
            raise refused(_("is larger than a bundle may be (1 GiB)"))
        count, begin, length = _end(file, size)
        self._directory = begin
        self.entries: Mapping[str, Entry] = self._listed(_read(file, begin, length), count, largest)
        self._refuse_overlaps()

    def read(self, name: str) -> bytes:
        """A part whole, unpacked; its sum is checked."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """A part unpacked, piece after piece of at most a MiB; its size and sum are checked at the end."""
        entry = self.entries[name]
        crc, size = 0, 0
        for piece in self._stored(entry) if entry.method == STORED else self._unpacked(entry):
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            yield piece
        if size != entry.size or crc != entry.crc:
            raise refused(_("is damaged"), name)

    def _listed(self, raw: bytes, count: int, largest: Callable[[str], int | None]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        at = 0
        for _i in range(count):
            entry, at = _entry(raw, at)
            if entry is None:
                continue
            if entry.name in found:
                raise refused(_("stands there twice"), entry.name)
            most = largest(entry.name)
            if most is None:
                raise refused(_("is no part of a bundle"), entry.name)
            _check_size(entry, most)
            found[entry.name] = entry
        if at != len(raw):
            raise refused(_("is damaged: its list of parts is longer than it says"))
        return found

    def _refuse_overlaps(self) -> None:
        """Parts that share bytes are how a small file unpacks to a huge one."""
        reached = 0
        for entry in sorted(self.entries.values(), key=_place):
            if entry.at < reached:
                raise refused(_("lies over another part"), entry.name)
            reached = entry.at + HEADER.size + len(entry.name) + entry.packed
        if reached > self._directory:
            raise refused(_("is damaged: a part reaches into the list of parts"))

    def _begin(self, entry: Entry) -> int:
        """Where the bytes of a part begin; what stands before them must say the same as the list of parts."""
        head = _read(self._file, entry.at, HEADER.size)
        mark, *_numbers, name_length, extra_length = HEADER.unpack(head)
        name = _read(self._file, entry.at + HEADER.size, name_length)
        if mark != HEADER_MARK or name != entry.name.encode():
            raise refused(_("is damaged: it is not where the list of parts says"), entry.name)
        begin: int = entry.at + HEADER.size + name_length + extra_length
        if begin + entry.packed > self._directory:
            raise refused(_("is damaged: it is not where the list of parts says"), entry.name)
        return begin

    def _stored(self, entry: Entry) -> Iterator[bytes]:
        begin = self._begin(entry)
        for done in range(0, entry.packed, MIB):
            yield _read(self._file, begin + done, min(MIB, entry.packed - done))

    def _unpacked(self, entry: Entry) -> Iterator[bytes]:
        unpacking, left = zlib.decompressobj(-zlib.MAX_WBITS), entry.size
        try:
            for packed in self._stored(entry):
                for piece in _pieces(unpacking, packed):
                    left -= len(piece)
                    if left < 0:
                        raise refused(_("unpacks to more than it says"), entry.name)
                    yield piece
        except zlib.error as error:
            raise refused(_("is damaged"), entry.name) from error
        if not unpacking.eof or unpacking.unused_data:
            raise refused(_("is damaged"), entry.name)


def _pieces(unpacking: Unpacking, packed: bytes) -> Iterator[bytes]:
    """What those packed bytes unpack to, never more than a MiB at a time."""
    while True:
        piece = unpacking.decompress(packed, MIB)
        packed = unpacking.unconsumed_tail
        yield piece
        if not packed and len(piece) < MIB:
            return


def _place(entry: Entry) -> int:
    return entry.at


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    raw = file.read(size)
    if len(raw) != size:
        raise refused(_("is cut off"))
    return raw


def _end(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """How many parts there are, where their list begins, and its length; from the end of the file."""
    tail = _read(file, max(0, size - END.size - LONGEST_COMMENT), min(size, END.size + LONGEST_COMMENT))
    at = tail.rfind(END_MARK)
    if at < 0 or len(tail) - at < END.size:
        raise refused(_("is no bundle of Fairness Desktop (it is no ZIP)"))
    _mark, disk, first, here, count, length, begin, comment = END.unpack_from(tail, at)
    place = size - len(tail) + at
    if disk or first or here != count or len(tail) - at != END.size + comment or begin + length != place:
        raise refused(_("is damaged, or is no plain ZIP"))
    if count > MOST_PARTS:
        raise refused(_("has {count} parts; a bundle has at most {most}").format(count=count, most=MOST_PARTS))
    return count, begin, length


def _entry(raw: bytes, at: int) -> tuple[Entry | None, int]:
    """The entry at a place of the list and the place of the next; None for a folder, which holds nothing itself."""
    if len(raw) - at < ENTRY.size:
        raise refused(_("is damaged: its list of parts is shorter than it says"))
    numbers = ENTRY.unpack_from(raw, at)
    mark, _made, _needed, flags, method, _time, _date, crc, packed, size, name_length, extra, comment, *rest = numbers
    begin = at + ENTRY.size
    if mark != ENTRY_MARK or len(raw) < begin + name_length:
        raise refused(_("is damaged: its list of parts cannot be read"))
    name = _name(raw[begin : begin + name_length])
    if flags & LOCKED:
        raise refused(_("is locked by a password; save the bundle anew without one"), name)
    if method not in (STORED, PACKED) or SECOND_FORM in (packed, size, rest[-1]):
        raise refused(_("is packed in a way that a bundle never is"), name)
    after = begin + name_length + extra + comment
    if name.endswith("/") and not size:
        return None, after
    return Entry(name, rest[-1], packed, size, crc, method), after


def _name(raw: bytes) -> str:
    """A name that could be harmless; which ones there are, the form of the bundle says."""
    name = raw.decode("ascii", "replace")
    if name.startswith(("/", "\\")) or ":" in name or "\\" in name or ".." in name.split("/"):
        raise refused(_("“{name}” is a path that leads out of the bundle").format(name=_shown(name)))
    return name


def _check_size(entry: Entry, most: int) -> None:
    if entry.size > most:
        raise refused(_("is {size} bytes; at most {most} are taken").format(size=entry.size, most=most), entry.name)
    if entry.method == STORED and entry.size != entry.packed:
        raise refused(_("is damaged"), entry.name)
    if entry.size > MIB and entry.size > entry.packed * MOST_PACKED:
        raise refused(_("unpacks to more than {n} times its size").format(n=MOST_PACKED), entry.name)
