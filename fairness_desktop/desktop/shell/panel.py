"""Fairness so far: leader, floor, focus and what is missing, always in sight and following every change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.findings import Finding, gaps
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ...telling.figures import ratio, signed
from ...telling.sentences import floor_sentence, option_name
from ..charts.score_bars import ScoreBar, scale_for
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD, SMALL, TITLE, current
from ..widgets.basics import Button, FloorMark, Hint, LetterBadge, Mark, Rule, Subtitle, Words, floor_words
from ..widgets.marks import triangle_with_mark

MOST_GAPS = 5


class Panel(QScrollArea):
    """The panel beside every page; built anew from the session on each change."""

    place_wanted = Signal(str)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(_("Fairness so far"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the session again."""
        sheet = _Sheet()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(Subtitle(_("Fairness so far")))
        result = self._session.result
        if result is None:
            box.addWidget(Words(_("Nothing can be worked out yet."), BODY, SEMIBOLD))
            box.addWidget(Hint(_("It appears here as soon as there are groups, options and a kind of decision.")))
        else:
            self._figures(box, result)
        self._gaps(box, gaps(self._session.assessment))
        box.addStretch(1)
        self.setWidget(sheet)

    def _figures(self, box: QVBoxLayout, result: Result) -> None:
        box.addWidget(Hint(_("Leading option")))
        if result.leader is None:
            box.addWidget(Words(_("None is feasible."), BODY, SEMIBOLD))
        else:
            leader = result.option(result.leader)
            self._leader(box, leader)
            self._floor(box, leader)
        box.addWidget(Rule())
        box.addWidget(Hint(_("Score by option")))
        box.addLayout(_scores(result))

    def _leader(self, box: QVBoxLayout, leader: OptionResult) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(LetterBadge(leader.id, 32, leads=True), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(option_name(self._session.assessment, leader.id), SMALL, SEMIBOLD), 1)
        box.addLayout(line)
        box.addWidget(Rule())
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for column, (caption, figure) in enumerate(
            ((_("Score"), signed(leader.score)), (_("Focus ratio"), ratio(leader.focus_ratio)))
        ):
            grid.addWidget(Hint(caption), 0, column)
            grid.addWidget(Words(figure, TITLE, SEMIBOLD), 1, column)
        box.addLayout(grid)

    def _floor(self, box: QVBoxLayout, leader: OptionResult) -> None:
        box.addWidget(Rule())
        box.addWidget(Hint(_("Floor")))
        line = QHBoxLayout()
        line.addWidget(FloorMark(leader.floor))
        line.addWidget(floor_words(leader.floor), 1)
        box.addLayout(line)
        box.addWidget(Words(floor_sentence(leader.floor), SMALL))

    def _gaps(self, box: QVBoxLayout, findings: tuple[Finding, ...]) -> None:
        if not findings:
            return
        box.addWidget(Rule())
        box.addWidget(Hint(_("Still missing")))
        for finding in findings[:MOST_GAPS]:
            box.addLayout(self._gap(finding))
        rest = len(findings) - MOST_GAPS
        if rest > 0:
            box.addWidget(Hint(_("and {count} more; step 8 lists all").format(count=rest)))

    def _gap(self, finding: Finding) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Mark(_amber_triangle, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Words(finding.message, SMALL), 1)
        go = Button(_("Go"), "link")
        go.setAccessibleName(_("Go to: {what}").format(what=finding.message))
        go.setProperty("where", finding.where)
        go.clicked.connect(self._go)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _go(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.place_wanted.emit(str(sender.property("where")))


class _Sheet(QWidget):
    """The ground of the panel, with a line on its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), current().colour("line"))


def _scores(result: Result) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    shown = [o for o in result.ranked if o.rank is not None]
    axis = scale_for([o.score for o in shown])
    for row, option in enumerate(shown):
        leads = option.id == result.leader
        grid.addWidget(LetterBadge(option.id, 22, leads=leads), row, 0)
        grid.addWidget(ScoreBar(option.score, axis, leads=leads), row, 1)
        figure = Words(signed(option.score), SMALL, SEMIBOLD)
        figure.setWordWrap(False)
        figure.setAccessibleName(_("Option {id}: score {score}").format(id=option.id, score=signed(option.score)))
        grid.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight)
    return grid


def _amber_triangle(painter: QPainter, rect: QRectF) -> None:
    triangle_with_mark(painter, rect, "amber")
