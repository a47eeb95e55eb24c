"""The data attached to a record, taken apart: what is checked, and what copies are made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..exchange.decoding import decode
from ..exchange.differences import differences
from ..exchange.reading import Reader, parse
from ..exchange.results import told
from ..frameworks.loader import framework_from
from ..i18n import _
from ..scoring.result import Result

ADDED_FIGURES = frozenset(
    {
        "verdict",
        "draws",
        "elasticity_switches",
        "weight_switches",
        "rank_acceptability",
        "first_share_standard_error",
        "red_share",
        "beats",
        "money",
        "money_with_bias",
        "leverage",
        "rated",
    }
)
"""Figures that records of version 0.1 do not state."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What ``record.json`` and ``framework.json`` say."""

    record: Reader
    assessment: Assessment
    framework: Framework

    def otherwise(self, result: Result) -> Iterator[str]:
        """Where the figures stated are not those that the data give."""
        document = cast(dict[str, dict[str, str]], self.record.get("assessment"))
        if document["framework"].get("sha256") != self.framework.sha256:
            yield _("The framework attached is not the one the assessment names.")
            return
        stated = self.record.get("result")
        again = _as_read(told(result))
        for change in differences(stated, _as_far_as_stated(again, stated)):
            if not change.where.startswith("findings"):
                yield _("{where}: the record says {old}, the data give {new}").format(
                    where=change.where, old=change.old, new=change.new
                )


def taken_apart(record: Reader, framework_raw: bytes) -> Attached:
    """FairnessError where the data cannot be worked with."""
    framework = framework_from(parse(framework_raw))
    known = {(framework.id, framework.version): framework}
    return Attached(record, decode(record.get("assessment"), known), framework)


def _as_far_as_stated(again: object, stated: object) -> object:
    """Without the figures that the first records did not state: that a later program adds one is no difference."""
    if isinstance(again, dict) and isinstance(stated, dict):
        known = (key for key in again if key in stated or key not in ADDED_FIGURES)
        return {key: _as_far_as_stated(again[key], stated.get(key)) for key in known}
    if isinstance(again, list) and isinstance(stated, list) and len(again) == len(stated):
        return [_as_far_as_stated(*both) for both in zip(again, stated, strict=True)]
    return again


def _as_read(document: object) -> object:
    """The document as it reads after it has been written: words are plain text, not members of an enumeration."""
    return cast(object, json.loads(json.dumps(document)))
