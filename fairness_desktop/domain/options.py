"""What could be done, and what it would cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .errors import InvalidInputError
from .vocabulary import OptionId

MOST_MONEY = 1e13
"""Pounds; a sum beyond it is a slip of the finger."""

LAST_YEAR = 1000


def check_money(where: str, amount: float | None) -> None:
    """Refuse a sum of pounds that no council handles."""
    if amount is not None and not abs(amount) <= MOST_MONEY:
        raise InvalidInputError(where, _("must be from −10,000,000,000,000 to 10,000,000,000,000 pounds"))


@dataclass(frozen=True, slots=True)
class CashFlow:
    """One sum in one year: an outlay is negative, a saving or an income positive (pounds)."""

    year: int
    agency: str
    amount: float
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 0 <= self.year <= LAST_YEAR:
            raise InvalidInputError("year", _("must be a whole number from 0 to 1000"))
        check_money("amount", self.amount)


@dataclass(frozen=True, slots=True)
class Option:
    """One way forward; ``net_cost`` is pounds a year against carrying on as now, a saving being negative.

    Either ``net_cost`` or ``cash_flow`` is given, never both. ``delivery`` says who would run it and never
    enters the score.
    """

    id: OptionId
    name: str = ""
    baseline: bool = False
    net_cost: float | None = None
    cash_flow: tuple[CashFlow, ...] | None = None
    short_name: str = ""
    description: str = ""
    delivery: str = ""
    from_outside: bool | None = None
    offered_by: str = ""
    pilot: bool | None = None
    undo: str = ""
    stop_rule: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_money("net_cost", self.net_cost)
        if self.net_cost is not None and self.cash_flow is not None:
            raise InvalidInputError("cash_flow", _("give either net_cost or cash_flow, not both"))

    @property
    def cost_answered(self) -> bool:
        """Whether it is known what the option costs."""
        return self.net_cost is not None or bool(self.cash_flow)

    @property
    def in_short(self) -> str:
        """The name for grids and bars."""
        return self.short_name or self.name
