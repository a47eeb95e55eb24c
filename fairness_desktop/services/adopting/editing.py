"""A draft of a framework: the document of one that is known, changed place by place, checked before it is kept."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...domain.errors import InvalidInputError
from ...domain.framework import Framework
from ...domain.vocabulary import CriterionId, Kind
from ...frameworks.loader import framework_from
from ...i18n import N_, _

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure of the framework that can be edited: its place in the document, and how it is called."""

    where: str
    name: str


LIMITS = (
    Limit("elasticity.value", N_("How much need counts, η")),
    Limit("elasticity.low", N_("η at the least")),
    Limit("elasticity.high", N_("η at the most")),
    Limit("need_threshold", N_("Most in need at or under this living standard")),
    Limit("floor.red_mean", N_("Floor RED at or under this effect on the whole")),
    Limit("floor.red_single", N_("Floor RED at or under this single effect")),
    Limit("floor.amber_mean", N_("Floor AMBER under this effect on the whole")),
)


def draft_of(framework: Framework, version: str) -> Document:
    """Its document as a draft of that version, which no council has adopted."""
    document: Document = copy.deepcopy(dict(framework.document))
    document.update(version=version, adoption=None)
    return document


def checked(document: Mapping[str, object]) -> Framework:
    """The framework that a document makes; InvalidInputError names the place of the first fault."""
    return framework_from(copy.deepcopy(dict(document)))


def limit_of(document: Document, limit: Limit) -> float:
    """The figure as it stands."""
    holder, key = _holder(document, limit.where)
    return float(holder[key])


def with_limit(document: Document, limit: Limit, value: float) -> Document:
    """With another figure."""
    changed = copy.deepcopy(document)
    holder, key = _holder(changed, limit.where)
    holder[key] = value
    return changed


def with_title(document: Document, title: str, id_: str, version: str) -> Document:
    """Under another name: who adopts it, and which version it is."""
    return {**copy.deepcopy(document), "title": title.strip(), "id": id_.strip(), "version": version.strip()}


def with_weight(document: Document, kind: Kind, criterion: CriterionId, weight: float) -> Document:
    """With another swing weight of a criterion in decisions of a kind."""
    changed = copy.deepcopy(document)
    row = next(row for row in changed["kinds"] if row["kind"] == kind)
    row["weights"][criterion] = weight
    return changed


def with_anchor(document: Document, criterion: CriterionId, size: int, words: str) -> Document:
    """With other words for an effect of that size."""
    changed = copy.deepcopy(document)
    row = next(row for row in changed["criteria"] if row["id"] == criterion)
    row["anchors"][str(size)] = words.strip()
    return changed


def with_rung(document: Document, level: int, standard: float) -> Document:
    """With another living standard for a rung of the need ladder."""
    changed = copy.deepcopy(document)
    changed["need_ladder"][level]["living_standard"] = standard
    return changed


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


def _holder(document: Document, where: str) -> tuple[Document, str]:
    *way, key = where.split(".")
    for part in way:
        document = document[part]
    return document, key
