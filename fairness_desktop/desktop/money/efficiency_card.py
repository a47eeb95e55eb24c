"""Good use of money: the crude test and the wide one side by side, and the figures they are made from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.money.efficiency import Efficiency, SharedCost
from ...domain.options import Option
from ...domain.vocabulary import Kind, OptionId
from ...i18n import _
from ...scoring.inputs import scoring_inputs
from ...scoring.money.efficiency import efficiency
from ...telling.charts.chart import Figures
from ...telling.money.efficiency import beside, both_tests, question
from ...telling.quality import rated_sentence
from ...telling.sentences import option_name
from ..charts.chart_view import ChartTable
from ..fairness.option_bars import explain_link, say_whose
from ..form import Row, side_by_side
from ..session_model import SessionModel
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Card, Hint, Subtitle, Words, clear
from ..widgets.folding import Fold
from ..widgets.inputs import NumberLine, TextLine
from .asked_fields import AskedFields

_ALWAYS = ("outputs", "unit", "yearly_cost", "prevention_spend", "ties_measure", "ties_before", "ties_after")
_OF_KIND = {
    Kind.INVOLVEMENT: ("satisfied", "rated_by"),
    Kind.TECHNICAL: ("benchmark", "benchmark_source"),
    Kind.JOINED_UP: ("handoffs_before", "handoffs_after"),
}


class EfficiencyCard(Card):
    """Asks of the option that is shown above only what its kind of decision can use."""

    edited = Signal()
    place_wanted = Signal(str)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.option: OptionId | None = None
        self._question = Words("", weight=MEDIUM)
        self._tests, self._beside = QVBoxLayout(), QVBoxLayout()
        self.fields = AskedFields(Efficiency)
        self.rated = Words("", SMALL)
        self.service, self.share = TextLine(most=300), NumberLine(unit="%")
        self.service_row = Row(_("Another service that shares the cost"), self.service)
        self.share_row = Row(_("Its share, %"), self.share)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.fields)
        column.addWidget(self.rated)
        column.addLayout(side_by_side((self.service_row, 2), (self.share_row, 1)))
        self.fold = Fold(_("Its figures"), inside)
        self.box.addWidget(Subtitle(_("Good use of money")))
        self.box.addWidget(Hint(_("Outputs for the money are the crude test; beside it stands the one that fits.")))
        self.box.addWidget(self._question)
        self.box.addLayout(self._tests)
        self.explain = explain_link("efficiency", _("good use of money"))
        self.explain.clicked.connect(self._explain)
        self.box.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addLayout(self._beside)
        self.box.addWidget(self.fold)
        for edits in (self.fields, self.service, self.share):
            edits.edited.connect(self.edited)

    def show_option(self, option: OptionId | None) -> None:
        """Show both tests for all options, and the figures of that one."""
        now, kind = self._session.assessment, self._session.assessment.kind
        self.option = option
        self.setVisible(option is not None)
        if option is None:
            return
        self._question.setText(_("Say first which kind of decision it is.") if kind is None else question(kind))
        self._show_tests(kind)
        shown = now.option(option)
        said = shown.efficiency
        say_whose(self.explain, option, _("good use of money"))
        self.explain.setVisible(kind is not None and self._session.result is not None)
        wanted = (*_ALWAYS, *_OF_KIND.get(kind, ())) if kind is not None else _ALWAYS
        answered = [name for name in self.fields.rows if getattr(said, name) not in (None, "")]
        self.fields.lay_out((*wanted, *answered))
        self.fields.show_value(said)
        self.rated.setText(rated_sentence(said.satisfied, said.rated_by))
        self.rated.setVisible(bool(self.rated.text()))
        first = said.shared_by[0] if said.shared_by else SharedCost()
        self.service.show_value(first.service)
        if not self.share_row.error:
            self.share.show_number(first.percent)
        state = _("nothing answered yet") if said.blank else _("answered in part or whole")
        self.fold.say(f"{option} {option_name(now, option)}: {state}")

    def _explain(self) -> None:
        self.place_wanted.emit(f"figures.{self.option}.efficiency")

    def _show_tests(self, kind: Kind | None) -> None:
        clear(self._tests)
        clear(self._beside)
        if kind is None:
            return
        now, framework, result = self._session.assessment, self._session.framework, self._session.result
        inputs = None if result is None else scoring_inputs(now, framework)
        rows = efficiency(now, framework, inputs, result)
        self._tests.addWidget(ChartTable(both_tests(now, rows, kind)))
        if any(not o.efficiency.blank for o in now.options):
            figures: Figures = beside(now, rows)
            title = _("Who shares the cost, what prevents, what ties people")
            self._beside.addWidget(Fold(title, ChartTable(figures), title))

    def value(self, old: Option) -> Option:
        """The option with its figures as entered."""
        if old.id != self.option:
            return old
        said = self.fields.value(old.efficiency)
        return replace(old, efficiency=self.share_row.read(partial(self._with_share, said), said))

    def _with_share(self, said: Efficiency) -> Efficiency:
        """The first of the services that share the cost; others are left as they are."""
        before = said.shared_by[0] if said.shared_by else SharedCost()
        first = replace(before, service=self.service.value(), percent=self.share.number())
        shared = () if first == SharedCost() else (first,)
        return said if shared == said.shared_by[:1] else replace(said, shared_by=(*shared, *said.shared_by[1:]))

    def focus_on(self, option: OptionId, place: str) -> QWidget:
        """Open the figures of that option with the focus on a field of the exchange form."""
        self.show_option(option)
        self.fold.set_open(opened=True)
        return self.fields.focus_on(place.partition(".")[2])
