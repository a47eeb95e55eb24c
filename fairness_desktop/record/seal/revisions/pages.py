"""Which pages of a file, as it is now, are not those that its data make.

For people: the seal says whether anything was changed, this says where to look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..limits import patient_reader
from ..quiet import whatever_is_in_it
from .objects import UNLIKE, plain

UPWARDS = frozenset({"/Parent", "/P", "/StructParents", "/StructParent", "/Popup"})
"""Keys that lead back up or beside the page."""

FILLED = frozenset({"/V", "/AP", "/Lock"})
"""Keys of a field that signing fills."""

DEEPEST = 60
MOST_PAGES = 5000


def pages_otherwise(pdf: bytes, again: bytes) -> tuple[tuple[int, ...], int]:
    """The numbers of the pages that differ from those laid ``again``, and how many there are now.

    A page that cannot be read differs. Raises where the file cannot be read at all.
    """
    now, laid = list(_pages(patient_reader(pdf))), list(_pages(patient_reader(again)))
    otherwise = [number for number, pair in enumerate(zip(now, laid, strict=False), 1) if not _same(*pair)]
    beyond = range(min(len(now), len(laid)) + 1, max(len(now), len(laid)) + 1)
    return (*otherwise, *beyond), len(now)


def _pages(reader: Any) -> Iterator[Any]:  # noqa: ANN401 - the library is untyped
    """The pages in order, out of a tree of any depth."""
    waiting, left = [reader.root["/Pages"]], MOST_PAGES
    while waiting and left:
        node, left = waiting.pop(), left - 1
        if "/Kids" not in node:
            yield node
            continue
        kids = node["/Kids"]
        waiting.extend(kids[i] for i in reversed(range(len(kids))))


def _same(page: Any, laid: Any) -> bool:  # noqa: ANN401
    return whatever_is_in_it(lambda: _Pair().same(page, laid), _differs)


def _differs(_error: BaseException) -> bool:
    return False


class _Pair:
    """One comparison of one page; what was seen to be the same is not looked at again."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def same(self, one: Any, other: Any, depth: int = 0) -> bool:  # noqa: ANN401
        """Whether two objects say the same, however they are numbered and packed."""
        from pyhanko.pdf_utils import generic

        if depth > DEEPEST:
            return False
        if isinstance(one, generic.IndirectObject) and isinstance(other, generic.IndirectObject):
            both = (one.idnum, other.idnum)
            if both in self._seen:
                return True
            self._seen.add(both)
        one, other = _followed(one), _followed(other)
        if depth and _is_page(one) and _is_page(other):
            return True  # where a link leads
        if isinstance(one, generic.DictionaryObject):
            return isinstance(other, generic.DictionaryObject) and self._same_entries(one, other, depth)
        if isinstance(one, generic.ArrayObject):
            alike = isinstance(other, generic.ArrayObject) and len(one) == len(other)
            return alike and all(self.same(one.raw_get(i), other.raw_get(i), depth + 1) for i in range(len(one)))
        return bool(plain(one) == plain(other))

    def _same_entries(self, one: Any, other: Any, depth: int) -> bool:  # noqa: ANN401
        from pyhanko.pdf_utils import generic

        passed = UPWARDS | (FILLED if one.get("/Subtype") == "/Widget" else frozenset())
        if isinstance(one, generic.StreamObject):
            if not isinstance(other, generic.StreamObject) or bytes(one.data) != bytes(other.data):
                return False
            passed = passed | UNLIKE
        keys = {str(key) for key in one} - passed
        if keys != {str(key) for key in other} - passed:
            return False
        return all(self.same(one.raw_get(key), other.raw_get(key), depth + 1) for key in sorted(keys))


def _is_page(value: Any) -> bool:  # noqa: ANN401
    from pyhanko.pdf_utils import generic

    return isinstance(value, generic.DictionaryObject) and value.get("/Type") == "/Page"


def _followed(value: Any) -> Any:  # noqa: ANN401
    from pyhanko.pdf_utils import generic

    return value.get_object() if isinstance(value, generic.IndirectObject) else value
