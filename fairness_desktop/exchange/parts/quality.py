"""The quality plan in the exchange form."""

from __future__ import annotations

from typing import Any

from ...domain.quality.plan import Check, Link, Provider, QualityPlan
from ..reading import Reader
from . import asked
from .saying import said

Document = dict[str, Any]


_NO_PLAN = QualityPlan()


def plan_document(plan: QualityPlan) -> Document:
    """The plan, as far as there is anything in it."""
    provider = {**asked.document_of(plan.provider), **plan.provider.extra}
    return {
        **said(checks=asked.rows_of(plan.checks), chain=asked.rows_of(plan.chain), provider=provider),
        **plan.extra,
    }


def plan(reader: Reader) -> QualityPlan:
    """The plan."""
    if reader.empty:
        return _NO_PLAN
    return reader.made(
        QualityPlan,
        checks=asked.rows(reader, "checks", Check),
        chain=asked.rows(reader, "chain", Link),
        provider=asked.read(reader.object("provider"), Provider),
        extra=reader.rest(),
    )
