"""Several assessors: where people who rate apart disagree, and whether the lead depends on whom one asks.

Scores come from the agreed effects alone; nothing here enters them, or the seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from ..domain.assessment import Assessment
from ..domain.effects import Cell
from ..domain.framework import Framework
from ..domain.vocabulary import CriterionId, Grade, GroupId, OptionId
from . import points as p
from .inputs import ScoredEffect, ScoringInputs, scoring_inputs
from .money import feasible

Pair = tuple[OptionId, GroupId]
Place = tuple[OptionId, GroupId, CriterionId]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is thought of a pair: reach (None as agreed), and effects, which of a median may be quarters."""

    reach: float | None
    impacts: Mapping[CriterionId, float]


@dataclass(frozen=True, slots=True)
class CellView:
    """One effect as it was rated by several, by name in the order in which they began; and as agreed, if it is."""

    option: OptionId
    group: GroupId
    criterion: CriterionId
    ratings: Mapping[str, float]
    agreed: float | None

    @property
    def median(self) -> float:
        """The middle rating; between two middle ones, half-way."""
        return float(median(self.ratings.values()))

    @property
    def spread(self) -> float:
        """Highest less lowest."""
        return max(self.ratings.values()) - min(self.ratings.values())


@dataclass(frozen=True, slots=True)
class Assessors:
    """``cells`` are those rated by two or more, the most disputed first; ``leaders`` are by person.

    A leader is who would lead, did the person's ratings stand in the place of the agreed effects where there are any.
    """

    cells: tuple[CellView, ...]
    leaders: Mapping[str, OptionId | None]
    median_leader: OptionId | None
    agreed_leader: OptionId | None


def assessors(assessment: Assessment, framework: Framework) -> Assessors:
    """What the ratings come to; NotReadyError where the assessment cannot be scored."""
    inputs = scoring_inputs(assessment, framework)
    by_person = {name: _leader(_with(inputs, _opinions(assessment, name))) for name in assessment.assessors}
    cells = cell_views(assessment)
    return Assessors(
        cells=tuple(c for c in cells if len(c.ratings) > 1),
        leaders=by_person,
        median_leader=_leader(_with(inputs, medians(assessment))),
        agreed_leader=_leader(inputs),
    )


def cell_views(assessment: Assessment) -> tuple[CellView, ...]:
    """Every effect that anyone rated, the most disputed first, then by option, group and criterion."""
    found: dict[Place, dict[str, float]] = {}
    for rating in assessment.ratings:
        for criterion, impact in rating.impacts.items():
            found.setdefault((rating.option, rating.group, criterion), {})[rating.assessor] = impact
    agreed = {(e.option, e.group): e.impacts for e in assessment.effects}
    views = [
        CellView(o, g, c, ratings, agreed[o, g].get(c, 0.0) if (o, g) in agreed else None)
        for (o, g, c), ratings in found.items()
    ]
    return tuple(sorted(views, key=lambda v: (-v.spread, v.option, v.group, v.criterion)))


def medians(assessment: Assessment) -> dict[Pair, Opinion]:
    """The median of all ratings of each pair: of each criterion over those who rated it, and of reach."""
    impacts: dict[Pair, dict[CriterionId, float]] = {}
    for view in cell_views(assessment):
        impacts.setdefault((view.option, view.group), {})[view.criterion] = view.median
    reaches: dict[Pair, list[float]] = {}
    for rating in assessment.ratings:
        impacts.setdefault((rating.option, rating.group), {})
        if rating.reach is not None:
            reaches.setdefault((rating.option, rating.group), []).append(rating.reach)
    return {pair: Opinion(median(reaches[pair]) if pair in reaches else None, found) for pair, found in impacts.items()}


def to_half(value: float) -> float:
    """The nearest half, towards 0 where two are as near: no effect is made larger than the middle rating."""
    doubled = abs(value) * 2
    whole = int(doubled)
    steps = whole + 1 if doubled - whole > 0.5 else whole  # noqa: PLR2004 - half a step
    return steps / 2 if value > 0 else -steps / 2 + 0.0


def _opinions(assessment: Assessment, assessor: str) -> dict[Pair, Opinion]:
    return {(r.option, r.group): Opinion(r.reach, r.impacts) for r in assessment.ratings if r.assessor == assessor}


def _with(inputs: ScoringInputs, opinions: Mapping[Pair, Opinion]) -> ScoringInputs:
    """The inputs with opinions in the place of agreed effects, where there are any."""
    effects = dict(inputs.effects)
    for pair, opinion in opinions.items():
        agreed = effects.pop(pair, ScoredEffect(0.0, Grade.D, {}))
        reach = agreed.reach if opinion.reach is None else opinion.reach
        impacts = {c: x for c, x in {**agreed.impacts, **opinion.impacts}.items() if x}
        if reach and impacts:
            effects[pair] = ScoredEffect(reach, agreed.grade, impacts)
    return replace(inputs, effects=effects)


def _leader(inputs: ScoringInputs) -> OptionId | None:
    means = p.mean_effects(inputs, p.touched_effects(inputs, p.criterion_weights(inputs, inputs.kind)))
    total = p.points(inputs, means, p.need_weights(inputs, inputs.framework.elasticity.value))
    able: Iterable[OptionId] = (
        o.id for o in inputs.options if feasible(o.net_cost, inputs.required_saving, inputs.budget_cap)
    )
    return next(iter(p.order(total, tuple(able))), None)


def agreed_by_median(assessment: Assessment, framework: Framework) -> Assessment:
    """The assessment with the median of all ratings as the agreed effects, in halves; what nobody rated stays."""
    criteria = framework.criterion_ids
    for pair, opinion in medians(assessment).items():
        cell = assessment.cell(*pair, criteria)
        reach = cell.reach if opinion.reach is None else opinion.reach
        impacts = {**cell.impacts, **{c: to_half(x) for c, x in opinion.impacts.items()}}
        if reach == 0 and not any(impacts.values()):
            assessment = assessment.with_cell(*pair, Cell(touched=False), criteria)
        else:
            said = replace(cell, reach=reach, grade=cell.grade or Grade.D, impacts=impacts, touched=True)
            assessment = assessment.with_cell(*pair, said, criteria)
    return assessment
