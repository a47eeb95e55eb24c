"""Step 6: what follows?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.progress import Step
from ...domain.readiness import obstacles_to_scoring
from ...domain.short.form import as_asked, still_asked
from ...domain.vocabulary import OptionId
from ...i18n import N_, _
from ...scoring.inputs import scoring_inputs
from ...scoring.result import Result
from ...telling.charts.chart import Chart
from ...telling.charts.gains import gains
from ...telling.charts.plane import plane
from ...telling.charts.prices import frontier
from ...telling.charts.ranks import ranks
from ...telling.charts.tornado import tornado
from ...telling.explaining.case import case
from ...telling.explaining.catalogue import explain
from ...telling.sentences import headline
from ..cards.assessors_card import AssessorsCard
from ..cards.folded_card import FoldedCard
from ..charts.chart_view import ChartCard
from ..fairness.explanation_view import ExplanationView
from ..fairness.figures_card import FiguresTable, FindingsCard, OtherWays, worth_a_look
from ..fairness.in_full import InFull
from ..fairness.kind_card import KindCard, has_headline
from ..fairness.option_bars import OptionBars, explain_link
from ..fairness.says import Says
from ..fairness.what_if_card import WhatIf
from ..form import side_by_side
from ..theme import MEDIUM, SMALL
from ..widgets.basics import Card, Hint, Subtitle, Words, clear
from ..widgets.folding import Fold
from .base import Page


class FairnessPage(Page):
    """A plain sentence first; then bars, floor and focus; who gains; how firm the lead is; every figure explained."""

    step = Step.FAIRNESS
    title = N_("Fairness")
    question = N_("What follows, for whom, and is anyone most in need left worse off?")

    def _build(self) -> None:
        self._caveat = Words("", SMALL, MEDIUM, "amber")
        self.head.addWidget(self._caveat, 0, Qt.AlignmentFlag.AlignBottom)
        self._main, self._explained = QWidget(), ExplanationView()
        self._content = QVBoxLayout(self._main)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(16)
        self.box.addWidget(self._main)
        self.box.addWidget(self._explained)
        self.folded = FoldedCard(self.session)
        self.box.addWidget(self.folded)
        self.box.addStretch(1)
        self._explained.hide()
        self._asked_from: QWidget | None = None
        self._says = Says()
        self._kind: KindCard | None = None
        self._firm = QVBoxLayout()
        self._full = InFull(self.session, self)

    def _connect(self) -> None:
        self.folded.place_wanted.connect(self.place_wanted)
        self.folded.full_form_wanted.connect(self.full_form_wanted)
        self._explained.closed.connect(self._leave_explanation)
        self._full.worked_out.connect(self._show_robustness)

    @property
    def result(self) -> Result | None:
        """The result as far as it is worked out; robustness and switching values come a moment later."""
        return self._full.result or self.session.result

    def refresh(self) -> None:
        self._leave_explanation()
        self.folded.refresh()
        clear(self._content)
        result, now = self.session.result, self.session.assessment
        self._caveat.setVisible(bool(still_asked(now)) and result is not None)
        self._caveat.setText(_("Some effects are not answered: figures may change."))
        if result is None:
            self._content.addWidget(self._not_yet())
            return
        self._show(result)
        self._full.want()

    def show_place(self, where: str) -> None:
        """Open the figure that the place names, as in ``figures.C.score``."""
        if where.startswith("figures.") and self.session.result is not None:
            self.explain(where.removeprefix("figures."))

    def explain(self, figure: str) -> None:
        """Open a figure to its own arithmetic."""
        result = self.result
        assert result is not None
        sender = self.focusWidget()
        self._asked_from = sender if sender is not None and self._main.isAncestorOf(sender) else None
        opened = explain(case(self.session.assessment, self.session.framework, result), figure)
        self._main.hide()
        self._explained.show()
        self._explained.open(opened)
        self.verticalScrollBar().setValue(0)

    def _leave_explanation(self) -> None:
        if self._explained.isHidden():
            return
        self._explained.hide()
        self._main.show()
        if self._asked_from is not None:
            self._asked_from.setFocus()
            self.ensureWidgetVisible(self._asked_from)
        self._asked_from = None

    def _not_yet(self) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("Nothing can be worked out yet")))
        for finding in obstacles_to_scoring(self.session.assessment):
            card.box.addWidget(Words(f"•  {finding.message}"))
        return card

    def _show(self, result: Result) -> None:
        now, framework = self.session.assessment, self.session.framework
        self._says = Says()
        link = explain_link("verdict", _("how firm the lead is"))
        link.clicked.connect(self._explain_verdict)
        self._says.line.addWidget(link)
        self._content.addWidget(self._says)
        self._kind = KindCard(now, framework, result) if has_headline(now, framework) else None
        if self._kind is not None:
            self._kind.place_wanted.connect(self.place_wanted)
            self._content.addWidget(self._kind)
        bars = OptionBars(now, result)
        bars.explanation_wanted.connect(self.explain)
        self._content.addWidget(bars)
        firm = QWidget()
        self._firm = QVBoxLayout(firm)
        self._firm.setContentsMargins(0, 0, 0, 0)
        self._firm.setSpacing(16)
        shown = self._option_to_show(result)
        if shown is None:
            self._content.addWidget(firm)
        else:
            who = self._chart(gains(now, framework, result, shown), f"{shown}.points")
            self._content.addLayout(side_by_side((who, 5), (firm, 4)))
        self._turning = QVBoxLayout()
        self._content.addLayout(self._turning)
        inputs = scoring_inputs(now, framework)
        charts = self._chart(plane(inputs, result), "need_share"), self._chart(frontier(now, result), "frontier")
        self._content.addLayout(side_by_side((charts[0], 1), (charts[1], 1)))
        self._rest(result)
        self._show_robustness()

    def _option_to_show(self, result: Result) -> OptionId | None:
        """The leader; where carrying on as now leads, the best of those that change something."""
        changing = [o.id for o in result.ranked if not self.session.assessment.option(o.id).baseline]
        return changing[0] if changing else None

    def _chart(self, chart: Chart, figure: str) -> ChartCard:
        card = ChartCard(chart, figure)
        card.explanation_wanted.connect(self.explain)
        return card

    def _rest(self, result: Result) -> None:
        found = worth_a_look(result)
        if found:
            findings = FindingsCard(found)
            findings.place_wanted.connect(self.place_wanted)
            self._content.addWidget(findings)
        if self.session.assessment.ratings:
            self._content.addWidget(AssessorsCard(self.session.assessment, self.session.framework))
        self._content.addWidget(self._what_if(result))
        other = OtherWays(result, self.session.assessment.kind)
        other.explanation_wanted.connect(self.explain)
        self._content.addWidget(other)
        self._figures = QVBoxLayout()
        self._content.addLayout(self._figures)

    def _what_if(self, result: Result) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("What if …")))
        card.box.addWidget(Hint(_("Try other judgements. This only looks: nothing here changes the assessment.")))
        inside = WhatIf(self.session)
        inside.show_result(result)
        card.box.addWidget(Fold(_("Sliders"), inside))
        return card

    def _show_robustness(self) -> None:
        """What waits for the draws: the end of the sentence, how firm the lead is, what would turn it, all figures."""
        result = self.result
        if result is None:
            return
        self._says.words.setText(headline(self.session.assessment, result))
        if self._kind is not None:
            self._kind.show_figure(result)
        clear(self._firm)
        clear(self._turning)
        clear(self._figures)
        now = self.session.assessment
        assert now.kind is not None
        framework = as_asked(now.form, self.session.framework)
        firm, turning = ranks(result), tornado(result, framework, now.kind)
        if firm is not None:
            self._firm.addWidget(self._chart(firm, "verdict"))
        elif result.leader is not None:
            waiting = Card()
            waiting.box.addWidget(Subtitle(_("How firm is the lead?")))
            waiting.box.addWidget(Hint(_("Plausible versions are being drawn …")))
            self._firm.addWidget(waiting)
        self._firm.addStretch(1)
        if turning is not None:
            self._turning.addWidget(self._chart(turning, "weight_switches"))
        self._figures.addWidget(self._all_figures(result))

    def _all_figures(self, result: Result) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("All figures")))
        card.box.addWidget(Hint(_("Each figure is a link to its own arithmetic.")))
        table = FiguresTable(result)
        table.explanation_wanted.connect(self.explain)
        card.box.addWidget(table)
        return card

    def _explain_verdict(self) -> None:
        self.explain("verdict")
