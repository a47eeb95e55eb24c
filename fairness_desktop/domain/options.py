"""What could be done, and what it would cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..i18n import _
from .errors import InvalidInputError
from .money.efficiency import Efficiency
from .money.mechanisms import Mechanism
from .money.offers import Offer
from .money.sums import MOST_MONEY, CashFlow, check_money
from .trying.care import Care
from .vocabulary import OptionId

__all__ = ["CashFlow", "Option", "check_money"]

MOST_BIAS = 1000
"""Percent; the Green Book's own highest starting value is 200."""

MOST_OFFERS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """One way forward; ``net_cost`` is pounds a year against carrying on as now, a saving being negative.

    Either ``net_cost`` or ``cash_flow`` is given, never both. ``delivery`` says who would run it and never
    enters the score; nor does anything said of money beside these two. ``optimism_bias`` is the percentage by which
    outlays may turn out higher. ``council_resource`` (pounds) is what the council puts in beside the ``offers``, of
    which an hour is worth ``hour_value`` pounds. ``care`` says how it could be tried, stopped and undone.
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
    offers: tuple[Offer, ...] = ()
    council_resource: float | None = None
    hour_value: float | None = None
    hour_value_source: str = ""
    optimism_bias: float | None = None
    optimism_bias_source: str = ""
    mechanism: Mechanism | None = None
    efficiency: Efficiency = field(default_factory=Efficiency)
    care: Care = field(default_factory=Care)

    def __post_init__(self) -> None:
        check_money("net_cost", self.net_cost)
        if self.net_cost is not None and self.cash_flow is not None:
            raise InvalidInputError("cash_flow", _("give either net_cost or cash_flow, not both"))
        for name, sum_ in (("council_resource", self.council_resource), ("hour_value", self.hour_value)):
            if sum_ is not None and not 0 <= sum_ <= MOST_MONEY:
                raise InvalidInputError(name, _("must be from 0 to 10,000,000,000,000 pounds"))
        if self.optimism_bias is not None and not 0 <= self.optimism_bias <= MOST_BIAS:
            raise InvalidInputError("optimism_bias", _("must be from 0 to 1000 percent"))
        if len(self.offers) > MOST_OFFERS:
            raise InvalidInputError("offers", _("has more than 20 entries; put small ones together"))

    @property
    def cost_answered(self) -> bool:
        """Whether it is known what the option costs."""
        return self.net_cost is not None or bool(self.cash_flow)

    @property
    def in_short(self) -> str:
        """The name for grids and bars."""
        return self.short_name or self.name
