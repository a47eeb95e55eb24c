"""The signing library's writer, held to what archives and screen readers demand of a signed file."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from ..quiet import without_network_client

without_network_client()

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject  # noqa: E402 - after the stand-in
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: E402 - after the stand-in


def revision_id(before: bytes) -> bytes:
    """The name of the revision that is written after these bytes."""
    return sha256(before).digest()[:16]


def _id_of(reader: Any) -> ByteStringObject:  # noqa: ANN401
    return ByteStringObject(reader.trailer["/ID"][0].original_bytes)


class Writer(IncrementalPdfFileWriter):  # type: ignore[misc] # the library is untyped
    """Leaves properties and version as they are: readers of archives refuse what the library would put there."""

    @classmethod
    def _handle_id(cls, prev: Any) -> ArrayObject:  # noqa: ANN401 - the library's own
        """The file's name stays; that of the revision follows from what was there, so that no byte of it is free."""
        prev.stream.seek(0)
        return ArrayObject([_id_of(prev), ByteStringObject(revision_id(prev.stream.read()))])

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Never beyond PDF 1.7, on which PDF/A-3 and PDF/UA-1 stand."""
        super().ensure_output_version(min(version, (1, 7)))

    def register_extension(self, extension: Any) -> None:  # noqa: ANN401 - the library's own
        """None of PDF 2.0: the kind of key alone would mark the file so."""
        if not str(extension.base_version).startswith("/2"):
            super().register_extension(extension)
