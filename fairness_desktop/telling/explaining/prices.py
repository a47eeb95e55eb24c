"""Money opened: what an option costs a year, whether it is feasible, and what one more point costs."""

from __future__ import annotations

from itertools import pairwise

from ...domain.options import CashFlow
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.money import discount_factors, net_present_value
from ...scoring.rounding import fsum
from ..figures import UNDEFINED, pounds
from .case import Case
from .sums import points
from .tree import Explanation, Rows, exact


def net_cost(case: Case, option: OptionId) -> Explanation:
    """Pounds a year: as given, or what a cash flow comes to."""
    cost, flow = case.result.option(option).net_cost, case.assessment.option(option).cash_flow
    title = _("Net cost of {id}, pounds a year").format(id=option)
    meaning = _("What the option costs the council a year; a saving is negative.")
    if not flow:
        return Explanation(f"{option}.net_cost", title, exact(cost), meaning, _("as entered"))
    factors = discount_factors(max(c.year for c in flow), case.framework)
    first = min(c.year for c in flow)
    value = net_present_value(flow, case.framework)
    return Explanation(
        figure=f"{option}.net_cost",
        title=title,
        value=exact(cost),
        meaning=meaning,
        formula=_("−NPV ÷ Σ discount factors over the years of the flow"),
        filled=f"{exact(cost)} = −({exact(value)}) ÷ {exact(fsum(factors[first:]))}",
        table=flow_table(flow, factors, value),
    )


def flow_table(flow: tuple[CashFlow, ...], factors: list[float], value: float) -> Rows:
    """Every line of a flow with what it is worth in year 0."""
    rows = tuple(
        (f"{c.year} {c.agency}".strip(), exact(c.amount), exact(factors[c.year]), exact(c.amount * factors[c.year]))
        for c in flow
    )
    header = (_("Year and agency"), _("amount"), _("discount factor"), _("present value"))
    return Rows(header, rows, (_("Sum (NPV)"), "", "", exact(value)))


def feasible(case: Case, option: OptionId) -> Explanation:
    """Whether it saves enough and stays under the cap."""
    figures, now = case.result.option(option), case.assessment
    saving = UNDEFINED if now.required_saving is None else pounds(now.required_saving)
    cap = UNDEFINED if now.budget_cap is None else pounds(now.budget_cap)
    return Explanation(
        figure=f"{option}.feasible",
        title=_("Is {id} feasible?").format(id=option),
        value=_("yes") if figures.feasible else _("no"),
        meaning=_("An option that is not feasible is shown, never ranked."),
        formula=_("net cost ≤ −required saving, and net cost ≤ budget cap"),
        filled=_("net cost {cost}, required saving {saving}, budget cap {cap}").format(
            cost=pounds(figures.net_cost), saving=saving, cap=cap
        ),
        parts=(net_cost(case, option),),
    )


def frontier(case: Case) -> Explanation:
    """What one more point costs, from each option on the frontier to the next."""
    steps = case.result.frontier
    kept = [case.result.option(s.option) for s in steps]
    rows = [(kept[0].id, exact(kept[0].net_cost), exact(kept[0].points), UNDEFINED)] if kept else []
    for (before, after), step in zip(pairwise(kept), steps[1:], strict=True):
        price = f"{exact(after.net_cost - before.net_cost)} ÷ {exact(after.points - before.points)}"
        price += f" = {exact(step.price_per_point)}"
        rows.append((after.id, exact(after.net_cost), exact(after.points), price))
    return Explanation(
        figure="frontier",
        title=_("Efficient frontier"),
        value=" › ".join(s.option for s in steps),
        meaning=_("The options that buy most for their cost, cheapest first, and what each further point costs."),
        formula=_("price = difference in net cost ÷ difference in points, £ a point"),
        table=Rows((_("Option"), _("net cost"), _("points T"), _("£ a point")), tuple(rows)),
        parts=tuple(points(case, o.id) for o in kept),
    )
