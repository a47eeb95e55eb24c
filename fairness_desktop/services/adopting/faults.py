"""What is still to be mended in a draft before council can adopt it, and what it should think of; a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...domain.errors import InvalidInputError
from ...domain.vocabulary import Grade
from ...i18n import _
from .editing import Document, Way, checked, rows_at, value_at
from .fault import Fault, blank, number_at, stop, warn
from .kind_faults import kind_faults

__all__ = ["Fault", "faults"]

FEWEST_DRAWS = 1000
LOWEST_EFFECT = -3


def faults(document: Document) -> tuple[Fault, ...]:
    """Every fault of a draft in the order of its sections; none of those that stop: it makes a framework."""
    found = [
        *_names(document),
        *kind_faults(document),
        *_need(document),
        *_floor(document),
        *_evidence(document),
        *_robustness(document),
        *_money(document),
    ]
    if not any(fault.stops for fault in found):
        found.extend(_of_the_form(document))
    return tuple(found)


def _of_the_form(document: Document) -> Iterator[Fault]:
    """What the form of a framework refuses, and nobody above has said."""
    try:
        checked(document)
    except InvalidInputError as error:
        yield stop((error.where.partition(".")[0].partition("[")[0],), str(error))


def _names(document: Document) -> Iterator[Fault]:
    for key, said in (
        ("title", _("Give the framework a title.")),
        ("id", _("Give the framework a short name; files name it by that.")),
        ("version", _("Say which version it is.")),
    ):
        if blank(document, (key,)):
            yield stop((key,), said)


def _need(document: Document) -> Iterator[Fault]:
    value, low, high = (number_at(document, ("elasticity", key)) for key in ("value", "low", "high"))
    if not 0 <= low <= value <= high <= 4:  # noqa: PLR2004 - switching values are sought between 0 and 4
        yield stop(("elasticity",), _("η must lie between its least and its most, and these between 0 and 4."))
    if blank(document, ("elasticity", "source")):
        yield warn(("elasticity",), _("Say where η comes from: an auditor asks in ten years."))
    yield from _ladder(document)
    yield from _areas(document)


def _ladder(document: Document) -> Iterator[Fault]:
    rungs = rows_at(document, ("need_ladder",))
    for i, rung in enumerate(rungs):
        if not str(rung.get("name", "")).strip():
            yield stop(("need_ladder", i), _("Need level {level} has no name.").format(level=i))
    standards = [float(rung.get("living_standard") or 0) for rung in rungs]
    if any(y <= 0 for y in standards):
        yield stop(("need_ladder",), _("A living standard is above 0; the median household has 1."))
    for i, (before, after) in enumerate(pairwise(standards)):
        if after >= before:
            said = _("Need level {level} must have a lower living standard than level {before}: need rises with it.")
            yield stop(("need_ladder", i + 1), said.format(level=i + 1, before=i))
    threshold = number_at(document, ("need_threshold",))
    if not threshold > 0:
        yield stop(("need_threshold",), _("The need threshold is a living standard above 0."))
    elif all(y > threshold for y in standards):
        said = _("No rung of the ladder is at or under the need threshold: only a known income could be most in need.")
        yield warn(("need_threshold",), said)


def _areas(document: Document) -> Iterator[Fault]:
    deciles = value_at(document, ("need_evidence", "deprivation_deciles"))
    if not isinstance(deciles, dict):
        return
    levels = [level for n in range(1, 11) if isinstance(level := deciles.get(str(n)), int)]
    if len(levels) < 10:  # noqa: PLR2004 - tenths
        yield stop(("need_evidence",), _("Say which need level each tenth of the areas suggests."))
    elif any(after > before for before, after in pairwise(levels)):
        said = _("A less deprived tenth of the areas suggests more need than the one before it: is that meant?")
        yield warn(("need_evidence",), said)
    if value_at(document, ("need_evidence", "best_grade_from_area")) in (Grade.A, Grade.B):
        said = _("Areas are not people: what they suggest is evidence of grade C at best.")
        yield stop(("need_evidence",), said)


def _floor(document: Document) -> Iterator[Fault]:
    mean, single, amber = (number_at(document, ("floor", key)) for key in ("red_mean", "red_single", "amber_mean"))
    if not LOWEST_EFFECT <= mean < amber <= 0:
        said = _("The floor must be RED below where it is AMBER, and both from −3 to 0: carrying on as now is 0.")
        yield stop(("floor",), said)
    if not LOWEST_EFFECT <= single < 0:
        yield stop(("floor",), _("A single effect that makes the floor RED lies below 0, and not below −3."))
    cap = value_at(document, ("loss_cap",))
    if cap is not None and cap <= 0:
        yield stop(("loss_cap",), _("A cap on loss is an amount above 0, or none is set."))


def _evidence(document: Document) -> Iterator[Fault]:
    widths = [number_at(document, ("half_widths", grade)) for grade in Grade]
    if any(width < 0 for width in widths):
        yield stop(("half_widths",), _("A half-width is 0 or more."))
    if any(after < before for before, after in pairwise(widths)):
        yield warn(("half_widths",), _("Weaker evidence has a narrower range than stronger evidence: is that meant?"))
    for key, said in (
        ("kappa", _("κ, what a point changes in living standard, is above 0.")),
        ("reads_equal_below", _("The difference under which two options read equal is above 0.")),
    ):
        if not number_at(document, (key,)) > 0:
            yield stop((key,), said)


def _robustness(document: Document) -> Iterator[Fault]:
    draws = number_at(document, ("robustness", "draws"))
    if draws % 1 or not 0 < draws <= 1_000_000:  # noqa: PLR2004 - the form's own limit
        yield stop(("robustness",), _("Versions are drawn from 1 to 1,000,000 times."))
    elif draws < FEWEST_DRAWS:
        yield warn(("robustness",), _("With so few versions drawn the shares are rough; the method has 10,000."))
    low, high, robust, leaning = (
        number_at(document, ("robustness", key)) for key in ("weight_low", "weight_high", "robust", "leaning")
    )
    if not 0 < low <= high:
        yield stop(("robustness",), _("The least share of a weight is above 0, and not above the most."))
    if not 0 <= leaning <= robust <= 1:
        yield stop(("robustness",), _("“Robust” asks for at least as much as “leaning”, both as shares from 0 to 1."))


def _money(document: Document) -> Iterator[Fault]:
    way: Way = ("discount", "schedule")
    rows = rows_at(document, way)
    years = [int(year) for row in rows if (year := row.get("to_year")) is not None]
    if not rows or rows[-1].get("to_year") is not None or len(years) < len(rows) - 1:
        said = _("The discount schedule ends with a row for all later years, whose last year is left empty.")
        yield stop(("discount",), said)
    elif any(after <= before for before, after in pairwise(years)):
        yield stop(("discount",), _("The years of the discount schedule rise from row to row."))
    if any(not 0 <= float(row.get("rate") or 0) <= 1 for row in rows):
        yield stop(("discount",), _("A discount rate is from 0 to 100 % a year."))
    if blank(document, ("discount", "source")):
        yield warn(("discount",), _("Say where the discount rates come from: an auditor asks in ten years."))
