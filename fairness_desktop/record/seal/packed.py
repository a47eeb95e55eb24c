"""A stream of objects, read as the signing library reads it, but its table of places only once.

The library reads the whole table again for each object: half the time of checking a record.
"""

from __future__ import annotations

import io
from typing import Any

from ...i18n import _
from .quiet import without_network_client

without_network_client()

from pyhanko.pdf_utils import generic, misc  # noqa: E402 - after the stand-in
from pyhanko.pdf_utils.decode_limits import DecodePurpose  # noqa: E402
from pyhanko.pdf_utils.misc import PdfStrictReadError  # noqa: E402


class Packed:
    """The numbers of the objects in a stream, and where each begins; PdfStrictReadError where they make no sense."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401 - the library is untyped
        if not isinstance(stream, generic.StreamObject) or stream["/Type"] != "/ObjStm":
            raise PdfStrictReadError(_("a part of it is no stream of objects"))
        self._data: bytes = stream.read_data(DecodePurpose.OBJECT_STREAM)
        self._first: int = stream["/First"]
        self._places = self._table(int(stream["/N"]))
        self._index: dict[int, int] = {}
        for i, (number, _offset) in enumerate(self._places):
            self._index.setdefault(number, i)

    def _table(self, count: int) -> list[tuple[int, int]]:
        if not 0 <= count <= len(self._data):
            raise PdfStrictReadError(_("a table of its objects makes no sense"))
        reading = io.BytesIO(self._data)
        try:
            return [(self._number(reading), self._number(reading)) for _place in range(count)]
        except ValueError as error:
            raise PdfStrictReadError(_("a table of its objects makes no sense")) from error

    def _number(self, reading: io.BytesIO) -> int:
        misc.read_non_whitespace(reading, seek_back=True)
        return int(generic.NumberObject.read_from_stream(reading))

    def object(self, reader: Any, number: int, index: int) -> Any:  # noqa: ANN401
        """The object of that number, which must be the one at that index."""
        if not 0 <= index < len(self._places):
            raise PdfStrictReadError(_("an object is not where its table says"))
        if self._index.get(number) != index:
            raise PdfStrictReadError(_("an object is not where its table says"))
        reading = io.BytesIO(self._data)
        reading.seek(self._first + self._places[index][1])
        found = generic.read_object(reading, generic.Reference(number, 0, reader))
        if isinstance(found, generic.StreamObject | generic.IndirectObject):
            raise PdfStrictReadError(_("an object lies where it may not"))
        return found


class Unpacking:
    """Goes before the library's reader among the bases of another: what it reads of a stream, it reads once."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        self._packed: dict[int, tuple[Any, Packed]] = {}
        super().__init__(*arguments, **named)

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:  # noqa: ANN401
        stream = generic.Reference(stmnum, 0, self).get_object()
        known = self._packed.get(stmnum)
        if known is None or known[0] is not stream:
            known = self._packed[stmnum] = (stream, Packed(stream))
        return known[1].object(self, idnum, idx)
