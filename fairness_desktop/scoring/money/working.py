"""What a mechanism works out to: lines for the cash flow, figures, and a table year by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import TypeVar

from ...domain.money.sums import CashFlow

Answer = TypeVar("Answer")

Lines = Iterable[tuple[int, str, float]]


@dataclass(frozen=True, slots=True)
class Working:
    """``lines`` are for the cash flow, those of nought left out. ``figures`` are told by name; None is undefined.

    ``rows`` begin with the year; ``columns`` name what stands after it.
    """

    lines: tuple[CashFlow, ...]
    figures: Mapping[str, float | None]
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[float, ...]], ...]


def flow_lines(lines: Lines) -> tuple[CashFlow, ...]:
    """Lines that a mechanism worked out: by year, one for each agency in a year, to the penny."""
    totals: dict[tuple[int, str], float] = {}
    for year, agency, amount in lines:
        totals[year, agency] = totals.get((year, agency), 0.0) + amount
    pence = {place: round(amount, 2) + 0.0 for place, amount in totals.items()}
    years = sorted({year for year, _agency in pence})
    return tuple(
        CashFlow(year, agency, amount, by_mechanism=True)
        for wanted in years
        for (year, agency), amount in pence.items()
        if year == wanted and amount
    )


def known(answer: Answer | None) -> Answer:
    """An answer that is there: nothing is worked out before all that is needed is answered."""
    assert answer is not None
    return answer


def share(part: float, whole: float) -> float | None:
    """A part of a whole; None where there is no whole, or so little that no number holds what comes of it."""
    quotient = part / whole if whole else inf
    return quotient if isfinite(quotient) else None
