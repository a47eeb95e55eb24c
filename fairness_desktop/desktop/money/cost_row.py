"""The row of one option among the yearly costs: its letter, its name, its sum."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.options import Option
from ..cards.cost_field import CostField, Limits
from ..form import Row
from ..widgets.basics import LetterBadge, Rule


class Cost(QWidget):
    """The row of one option; ``yearly_sum_wanted`` where it has a cash flow and a single sum is wanted instead."""

    yearly_sum_wanted = Signal()

    def __init__(self, option: Option, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.field = CostField()
        self.row = Row(_short(name), self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Rule())
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(LetterBadge(option.id, 26), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.row, 1)
        box.addLayout(across)
        self.field.yearly_sum_wanted.connect(self.yearly_sum_wanted)

    def show_option(self, option: Option, cost: float | None, limits: Limits, name: str) -> None:
        """Show what the session says, but never over what was refused."""
        self.option = option
        self.row.call_it(_short(name))
        self.field.call_it(f"{option.id} {name}")
        if option.cash_flow and cost is not None:
            self.field.show_flow(option.cash_flow, cost, limits)
        elif self.row.error:
            self.field.show_limits(limits)
        else:
            self.field.show_cost(cost, limits)

    def value(self, old: Option) -> Option:
        """The option with its net cost as entered; one with a cash flow is left as it is."""
        return old if old.cash_flow else self.row.read(partial(self._with_cost, old), old)

    def _with_cost(self, option: Option) -> Option:
        number = self.field.line.number()
        return replace(option, net_cost=number, cash_flow=option.cash_flow if number is None else None)


def _short(name: str) -> str:
    return name if len(name) <= 90 else name[:89].rsplit(" ", 1)[0] + " …"
