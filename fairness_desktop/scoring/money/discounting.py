"""Discounting: what an option costs a year, and which options the council can afford."""

from __future__ import annotations

from ...domain.framework import Framework
from ...domain.options import CashFlow, Option
from ..rounding import fsum, rounded


def discount_factors(last_year: int, framework: Framework) -> list[float]:
    """What a pound in each year from 0 to ``last_year`` is worth in year 0, by the framework's schedule.

    Divided year by year: unlike a power, that gives the same digits on every machine, and they enter the seed.
    """
    factors = [1.0]
    for year in range(1, last_year + 1):
        rate = next(b.rate for b in framework.discount if b.to_year is None or year <= b.to_year)
        factors.append(factors[-1] / (1 + rate))
    return factors


def discount_factor(year: int, framework: Framework) -> float:
    """What a pound in that year is worth in year 0; year 0 is undiscounted."""
    return discount_factors(year, framework)[year]


def net_present_value(flow: tuple[CashFlow, ...], framework: Framework) -> float:
    """What a flow is worth in year 0: outlays negative, savings and incomes positive (pounds)."""
    factors = discount_factors(max((c.year for c in flow), default=0), framework)
    return fsum(c.amount * factors[c.year] for c in flow)


def net_cost(option: Option, framework: Framework) -> float:
    """Pounds a year; of a cash flow, its annual equivalent: −NPV ÷ Σ discount factors over the years of the flow.

    The years of a flow are those from its first to its last, those without a sum included.
    """
    if option.net_cost is not None:
        return float(option.net_cost)
    flow = option.cash_flow or ()
    if not flow:
        return 0.0
    first, last = min(c.year for c in flow), max(c.year for c in flow)
    return -net_present_value(flow, framework) / fsum(discount_factors(last, framework)[first:]) + 0.0


def feasible(cost: float, required_saving: float | None, budget_cap: float | None) -> bool:
    """Whether a net cost saves as much as is required and stays under the cap (pounds a year).

    Compared as told, to 6 decimals: an annual equivalent of exactly the cap is within it.
    """
    saves_enough = required_saving is None or rounded(cost) <= rounded(-required_saving)
    within_cap = budget_cap is None or rounded(cost) <= rounded(budget_cap)
    return saves_enough and within_cap
