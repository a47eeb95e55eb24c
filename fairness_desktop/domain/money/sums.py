"""Sums of pounds, and one sum in one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...i18n import _
from ..errors import InvalidInputError

MOST_MONEY = 1e13
"""Pounds; a sum beyond it is a slip of the finger."""

LAST_YEAR = 1000


def check_money(where: str, amount: float | None) -> None:
    """Refuse a sum of pounds that no council handles."""
    if amount is not None and not abs(amount) <= MOST_MONEY:
        raise InvalidInputError(where, _("must be from −10,000,000,000,000 to 10,000,000,000,000 pounds"))


@dataclass(frozen=True, slots=True)
class CashFlow:
    """One sum in one year: an outlay is negative, a saving or an income positive (pounds).

    An empty ``agency`` is the council that decides. ``by_mechanism`` marks a line that a mechanism worked out.
    """

    year: int
    agency: str
    amount: float
    extra: Mapping[str, object] = field(default_factory=dict)
    by_mechanism: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.year <= LAST_YEAR:
            raise InvalidInputError("year", _("must be a whole number from 0 to 1000"))
        check_money("amount", self.amount)
