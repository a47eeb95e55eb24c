"""Mechanisms answered in full, to start from."""

from __future__ import annotations

from fairness_desktop.domain.money.mechanisms import (
    AssetTransfer,
    Borrowing,
    CostCutting,
    Endowment,
    LoanMethod,
    Mechanism,
    Overhead,
    Partnership,
    SocialImpactBond,
)
from fairness_desktop.domain.money.sums import CashFlow
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import OptionId
from fairness_desktop.scoring.money.mechanisms import work_out
from fairness_desktop.scoring.money.working import Working

LOAN = Borrowing(principal=100_000, rate=5, years=15, method=LoanMethod.ANNUITY)
CUT = CostCutting(budget=500_000, cut=20, targeted=25, one_off=60_000, years=4)
OVERHEAD = Overhead(
    targets_before=80, targets_after=40, cost_per_target=1_500, managers_before=12, managers_after=6,
    cost_per_manager=55_000, peer_quality=40_000, one_off=120_000, years=3,
)  # fmt: skip
HALL = AssetTransfer(
    taker="Hall trust", value=180_000, price=1, running_cost=22_000, income_lost=6_000, earns=30_000, support=8_000,
    support_years=2, years=5,
)  # fmt: skip
PARTNER = Partnership(
    partner="Play co-op", contract=40_000, raises=25_000, costs=62_000, set_up=10_000, saves=18_000, saves_for="NHS",
    years=3,
)  # fmt: skip
BOND = SocialImpactBond(
    target="200 young people in work after a year", investors="Social fund", investment=1_000_000, rate=5,
    bonus=100_000, first_payment=3, payments=1, chance=60, saves=300_000, saves_for="DWP", saves_years=5,
)  # fmt: skip
GIFT = Endowment(giver="A bequest", capital=100_000, rate=4, draw=4_000, growth=0, years=30)

ALL: tuple[Mechanism, ...] = (LOAN, CUT, OVERHEAD, HALL, PARTNER, BOND, GIFT)


def worked(mechanism: Mechanism) -> Working:
    found = work_out(mechanism)
    assert found is not None
    return found


def line(year: int, amount: float, agency: str = "") -> CashFlow:
    return CashFlow(year, agency, amount)


def with_flow(*lines: CashFlow, bias: float | None = None, mechanism: Mechanism | None = None) -> Option:
    return Option(OptionId("B"), "B", cash_flow=lines, optimism_bias=bias, mechanism=mechanism)
