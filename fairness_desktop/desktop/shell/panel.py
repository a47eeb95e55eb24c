"""Fairness so far: leader, floor, focus and what is missing, always in sight and following every change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.findings import Finding
from ...domain.framework import Framework
from ...domain.vocabulary import Floor, OptionId, label
from ...i18n import _
from ...scoring.result import OptionResult, Result
from ...scoring.voice import voice_coverage
from ...telling.figures import ratio, signed
from ...telling.people import voice_sentence
from ...telling.sentences import floor_sentence, option_name
from ..charts.score_bars import Bar, ScoreStrip, scale_for
from ..session_model import SessionModel
from ..theme import BODY, SEMIBOLD, SMALL, TITLE, current
from ..widgets.basics import Button, FloorMark, Hint, LetterBadge, Rule, Subtitle, Words, clear
from ..widgets.finding_line import FindingLine
from ..widgets.scrolling import only_downwards

MOST_GAPS = 5


class Panel(QScrollArea):
    """The panel beside every page; it changes what it shows and builds nothing anew but a list that has changed."""

    place_wanted = Signal(str)

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told: tuple[Finding, ...] | None = None
        self.setAccessibleName(_("Fairness so far"))
        only_downwards(self)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the session again."""
        result = self._session.result
        self._nothing.setVisible(result is None)
        self._figures.setVisible(result is not None)
        if result is not None:
            self._figures.show_result(self._session.assessment, result)
            self._figures.show_heard(self._session.assessment, self._session.framework)
        findings = self._session.findings()
        if findings != self._told:
            self._told = findings
            clear(self._missing)
            self._gaps(self._missing, findings)

    def _build(self) -> None:
        sheet = _Sheet()
        box = QVBoxLayout(sheet)
        box.setContentsMargins(24, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(Subtitle(_("Fairness so far")))
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(Words(_("Nothing can be worked out yet."), BODY, SEMIBOLD))
        empty.addWidget(Hint(_("It appears here as soon as there are groups, options and a kind of decision.")))
        box.addWidget(self._nothing)
        self._figures = _Figures()
        self._figures.place_wanted.connect(self.place_wanted)
        box.addWidget(self._figures)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(8)
        box.addLayout(self._missing)
        box.addStretch(1)
        self.setWidget(sheet)

    def _gaps(self, box: QVBoxLayout, findings: tuple[Finding, ...]) -> None:
        if not findings:
            return
        box.addWidget(Rule())
        box.addWidget(Hint(_("Still missing")))
        for finding in findings[:MOST_GAPS]:
            line = FindingLine(finding)
            line.place_wanted.connect(self.place_wanted)
            box.addWidget(line)
        rest = len(findings) - MOST_GAPS
        if rest > 0:
            box.addWidget(Hint(_("and {count} more; step 8 lists all").format(count=rest)))


class _Figures(QWidget):
    """Leader, score, focus ratio, floor, and every option's score."""

    place_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._leader: OptionId | None = None
        self._badge = LetterBadge("", 32, leads=True)
        self._name = Words("", SMALL, SEMIBOLD)
        self._none = Words(_("None is feasible."), BODY, SEMIBOLD)
        self._of_leader = QWidget()
        self._numbers = {name: Button("", "link") for name in ("score", "focus_ratio")}
        self._mark, self._floor = FloorMark(Floor.GREEN), Words("", BODY, 700)
        self._meaning = Words("", SMALL)
        self._heard = Words("", SMALL)
        self._scores = ScoreStrip()
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Hint(_("Leading option")))
        box.addWidget(self._none)
        inner = QVBoxLayout(self._of_leader)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._name, 1)
        inner.addLayout(line)
        inner.addWidget(Rule())
        inner.addLayout(self._number_grid())
        inner.addWidget(Rule())
        inner.addWidget(Hint(_("Floor")))
        floor = QHBoxLayout()
        floor.addWidget(self._mark)
        floor.addWidget(self._floor, 1)
        inner.addLayout(floor)
        inner.addWidget(self._meaning)
        box.addWidget(self._of_leader)
        box.addWidget(Rule())
        box.addWidget(Hint(_("Heard")))
        box.addWidget(self._heard)
        box.addWidget(Rule())
        box.addWidget(Hint(_("Score by option")))
        box.addWidget(self._scores)

    def _number_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        captions = {"score": _("Score"), "focus_ratio": _("Focus ratio")}
        for column, (figure, link) in enumerate(self._numbers.items()):
            link.setFont(current().font(TITLE, SEMIBOLD))
            link.setProperty("figure", figure)
            link.clicked.connect(self._explain)
            grid.addWidget(Hint(captions[figure]), 0, column)
            grid.addWidget(link, 1, column, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(column, 1)
        return grid

    def show_heard(self, assessment: Assessment, framework: Framework) -> None:
        """Show how much of those affected was heard."""
        self._heard.setText(voice_sentence(voice_coverage(assessment.groups, framework), assessment))

    def show_result(self, assessment: Assessment, result: Result) -> None:
        """Show these figures."""
        self._leader = result.leader
        self._none.setVisible(result.leader is None)
        self._of_leader.setVisible(result.leader is not None)
        if result.leader is not None:
            self._show_leader(assessment, result.option(result.leader))
        shown = [o for o in result.ranked if o.rank is not None]
        axis = scale_for([o.score for o in shown])
        self._scores.show_scores(tuple((o.id, Bar(o.score, axis, leads=o.id == result.leader)) for o in shown))

    def _show_leader(self, assessment: Assessment, leader: OptionResult) -> None:
        self._badge.show_letter(leader.id)
        self._name.setText(option_name(assessment, leader.id))
        told = {"score": signed(leader.score), "focus_ratio": ratio(leader.focus_ratio)}
        heard = {"score": _("Explain: score of the leader, {told}"), "focus_ratio": _("Explain: focus ratio, {told}")}
        for figure, link in self._numbers.items():
            link.setText(told[figure])
            link.setAccessibleName(heard[figure].format(told=told[figure]))
            link.updateGeometry()
        self._mark.show_floor(leader.floor)
        self._floor.setText(label(leader.floor))
        self._floor.set_colour(leader.floor.value)
        self._meaning.setText(floor_sentence(leader.floor))

    def _explain(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.place_wanted.emit(f"figures.{self._leader}.{sender.property('figure')}")


class _Sheet(QWidget):
    """The ground of the panel, with a line on its left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, 0, 1, self.height(), current().colour("line"))
