"""Step 5: what it costs, and what it saves."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import InvalidInputError
from ...domain.options import Option, check_money
from ...domain.progress import Step
from ...domain.vocabulary import Form, OptionId
from ...i18n import N_, _
from ...scoring.money import net_cost
from ...telling.figures import whole_pounds
from ...telling.sentences import option_name
from ..cards.cost_field import CostField, Limits
from ..form import Row, side_by_side
from ..widgets.basics import Card, Hint, LetterBadge, Rule, Subtitle, Words
from ..widgets.folding import Fold, UndoOffer, fit_to_width, put_in_reading_order
from ..widgets.inputs import NumberLine
from .base import Page


class MoneyPage(Page):
    """What must be saved and may be spent, and the yearly net cost of every option against carrying on as now."""

    step = Step.MONEY
    title = N_("Money")
    question = N_("What does it cost, and what does it save, against carrying on as now?")

    def _build(self) -> None:
        fit_to_width(self)
        self.costs: dict[OptionId, Cost] = {}
        self.saving, self.cap = NumberLine(unit="£"), NumberLine(unit="£")
        self.undo_offer = UndoOffer()
        self._limits_card()
        self.box.addWidget(self.undo_offer)
        self._costs_card()
        self.box.addStretch(1)

    def _limits_card(self) -> None:
        self.rows = {
            "required_saving": Row(_("Saving required, pounds a year"), self.saving),
            "budget_cap": Row(_("Most it may cost, pounds a year"), self.cap),
        }
        about = _("Both against carrying on as now. Leave a field empty where there is no such limit.")
        for field in (self.saving, self.cap):
            field.setPlaceholderText(_("£: no limit set"))
            field.setAccessibleDescription(about)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(side_by_side((self.rows["required_saving"], 1), (self.rows["budget_cap"], 1)))
        column.addWidget(Hint(about))
        self.limits = Fold(_("Limits"), inside)
        card = Card()
        card.box.addWidget(self.limits)
        self.box.addWidget(card)
        self.limits.set_open(opened=self.session.assessment.form is not Form.SHORT)

    def _costs_card(self) -> None:
        card = Card()
        card.box.addWidget(Subtitle(_("Net cost of each option, pounds a year")))
        about = _("A saving is negative. Drawn to one scale: a saving to the left of the line, a cost to the right.")
        card.box.addWidget(Hint(about))
        self._dashed = Hint(_("The dashed line is the most that can be afforded."))
        card.box.addWidget(self._dashed)
        self._list = card.box
        self.none = Words(_("There is no option yet. Name them on the page before."), colour="muted")
        card.box.addWidget(self.none)
        self.box.addWidget(card)

    def _connect(self) -> None:
        self.saving.edited.connect(self.commit)
        self.cap.edited.connect(self.commit)
        self.undo_offer.undone.connect(self.session.undo)

    def refresh(self) -> None:
        now = self.session.assessment
        self.undo_offer.hide()
        self.none.setVisible(not now.options)
        if not self.rows["required_saving"].error:
            self.saving.show_number(now.required_saving)
        if not self.rows["budget_cap"].error:
            self.cap.show_number(now.budget_cap)
        self.limits.say(_limits_in_words(now))
        for gone in [i for i in self.costs if i not in [o.id for o in now.options]]:
            cost = self.costs.pop(gone)
            self._list.removeWidget(cost)
            cost.hide()
            cost.deleteLater()
        limits = self._limits(now)
        self._dashed.setVisible(limits.most is not None)
        for option in now.options:
            if option.id not in self.costs:
                self._new_cost(option)
            self.costs[option.id].show_option(option, self._net_cost(option), limits, option_name(now, option.id))

    def _limits(self, now: Assessment) -> Limits:
        sums = [abs(c) for c in map(self._net_cost, now.options) if c is not None]
        sums += [abs(x) for x in (now.required_saving, now.budget_cap) if x is not None]
        return Limits(now.required_saving, now.budget_cap, max([*sums, 1.0]))

    def _net_cost(self, option: Option) -> float | None:
        return net_cost(option, self.session.framework) if option.cost_answered else None

    def _new_cost(self, option: Option) -> None:
        cost = Cost(option, option_name(self.session.assessment, option.id))
        cost.field.edited.connect(self.commit)
        cost.yearly_sum_wanted.connect(self._take_out_flow)
        self.costs[option.id] = cost
        self._list.addWidget(cost)
        cost.show()
        put_in_reading_order(self.box)

    def commit(self) -> None:
        now = self.session.assessment
        saving = self.rows["required_saving"].read(self._saving, now.required_saving)
        cap = self.rows["budget_cap"].read(partial(_sum, self.cap), now.budget_cap)
        new = replace(now, required_saving=saving, budget_cap=cap)
        for option in now.options:
            if option.id in self.costs:
                new = new.with_option(self.costs[option.id].value(option))
        self.session.change(new)

    def _saving(self) -> float | None:
        saving = _sum(self.saving)
        if saving is not None and saving < 0:
            raise InvalidInputError("", _("Write the saving without a minus."))
        return saving

    def _take_out_flow(self) -> None:
        cost = self.sender()
        if not isinstance(cost, Cost):
            return
        self.commit()
        now = self.session.assessment
        option = now.option(cost.option.id)
        if self.session.change(now.with_option(replace(option, cash_flow=None, net_cost=None))):
            self.undo_offer.offer(_("The cash flow of option {id} is taken out.").format(id=option.id))
            cost.field.line.setFocus()

    def show_place(self, where: str) -> None:
        options = self.session.assessment.options
        at, _dot, _field = where.removeprefix("options[").partition("].")
        if where in self.rows:
            self.limits.set_open(opened=True)
            self.rows[where].field.setFocus()
            self.ensureWidgetVisible(self.rows[where])
        elif at.isdigit() and int(at) < len(options):
            cost = self.costs[options[int(at)].id]
            cost.field.setFocus()
            self.ensureWidgetVisible(cost)


class Cost(QWidget):
    """The row of one option."""

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
        return replace(option, net_cost=self.field.line.number())


def _short(name: str) -> str:
    return name if len(name) <= 90 else name[:89].rsplit(" ", 1)[0] + " …"


def _sum(line: NumberLine) -> float | None:
    amount = line.number()
    check_money("amount", amount)
    return amount


def _limits_in_words(now: Assessment) -> str:
    parts = []
    if now.required_saving is not None:
        parts.append(_("must save {sum} a year").format(sum=whole_pounds(now.required_saving)))
    if now.budget_cap is not None:
        parts.append(_("may cost {sum} a year at most").format(sum=whole_pounds(now.budget_cap)))
    return ", ".join(parts) or _("none set")
