"""The review of an issued decision in the exchange form."""

from __future__ import annotations

import re
from typing import Any

from ...domain.reviewing.review import Outcome, Review
from ...domain.vocabulary import GroupId
from ...i18n import _
from ..reading import Reader
from . import asked
from .saying import Document, given, said

_HASH = re.compile(r"[0-9a-f]{64}")
_NONE = Review()
FIGURES = ("weight", "promised", "promised_reach", "outcome", "reach")


def review_document(review: Review) -> Document:
    """The review, as far as there is anything in it."""
    return {
        **said(record=review.record),
        **asked.document_of(review),
        **said(outcomes=[_outcome_document(one) for one in review.outcomes]),
        **given(promised_cost=review.promised_cost, cost=review.cost),
        **review.extra,
    }


def _outcome_document(one: Outcome) -> Document:
    figures = {name: getattr(one, name) for name in FIGURES}
    return {"group": one.group, **said(name=one.name), **given(**figures), **said(because=one.because), **one.extra}


def review(reader: Reader) -> Review:
    """The review; none where nothing stands there."""
    if reader.empty:
        return _NONE
    record = reader.text("record")
    if record and not _HASH.fullmatch(record):
        reader.fail("record", _("must be a SHA-256 in 64 lower-case hex digits"))
    return reader.made(
        Review,
        record=record,
        outcomes=_outcomes(reader),
        promised_cost=reader.number("promised_cost"),
        cost=reader.number("cost"),
        **asked.answers(reader, Review),
        extra=reader.rest(),
    )


def _outcomes(reader: Reader) -> tuple[Outcome, ...]:
    found: list[Outcome] = []
    for row in reader.objects("outcomes"):
        one = _outcome(row)
        if one.group in [o.group for o in found]:
            row.fail("group", _("“{id}” stands there twice").format(id=one.group))
        found.append(one)
    return tuple(found)


def _outcome(row: Reader) -> Outcome:
    if not row.text("group"):
        row.fail("group", _("must be a text that is not empty"))
    figures: dict[str, Any] = {name: row.number(name) for name in FIGURES}
    return row.made(
        Outcome,
        group=GroupId(row.text("group")),
        name=row.text("name"),
        because=row.text("because"),
        **figures,
        extra=row.rest(),
    )
