"""The objects of a PDF as plain values, in whichever revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

UNLIKE = frozenset({"/Length", "/Filter", "/DecodeParms"})
"""Keys that say how a stream is packed: another machine packs the same content otherwise."""

Number = int
Plain = object
"""A PDF object as plain values, in which a reference is its number."""


def numbers(references: Iterable[Any]) -> set[Number]:
    """Object numbers, whatever their generation: ours are all of the first."""
    return {reference.idnum for reference in references}


def value_at(resolve: Callable[[Any], Any], reader: Any, number: Number) -> Any:  # noqa: ANN401
    """The object of a number, as one revision has it."""
    from pyhanko.pdf_utils.generic import Reference

    return resolve(Reference(number, 0, reader))


def content(value: Any) -> Plain:  # noqa: ANN401
    """An object with what its stream holds; of a stream of objects or places nothing, for each is compared itself."""
    from pyhanko.pdf_utils.generic import StreamObject

    if not isinstance(value, StreamObject):
        return plain(value)
    about = plain(value)
    assert isinstance(about, dict)
    if about.get("/Type") in ("/XRef", "/ObjStm"):
        return about["/Type"]
    return {k: v for k, v in about.items() if k not in UNLIKE}, bytes(value.data)


def plain(value: Any) -> Plain:  # noqa: ANN401
    """An object as plain values; of a stream, what is said about it."""
    from pyhanko.pdf_utils import generic

    if isinstance(value, generic.IndirectObject):
        return ("R", value.idnum, value.generation)
    if isinstance(value, generic.NameObject):
        return str(value)
    if isinstance(value, generic.DictionaryObject):
        return {str(key): plain(value.raw_get(key)) for key in value}
    if isinstance(value, generic.ArrayObject):
        return [plain(value.raw_get(i)) for i in range(len(value))]
    return (type(value).__name__, value)
