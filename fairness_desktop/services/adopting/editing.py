"""A draft of a framework: the document of one that is known, changed place by place.

A draft need not be whole: it is kept as it is written, and :mod:`faults` says what is still to be mended.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from ...domain.errors import InvalidInputError
from ...domain.framework import Framework
from ...domain.vocabulary import CriterionId, Kind
from ...frameworks.loader import framework_from
from ...i18n import _

Document = dict[str, Any]
Way = tuple[str | int, ...]
"""The place of a value in the document: names of fields and numbers of rows, from the outside in."""


def draft_of(framework: Framework, version: str) -> Document:
    """Its document as a draft of that version, which no council has adopted."""
    document: Document = copy.deepcopy(dict(framework.document))
    document.update(version=version, adoption=None)
    return document


def checked(document: Mapping[str, object]) -> Framework:
    """The framework that a document makes; InvalidInputError names the place of the first fault."""
    return framework_from(copy.deepcopy(dict(document)))


def value_at(document: Document, way: Way) -> Any:  # noqa: ANN401 - whatever stands in the document
    """What stands at a place; None where nothing does."""
    value: Any = document
    for part in way:
        if isinstance(part, int):
            value = value[part] if isinstance(value, list) and part < len(value) else None
        else:
            value = value.get(part) if isinstance(value, dict) else None
    return value


def rows_at(document: Document, way: Way) -> list[Document]:
    """The rows of a list; none where there is no such list."""
    found = value_at(document, way)
    return found if isinstance(found, list) else []


def with_value(document: Document, way: Way, value: object) -> Document:
    """With another value at a place; sections that are not there yet are begun."""
    changed = copy.deepcopy(document)
    holder: Any = changed
    for part, following in pairwise(way):
        if isinstance(part, str) and holder.get(part) is None:
            holder[part] = [] if isinstance(following, int) else {}
        holder = holder[part]
    holder[way[-1]] = value
    return changed


def with_title(document: Document, title: str, id_: str, version: str) -> Document:
    """Under another name: who adopts it, and which version it is."""
    return {**copy.deepcopy(document), "title": title.strip(), "id": id_.strip(), "version": version.strip()}


def with_weight(document: Document, kind: Kind, criterion: CriterionId, weight: float) -> Document:
    """With another swing weight of a criterion in decisions of a kind."""
    return with_value(document, (*way_of_kind(document, kind), "weights", criterion), weight)


def way_of_kind(document: Document, kind: Kind) -> Way:
    """Where a kind's profile stands."""
    return ("kinds", next(i for i, row in enumerate(rows_at(document, ("kinds",))) if row["kind"] == kind))


def adopted(document: Document, date: str, minute: str) -> Framework:
    """The framework as full council adopted it; InvalidInputError where the minute or its date is not given."""
    if not minute.strip():
        raise InvalidInputError("adoption.minute", _("Give the minute of full council that adopts it."))
    try:
        dt.date.fromisoformat(date)
    except ValueError as error:
        message = _("Give the day on which full council adopts it, as 2027-01-31.")
        raise InvalidInputError("adoption.date", message) from error
    return checked({**document, "adoption": {"date": date, "minute": minute.strip()}})
