"""Checks of the parts of a framework that are used as they stand in its document."""

from __future__ import annotations

from ..domain.framework import RobustnessLimits
from ..domain.vocabulary import Kind
from ..exchange.reading import Reader
from ..i18n import _


def number(reader: Reader, key: str) -> float:
    """A number that has to be there."""
    value = reader.number(key)
    if value is None:
        reader.fail(key, _("must be a number"))
    return float(value)


def positive(reader: Reader, key: str) -> float:
    """A number above 0."""
    value = number(reader, key)
    if value <= 0:
        reader.fail(key, _("must be above 0"))
    return value


def share(reader: Reader, key: str) -> float:
    """A number from 0 to 1."""
    value = number(reader, key)
    if not 0 <= value <= 1:
        reader.fail(key, _("must be a share from 0 to 1"))
    return value


MOST_DRAWS = 1_000_000
"""More would keep a machine busy for minutes and move no share by a thousandth."""


def robustness(reader: Reader) -> RobustnessLimits:
    """How the draws are made; draws that cannot be made, and limits that contradict one another, are refused."""
    draws = reader.whole("draws", _("must be a whole number above 0"))
    if draws is None or not 0 < draws <= MOST_DRAWS:
        reader.fail("draws", _("must be a whole number from 1 to 1,000,000"))
    low, high = number(reader, "weight_low"), number(reader, "weight_high")
    if not 0 < low <= high:
        reader.fail("weight_low", _("must be above 0, and not above weight_high"))
    robust, leaning = share(reader, "robust"), share(reader, "leaning")
    if leaning > robust:
        reader.fail("leaning", _("must not be above robust"))
    return RobustnessLimits(draws, low, high, robust, leaning)


def check_classifier(reader: Reader) -> None:
    """Refuse statements that do not say which kind of decision they speak for."""
    positive(reader, "least_margin")
    reader.need("otherwise")
    reader.word("otherwise", Kind)
    seen = set()
    for row in reader.objects("statements"):
        for key in ("id", "kind", "text"):
            row.need(key)
        row.word("kind", Kind)
        row.text("text")
        if row.text("id") in seen:
            row.fail("id", _("“{id}” stands there twice").format(id=row.text("id")))
        seen.add(row.text("id"))
