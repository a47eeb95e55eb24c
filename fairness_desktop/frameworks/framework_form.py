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
    KindProfile,
    NeedLevel,
)
from ..domain.people import TOP_NEED_LEVEL
from ..domain.vocabulary import CriterionId, Grade, Kind
from ..exchange.canonical import sha256
from ..exchange.reading import Reader
from ..i18n import _
from .framework_sections import check_classifier, number, positive, robustness, share

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
    check_classifier(reader.object("classifier"))
    floor = reader.object("floor")
    return Framework(
        id=reader.text("id"),
        version=reader.text("version"),
        title=reader.text("title"),
        adoption=_adoption(reader),
        elasticity=_elasticity(reader.object("elasticity")),
        need_ladder=_ladder(reader),
        criteria=criteria,
        kinds=_kinds(reader, criteria),
        need_threshold=positive(reader, "need_threshold"),
        floor=FloorLimits(number(floor, "red_mean"), number(floor, "red_single"), number(floor, "amber_mean")),
        kappa=positive(reader, "kappa"),
        half_widths=_half_widths(reader.object("half_widths")),
        robustness=robustness(reader.object("robustness")),
        sha256=sha256(document),
        document=cast(Mapping[str, object], document),
        discount=_discount(reader.object("discount")),
        reads_equal_below=positive(reader, "reads_equal_below"),
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


def _kinds(reader: Reader, criteria: tuple[Criterion, ...]) -> Mapping[Kind, KindProfile]:
    profiles: dict[Kind, KindProfile] = {}
    for row in reader.objects("kinds"):
        row.need("kind")
        kind = row.word("kind", Kind)
        assert kind is not None
        if kind in profiles:
            row.fail("kind", _("“{id}” stands there twice").format(id=kind))
        profiles[kind] = KindProfile(kind, row.text("about"), _weights(row, criteria))
    missing = [kind for kind in Kind if kind not in profiles]
    if missing:
        reader.fail("kinds", _("has no weights for “{kind}”").format(kind=missing[0]))
    return profiles


def _weights(row: Reader, criteria: tuple[Criterion, ...]) -> Mapping[CriterionId, float]:
    weights = row.object("weights")
    swing = {c.id: number(weights, c.id) for c in criteria}
    unknown = next((key for key in weights if key not in swing), None)
    if unknown is not None:
        weights.fail(unknown, _("is no criterion of the framework"))
    if min(swing.values()) < 0 or not any(swing.values()):
        row.fail("weights", _("must be 0 or more, and not all 0"))
    return swing


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
