"""How much of a file somebody handed in is read before it is refused: bombs, loops and trees that fan out for ever."""

from __future__ import annotations

import functools
import io
import re
from typing import Any

from ...i18n import _
from .quiet import without_network_client

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a record of hundreds of pages has one or two million."""

MOST_PLACES = 4 * 1024 * 1024
"""Bytes of a table of places, unpacked: half a million objects."""

LARGEST_STREAM = 64 * 1024 * 1024
LEAST_PATIENCE = 20_000
LOOKED_AT = 60
"""Times every object may be looked at on average; the check of two signatures looks some ten times."""

MOST_REVISIONS = 12
"""A record with two signatures, a store and a time stamp has five."""

_ENDS = re.compile(rb"startxref\s+\d+\s+%%EOF\s*\Z")
_TAIL = 1024


class BeyondLimitsError(Exception):
    """The file asks for more than any record does."""


def require_an_end(pdf: bytes) -> None:
    """BeyondLimitsError unless the file is of a size to be read, and ends as a PDF does."""
    if len(pdf) > LARGEST_FILE:
        raise BeyondLimitsError(_("it is larger than any record"))
    if not _ENDS.search(pdf[-_TAIL:]):
        raise BeyondLimitsError(_("it does not end as a PDF does"))


def patient_reader(pdf: bytes) -> Any:  # noqa: ANN401 - the library is untyped
    """A reader of the file that stops at the limits."""
    without_network_client()
    reader = _counting_reader()(io.BytesIO(pdf), strict=True, decode_limits=_decode_limits())
    if reader.xrefs.total_revisions > MOST_REVISIONS:
        raise BeyondLimitsError(_("it was changed more often than any record"))
    objects = sum(len(reader.xrefs.explicit_refs_in_revision(r)) for r in range(reader.xrefs.total_revisions))
    reader.patience += LOOKED_AT * objects
    return reader


def _decode_limits() -> Any:  # noqa: ANN401
    from pyhanko.pdf_utils.decode_limits import DEFAULT_PURPOSE_LIMITS, DecodeLimits, DecodePurpose, StreamDecodeLimits

    stream = StreamDecodeLimits(max_output_size=LARGEST_STREAM)
    places = {DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=MOST_PLACES)}
    return DecodeLimits(per_stream=stream, per_purpose={**DEFAULT_PURPOSE_LIMITS, **places})


@functools.cache
def _counting_reader() -> Any:  # noqa: ANN401
    """The library's reader, made to count how often objects are looked at, in whichever revision."""
    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

    from .packed import Unpacking

    class Reader(Unpacking, PdfFileReader):  # type: ignore[misc] # the library is untyped
        """Loses patience."""

        looked, patience = 0, LEAST_PATIENCE

        def look(self) -> None:
            """One more; BeyondLimitsError when there were too many."""
            self.looked += 1
            if self.looked > self.patience:
                raise BeyondLimitsError(_("its objects lead to one another without end"))

        def get_object(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            self.look()
            return super().get_object(*arguments, **named)

        def get_historical_resolver(self, revision: int) -> Any:  # noqa: ANN401
            kept = self._historical_resolver_cache
            if revision not in kept:
                kept[revision] = Resolver(self, revision)
            return kept[revision]

    class Resolver(HistoricalResolver):  # type: ignore[misc] # the library is untyped
        """One revision, with the patience of its reader."""

        def get_object(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            reader: Any = self.reader
            reader.look()
            return super().get_object(*arguments, **named)

    return Reader
