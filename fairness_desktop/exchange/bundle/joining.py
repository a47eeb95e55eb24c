"""One state made of two of the same assessment, each place as it was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..differences import row_key, rows
from ..encoding import Document
from ..open_fields import OPEN

Chosen = Callable[[str], bool]
"""Whether what stands at that place is taken from theirs."""

_ABSENT = object()
_PAIRED = ("effects", "unanswered", "ratings")


def joined(mine: Document, theirs: Document, from_theirs: Chosen) -> Document:
    """The state that holds mine, but theirs wherever ``from_theirs`` says so.

    A row goes whose option or group is not there, or whose option is the baseline. A pair of option and group that
    stood in neither of the two is not answered: nobody has said that it is not touched.
    """
    document: Document = _both(mine, theirs, "", from_theirs)
    pairs = _pairs(document)
    for part in _PAIRED:
        document[part] = [row for row in document.get(part) or [] if _fits(row, pairs)]
    _without_options_gone(document, _ids(document, "options"))
    _without_groups_gone(document, _ids(document, "groups"))
    could_be_said = {*_pairs(mine), *_pairs(theirs)}
    document["unanswered"] += [{"option": o, "group": g} for o, g in pairs if (o, g) not in could_be_said]
    document["unanswered"] = [*_open(document, mine), *document["unanswered"]]
    return document


def _both(mine: Any, theirs: Any, where: str, from_theirs: Chosen) -> Any:  # noqa: ANN401 - JSON
    if isinstance(mine, dict) and isinstance(theirs, dict):
        keys = (*mine, *(k for k in theirs if k not in mine))
        found = {
            key: _both(
                mine.get(key, _ABSENT), theirs.get(key, _ABSENT), f"{where}.{key}" if where else key, from_theirs
            )
            for key in keys
        }
        return {key: value for key, value in found.items() if value is not _ABSENT}
    if rows(mine) and rows(theirs):
        return _lists(mine, theirs, where, from_theirs)
    return theirs if from_theirs(where) else mine


def _lists(mine: list[Document], theirs: list[Document], where: str, from_theirs: Chosen) -> list[Any]:
    ours, other = ({row_key(row): row for row in some} for some in (mine, theirs))
    first, second = (list(other), list(ours)) if from_theirs(where) else (list(ours), list(other))
    order = [*first, *(name for name in second if name not in first)]
    rows_ = {n: _both(ours.get(n, _ABSENT), other.get(n, _ABSENT), f"{where}[{n}]", from_theirs) for n in order}
    kept = [name for name in order if rows_[name] is not _ABSENT]
    if set(kept) == set(other) and _in_one_order(ours, other):
        kept = list(other)  # all of theirs and nothing else: no row of ours says where the new ones stand
    return [rows_[name] for name in kept]


def _in_one_order(ours: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether the rows that are in both stand in the same order in both."""
    return [n for n in ours if n in other] == [n for n in other if n in ours]


def _ids(document: Document, part: str) -> list[str]:
    return [str(row["id"]) for row in document.get(part) or []]


def _fits(row: Mapping[str, Any], pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether a row is of a pair that is there; entries that name a field are made anew."""
    if "field" in row:
        return OPEN.fullmatch(str(row["field"])) is None
    return (row["option"], row["group"]) in pairs


def _without_options_gone(document: Document, options: Sequence[str]) -> None:
    decision = document.get("decision")
    if decision and "rejected" in decision:
        document["decision"] = {**decision, "rejected": [r for r in decision["rejected"] if r["option"] in options]}


def _without_groups_gone(document: Document, groups: Sequence[str]) -> None:
    """Answers on two groups that are both there, one for a pair, whichever of the two it names first."""
    if "overlaps" in document:
        kept: dict[frozenset[str], Any] = {}
        for row in document["overlaps"]:
            if row["group"] in groups and row["with"] in groups:
                kept.setdefault(frozenset((row["group"], row["with"])), row)
        document["overlaps"] = list(kept.values())


def _pairs(document: Document) -> list[tuple[str, str]]:
    others = [str(o["id"]) for o in document.get("options") or [] if not o.get("baseline")]
    return [(o, g) for o in others for g in _ids(document, "groups")]


def _open(document: Document, mine: Document) -> list[Document]:
    """The needed fields that are open in a state: they are counted by rows, and rows may have moved."""
    kept = all(_ids(document, part) == _ids(mine, part) for part in ("groups", "options"))
    noted = {row["field"]: row for row in mine.get("unanswered") or [] if kept and "field" in row}
    return [noted.get(field, {"field": field}) for field in _open_fields(document)]


def _open_fields(document: Document) -> Iterator[str]:
    single = {"kind": document, "body.kind": document["body"], "body.nation": document["body"]}
    yield from (place for place, holder in single.items() if holder.get(place.rpartition(".")[2]) is None)
    for i, group in enumerate(document.get("groups") or []):
        if group.get("size") is None:
            yield f"groups[{i}].size"
        if group.get("need_level") is None and group.get("relative_income") is None:
            yield f"groups[{i}].need_level"
    for i, option in enumerate(document.get("options") or []):
        if option.get("net_cost") is None and not option.get("cash_flow"):
            yield f"options[{i}].net_cost"
