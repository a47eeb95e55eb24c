"""A cash flow as it is typed: one sum for a year and an agency, the lines of a mechanism left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .sums import CashFlow

Flow = tuple[CashFlow, ...]


def own_lines(flow: Iterable[CashFlow]) -> Flow:
    """The lines that somebody entered."""
    return tuple(line for line in flow if not line.by_mechanism)


def sum_of(flow: Flow, year: int, agency: str) -> float | None:
    """What was entered for a year and an agency; None where nothing was."""
    found = [line.amount for line in own_lines(flow) if (line.year, line.agency) == (year, agency)]
    return sum(found) if found else None


def with_sum(flow: Flow, year: int, agency: str, amount: float | None) -> Flow:
    """The flow with that sum for the year and the agency, None for none; of several lines the first takes it up."""
    here = [line for line in flow if not line.by_mechanism and (line.year, line.agency) == (year, agency)]
    if amount is None:
        return tuple(line for line in flow if line not in here)
    if not here:
        return _in_order((*flow, CashFlow(year, agency, amount)))
    first = here[0]
    taken = replace(first, amount=amount - sum(line.amount for line in here[1:]))
    at = flow.index(first)
    return (*flow[:at], taken, *flow[at + 1 :])


def with_mechanism_lines(flow: Iterable[CashFlow], lines: Flow) -> Flow:
    """The flow with the lines that a mechanism works out now in the place of those it worked out before."""
    return (*own_lines(flow), *lines)


def renamed(flow: Flow, agency: str, name: str) -> Flow:
    """The flow with an agency under another name; two of one name become one."""
    return tuple(replace(x, agency=name) if x.agency == agency and not x.by_mechanism else x for x in flow)


def _in_order(flow: Flow) -> Flow:
    """What was entered by year, then what the mechanism worked out."""
    return (*sorted(own_lines(flow), key=_year), *(line for line in flow if line.by_mechanism))


def _year(line: CashFlow) -> int:
    return line.year
