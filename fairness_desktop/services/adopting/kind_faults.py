"""What is wrong with a draft's criteria, kinds, classifier and levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...domain.kinds.profile import Condition
from ...domain.short.form import ASKED
from ...domain.vocabulary import Kind, label
from ...i18n import _
from .editing import Document, Way, rows_at, value_at
from .fault import Fault, blank, number_at, stop, warn
from .rows import MOST_CRITERIA, same_count, too_many_criteria

WATCHED = {Condition.VOICE_LOWERED: "voice", Condition.CONNECTIONS_UNTOUCHED: "connections"}
"""Conditions that look at the effects on one criterion."""


def kind_faults(document: Document) -> Iterator[Fault]:
    """Criteria, kinds, statements, levels: in that order."""
    yield from _criteria(document)
    yield from _as_a_list(document)
    for at, row in enumerate(rows_at(document, ("kinds",))):
        yield from _kind(document, at, Kind(row["kind"]))
    yield from _statements(document)
    for i, row in enumerate(rows_at(document, ("levels",))):
        if not str(row.get("name", "")).strip():
            yield stop(("levels", i), _("Level {level} has no name.").format(level=i))


def _criteria(document: Document) -> Iterator[Fault]:
    for at, row in enumerate(rows_at(document, ("criteria",))):
        way: Way = ("criteria", at)
        name = _(row["name"]).strip() or _("Criterion {number}").format(number=at + 1)
        if blank(document, (*way, "name")):
            yield stop(way, _("{name} has no name yet.").format(name=name))
        if blank(document, (*way, "asks")):
            yield stop(way, _("“{name}” does not say what it asks.").format(name=name))
        sizes = [size for size in ("1", "2", "3") if blank(document, (*way, "anchors", size))]
        if sizes:
            said = _("“{name}” has no words for an effect of size {sizes}.")
            yield stop(way, said.format(name=name, sizes=", ".join(sizes)))
        weights = [value_at(kind, ("weights", row["id"])) for kind in rows_at(document, ("kinds",))]
        if not any(weights):
            yield warn(way, _("“{name}” weighs nothing in any kind of decision.").format(name=name))


def _as_a_list(document: Document) -> Iterator[Fault]:
    rows = rows_at(document, ("criteria",))
    if len(rows) > MOST_CRITERIA:
        yield stop(("criteria",), too_many_criteria())
    names = Counter(str(row["name"]).strip().casefold() for row in rows)
    for name, times in names.items():
        if name and times > 1:
            said = _("Two criteria are called “{name}”: nobody could tell them apart.")
            yield stop(("criteria",), said.format(name=name))
    here = {row["id"] for row in rows}
    missing = [asked for asked in ASKED if asked not in here]
    if len(missing) == len(ASKED):
        said = _("The short form asks for {criteria}: keep at least one of them, else there is nothing for it to ask.")
        yield stop(("criteria",), said.format(criteria=", ".join(missing)))
    elif missing:
        said = _("The short form also asks for {criteria}, which this version has not: it asks for the others only.")
        yield warn(("criteria",), said.format(criteria=", ".join(missing)))


def _kind(document: Document, at: int, kind: Kind) -> Iterator[Fault]:
    way: Way = ("kinds", at)
    weights = {c["id"]: number_at(document, (*way, "weights", c["id"])) for c in rows_at(document, ("criteria",))}
    if not any(weights.values()):
        said = _("{kind}: all weights are 0, so that nothing counts in such a decision.")
        yield stop(way, said.format(kind=label(kind)))
    elif not any(weight for id_, weight in weights.items() if id_ in ASKED):
        said = _("{kind}: nothing that the short form asks for has a weight, so that it could not score.")
        yield warn(way, said.format(kind=label(kind)))
    if blank(document, (*way, "about")):
        yield stop(way, _("{kind}: say in a sentence when a decision is of this kind.").format(kind=label(kind)))
    here = {c["id"] for c in rows_at(document, ("criteria",))}
    for key in ("before_scoring", "red_flags"):
        yield from _demands(rows_at(document, (*way, key)), (*way, key), kind, here)


def _demands(rows: list[Document], way: Way, kind: Kind, here: set[str]) -> Iterator[Fault]:
    seen: set[object] = set()
    for row in rows:
        condition = row.get("condition")
        if not str(row.get("says", "")).strip():
            yield stop(way, _("{kind}: a check says nothing; give it its sentence.").format(kind=label(kind)))
        if condition in seen:
            yield warn(way, _("{kind}: the same thing is checked twice.").format(kind=label(kind)))
        seen.add(condition)
        watched = None if condition is None else WATCHED.get(condition)
        if watched is not None and watched not in here:
            said = _("{kind}: a check looks at “{id}”, which is no criterion of this version, and can never be seen.")
            yield warn(way, said.format(kind=label(kind), id=watched))


def _statements(document: Document) -> Iterator[Fault]:
    way: Way = ("classifier", "statements")
    rows = rows_at(document, way)
    for i, row in enumerate(rows):
        if not str(row.get("text", "")).strip():
            yield stop((*way, i), _("Statement {number} says nothing yet.").format(number=i + 1))
    for kind in Kind:
        if not any(row.get("kind") == kind for row in rows):
            said = _("No statement speaks for {kind}: that kind could never be found.")
            yield stop(way, said.format(kind=label(kind)))
    if not same_count(document):
        said = _("The kinds have not the same number of statements: one with more of them gathers more points.")
        yield warn(way, said)
    low, high = value_at(document, ("classifier", "scale", 0)), value_at(document, ("classifier", "scale", 1))
    if None not in (low, high) and not 0 <= low < high <= 10:  # noqa: PLR2004 - the form's own limit
        yield stop(("classifier",), _("The scale of the statements rises from 0 or more to 10 at most."))
    if not number_at(document, ("classifier", "least_margin")) > 0:
        yield stop(("classifier",), _("The least margin between two kinds is above 0."))
