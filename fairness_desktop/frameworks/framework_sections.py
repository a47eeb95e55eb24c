"""Checks of the parts of a framework that are used as they stand in its document."""

from __future__ import annotations

from ..domain.framework import AreaRules, RobustnessLimits
from ..domain.people import TOP_NEED_LEVEL
from ..domain.vocabulary import Grade
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


DECILES = 10


def area_rules(reader: Reader) -> AreaRules | None:
    """What the deprivation of an area suggests of the people in it; None where the framework does not say."""
    if not reader.has("need_evidence"):
        return None
    section = reader.object("need_evidence")
    deciles = section.object("deprivation_deciles")
    grade = section.word("best_grade_from_area", Grade)
    if grade is None:
        section.fail("best_grade_from_area", _("is missing"))
    return AreaRules({decile: _suggested(deciles, str(decile)) for decile in range(1, DECILES + 1)}, grade)


def _suggested(deciles: Reader, key: str) -> int:
    message = _("must be a whole number from 0 to 5")
    level = deciles.whole(key, message)
    if level is None or not 0 <= level <= TOP_NEED_LEVEL:
        deciles.fail(key, message)
    return level
