"""Step 5: what it costs, and what it saves."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.errors import InvalidInputError
from ...domain.money.asking import answered
from ...domain.money.editing import Flow
from ...domain.money.mechanisms import OF_KIND, MechanismKind, kind_of
from ...domain.options import CashFlow, Option, check_money
from ...domain.progress import Step
from ...domain.vocabulary import Form, OptionId
from ...exchange.pasting.flows import Pasted
from ...i18n import N_, _
from ...scoring.money import net_cost
from ...scoring.money.mechanisms import work_out
from ...telling.figures import whole_pounds
from ...telling.sentences import option_name
from ..cards.cost_field import Limits
from ..form import Row, side_by_side
from ..money.cost_row import Cost
from ..money.efficiency_card import EfficiencyCard
from ..money.flow_part import pasted_in_words
from ..money.over_years_card import IN_THE_YEARS, OverYearsCard, with_working, without_mechanism
from ..widgets.basics import Card, Hint, Subtitle, Words
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
        self.over = OverYearsCard(self.session)
        self.box.addWidget(self.over)
        self.efficiency = EfficiencyCard(self.session)
        self.box.addWidget(self.efficiency)
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
        self.over.edited.connect(self.commit)
        self.over.turned.connect(self._show_efficiency)
        self.efficiency.edited.connect(self.commit)
        for card in (self.over, self.efficiency):
            card.place_wanted.connect(self.place_wanted)
        self.over.year_by_year_wanted.connect(self._tell_years)
        self.over.flow.changed_to.connect(self._put_flow)
        self.over.flow.pasted.connect(self._put_pasted)
        self.over.mechanism.chosen.connect(self._choose_mechanism)
        self.over.mechanism.taken_out.connect(self._take_mechanism_out)
        self.over.mechanism.put_in.connect(self._put_mechanism_in)

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
        self.over.show_options()
        self._show_efficiency()

    def _show_efficiency(self) -> None:
        self.efficiency.show_option(self.over.option)

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
                new = new.with_option(self.efficiency.value(self.over.value(self.costs[option.id].value(option))))
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

    def _shown(self) -> Option:
        """The option whose years are shown, with all that was entered."""
        self.commit()
        assert self.over.option is not None
        return self.session.assessment.option(self.over.option)

    def _keep(self, option: Option, said: str = "") -> None:
        """Make it that, and offer the way back where something gives way."""
        if self.session.change(self.session.assessment.with_option(option)) and said:
            self.undo_offer.offer(said)
            self.ensureWidgetVisible(self.undo_offer)

    def _tell_years(self) -> None:
        option = self._shown()
        line = CashFlow(0, "", -(option.net_cost or 0.0) + 0.0)
        said = _("The yearly sum of option {id} stands in year 0 now.").format(id=option.id)
        self._keep(replace(option, net_cost=None, cash_flow=(line,)), said)

    def _put_flow(self, flow: Flow) -> None:
        self._keep(replace(self._shown(), net_cost=None, cash_flow=flow))

    def _put_pasted(self, found: Pasted) -> None:
        option = self._shown()
        kept = tuple(line for line in option.cash_flow or () if line.by_mechanism)
        self._keep(replace(option, net_cost=None, cash_flow=(*found.lines, *kept)), pasted_in_words(found))

    def _choose_mechanism(self, kind: str) -> None:
        option, wanted = self._shown(), MechanismKind(kind)
        if option.mechanism is not None and kind_of(option.mechanism) is wanted:
            return
        said = ""
        if option.mechanism is not None and answered(option.mechanism):
            said = _("Option {id} is paid for in another way; what was entered of the old one is gone.")
        self._keep(without_mechanism(option, OF_KIND[wanted]()), said.format(id=option.id))

    def _take_mechanism_out(self) -> None:
        option = self._shown()
        said = _("The mechanism of option {id} is taken out, with what it worked out.").format(id=option.id)
        self._keep(without_mechanism(option, None), said)

    def _put_mechanism_in(self) -> None:
        option = self._shown()
        working = work_out(option.mechanism)
        if working is not None:
            said = ""
            if option.net_cost is not None:
                said = _("The yearly sum of option {id} gives way to the cash flow.").format(id=option.id)
            self._keep(with_working(option, working.lines), said)

    def show_place(self, where: str) -> None:
        options = self.session.assessment.options
        at, _dot, field = where.removeprefix("options[").partition("].")
        if where in self.rows:
            self.limits.set_open(opened=True)
            self.rows[where].field.setFocus()
            self.ensureWidgetVisible(self.rows[where])
        elif at.isdigit() and int(at) < len(options) and re.split(r"[.\[]", field)[0] in IN_THE_YEARS:
            self.ensureWidgetVisible(self.over.focus_on(options[int(at)].id, field))
        elif at.isdigit() and int(at) < len(options) and field.startswith("efficiency"):
            self.over.option = options[int(at)].id
            self.over.show_options()
            self.ensureWidgetVisible(self.efficiency.focus_on(options[int(at)].id, field))
        elif at.isdigit() and int(at) < len(options):
            cost = self.costs[options[int(at)].id]
            cost.field.setFocus()
            self.ensureWidgetVisible(cost)


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
