"""What each option costs, asked beside the options: in the short form the step of money is folded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...domain.assessment import Assessment
from ...domain.options import Option
from ...domain.short.form import is_short
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.money import net_cost
from ...telling.sentences import option_name
from ..cards.cost_field import Limits
from ..session_model import SessionModel
from ..widgets.basics import Card, Hint, Subtitle
from .cost_row import Cost


class ShortCosts(Card):
    """A yearly sum an option, the baseline's being nothing; only in the short form."""

    edited = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.costs: dict[OptionId, Cost] = {}
        self.box.addWidget(Subtitle(_("Net cost of each option, pounds a year")))
        about = _("Against carrying on as now; a saving is negative. Costs by year are in the full form, or in step 5.")
        self.box.addWidget(Hint(about))

    def refresh(self) -> None:
        """Show what the session says, a row for each option but the baseline."""
        now = self._session.assessment
        asked = [o for o in now.options if not o.baseline]
        self.setVisible(is_short(now) and bool(asked))
        for gone in [i for i in self.costs if i not in [o.id for o in asked]]:
            cost = self.costs.pop(gone)
            self.box.removeWidget(cost)
            cost.hide()
            cost.deleteLater()
        sums = {o.id: self._net_cost(o) for o in asked}
        limits = Limits(now.required_saving, now.budget_cap, max([*(abs(c) for c in sums.values() if c), 1.0]))
        for option in asked:
            name = option_name(now, option.id)
            if option.id not in self.costs:
                self._new(option, name)
            self.costs[option.id].show_option(option, sums[option.id], limits, name)
            self.costs[option.id].field.instead.hide()

    def value(self, now: Assessment) -> Assessment:
        """The assessment with the sums entered."""
        for option in now.options:
            if option.id in self.costs:
                now = now.with_option(self.costs[option.id].value(option))
        return now

    def focus_on(self, option: OptionId) -> QWidget | None:
        """Put the focus on the sum of an option; None where it is not asked here."""
        cost = self.costs.get(option)
        if cost is not None:
            cost.field.setFocus()
        return cost

    def _new(self, option: Option, name: str) -> None:
        cost = Cost(option, name)
        cost.field.edited.connect(self.edited)
        self.costs[option.id] = cost
        self.box.addWidget(cost)
        cost.show()

    def _net_cost(self, option: Option) -> float | None:
        return net_cost(option, self._session.framework) if option.cost_answered else None
