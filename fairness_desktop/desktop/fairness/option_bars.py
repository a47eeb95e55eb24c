"""Options side by side: score as a bar from nought, floor and focus beside it, each figure open to explanation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.vocabulary import Floor, OptionId, label
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ...telling.figures import ratio, signed
from ...telling.sentences import option_name
from ..charts.score_bars import Bar, ScoreBar, scale_for
from ..theme import BODY, BOLD, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Card, FloorMark, Hint, LetterBadge, Rule, Words


def explain_link(figure: str, name: str) -> Button:
    """A link that asks for an explanation; ``figure`` is its name, ``name`` how it is heard."""
    button = Button(_("Explain"), "link")
    button.setProperty("figure", figure)
    button.setAccessibleName(_("Explain: {figure}").format(figure=name))
    return button


def say_whose(link: Button, option: OptionId, about: str) -> None:
    """Have a link say whose figures it explains; ``about`` is heard after it."""
    said = _("Explain the figures of {id}").format(id=option)
    link.setText(said)
    link.setAccessibleName(f"{said}: {about}")


class OptionBars(Card):
    """A row an option, ranked; one under another where letters are large."""

    explanation_wanted = Signal(str)

    def __init__(self, assessment: Assessment, result: Result, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assessment, self._result = assessment, result
        self.setAccessibleName(_("Fairness score by option"))
        self._stacked = current().scale > 1.3
        self._axis = scale_for([o.score for o in result.options] + [o.unweighted_score for o in result.options])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        if not self._stacked:
            self._heads()
        for i, option in enumerate(result.ranked):
            (self._row_stacked if self._stacked else self._row)(1 + 2 * i, option)
        self.box.addLayout(self._grid)
        self.box.addWidget(Rule())
        self.box.addWidget(Hint(self._legend()))

    def _heads(self) -> None:
        heads = (_("Option"), "", _("Against carrying on as now"), _("Score"), _("Floor"), _("Focus ratio"))
        for column, words in enumerate(heads):
            self._grid.addWidget(Words(words, SMALL, SEMIBOLD, "muted"), 0, column)
        self._grid.setColumnStretch(1, 4)
        self._grid.setColumnStretch(2, 5)

    def _legend(self) -> str:
        return _(
            "Solid bar: weighted by need. Ring: every person counted alike. "
            "The scale shown runs from {low} to {high}; scores can run from −100 to +100. "
            "Each underlined figure opens to its own arithmetic."
        ).format(low=signed(self._axis[0], 0), high=signed(self._axis[1], 0))

    def _row(self, row: int, option: OptionResult) -> None:
        parts = (self._badge(option), self._name(option), self._bar(option), self._score(option))
        for column, widget in enumerate((*parts, self._floor(option), self._focus(option))):
            self._grid.addWidget(widget, row, column)

    def _row_stacked(self, row: int, option: OptionResult) -> None:
        self._grid.addWidget(self._badge(option), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._name(option), row, 1, 1, 2)
        self._grid.addWidget(self._floor(option), row, 3)
        self._grid.addWidget(self._bar(option), row + 1, 1)
        self._grid.addWidget(self._score(option), row + 1, 2)
        self._grid.addWidget(self._focus(option, _("focus {ratio}")), row + 1, 3)
        self._grid.setColumnStretch(1, 1)

    def _badge(self, option: OptionResult) -> LetterBadge:
        return LetterBadge(option.id, leads=option.id == self._result.leader)

    def _name(self, option: OptionResult) -> Words:
        leads = option.id == self._result.leader
        name = option_name(self._assessment, option.id) + (_(" – leads") if leads else "")
        name += "" if option.feasible else _(" – not feasible")
        return Words(name, BODY if self._stacked else SMALL, SEMIBOLD if leads else MEDIUM)

    def _bar(self, option: OptionResult) -> ScoreBar:
        leads = option.id == self._result.leader
        return ScoreBar(Bar(option.score, self._axis, option.unweighted_score, leads=leads, grid=True))

    def _score(self, option: OptionResult) -> Button:
        told = signed(option.score)
        return self._figure(told, f"{option.id}.score", _("score of {id}, {told}").format(id=option.id, told=told))

    def _focus(self, option: OptionResult, worded: str = "{ratio}") -> Button:
        told = ratio(option.focus_ratio)
        name = _("focus ratio of {id}, {told}").format(id=option.id, told=told)
        return self._figure(worded.format(ratio=told), f"{option.id}.focus_ratio", name)

    def _figure(self, told: str, figure: str, name: str) -> Button:
        link = explain_link(figure, name)
        link.setText(told)
        link.setFont(current().font(BODY, BOLD))
        link.clicked.connect(self._explain)
        return link

    def _explain(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.explanation_wanted.emit(str(sender.property("figure")))

    def _floor(self, option: OptionResult) -> QWidget:
        """The floor, and at worst where that is another; the word is the link."""
        widget = QWidget()
        box = QGridLayout(widget)
        box.setContentsMargins(0, 0, 0, 0)
        box.setVerticalSpacing(0)
        box.addWidget(FloorMark(option.floor, 18), 0, 0)
        name = _("floor of {id}, {floor}").format(id=option.id, floor=label(option.floor))
        link = explain_link(f"{option.id}.floor", name)
        link.setText(label(option.floor))
        link.clicked.connect(self._explain)
        box.addWidget(link, 0, 1, Qt.AlignmentFlag.AlignLeft)
        if option.worst_case_floor is not option.floor:
            worst: Floor = option.worst_case_floor
            box.addWidget(FloorMark(worst, 16), 1, 0)
            words = Words(_("at worst {floor}").format(floor=label(worst)), SMALL, SEMIBOLD, worst.value)
            words.setWordWrap(False)
            box.addWidget(words, 1, 1, 1, 2)
        box.setColumnStretch(2, 1)
        return widget
