"""Any mechanism worked out, once all that it needs is answered."""

from __future__ import annotations

from functools import singledispatch

from ...domain.errors import InvalidInputError
from ...domain.money.asking import still_open
from ...domain.money.mechanisms import (
    AssetTransfer,
    Borrowing,
    CostCutting,
    Endowment,
    Mechanism,
    Overhead,
    Partnership,
    SocialImpactBond,
)
from .lending import borrowing, endowment, social_impact_bond
from .releasing import asset_transfer, cost_cutting, overhead, partnership
from .working import Working


def work_out(mechanism: Mechanism | None) -> Working | None:
    """What it comes to; None where there is none, something needed is not answered yet, or it is beyond all measure."""
    if mechanism is None or still_open(mechanism):
        return None
    try:
        return _worked_out(mechanism)
    except InvalidInputError:  # a sum that no council handles: a rate or a number of years is a slip of the finger
        return None


@singledispatch
def _worked_out(mechanism: object) -> Working:
    raise TypeError(mechanism)


_worked_out.register(CostCutting, cost_cutting)
_worked_out.register(Overhead, overhead)
_worked_out.register(AssetTransfer, asset_transfer)
_worked_out.register(Borrowing, borrowing)
_worked_out.register(Partnership, partnership)
_worked_out.register(SocialImpactBond, social_impact_bond)
_worked_out.register(Endowment, endowment)
