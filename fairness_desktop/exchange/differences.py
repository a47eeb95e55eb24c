"""What changed between two documents, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .canonical import canonical


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
    if isinstance(old, dict) and isinstance(new, dict):
        for key in (*old, *(k for k in new if k not in old)):
            yield from differences(old.get(key), new.get(key), f"{where}.{key}" if where else key)
    elif rows(old) and rows(new):
        before, after = _by_key(old), _by_key(new)
        kept_before, kept_after = [n for n in before if n in after], [n for n in after if n in before]
        if kept_before != kept_after:
            yield Difference(where, kept_before, kept_after)
        for name in (*before, *(n for n in after if n not in before)):
            yield from differences(before.get(name), after.get(name), f"{where}[{name}]")
    elif canonical(old) != canonical(new):  # Python takes true for 1
        yield Difference(where, old, new)


def rows(value: object) -> bool:
    """Whether it is a list of rows that can be told from one another by their keys."""
    if not isinstance(value, list):
        return False
    keys = [row_key(item) if isinstance(item, dict) else "" for item in value]
    return all(keys) and len(set(keys)) == len(keys)


def row_key(row: dict[str, object]) -> str:
    """What tells a row from its neighbours in the exchange form."""
    if "id" in row:
        return str(row["id"])
    parts = [str(row[k]) for k in ("assessor", "option", "group", "criterion", "field", "where") if k in row]
    return "/".join(parts)


def _by_key(some: object) -> dict[str, dict[str, object]]:
    assert isinstance(some, list)
    return {row_key(row): row for row in some}
