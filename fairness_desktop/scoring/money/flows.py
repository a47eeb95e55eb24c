"""A cash flow year by year: how deep it goes, when it comes back, and who pays for what others save.

Years are told as cash, undiscounted: that is what has to be found. Present values are discounted by the framework.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...domain.framework import Framework
from ...domain.money.mechanisms import Borrowing
from ...domain.money.sums import MOST_MONEY, CashFlow
from ...domain.options import Option
from ..rounding import fsum, rounded
from .discounting import discount_factors, net_present_value


@dataclass(frozen=True, slots=True)
class AgencyMoney:
    """What one agency pays and saves, both as present values of 0 or more (pounds); the empty one is the council.

    Its sums of one year are taken together first: a loan that comes in and is spent in the same year is neither.
    """

    agency: str
    pays: float
    saves: float


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """The figures of one cash flow, from year 0 to its last year.

    ``so_far`` adds up ``yearly``. ``payback_year`` is the year from which the sum so far is never again below nought;
    None where it stays below, and where it never was. ``deepest_gap`` is 0 or below, first reached in ``deepest_year``.
    """

    yearly: tuple[float, ...]
    so_far: tuple[float, ...]
    npv: float
    payback_year: int | None
    deepest_gap: float
    deepest_year: int
    agencies: tuple[AgencyMoney, ...]

    @property
    def last_year(self) -> int:
        """The last year of the flow."""
        return len(self.yearly) - 1

    @property
    def never_below(self) -> bool:
        """Whether nothing ever has to be paid back."""
        return self.deepest_gap == 0

    @property
    def stays_below(self) -> bool:
        """Whether what is paid never comes back within the flow."""
        return not self.never_below and self.payback_year is None

    @property
    def turns(self) -> bool:
        """Whether more comes in than goes out in any year: a mere cost never does."""
        return any(rounded(total) > 0 for total in self.yearly)

    @property
    def saves(self) -> float:
        """The present value of all that is saved, agency by agency."""
        return fsum(a.saves for a in self.agencies)

    @property
    def pays(self) -> float:
        """The present value of all that is paid, agency by agency."""
        return fsum(a.pays for a in self.agencies)

    @property
    def falls_to_others(self) -> float | None:
        """The share of what is saved that falls to others than those who pay for it, 0 to 1.

        It is 1 − Σ min(share of the saving, share of the paying) over the agencies: 0 where each saves in proportion
        to what it pays, 1 where none that saves pays. None where nothing is paid or nothing saved.
        """
        if not self.pays or not self.saves:
            return None
        return rounded(1 - fsum(min(a.saves / self.saves, a.pays / self.pays) for a in self.agencies))


def flow_figures(flow: Sequence[CashFlow], framework: Framework) -> FlowFigures:
    """The figures of a flow that has at least one line."""
    yearly = _yearly(flow)
    so_far = tuple(rounded(fsum(yearly[: year + 1])) for year in range(len(yearly)))
    deepest = min(0.0, *so_far)
    return FlowFigures(
        yearly=yearly,
        so_far=so_far,
        npv=net_present_value(tuple(flow), framework) + 0.0,
        payback_year=_payback(so_far),
        deepest_gap=deepest,
        deepest_year=so_far.index(deepest) if deepest else 0,
        agencies=_agencies(flow, discount_factors(len(yearly) - 1, framework)),
    )


def _yearly(flow: Sequence[CashFlow]) -> tuple[float, ...]:
    """Looked at once however many lines there are: a stranger's file may hold a great many."""
    sums: dict[int, list[float]] = {}
    for line in flow:
        sums.setdefault(line.year, []).append(line.amount)
    return tuple(fsum(sums.get(year, ())) for year in range(max(sums) + 1))


def _payback(so_far: tuple[float, ...]) -> int | None:
    below = [year for year, total in enumerate(so_far) if total < 0]
    return below[-1] + 1 if below and below[-1] + 1 < len(so_far) else None


def _agencies(flow: Sequence[CashFlow], factors: list[float]) -> tuple[AgencyMoney, ...]:
    """In the order in which they first stand in the flow."""
    sums: dict[str, dict[int, list[float]]] = {}
    for line in flow:
        sums.setdefault(line.agency.strip(), {}).setdefault(line.year, []).append(line.amount)
    worth = {name: [fsum(own) * factors[year] for year, own in years.items()] for name, years in sums.items()}
    return tuple(
        AgencyMoney(name, -fsum(x for x in of_years if x < 0) + 0.0, fsum(x for x in of_years if x > 0))
        for name, of_years in worth.items()
    )


def biased_flow(option: Option) -> tuple[CashFlow, ...] | None:
    """The cash flow with every outlay raised by the optimism bias; None where no bias is stated, or there is no flow.

    What a loan's own terms fix is not an estimate: its repayments stay as they are.
    """
    if option.optimism_bias is None or not option.cash_flow:
        return None
    fixed = isinstance(option.mechanism, Borrowing)

    def raised(line: CashFlow) -> CashFlow:
        if line.amount >= 0 or (fixed and line.by_mechanism):
            return line
        assert option.optimism_bias is not None
        return replace(line, amount=max(line.amount * (1 + option.optimism_bias / 100), -MOST_MONEY))

    return tuple(raised(line) for line in option.cash_flow)


@dataclass(frozen=True, slots=True)
class OptionMoney:
    """What an option's cash flow comes to as entered, and with its optimism bias where one is stated."""

    plain: FlowFigures
    biased: FlowFigures | None


def option_money(option: Option, framework: Framework) -> OptionMoney | None:
    """The figures of an option's cash flow; None where it has none."""
    if not option.cash_flow:
        return None
    biased = biased_flow(option)
    return OptionMoney(
        flow_figures(option.cash_flow, framework), None if biased is None else flow_figures(biased, framework)
    )
