"""Steps made into rows, as far as that takes no database: in another process, where there is one to spare."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...domain.errors import StorageError
from ...domain.history import Act, Step
from ...domain.register import IssuedRecord, Standings
from ...domain.vocabulary import AssessmentId
from ...exchange.chain import Link, ReadyChain
from ...i18n import _
from .newest import EVERY, SHELVES, Newest, nothing_yet, projection
from .packing import delta, whole
from .reading import packed_changes

Row = tuple[Any, ...]
COLUMNS = ("number", "at", "who", "act", "about", "document", "changes", "leader", "score", "floor", "hash", "whole",
           "packed")  # fmt: skip
"""What a row holds, but for its place in the store."""

HASH, WHO, CHANGES = map(COLUMNS.index, ("hash", "who", "changes"))

_ALONE = (Act.ISSUED, Act.COMPLETED)
"""What was signed is kept whole, so that it hangs on nothing."""


@dataclass(frozen=True, slots=True)
class State:
    """A document, encoded once: its canonical bytes, their hash, and what they say."""

    document: bytes
    sha256: str
    parsed: dict[str, Any]
    standings: Standings


class Rows:
    """The rows of links that follow ``last``, made one by one as they are asked for."""

    def __init__(self, last: Newest, links: Iterable[Link]) -> None:
        self.now = last
        """Where the chain stands after the last row made, but for its place in the store and what it says."""
        self._links = links

    def __iter__(self) -> Iterator[Row]:
        """A row a link."""
        for link in self._links:
            before, step = self.now.document, link.step
            self.now = after(self.now, State(link.document, step.document, {}, step.standings), step)
            yield row(self.now, before, step, packed_changes(link.changes))


def ready_chain(wanted: AssessmentId, links: Iterable[Link], records: Sequence[IssuedRecord]) -> ReadyChain:
    """All that will be kept of a chain that is new here, with its line; StorageError where a link does not follow."""
    start = nothing_yet(0)
    rows = Rows(start, following(wanted, start, links))
    made = tuple(rows)
    signed = _newest_of(records)
    now = replace(rows.now, parsed=json.loads(rows.now.document), signed=signed)
    return ReadyChain(wanted, made, projection(now, ((str(r[WHO]), r[CHANGES]) for r in made)))


def _newest_of(records: Sequence[IssuedRecord]) -> tuple[str, str] | None:
    """As ``newest.signed`` will find it."""
    found = [(r.issued_at.isoformat(), i, r) for i, r in enumerate(records)]
    if not found:
        return None
    newest = max(found)[2]
    return newest.document_sha256, newest.awaits


def following(wanted: AssessmentId, last: Newest, links: Iterable[Link]) -> Iterator[Link]:
    """Those links; StorageError at the first that is another assessment's or does not follow the one before."""
    number, hash_ = last.number, last.hash
    for link in links:
        step = link.step
        if (link.assessment, step.number, step.previous) != (wanted, number + 1, hash_):
            raise StorageError(
                _("The history of {id} is broken at step {number}; nothing was taken in.").format(
                    id=wanted, number=step.number
                )
            )
        number, hash_ = step.number, step.hash
        yield link


def after(last: Newest, state: State, step: Step) -> Newest:
    """Where the chain stands after a step, but for its place in the store."""
    alone = not last.number or step.number - last.whole >= EVERY or step.note.act in _ALONE
    alone = alone and step.note.act is not Act.ERASED  # of what is erased no document stays
    at = step.note.at.isoformat()
    return Newest(
        last.n, last.seq, step.number, step.hash, step.number if alone else last.whole, state.sha256, state.document,
        state.parsed, state.standings, SHELVES.get(step.note.act, last.shelf), last.begun_at or at, at, last.signed,
        last.shown,
    )  # fmt: skip


def row(now: Newest, before: bytes, step: Step, changes: bytes) -> Row:
    """A step as it is kept, in the order of ``COLUMNS``."""
    alone, standings = now.whole == now.number, now.standings
    packed = whole(now.document) if alone else delta(before, now.document)
    return (
        now.number, now.at, step.note.who, step.note.act.value, step.note.about, bytes.fromhex(now.sha256), changes,
        standings.leader, standings.score, None if standings.floor is None else standings.floor.value,
        bytes.fromhex(now.hash), alone, packed,
    )  # fmt: skip
