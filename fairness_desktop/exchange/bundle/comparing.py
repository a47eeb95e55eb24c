"""Two states of one assessment, place by place: what each says, and who changed it since they parted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..differences import Difference, differences
from ..encoding import Document
from ..open_fields import OPEN


class Side(StrEnum):
    """Whose."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Point:
    """A place in which two states differ: one choice. ``mine`` and ``theirs`` are JSON, None where nothing stands.

    ``places`` are all that go with the choice, its own among them: what is said of an option that only one of the two
    has goes with the option. ``changed_by`` says who changed it since both were the same, where that is known.
    """

    where: str
    mine: object
    theirs: object
    places: tuple[str, ...]
    changed_by: frozenset[Side]

    @property
    def lean(self) -> Side | None:
        """Whose to take if nobody says otherwise: theirs who alone changed it; None where both did."""
        return next(iter(self.changed_by)) if len(self.changed_by) == 1 else None


BASELINE = "options.baseline"
"""Where it is chosen which option is to carry on as now; no place of a document, for it is said in each option."""

_OF_PAIR = re.compile(r"(?:effects|unanswered)\[([^/\]]+)/([^/\]]+)")
_RATED = re.compile(r"ratings\[.+/([^/\]]+)/([^/\]]+)\]")
_ROW = re.compile(r"(options|groups)\[(.*)\]")
_BASELINE = re.compile(r"options\[.*\]\.baseline")
_COST = re.compile(r"(options\[.*\])\.(?:net_cost|cash_flow)(?:\[.*)?")


def compare(mine: Document, theirs: Document, base: Document | None) -> tuple[Point, ...]:
    """Every choice there is between two states; ``base`` is the last state that both have in their histories."""
    found = [d for d in differences(mine, theirs) if not _follows(d.where)]
    heads = _heads(found)
    changed = {side: _changed(base, now) for side, now in ((Side.MINE, mine), (Side.THEIRS, theirs))}
    points: dict[str, list[Difference]] = {}
    for difference in found:
        points.setdefault(_head(difference.where, heads), []).append(difference)
    return tuple(_point(head, some, changed) for head, some in points.items())


def _follows(where: str) -> bool:
    """Whether a place only says of another that it is open."""
    return where.startswith("unanswered[") and OPEN.fullmatch(where.removeprefix("unanswered[")[:-1]) is not None


@dataclass(frozen=True, slots=True)
class _Heads:
    """What others go with: rows that only one has, pairs that are answered in one and not in the other."""

    options: frozenset[str]
    groups: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def _heads(found: Sequence[Difference]) -> _Heads:
    rows: dict[str, set[str]] = {"options": set(), "groups": set()}
    pairs = set()
    for difference in found:
        row = _ROW.fullmatch(difference.where)
        if row and None in (difference.old, difference.new):
            rows[row[1]].add(row[2])
        pair = _pair(difference.where)
        if pair and difference.where.startswith("unanswered"):
            pairs.add(pair)
    return _Heads(frozenset(rows["options"]), frozenset(rows["groups"]), frozenset(pairs))


def _pair(where: str) -> tuple[str, str] | None:
    match = _OF_PAIR.match(where) or _RATED.match(where)
    return (match[1], match[2]) if match else None


def _head(where: str, heads: _Heads) -> str:
    """The place with which that one is chosen."""
    pair = _pair(where)
    if pair is not None and pair[0] in heads.options:
        return f"options[{pair[0]}]"
    if pair is not None and pair[1] in heads.groups:
        return f"groups[{pair[1]}]"
    if pair in heads.pairs and not where.startswith("ratings"):
        return f"effects[{'/'.join(pair)}]"
    if where.startswith("decision.rejected["):
        option = where.removeprefix("decision.rejected[").partition("]")[0]
        return f"options[{option}]" if option in heads.options else where
    if _BASELINE.fullmatch(where):
        return BASELINE  # an assessment has one: two choices could make none of it, or two
    cost = _COST.fullmatch(where)
    return f"{cost[1]}.net_cost" if cost else where.partition(".")[0] if where.startswith("framework.") else where


def _changed(base: Document | None, now: Document) -> frozenset[str]:
    return frozenset() if base is None else frozenset(d.where for d in differences(base, now))


def _point(head: str, some: Sequence[Difference], changed: dict[Side, frozenset[str]]) -> Point:
    """One choice; where several places go with it and none is the head itself, it shows them all."""
    own = next((d for d in some if d.where == head), None)
    mine, theirs = (own.old, own.new) if own else ({d.where: d.old for d in some}, {d.where: d.new for d in some})
    places = tuple(d.where for d in some)
    by = frozenset(side for side, where in changed.items() if any(_meet(p, w) for p in places for w in where))
    return Point(head, mine, theirs, places, by)


def _meet(one: str, other: str) -> bool:
    """Whether one of two places is the other or lies within it."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))


def places_of(points: Iterable[Point]) -> frozenset[str]:
    """Every place that goes with those choices."""
    return frozenset(place for point in points for place in point.places)
