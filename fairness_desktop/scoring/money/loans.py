"""Loans: what is paid each year, and what of it is interest. One payment at the end of each year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.money.mechanisms import LoanMethod
from ..rounding import fsum


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment: interest on what was owed, and the part of the loan paid back; ``owed`` is what is left."""

    year: int
    payment: float
    interest: float
    principal: float
    owed: float


def annuity(worth: float, rate: float, years: int) -> float:
    """The same sum at the end of each of so many years that is worth ``worth`` now, at ``rate`` percent a year.

    Σ of the discount factors, divided year by year: the same digits on every machine, and no exception at rate 0.
    """
    factors, factor = [], 1.0
    for _year in range(years):
        factor /= 1 + rate / 100
        factors.append(factor)
    return worth / fsum(factors)


def instalments(principal: float, rate: float, years: int, method: LoanMethod) -> tuple[Instalment, ...]:
    """Every payment of a loan in turn; after the last nothing is owed."""
    return tuple(_pay_back(principal, rate, years, method))


def _pay_back(principal: float, rate: float, years: int, method: LoanMethod) -> Iterator[Instalment]:
    owed = principal
    level = annuity(principal, rate, years)
    for year in range(1, years + 1):
        interest = owed * rate / 100
        if year == years:
            part = owed
        else:
            part = {
                LoanMethod.ANNUITY: level - interest,
                LoanMethod.EQUAL_PRINCIPAL: principal / years,
                LoanMethod.MATURITY: 0.0,
            }[method]
        owed = owed - part if year < years else 0.0
        yield Instalment(year, interest + part, interest, part, owed)
