"""What one more point costs: options by cost and points, the efficient frontier through the best of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from ...domain.assessment import Assessment
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ..figures import UNDEFINED, pounds, signed, whole_pounds
from .chart import Chart, Figures
from .naming import listed, option_called
from .pictures.frontier import FrontierPicture, Limit, Step
from .pictures.plot import Spot


def frontier(assessment: Assessment, result: Result) -> Chart:
    """Net cost a year to the right, points upwards; what is feasible ends at dashed lines."""
    prices = {s.option: s.price_per_point for s in result.frontier}
    spots = tuple(Spot(o.id, o.net_cost, o.points, o.id == result.leader, not o.feasible) for o in result.ranked)
    steps = tuple(
        Step(before.option, after.option, _price(after.price_per_point)) for before, after in pairwise(result.frontier)
    )
    return Chart(
        title=_("What one more point costs"),
        caption=_("The line joins the options that buy most for their cost; the steeper it is, the cheaper the point."),
        in_words=_in_words(assessment, result, steps),
        table=Figures(
            (_("Option"), _("Net cost a year"), _("Points"), _("One more point"), _("Feasible")),
            tuple(_row(assessment, option, prices) for option in result.ranked),
            frozenset({1, 2, 3}),
        ),
        picture=FrontierPicture(spots, steps, _limits(assessment)),
    )


def _price(price: float | None) -> str:
    return UNDEFINED if price is None else pounds(round(price, 2))


def _row(assessment: Assessment, option: OptionResult, prices: Mapping[OptionId, float | None]) -> tuple[str, ...]:
    name = f"{option.id}  {option_called(assessment, option.id)}"
    price = _("off the line")
    if option.id in prices:
        price = _("cheapest") if prices[option.id] is None else _price(prices[option.id])
    feasible = _("yes") if option.feasible else _("no")
    return name, pounds(round(option.net_cost, 2)), signed(option.points), price, feasible


def _limits(assessment: Assessment) -> tuple[Limit, ...]:
    """The highest net costs that are allowed, each with why."""
    saving, cap = assessment.required_saving, assessment.budget_cap
    limits = []
    if saving is not None:
        said = _("saving of {sum}") if saving > 0 else _("cost of at most {sum}")
        limits.append(Limit(-saving, said.format(sum=whole_pounds(abs(saving)))))
    if cap is not None:
        limits.append(Limit(cap, _("cap of {sum}").format(sum=whole_pounds(cap))))
    return tuple(limits)


def _in_words(assessment: Assessment, result: Result, steps: tuple[Step, ...]) -> str:
    first = result.option(result.frontier[0].option)
    told = [
        _("Cheapest is {id}, at {cost} a year with {points} points.").format(
            id=first.id, cost=whole_pounds(first.net_cost), points=signed(first.points)
        )
    ]
    told += [
        _("From {before} to {after} one more point costs {price}.").format(
            before=s.before, after=s.after, price=s.price
        )
        for s in steps
    ]
    on = {s.option for s in result.frontier}
    told += [_off_the_line(o) for o in result.ranked if o.id not in on]
    told += [_("The limit is a {limit}.").format(limit=limit.told) for limit in _limits(assessment)]
    beyond = [str(o.id) for o in result.ranked if not o.feasible]
    if beyond:
        told.append(_("Not feasible: {ids}.").format(ids=listed(beyond)))
    return " ".join(told)


def _off_the_line(option: OptionResult) -> str:
    return _("{id}, off the line, costs {cost} a year with {points} points.").format(
        id=option.id, cost=whole_pounds(option.net_cost), points=signed(option.points)
    )
