"""The signing library's writer, held to what archives and screen readers demand of a signed file."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from ..quiet import without_network_client

without_network_client()

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject  # noqa: E402 - after the stand-in
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: E402 - after the stand-in


def revision_names(earlier: Any, before: bytes) -> ArrayObject:  # noqa: ANN401 - the library is untyped
    """What file and revision are called after these bytes, read as ``earlier``.

    The file's name stays; that of the revision follows from what was there, so that no byte of it is free.
    """
    stays = ByteStringObject(earlier.trailer["/ID"][0].original_bytes)
    return ArrayObject([stays, ByteStringObject(sha256(before).digest()[:16])])


class Writer(IncrementalPdfFileWriter):  # type: ignore[misc] # the library is untyped
    """Leaves properties and version as they are: readers of archives refuse what the library would put there."""

    @classmethod
    def _handle_id(cls, prev: Any) -> ArrayObject:  # noqa: ANN401 - the library's own
        prev.stream.seek(0)
        return revision_names(prev, prev.stream.read())

    def _populate_trailer(self, trailer: Any) -> None:  # noqa: ANN401 - the library's own
        """The table of places unpacked: packed, the same table could be other bytes, and the check could not tell."""
        super()._populate_trailer(trailer)
        trailer.pop("/Filter", None)

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Never beyond PDF 1.7, on which PDF/A-3 and PDF/UA-1 stand."""
        super().ensure_output_version(min(version, (1, 7)))

    def register_extension(self, extension: Any) -> None:  # noqa: ANN401 - the library's own
        """None of PDF 2.0: the kind of key alone would mark the file so."""
        if not str(extension.base_version).startswith("/2"):
            super().register_extension(extension)
