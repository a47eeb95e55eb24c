"""Reviewing an issued decision: the promise is that of its sealed record, which no review touches."""

from __future__ import annotations

from dataclasses import replace

from ...domain.assessment import Assessment
from ...domain.errors import FairnessError
from ...domain.framework import Framework
from ...domain.register import IssuedRecord
from ...domain.reviewing.review import Review
from ...i18n import _
from ...scoring.money import net_cost
from ...scoring.promise import promise
from ..walk import Walk


def can_be_reviewed(records: list[IssuedRecord]) -> bool:
    """Whether there is a record whole: one that waits for its second signature has promised nothing yet."""
    return bool(records) and not records[0].awaits


def begin_review(walk: Walk) -> None:
    """Begin it, saved as every change is. One that was begun before gives way; the history has it."""
    walk.change(replace(walk.assessment, review=fresh_review(walk)))


def fresh_review(walk: Walk) -> Review:
    """The promise of the newest sealed record, nothing answered; FairnessError where there is no such record."""
    records, told = walk.records, walk.as_recorded
    if not can_be_reviewed(records) or told is None:
        raise FairnessError(_("Only a decision whose record is signed can be reviewed. Sign the record first."))
    return review_of(told, walk.framework, records[0].sha256)


def review_of(told: Assessment, framework: Framework, record: str) -> Review:
    """A review with the promise of a recorded assessment, and nothing answered."""
    chosen = told.decision.chosen
    if chosen is None:
        raise FairnessError(_("The record names no option chosen: there is no promise to hold it to."))
    cost = round(net_cost(told.option(chosen), framework), 2)
    return Review(record=record, outcomes=promise(told, framework, chosen), promised_cost=cost)
