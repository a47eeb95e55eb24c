"""Step 6: what follows?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...domain.progress import Step
from ...domain.readiness import obstacles_to_scoring
from ...domain.vocabulary import Floor, Kind, label
from ...i18n import N_, _
from ...scoring.result import OptionResult, Result
from ...telling.figures import percent, ratio, signed, whole_pounds
from ...telling.sentences import headline, option_name
from ..charts.need_chart import NeedChart, need_bars
from ..charts.score_bars import ScoreBar, scale_for
from ..theme import BODY, BOLD, MEDIUM, SEMIBOLD, SENTENCE, SMALL, current
from ..widgets.basics import Card, FloorMark, Hint, LetterBadge, Rule, Subtitle, Words, clear, floor_words
from .base import Page


class FairnessPage(Page):
    """A plain sentence first; then bars, floor and focus; who gains and loses; everything else in a table."""

    step = Step.FAIRNESS
    title = N_("Fairness")
    question = N_("What follows, for whom, and is anyone most in need left worse off?")

    def _build(self) -> None:
        self._caveat = Words("", SMALL, MEDIUM, "amber")
        self.head.addWidget(self._caveat, 0, Qt.AlignmentFlag.AlignBottom)
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self.box.addLayout(self._content)
        self.box.addStretch(1)

    def refresh(self) -> None:
        clear(self._content)
        result, now = self.session.result, self.session.assessment
        self._caveat.setVisible(bool(now.unanswered) and result is not None)
        self._caveat.setText(_("Some effects are not answered: figures may change."))
        if result is None:
            self._content.addWidget(self._not_yet())
            return
        self._content.addWidget(_Says(headline(now, result)))
        self._content.addWidget(self._bars(result))
        narrow = current().scale > 1.3
        pair: QVBoxLayout | QHBoxLayout = QVBoxLayout() if narrow else QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self._who(result), 3)
        pair.addWidget(self._kinds(result), 2)
        self._content.addLayout(pair)
        self._content.addWidget(self._table(result))

    def _not_yet(self) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("Nothing can be worked out yet")))
        for finding in obstacles_to_scoring(self.session.assessment):
            card.box.addWidget(Words(f"•  {finding.message}"))
        return card

    def _bars(self, result: Result) -> Card:
        card = Card()
        card.setAccessibleName(_("Fairness score by option"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        stacked = current().scale > 1.3
        axis = scale_for([o.score for o in result.options] + [o.unweighted_score for o in result.options])
        if not stacked:
            heads = (_("Option"), "", _("Against carrying on as now"), _("Score"), _("Floor"), _("Focus ratio"))
            for column, words in enumerate(heads):
                grid.addWidget(Words(words, SMALL, SEMIBOLD, "muted"), 0, column)
            grid.setColumnStretch(1, 4)
            grid.setColumnStretch(2, 6)
        for i, option in enumerate(result.ranked):
            self._bar_row(grid, 1 + 2 * i, option, result, axis, stacked=stacked)
        card.box.addLayout(grid)
        card.box.addWidget(Rule())
        card.box.addWidget(
            Hint(
                _(
                    "Solid bar: weighted by need. Ring: every person counted alike. "
                    "The scale shown runs from {low} to {high}; scores can run from −100 to +100."
                ).format(low=signed(axis[0], 0), high=signed(axis[1], 0))
            )
        )
        return card

    def _bar_row(
        self,
        grid: QGridLayout,
        row: int,
        option: OptionResult,
        result: Result,
        axis: tuple[float, float],
        *,
        stacked: bool,
    ) -> None:
        leads = option.id == result.leader
        name = option_name(self.session.assessment, option.id) + (_(" – leads") if leads else "")
        name += "" if option.feasible else _(" – not feasible")
        bar = ScoreBar(option.score, axis, unweighted=option.unweighted_score, leads=leads, grid=True)
        score = Words(signed(option.score), BODY, BOLD)
        score.setWordWrap(False)
        floor = _floor(option)
        focus = Words(ratio(option.focus_ratio), BODY, BOLD)
        badge = LetterBadge(option.id, leads=leads)
        title = Words(name, SMALL if not stacked else BODY, SEMIBOLD if leads else MEDIUM)
        if not stacked:
            for column, widget in enumerate((badge, title, bar, score, floor, focus)):
                grid.addWidget(widget, row, column)
            return
        grid.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, row, 1, 1, 2)
        grid.addWidget(floor, row, 3)
        grid.addWidget(bar, row + 1, 1)
        grid.addWidget(score, row + 1, 2)
        grid.addWidget(Words(_("focus {ratio}").format(ratio=ratio(option.focus_ratio)), SMALL), row + 1, 3)
        grid.setColumnStretch(1, 1)

    def _who(self, result: Result) -> Card:
        card = Card()
        changing = [o.id for o in result.ranked if not self.session.assessment.option(o.id).baseline]
        if not changing:
            card.box.addWidget(Words(_("No option changes anything yet.")))
            return card
        leader = changing[0]
        card.box.addWidget(Subtitle(_("Who gains, who loses under {id}").format(id=leader)))
        card.box.addWidget(Hint(_("Mean effect on one person, by need; how many gain, how many lose.")))
        bars = need_bars(self.session.assessment, self.session.framework, result, leader)
        card.box.addWidget(NeedChart(bars))
        return card

    def _kinds(self, result: Result) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("Were it another kind of decision")))
        card.box.addWidget(Hint(_("The leading option under the weights of each kind.")))
        grid = QGridLayout()
        for row, kind in enumerate(Kind):
            leader = result.leader_by_kind[kind]
            ours = kind is self.session.assessment.kind
            grid.addWidget(Words(label(kind), SMALL, SEMIBOLD if ours else MEDIUM), row, 0)
            grid.addWidget(Words(leader or "–", BODY, BOLD), row, 1)
            grid.addWidget(Hint(_("this decision") if ours else ""), row, 2)
        grid.setColumnStretch(0, 1)
        card.box.addLayout(grid)
        card.box.addWidget(Rule())
        card.box.addWidget(Words(_("Worst-off first (leximin)"), SMALL, SEMIBOLD))
        card.box.addWidget(Words(" › ".join(result.leximin) or "–"))
        card.box.addWidget(Words(_("What one more point costs (frontier)"), SMALL, SEMIBOLD))
        steps = [
            s.option if s.price_per_point is None else f"{s.option} {_price(s.price_per_point)}"
            for s in result.frontier
        ]
        card.box.addWidget(Words(" › ".join(steps)))
        card.box.addStretch(1)
        return card

    def _table(self, result: Result) -> Card:
        card = Card()
        card.box.addWidget(Subtitle(_("All figures")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        rows = _figure_rows(result)
        for column, option in enumerate(result.options):
            grid.addWidget(Words(option.id, SMALL, BOLD), 0, column + 1, Qt.AlignmentFlag.AlignRight)
        for row, (caption, figures) in enumerate(rows, 1):
            grid.addWidget(Words(caption, SMALL), row, 0)
            for column, figure in enumerate(figures):
                words = Words(figure, SMALL, MEDIUM)
                words.setWordWrap(False)
                words.setAccessibleName(f"{caption}, {result.options[column].id}: {figure}")
                grid.addWidget(words, row, column + 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        card.box.addLayout(grid)
        return card


def _figure_rows(result: Result) -> list[tuple[str, list[str]]]:
    """Every figure of every option, by name, in words."""
    options = result.options
    return [
        (_("Points"), [signed(o.points) for o in options]),
        (_("Score, weighted by need"), [signed(o.score) for o in options]),
        (_("Score, every person alike"), [signed(o.unweighted_score) for o in options]),
        (_("Fairness premium"), [signed(o.fairness_premium) for o in options]),
        (_("Floor"), [label(o.floor) for o in options]),
        (_("Floor at worst"), [label(o.worst_case_floor) for o in options]),
        (_("Share of the gain for those most in need"), [percent(o.benefit_share) for o in options]),
        (_("Focus ratio"), [ratio(o.focus_ratio) for o in options]),
        (_("Share of the loss on those most in need"), [percent(o.burden_share) for o in options]),
        (_("Burden ratio"), [ratio(o.burden_ratio) for o in options]),
        (_("Equally distributed equivalent, change"), [f"{signed(o.ede_change_percent, 2)} %" for o in options]),
        (_("Net cost a year"), [whole_pounds(o.net_cost) for o in options]),
    ]


def _price(price: float) -> str:
    return _("£{price:,.2f} a point").format(price=price)


def _floor(option: OptionResult) -> QWidget:
    """The floor, and at worst where that is another."""
    widget = QWidget()
    box = QGridLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setVerticalSpacing(0)
    box.addWidget(FloorMark(option.floor, 18), 0, 0)
    box.addWidget(floor_words(option.floor, SMALL), 0, 1)
    if option.worst_case_floor is not option.floor:
        worst: Floor = option.worst_case_floor
        box.addWidget(FloorMark(worst, 16), 1, 0)
        words = Words(_("at worst {floor}").format(floor=label(worst)), SMALL, SEMIBOLD, worst.value)
        words.setWordWrap(False)
        box.addWidget(words, 1, 1)
    box.setColumnStretch(1, 1)
    return widget


class _Says(QWidget):
    """The result in one plain sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 8, 16, 8)
        box.addWidget(Words(sentence, SENTENCE, SEMIBOLD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("tint"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setBrush(current().colour("accent"))
        painter.drawRoundedRect(0, 0, 4, self.height(), 2, 2)
