"""All figures of all options in one table; each is a link to its own arithmetic. And what does not fit together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ...domain.findings import Finding, Severity
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ...telling.figures import UNDEFINED, percent, ratio, signed, whole_pounds
from ..theme import BODY, BOLD, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Card, Hint, Rule, Subtitle, Words
from ..widgets.finding_line import FindingLine
from .kind_card import OF_KIND
from .option_bars import explain_link

_LARGE, _ABREAST = 1.5, 4
"""From this size of text on, so many options fit side by side."""


def figures_of(option: OptionResult, result: Result) -> tuple[tuple[str, str, str], ...]:
    """Every figure of an option: its name in ``score --json``, what it is called, and how it is told."""
    drawn = result.robustness
    shares = (
        (
            "rank_acceptability",
            _("Ranks first, share of versions"),
            UNDEFINED if drawn is None else percent(drawn.first_share(option.id)),
        ),
        (
            "red_share",
            _("Floor RED, share of versions"),
            UNDEFINED if drawn is None else percent(drawn.red_share[option.id]),
        ),
    )
    return (
        ("rank", _("Rank"), str(option.rank or UNDEFINED)),
        ("points", _("Points"), signed(option.points)),
        ("score", _("Score, weighted by need"), signed(option.score)),
        ("unweighted_score", _("Score, every person alike"), signed(option.unweighted_score)),
        ("fairness_premium", _("Fairness premium"), signed(option.fairness_premium)),
        ("floor", _("Floor"), label(option.floor)),
        ("worst_case_floor", _("Floor at worst"), label(option.worst_case_floor)),
        ("benefit_share", _("Share of the gain for those most in need"), percent(option.benefit_share)),
        ("focus_ratio", _("Focus ratio"), ratio(option.focus_ratio)),
        ("burden_share", _("Share of the loss on those most in need"), percent(option.burden_share)),
        ("burden_ratio", _("Burden ratio"), ratio(option.burden_ratio)),
        (
            "ede_change_percent",
            _("Equally distributed equivalent, change"),
            f"{signed(option.ede_change_percent, 2)} %",
        ),
        *shares,
        ("net_cost", _("Net cost a year"), whole_pounds(option.net_cost)),
        ("feasible", _("Feasible"), _("yes") if option.feasible else _("no")),
    )


class FiguresTable(QWidget):
    """A row a figure, a column an option; in large text a part for every four options, one under the other."""

    explanation_wanted = Signal(str)

    def __init__(self, result: Result, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        abreast = _ABREAST if current().scale >= _LARGE else len(result.options)
        for first in range(0, len(result.options), abreast):
            self._add_part(result, result.options[first : first + abreast])

    def _add_part(self, result: Result, options: tuple[OptionResult, ...]) -> None:
        """These options side by side, under what is there already."""
        right, top = Qt.AlignmentFlag.AlignRight, self._grid.rowCount()
        for column, option in enumerate(options, 1):
            self._grid.addWidget(Words(option.id, SMALL, BOLD), top, column, right)
            for row, (figure, caption, told) in enumerate(figures_of(option, result), top + 1):
                if column == 1:
                    self._grid.addWidget(Words(caption, SMALL), row, 0)
                link = explain_link(f"{option.id}.{figure}", f"{caption}, {option.id}: {told}")
                link.setText(told)
                link.clicked.connect(self._explain)
                self._grid.addWidget(link, row, column, right)

    def _explain(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.explanation_wanted.emit(str(sender.property("figure")))


class OtherWays(Card):
    """The leader under each kind's weights, worst-off first, and what one more point costs."""

    explanation_wanted = Signal(str)

    def __init__(self, result: Result, kind: Kind | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titled(_("Were it another kind of decision"), "leader_by_kind")
        self.box.addWidget(Hint(_("The leading option under the weights of each kind.")))
        grid = QGridLayout()
        for row, each in enumerate(Kind):
            ours = each is kind
            grid.addWidget(Words(label(each), SMALL, SEMIBOLD if ours else MEDIUM), row, 0)
            grid.addWidget(Words(result.leader_by_kind[each] or UNDEFINED, BODY, BOLD), row, 1)
            grid.addWidget(Hint(_("this decision") if ours else ""), row, 2)
        grid.setColumnStretch(0, 1)
        self.box.addLayout(grid)
        self.box.addWidget(Rule())
        self._titled(_("Worst-off person first (leximin)"), "leximin")
        self.box.addWidget(Words(" › ".join(result.leximin) or UNDEFINED))
        self.box.addStretch(1)

    def _titled(self, title: str, figure: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Subtitle(title), 1)
        link = explain_link(figure, title)
        link.clicked.connect(self._explain)
        line.addWidget(link)
        self.box.addLayout(line)

    def _explain(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.explanation_wanted.emit(str(sender.property("figure")))


class FindingsCard(Card):
    """What does not fit together, or hangs by a thread; each leads to its place."""

    place_wanted = Signal(str)

    def __init__(self, findings: tuple[Finding, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box.addWidget(Subtitle(_("What to look at before relying on this")))
        for finding in findings:
            line = FindingLine(finding)
            line.place_wanted.connect(self.place_wanted)
            self.box.addWidget(line)


def worth_a_look(result: Result) -> tuple[Finding, ...]:
    """The findings that are no gaps in the form, which stand in the panel, nor of the kind, which have a card."""
    return tuple(f for f in result.findings if f.severity is not Severity.ERROR and f.code not in OF_KIND)
