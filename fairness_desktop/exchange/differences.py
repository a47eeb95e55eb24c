"""What changed between two documents, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import is_

from .canonical import canonical

_SINGLE = (str, int, float, type(None))


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that changed; None stands for *nothing there*."""

    where: str
    old: object
    new: object


def differences(old: object, new: object, where: str = "") -> Iterator[Difference]:
    """Every smallest place in which two JSON values differ; rows of a list are told apart by their keys.

    Where rows that stayed stand in another order, both orders are told under the place of the list.
    """
    if old is new or _of_the_same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in (*old, *(k for k in new if k not in old)):
            yield from differences(old.get(key), new.get(key), f"{where}.{key}" if where else key)
    elif (before := _by_key(old)) is not None and (after := _by_key(new)) is not None:
        yield from _of_rows(before, after, where)
    elif not _same(old, new) and not (_nothing(old) and _nothing(new)):
        yield Difference(where, old, new)


_Rows = dict[str, dict[str, object]]


def _of_rows(before: _Rows, after: _Rows, where: str) -> Iterator[Difference]:
    if list(before) != list(after):
        kept_before, kept_after = [n for n in before if n in after], [n for n in after if n in before]
        if kept_before != kept_after:
            yield Difference(where, kept_before, kept_after)
    for name in (*before, *(n for n in after if n not in before)):
        if before.get(name) is not after.get(name):
            yield from differences(before.get(name), after.get(name), f"{where}[{name}]")


def _of_the_same(old: object, new: object) -> bool:
    """Whether both are lists of the very same objects: so nearly every list is from one state to the next."""
    return isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and all(map(is_, old, new))


def _same(old: object, new: object) -> bool:
    """Whether two JSON values are one and the same; Python takes true for 1."""
    if isinstance(old, bool) or isinstance(new, bool):
        return old is new
    if isinstance(old, _SINGLE) and isinstance(new, _SINGLE):
        return old == new
    return canonical(old) == canonical(new)


def _nothing(value: object) -> bool:
    """Whether it says nothing: null, or an object in which all is null, as a field left out would."""
    return value is None or (isinstance(value, dict) and all(map(_nothing, value.values())))


def rows(value: object) -> bool:
    """Whether it is a list of rows that can be told from one another by their keys."""
    return _by_key(value) is not None


def _by_key(value: object) -> _Rows | None:
    """The rows of a list by their keys; None where it is no such list."""
    if not isinstance(value, list):
        return None
    found = {row_key(item): item for item in value if isinstance(item, dict)}
    return found if len(found) == len(value) and "" not in found else None


def row_key(row: dict[str, object]) -> str:
    """What tells a row from its neighbours in the exchange form."""
    if "id" in row:
        return str(row["id"])
    return "/".join([str(row[k]) for k in _KEYS if k in row])


_KEYS = ("assessor", "option", "group", "with", "criterion", "field", "where", "level", "characteristic")
