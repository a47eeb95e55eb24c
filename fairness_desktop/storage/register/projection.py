"""What the register shows of an assessment and searches in it: worked out from the document kept, and nothing else.

One function for the save, for the rebuilding and for the check, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...domain.approval.machine import ReadingAct
from ...domain.approval.reading import folded
from ...domain.errors import InvalidInputError
from ...domain.register import Shelf, Standings, Status
from ...exchange.parts.review import review
from ...exchange.reading import Reader

Document = Mapping[str, Any]

REVIEW = "review"
"""The field of the form that comes after the record."""

MOST_DONE = 400
"""Characters shown of what was done about it."""


class Facet(NamedTuple):
    """Everything a line can be filtered by; empty where there is none."""

    shelf: str
    body: str
    kind: str
    status: str
    floor: str
    year: int


class Texts(NamedTuple):
    """What is searched in."""

    title: str
    reference: str
    body: str
    decided_by: str
    reasons: str
    names: str


class Line(NamedTuple):
    """The columns of the register that are neither keys nor facets; ``changed_at`` as ISO 8601.

    ``due`` is the day by which an issued decision is to be reviewed, None where it is, or none was set; ``reviewed``
    the year in which it was, ``kept`` how much of its promise it kept, ``verdict`` and ``done`` what followed.
    """

    reference: str
    title: str
    decided_by: str
    leader: str | None
    score: float | None
    review_date: str | None
    changed_at: str
    due: str | None
    reviewed: int | None
    kept: float | None
    verdict: str | None
    done: str | None


@dataclass(frozen=True, slots=True)
class Projection:
    """A line of the register with all that hangs on it."""

    line: Line
    facet: Facet
    texts: Texts
    waits: str | None = None
    """Whom it waits for to be read, as ``whom`` tells it; None where it waits for no reader."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is not in the document: what followed from it, where it lies, how it stands to its records, and when."""

    standings: Standings
    shelf: Shelf
    status: Status
    begun_at: str
    changed_at: str
    hands: frozenset[str] = frozenset()
    """Who changed it so far; asked for only where it waits for a reader and nobody in particular was asked."""


def project(document: Document, about: Circumstances) -> Projection:
    """The line of an assessment."""
    body, decision = _text(_part(document, "body"), "name"), _part(document, "decision")
    title, reference, maker = _text(document, "title"), _text(document, "reference"), decided_by(document)
    standings = about.standings
    date = _text(decision, "date")
    reviewed = reviewed_in(document)
    return Projection(
        Line(
            reference,
            title,
            maker,
            standings.leader,
            standings.score,
            _text(decision, "review_date") or None,
            about.changed_at,
            None if reviewed else _due(decision, about),
            *(reviewed or (None, None, None, None)),
        ),
        Facet(
            about.shelf.value,
            body,
            _text(document, "kind"),
            about.status.value,
            "" if standings.floor is None else standings.floor.value,
            int((date or about.begun_at)[:4]),
        ),
        Texts(title, reference, body, maker, _reasons(decision), _names(document)),
        whom(document, about.hands) if about.status is Status.TO_READ else None,
    )


OPEN = "\n"
"""How ``whom`` begins where nobody in particular was asked; no name has it in it once it is folded."""


def whom(document: Document, hands: frozenset[str]) -> str:
    """Who was asked to read it, folded; else, each between two ends of line, its authors, whom it does not wait for."""
    asked = folded(asked_of(document))
    if asked:
        return asked
    maker = _text(_part(_part(document, "authority"), "decision_maker"), "name")
    askers = (_text(e, "by") for e in _rows(document, "second_reading") if e.get("act") == ReadingAct.REQUESTED)
    authors = {folded(name) for name in (*hands, *askers, maker)} - {""}
    return OPEN + "".join(name + OPEN for name in sorted(authors))


def asked_of(document: Document) -> str:
    """Who was asked last to read it; empty for whoever can."""
    requests = [e for e in _rows(document, "second_reading") if e.get("act") == ReadingAct.REQUESTED]
    return _text(requests[-1], "asked") if requests else ""


def _due(decision: Document, about: Circumstances) -> str | None:
    """The day by which it is to be reviewed, if it was signed and is not put away."""
    waits = about.shelf is Shelf.LIVE and about.status in (Status.SIGNED, Status.CHANGED_SINCE)
    return (_text(decision, "review_date") or None) if waits else None


def reviewed_in(document: Document) -> tuple[int, float, str, str] | None:
    """The year of the review, how much of the promise was kept, and what followed; None while it is not finished."""
    if REVIEW not in document:
        return None
    try:
        done = review(Reader(document[REVIEW]))
    except InvalidInputError:
        return None
    kept = done.kept
    if not (done.record and done.finished and done.date and done.verdict) or kept is None:
        return None
    return done.date.year, kept, done.verdict.value, done.done[:MOST_DONE]


def decided_by(document: Document) -> str:
    """Role, else name, of the decision-maker; the word of the exchange form for the capacity where there is neither."""
    maker = _part(_part(document, "authority"), "decision_maker")
    return _text(maker, "role") or _text(maker, "name") or _text(maker, "capacity")


def _reasons(decision: Document) -> str:
    rejected = [_text(row, "why") for row in _rows(decision, "rejected")]
    own = [_text(decision, key) for key in ("reasons", "departure_reason", "floor_reason", "conditions", "dissent")]
    return "\n".join(text for text in (*own, *rejected) if text)


def _names(document: Document) -> str:
    rows = (*_rows(document, "groups"), *_rows(document, "options"))
    names = (_text(row, key) for row in rows for key in ("name", "short_name"))
    return "\n".join(name for name in names if name)


def _part(document: Document, key: str) -> Document:
    part = document.get(key)
    return part if isinstance(part, dict) else {}


def _rows(document: Document, key: str) -> list[Document]:
    rows = document.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(part: Document, key: str) -> str:
    text = part.get(key)
    return text if isinstance(text, str) else ""
