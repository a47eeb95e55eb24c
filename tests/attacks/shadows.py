"""Shadow attacks (Mainka et al. 2021): prepared before the signature, switched after it.

The pages are prepared by another program over the data of a true record, and the council's own people are made to sign
them. As signed, the seal is good, and only laying the pages again tells; once switched, the seal tells too.
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, StreamObject, pdf_name, pdf_string

from .target import Target, ours, updated
from .updates import evil_annotation, text_field

OTHER_PAGE = b"BT /F1 20 Tf 72 700 Td (Refused) Tj ET"


def _signed(target: Target, prepared: bytes) -> bytes:
    return target.signed(prepared, ours())


def _first_page(writer: Any) -> Any:  # noqa: ANN401 - the library is untyped
    page = writer.root["/Pages"]["/Kids"][0]
    writer.update_container(page)
    return page


def hidden(target: Target) -> bytes:
    """Something lies over the page when it is signed."""
    return _signed(target, updated(target.unsigned, evil_annotation))


def hidden_and_shown(target: Target) -> bytes:
    """It is taken away afterwards."""

    def uncover(writer: Any) -> None:  # noqa: ANN401
        page = _first_page(writer)
        page["/Annots"] = ArrayObject([page["/Annots"].raw_get(i) for i in range(len(page["/Annots"]) - 1)])

    return updated(hidden(target), uncover)


def replaceable(target: Target) -> bytes:
    """A field is drawn over the page when it is signed."""
    return _signed(target, updated(target.unsigned, text_field))


def replaced(target: Target) -> bytes:
    """Its value and its look are others afterwards."""

    def change(writer: Any) -> None:  # noqa: ANN401
        field = writer.root["/AcroForm"]["/Fields"][-1]
        field["/V"] = pdf_string("Refused")
        field["/AP"]["/N"] = writer.add_object(StreamObject(stream_data=OTHER_PAGE))
        writer.update_container(field)

    return updated(replaceable(target), change)


def two_in_one(target: Target) -> bytes:
    """A second page lies in the file when it is signed, and nothing leads to it."""

    def change(writer: Any) -> None:  # noqa: ANN401
        writer.root["/Shadow"] = writer.add_object(StreamObject(stream_data=OTHER_PAGE))
        writer.update_root()

    return _signed(target, updated(target.unsigned, change))


def two_in_one_and_swapped(target: Target) -> bytes:
    """Afterwards the page leads to it."""

    def change(writer: Any) -> None:  # noqa: ANN401
        _first_page(writer)[pdf_name("/Contents")] = writer.root.raw_get("/Shadow")

    return updated(two_in_one(target), change)
