"""The parts of a framework on kinds of decision: what they are, how one is found, at which levels one is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..domain.framework import Criterion
from ..domain.kinds.classifier import Classifier, Statement
from ..domain.kinds.levels import TOP_LEVEL, Level
from ..domain.kinds.profile import Condition, Demand, EfficiencyTest, Fit, Headline, KindProfile, QualityMechanism
from ..domain.vocabulary import CriterionId, Kind
from ..exchange.reading import Reader
from ..i18n import _
from .framework_sections import number, positive

HIGHEST_SCORE = 10


def kinds(reader: Reader, criteria: tuple[Criterion, ...]) -> Mapping[Kind, KindProfile]:
    """The four kinds, each once."""
    profiles: dict[Kind, KindProfile] = {}
    for row in reader.objects("kinds"):
        profile = _profile(row, criteria)
        if profile.kind in profiles:
            row.fail("kind", _("“{id}” stands there twice").format(id=profile.kind))
        profiles[profile.kind] = profile
    missing = [kind for kind in Kind if kind not in profiles]
    if missing:
        reader.fail("kinds", _("has no weights for “{kind}”").format(kind=missing[0]))
    return profiles


def _profile(row: Reader, criteria: tuple[Criterion, ...]) -> KindProfile:
    headline, efficiency = row.object("headline"), row.object("efficiency")
    return KindProfile(
        kind=_kind(row),
        about=row.text("about"),
        weights=_weights(row, criteria),
        closest_level=_level(row, "closest_level"),
        headline=headline.word("figure", Headline),
        headline_says=headline.text("says"),
        before_scoring=_demands(row, "before_scoring"),
        quality=_quality(row) if row.has("quality") else None,
        efficiency=efficiency.word("test", EfficiencyTest),
        efficiency_asks=efficiency.text("asks"),
        red_flags=_demands(row, "red_flags"),
    )


def _kind(row: Reader) -> Kind:
    kind = row.word("kind", Kind)
    if kind is None:
        row.fail("kind", _("is missing"))
    return kind


def _weights(row: Reader, criteria: tuple[Criterion, ...]) -> Mapping[CriterionId, float]:
    weights = row.object("weights")
    swing = {c.id: number(weights, c.id) for c in criteria}
    unknown = next((key for key in weights if key not in swing), None)
    if unknown is not None:
        weights.fail(unknown, _("is no criterion of the framework"))
    if min(swing.values()) < 0 or not any(swing.values()):
        row.fail("weights", _("must be 0 or more, and not all 0"))
    return swing


def _level(row: Reader, key: str) -> int | None:
    message = _("must be a whole number from 0 to 6")
    level = row.whole(key, message)
    if level is not None and not 0 <= level <= TOP_LEVEL:
        row.fail(key, message)
    return level


def _demands(row: Reader, key: str) -> tuple[Demand, ...]:
    found = []
    for demand in row.objects(key):
        condition = demand.word("condition", Condition)
        if condition is None or not demand.text("says").strip():
            demand.fail("condition" if condition is None else "says", _("is missing"))
        found.append(Demand(condition, demand.text("says")))
    return tuple(found)


def _quality(row: Reader) -> Mapping[QualityMechanism, Fit]:
    fits: dict[QualityMechanism, Fit] = {}
    for entry in row.objects("quality"):
        mechanism, fit = entry.word("mechanism", QualityMechanism), entry.word("fit", Fit)
        if mechanism is None or fit is None:
            entry.fail("mechanism" if mechanism is None else "fit", _("is missing"))
        if mechanism in fits:
            entry.fail("mechanism", _("“{id}” stands there twice").format(id=mechanism))
        fits[mechanism] = fit
    return fits


def classifier(reader: Reader) -> Classifier:
    """The statements; refused where one does not say which kind of decision it speaks for."""
    otherwise = reader.word("otherwise", Kind)
    if otherwise is None:
        reader.fail("otherwise", _("is missing"))
    low, high = _scale(reader)
    return Classifier(low, high, positive(reader, "least_margin"), otherwise, _statements(reader))


def _scale(reader: Reader) -> tuple[int, int]:
    if not reader.has("scale"):
        return 0, 3
    scale = reader.get("scale")
    whole = isinstance(scale, list) and all(isinstance(n, int) and not isinstance(n, bool) for n in scale)
    if not whole or not _is_scale(cast(list[int], scale)):
        reader.fail("scale", _("must be the lowest and the highest score, as [0, 3]"))
    low, high = cast(list[int], scale)
    return low, high


def _is_scale(scale: list[int]) -> bool:
    return len(scale) == 2 and 0 <= scale[0] < scale[1] <= HIGHEST_SCORE  # noqa: PLR2004 - lowest and highest


def _statements(reader: Reader) -> tuple[Statement, ...]:
    found: dict[str, Statement] = {}
    for row in reader.objects("statements"):
        for key in ("id", "kind", "text"):
            row.need(key)
        statement = Statement(row.text("id"), _kind(row), row.text("text"))
        if statement.id in found:
            row.fail("id", _("“{id}” stands there twice").format(id=statement.id))
        found[statement.id] = statement
    return tuple(found.values())


def levels(reader: Reader) -> tuple[Level, ...]:
    """The rungs from the person to the partnership; none in a framework that has no such ladder."""
    found: list[Level] = []
    for i, row in enumerate(reader.objects("levels")):
        if row.get("level") != i:
            row.fail("level", _("must be {i}: levels rise one by one from 0").format(i=i))
        for key in ("id", "name"):
            row.need(key)
        found.append(Level(i, row.text("id"), row.text("name"), row.text("about")))
    if found and len(found) != TOP_LEVEL + 1:
        reader.fail("levels", _("must have the seven levels 0 to 6"))
    return tuple(found)
