"""One option's money over the years: flow and curve, bias, who pays and who saves, and how it is paid for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.money.asking import Ask, Sort
from ...domain.money.editing import own_lines, with_mechanism_lines
from ...domain.money.mechanisms import Mechanism
from ...domain.options import MOST_BIAS, CashFlow, Option
from ...domain.vocabulary import OptionId
from ...i18n import _
from ...scoring.money.flows import option_money
from ...scoring.money.mechanisms import work_out
from ...telling.charts.money.payers import payers
from ...telling.figures import whole_pounds
from ...telling.sentences import option_name
from ..charts.chart_view import ChartCard
from ..fairness.option_bars import explain_link, say_whose
from ..session_model import SessionModel
from ..widgets.basics import Button, Card, Rule, Subtitle, Words
from ..widgets.folding import put_in_reading_order
from ..widgets.segments import Segment, Segments
from .asked_fields import AskedFields
from .flow_part import FlowPart
from .mechanism_part import MechanismPart
from .suggested_field import SuggestedField

IN_THE_YEARS = frozenset({"cash_flow", "mechanism", "optimism_bias", "optimism_bias_source"})
"""Of what is said of an option in the exchange form: what this card asks."""


class OverYearsCard(Card):
    """Shows one option at a time; ``edited`` says that something of it was entered."""

    edited = Signal()
    turned = Signal()
    year_by_year_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.option: OptionId | None = None
        self.whose: Segments | None = None
        self._ordered: tuple[Segments | None, AskedFields | None] = None, None
        self._whose = QWidget()
        self._whose_box = QVBoxLayout(self._whose)
        self._whose_box.setContentsMargins(0, 0, 0, 0)
        self.flow, self.mechanism = FlowPart(session), MechanismPart()
        bias = Ask(Sort.PERCENT, "", 0, MOST_BIAS)
        about = _("Costs of new things mostly turn out higher. It raises every outlay here and never enters the score.")
        self.bias = SuggestedField("optimism_bias", _("Optimism bias on costs, %"), bias, about)
        self.one_sum, self.tell = Words(""), Button(_("Tell it year by year instead"))
        self.explain = explain_link("money", _("money over the years"))
        self.explain.clicked.connect(self._explain)
        self._payers = QVBoxLayout()
        self._lay_out()
        self.bias.edited.connect(self.edited)
        self.mechanism.edited.connect(self.edited)
        self.tell.clicked.connect(self.year_by_year_wanted)

    def _lay_out(self) -> None:
        self.box.addWidget(Subtitle(_("Money over the years")))
        self.box.addWidget(self._whose)
        self._sum_part, self._flow_part = QWidget(), QWidget()
        for part in (self._sum_part, self._flow_part):
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            self.box.addWidget(part)
        sums, flows = self._sum_part.layout(), self._flow_part.layout()
        assert isinstance(sums, QVBoxLayout)
        assert isinstance(flows, QVBoxLayout)
        sums.addWidget(self.one_sum)
        sums.addWidget(self.tell)
        flows.addWidget(self.flow)
        flows.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignLeft)
        flows.addWidget(self.bias)
        flows.addLayout(self._payers)
        self.box.addWidget(Rule())
        self.box.addWidget(self.mechanism)

    def show_options(self) -> None:
        """Show the option chosen, or the first that changes something."""
        now = self._session.assessment
        ids = [o.id for o in now.options]
        if self.option not in ids:
            self.option = next((o.id for o in now.options if not o.baseline), ids[0] if ids else None)
        self.setVisible(self.option is not None)
        self._offer(ids)
        if self.option is None:
            return
        option = now.option(self.option)
        assert self.whose is not None
        self.whose.show_value(option.id)
        as_sum = option.net_cost is not None
        self._sum_part.setVisible(as_sum)
        self._flow_part.setVisible(not as_sum)
        if as_sum:
            said = _("{option} has one sum for every year: {sum}.")
            name = f"{option.id} {option_name(now, option.id)}"
            self.one_sum.setText(said.format(option=name, sum=whole_pounds(option.net_cost or 0.0)))
        self.flow.show_option(option)
        say_whose(self.explain, option.id, _("money over the years"))
        self.explain.setVisible(bool(option.cash_flow) and self._session.result is not None)
        self.bias.show_value(option.optimism_bias, option.optimism_bias_source)
        self.mechanism.show_option(option)
        self._show_payers(option)
        if (self.whose, self.mechanism.fields) != self._ordered:
            self._ordered = self.whose, self.mechanism.fields
            put_in_reading_order(self.box)

    def _explain(self) -> None:
        self.place_wanted.emit(f"figures.{self.option}.money")

    def _offer(self, ids: list[OptionId]) -> None:
        """The letters to choose from, made anew only when they change."""
        if self.whose is not None and list(self.whose.buttons) == ids:
            return
        if self.whose is not None:
            self._whose_box.removeWidget(self.whose)
            self.whose.hide()
            self.whose.deleteLater()
        self.whose = Segments(_("Whose money"), [Segment(i, i) for i in ids], keep=True)
        self._whose_box.addWidget(self.whose)
        self.whose.edited.connect(self._turn_to)

    def _turn_to(self) -> None:
        assert self.whose is not None
        chosen = self.whose.value()
        if chosen is not None:
            self.edited.emit()
            self.option = OptionId(chosen)
            self.show_options()
            self.turned.emit()

    def _show_payers(self, option: Option) -> None:
        found = option_money(option, self._session.framework)
        item = self._payers.itemAt(0)
        card = item.widget() if item is not None else None
        if found is None or len(found.plain.agencies) < 2:
            if card is not None:
                card.hide()
            return
        chart = payers(option.id, found.plain)
        if isinstance(card, ChartCard):
            card.show_chart(chart)
            card.show()
            return
        self._payers.addWidget(ChartCard(chart))

    def focus_on(self, option: OptionId, place: str) -> QWidget:
        """Show that option with the focus on a place of the exchange form; returns what holds it."""
        self.option = option
        self.show_options()
        part, _dot, field = place.partition(".")
        if part == "mechanism":
            return self.mechanism.focus_on(field)
        if part.startswith("optimism"):
            row = self.bias.rows["source" if part.endswith("source") else "figure"]
            row.field.setFocus()
            return row
        grid = self.flow.grid if self._session.assessment.option(option).net_cost is None else self.tell
        grid.setFocus()
        return grid

    def value(self, old: Option) -> Option:
        """The option as entered; the lines of its mechanism follow every change of it."""
        if old.id != self.option:
            return old
        bias, source = self.bias.value(old.optimism_bias)
        mechanism = self.mechanism.value(old.mechanism)
        new = replace(old, optimism_bias=bias, optimism_bias_source=source, mechanism=mechanism)
        if mechanism == old.mechanism or not any(line.by_mechanism for line in old.cash_flow or ()):
            return new
        working = work_out(mechanism)
        return new if working is None else with_working(new, working.lines)


def with_working(option: Option, lines: tuple[CashFlow, ...]) -> Option:
    """The option with what its mechanism works out in its cash flow; a yearly sum gives way to it."""
    return replace(option, net_cost=None, cash_flow=with_mechanism_lines(option.cash_flow or (), lines))


def without_mechanism(option: Option, instead: Mechanism | None) -> Option:
    """The option with another mechanism or none, and without the lines that the old one worked out."""
    flow = option.cash_flow
    return replace(option, mechanism=instead, cash_flow=None if flow is None else own_lines(flow) or None)
