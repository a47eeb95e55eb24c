"""What an option costs a year, and which options the council can afford."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ..domain.framework import Framework
from ..domain.options import Option
from .rounding import fsum


def discount_factor(year: int, framework: Framework) -> float:
    """What a pound in that year is worth in year 0, by the framework's schedule; year 0 is undiscounted."""
    factor = 1.0
    schedule = cast(list[Mapping[str, Any]], cast(Mapping[str, Any], framework.document["discount"])["schedule"])
    begun = 0
    for band in schedule:
        last = year if band["to_year"] is None else min(year, int(band["to_year"]))
        if last > begun:
            factor /= (1 + float(band["rate"])) ** (last - begun)
            begun = last
    return factor


def net_cost(option: Option, framework: Framework) -> float:
    """Pounds a year; of a cash flow, its annual equivalent: −NPV ÷ Σ discount factors over the years of the flow."""
    if option.net_cost is not None:
        return float(option.net_cost)
    flow = option.cash_flow or ()
    if not flow:
        return 0.0
    present = fsum(c.amount * discount_factor(c.year, framework) for c in flow)
    years = range(min(c.year for c in flow), max(c.year for c in flow) + 1)
    return -present / fsum(discount_factor(year, framework) for year in years) + 0.0


def feasible(cost: float, required_saving: float | None, budget_cap: float | None) -> bool:
    """Whether a net cost saves as much as is required and stays under the cap (pounds a year)."""
    saves_enough = required_saving is None or cost <= -required_saving
    within_cap = budget_cap is None or cost <= budget_cap
    return saves_enough and within_cap
