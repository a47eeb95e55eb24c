"""Whether an option is safe to fail: what could be lost at worst, against a cap, and the floor at worst."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.framework import Framework
from ...domain.options import Option
from ...domain.vocabulary import Floor
from .flows import option_money

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Safety:
    """``loss`` is the most that could be lost, ``cap`` what may be lost (pounds), ``floor`` that at worst.

    ``cap_is_own`` where the framework sets none, so that the cap written for the option itself is taken. ``safe`` is
    None while something of it is not known.
    """

    loss: float | None
    cap: float | None
    cap_is_own: bool
    floor: Floor | None
    safe: bool | None


def safety(option: Option, framework: Framework, worst_case_floor: Floor | None) -> Safety:
    """Safe to fail: not RED at worst, and no more lost at worst than the cap.

    Where the framework sets a cap, a loss at which the option is stopped whatever happens limits what can be lost.
    """
    loss, own, cap = worst_loss(option, framework), option.care.loss_cap, framework.loss_cap
    if cap is not None and loss is not None and own is not None:
        loss = min(loss, own)
    cap_is_own = cap is None
    cap = own if cap is None else cap
    safe = None
    if worst_case_floor is Floor.RED:
        safe = False
    elif loss is not None and cap is not None and worst_case_floor is not None:
        safe = loss <= cap
    return Safety(loss, cap, cap_is_own, worst_case_floor, safe)


def worst_loss(option: Option, framework: Framework) -> float | None:
    """The most that could be lost, in pounds: the dear end of every range, and the cost of undoing it.

    Of a cash flow it is the deepest gap, with its optimism bias where one is stated. Of a cost a year it is what is
    spent until it is undone, a year's at least. A worst cost of a year that is stated wins where it is higher.
    """
    if option.baseline or not option.cost_answered:
        return None
    care = option.care
    spent = max(0.0, _gap(option, framework), _until_undone(option))
    return spent + (care.undo_cost or 0.0)


def _gap(option: Option, framework: Framework) -> float:
    money = option_money(option, framework)
    return 0.0 if money is None else -(money.biased or money.plain).deepest_gap


def _until_undone(option: Option) -> float:
    yearly = option.net_cost or 0.0
    if yearly > 0:
        yearly *= 1 + (option.optimism_bias or 0.0) / 100
    years = max(1.0, (option.care.undo_months or 0.0) / MONTHS)
    return max(yearly, option.care.worst_cost or 0.0) * years
