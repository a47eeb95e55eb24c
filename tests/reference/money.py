"""Discounting, and what a cash flow costs a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import Any

Schedule = Sequence[tuple[int | None, float]]


def rate(schedule: Schedule, year: int) -> float:
    """The discount rate of a year: that of the first band that reaches it."""
    return next(rate for to_year, rate in schedule if to_year is None or to_year >= year)


def discount_factors(schedule: Schedule, last: int) -> list[float]:
    """f(0) = 1, f(t) = f(t − 1) ÷ (1 + rate of t), up to the last year."""
    factors = [1.0]
    for year in range(1, last + 1):
        factors.append(factors[-1] / (1 + rate(schedule, year)))
    return factors


def net_present_value(schedule: Schedule, flow: Sequence[Mapping[str, Any]]) -> float:
    """NPV of a cash flow, as seen from year 0."""
    factors = discount_factors(schedule, max(entry["year"] for entry in flow))
    return fsum(entry["amount"] * factors[entry["year"]] for entry in flow)


def annual_equivalent(schedule: Schedule, flow: Sequence[Mapping[str, Any]]) -> float:
    """−NPV ÷ Σ discount factors over the years of the flow, from its first to its last: a net cost a year."""
    years = [entry["year"] for entry in flow]
    factors = discount_factors(schedule, max(years))
    return -net_present_value(schedule, flow) / fsum(factors[min(years) :])
