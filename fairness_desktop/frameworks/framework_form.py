"""The form of a fairness framework."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..domain.framework import (
    Adoption,
    Criterion,
    DiscountBand,
    Elasticity,
    FloorLimits,
    Framework,
    NeedLevel,
)
from ..domain.people import TOP_NEED_LEVEL
from ..domain.vocabulary import CriterionId, Grade
from ..exchange.canonical import sha256
from ..exchange.reading import Reader
from ..i18n import _
from .framework_sections import area_rules, number, positive, robustness, share
from .kind_sections import classifier, kinds, levels

FRAMEWORK_FORMAT = "fairness-desktop/framework"


def framework_from(document: object) -> Framework:
    """The framework in a parsed document; InvalidInputError names the field of the first fault."""
    reader = Reader(document)
    if reader.get("format") != FRAMEWORK_FORMAT:
        reader.fail("format", _("must be “{format}”").format(format=FRAMEWORK_FORMAT))
    if reader.get("format_version") != 1:
        reader.fail("format_version", _("must be 1; a newer framework needs a newer Fairness Desktop"))
    for key in ("id", "version", "title"):
        reader.need(key)
    criteria = _criteria(reader)
    floor = reader.object("floor")
    return Framework(
        id=reader.text("id"),
        version=reader.text("version"),
        title=reader.text("title"),
        adoption=_adoption(reader),
        elasticity=_elasticity(reader.object("elasticity")),
        need_ladder=_ladder(reader),
        criteria=criteria,
        kinds=kinds(reader, criteria),
        need_threshold=positive(reader, "need_threshold"),
        floor=FloorLimits(number(floor, "red_mean"), number(floor, "red_single"), number(floor, "amber_mean")),
        kappa=positive(reader, "kappa"),
        half_widths=_half_widths(reader.object("half_widths")),
        robustness=robustness(reader.object("robustness")),
        sha256=sha256(document),
        document=cast(Mapping[str, object], document),
        classifier=classifier(reader.object("classifier")),
        discount=_discount(reader.object("discount")),
        reads_equal_below=positive(reader, "reads_equal_below"),
        levels=levels(reader),
        areas=area_rules(reader),
        loss_cap=positive(reader, "loss_cap") if reader.has("loss_cap") else None,
    )


def _adoption(reader: Reader) -> Adoption | None:
    if not reader.has("adoption"):
        return None
    adoption = reader.object("adoption")
    return Adoption(adoption.text("date"), adoption.text("minute"))


def _elasticity(reader: Reader) -> Elasticity:
    value, low, high = (number(reader, key) for key in ("value", "low", "high"))
    if not 0 <= low <= value <= high <= 4:  # noqa: PLR2004 - switching values are sought between 0 and 4
        reader.fail("value", _("must lie between low and high, and these between 0 and 4"))
    return Elasticity(value, low, high)


def _ladder(reader: Reader) -> tuple[NeedLevel, ...]:
    ladder = []
    for i, rung in enumerate(reader.objects("need_ladder")):
        if rung.get("level") != i:
            rung.fail("level", _("must be {i}: levels rise one by one from 0").format(i=i))
        rung.need("name")
        ladder.append(NeedLevel(i, rung.text("name"), positive(rung, "living_standard")))
    if len(ladder) != TOP_NEED_LEVEL + 1:
        reader.fail("need_ladder", _("must have the six levels 0 to 5"))
    return tuple(ladder)


def _criteria(reader: Reader) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    for row in reader.objects("criteria"):
        criterion = _criterion(row)
        if criterion.id in [c.id for c in criteria]:
            row.fail("id", _("“{id}” stands there twice").format(id=criterion.id))
        criteria.append(criterion)
    if not criteria:
        reader.fail("criteria", _("must name at least one criterion"))
    return tuple(criteria)


def _criterion(row: Reader) -> Criterion:
    for key in ("id", "name", "asks", "anchors"):
        row.need(key)
    anchors = row.object("anchors")
    for size in ("1", "2", "3"):
        anchors.need(size)
    return Criterion(
        id=CriterionId(row.text("id")),
        name=row.text("name"),
        asks=row.text("asks"),
        anchors={size: anchors.text(str(size)) for size in (1, 2, 3)},
    )


def _half_widths(reader: Reader) -> Mapping[Grade, float]:
    widths = {grade: number(reader, grade) for grade in Grade}
    for grade, width in widths.items():
        if width < 0:
            reader.fail(grade, _("must be 0 or more"))
    return widths


def _discount(reader: Reader) -> tuple[DiscountBand, ...]:
    bands: list[DiscountBand] = []
    for row in reader.objects("schedule"):
        to_year = row.whole("to_year", _("must be a whole number of years, or null in the last row"))
        rising = not bands or (bands[-1].to_year is not None and (to_year is None or to_year > bands[-1].to_year))
        if not rising:
            row.fail("to_year", _("must rise from row to row, and be null only in the last"))
        bands.append(DiscountBand(to_year, share(row, "rate")))
    if not bands or bands[-1].to_year is not None:
        reader.fail("schedule", _("must end with a row for all later years, whose to_year is null"))
    return tuple(bands)
