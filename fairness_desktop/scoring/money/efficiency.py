"""Whether an option makes good use of money: the crude test, and beside it the question proper to each kind.

Crude is outputs for each pound spent. Wide is, for a technical decision, what one output costs against a benchmark; for
one of involvement, how much good a thousand pounds does and what others bring; for joined-up services, what it costs
all agencies together and how many hand-offs go; for a framework, what a point costs against the next best use of the
money.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.assessment import Assessment
from ...domain.framework import Framework
from ...domain.options import Option
from ...domain.quality.rated import Rated, rated
from ...domain.vocabulary import CriterionId, OptionId
from ..inputs import ScoringInputs
from ..points import criterion_weights, need_weights, points_by_criterion
from ..result import OptionResult, Result
from ..rounding import fsum, rounded
from .discounting import discount_factors, net_cost
from .flows import flow_figures
from .leverage import Leverage, leverage
from .working import share

THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class NextBest:
    """Another option that costs no more and does most good of those that do; how many points more or less it buys.

    ``price`` is pounds for each point more; None where the money buys none more, or the other costs as much.
    """

    option: OptionId
    more_points: float
    more_cost: float
    price: float | None


@dataclass(frozen=True, slots=True)
class Shares:
    """Of all the good an option does, weighed: the share on preventing, and the share on ties between people."""

    prevention: float | None
    connections: float | None


@dataclass(frozen=True, slots=True)
class OptionEfficiency:
    """What follows from what is said of one option; None is undefined or not answered.

    ``cost`` is the part of the yearly cost that this service bears. ``by_agency`` is the annual equivalent of each
    agency's part of the cash flow. ``rated_per_thousand`` are the outputs that are good at least, by those who rated
    them, for each £1,000. What hangs on the score is None without a result.
    """

    option: OptionId
    cost: float | None
    outputs_per_pound: float | None
    unit_cost: float | None
    above_benchmark: float | None
    above_benchmark_share: float | None
    points_per_thousand: float | None
    leverage: Leverage | None
    net_cost: float | None
    by_agency: tuple[tuple[str, float], ...]
    handoffs_removed: int | None
    next_best: NextBest | None
    prevention_spend_share: float | None
    shares: Shares
    ties_gained: float | None
    rated: Rated | None = None
    rated_per_thousand: float | None = None


def efficiency(
    assessment: Assessment, framework: Framework, inputs: ScoringInputs | None, result: Result | None
) -> tuple[OptionEfficiency, ...]:
    """Every option in the order entered; without ``inputs`` and ``result``, what can be said before a score."""
    return tuple(_of_option(o, framework, inputs, result) for o in assessment.options)


def _of_option(
    option: Option, framework: Framework, inputs: ScoringInputs | None, result: Result | None
) -> OptionEfficiency:
    said, figures = option.efficiency, None if result is None else result.option(option.id)
    cost = None if said.yearly_cost is None else said.yearly_cost * said.own_share
    unit_cost = None if cost is None or said.outputs is None else share(cost, said.outputs)
    above = None if unit_cost is None or said.benchmark is None else unit_cost - said.benchmark
    found = rated(said.satisfied, said.rated_by)
    return OptionEfficiency(
        option=option.id,
        cost=cost,
        outputs_per_pound=None
        if said.outputs is None or said.yearly_cost is None
        else share(said.outputs, said.yearly_cost),
        unit_cost=unit_cost,
        above_benchmark=above,
        above_benchmark_share=None if above is None or said.benchmark is None else share(above, said.benchmark),
        points_per_thousand=None if figures is None else _per_thousand(figures, cost),
        leverage=leverage(option),
        net_cost=net_cost(option, framework) if option.cost_answered else None,
        by_agency=_by_agency(option, framework),
        handoffs_removed=_difference(said.handoffs_after, said.handoffs_before),
        next_best=None if figures is None or result is None else next_best(figures, result),
        prevention_spend_share=None
        if said.prevention_spend is None or said.yearly_cost is None
        else share(said.prevention_spend, said.yearly_cost),
        shares=Shares(None, None) if inputs is None else _shares(inputs, option.id),
        ties_gained=None if said.ties_before is None or said.ties_after is None else said.ties_after - said.ties_before,
        rated=found,
        rated_per_thousand=_rated_per_thousand(found, said.outputs, cost),
    )


def _rated_per_thousand(found: Rated | None, outputs: float | None, cost: float | None) -> float | None:
    if found is None or outputs is None or cost is None:
        return None
    return share(outputs * found.at_least * THOUSAND, cost)


def _difference(less: int | None, more: int | None) -> int | None:
    return None if less is None or more is None else more - less


def _per_thousand(figures: OptionResult, cost: float | None) -> float | None:
    """Points for each £1,000 this service spends; of its net cost, where no cost in all is told; None if it is 0."""
    spent = figures.net_cost if cost is None else cost
    return share(figures.points * THOUSAND, spent) if spent > 0 else None


def _by_agency(option: Option, framework: Framework) -> tuple[tuple[str, float], ...]:
    """Pounds a year, a saving negative; together they are the net cost a year."""
    flow = option.cash_flow or ()
    if not flow:
        return ()
    first, last = min(line.year for line in flow), max(line.year for line in flow)
    years = fsum(discount_factors(last, framework)[first:])
    return tuple((a.agency, (a.pays - a.saves) / years + 0.0) for a in flow_figures(flow, framework).agencies)


def next_best(figures: OptionResult, result: Result) -> NextBest | None:
    """Of all other options that cost no more, the one that does most good; the cheaper, then the id, breaks a tie."""
    others = [o for o in result.options if o.id != figures.id and rounded(o.net_cost) <= rounded(figures.net_cost)]
    if not others:
        return None
    best = min(others, key=lambda o: (-rounded(o.points), rounded(o.net_cost), o.id))
    more_points, more_cost = figures.points - best.points, figures.net_cost - best.net_cost
    price = more_cost / more_points if rounded(more_points) > 0 and rounded(more_cost) > 0 else None
    return NextBest(best.id, more_points, more_cost, price)


def _shares(inputs: ScoringInputs, option: OptionId) -> Shares:
    """Losses are left out: a share of what is gained."""
    weights = criterion_weights(inputs, inputs.kind)
    alone = points_by_criterion(inputs, need_weights(inputs, inputs.framework.elasticity.value))[option]
    gains = {c: max(weights[c] * points, 0.0) for c, points in alone.items()}
    whole = fsum(gains.values())
    return Shares(*(share(gains.get(CriterionId(c), 0.0), whole) for c in ("prevention", "connections")))
