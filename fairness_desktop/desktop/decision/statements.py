"""The statements that tell the kind of a decision: each scored at a glance, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ...domain.kinds.classifier import Answers, Classification, Classifier, classify
from ...domain.vocabulary import Kind, label
from ...i18n import _
from ..theme import MEDIUM, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Hint, Words
from ..widgets.segments import Segment, Segments


class StatementGrid(QWidget):
    """A statement a row, with the words of the scale over the scores."""

    edited = Signal()

    def __init__(self, classifier: Classifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classifier = classifier
        self.scores: dict[str, Segments] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(16))
        grid.setVerticalSpacing(current().px(4))
        legend = _("From {low}, not at all, to {high}, wholly; arrow keys change a score, Delete takes it back.")
        grid.addWidget(Hint(legend.format(low=classifier.low, high=classifier.high)), 0, 0, 1, 2)
        large = current().scale > 1.3
        for row, statement in enumerate(classifier.in_turn(), 1):
            text = _(statement.text)
            scale = [Segment(str(n), str(n)) for n in range(classifier.low, classifier.high + 1)]
            score = Segments(text, scale, quiet=True)
            score.edited.connect(self.edited)
            self.scores[statement.id] = score
            if large:
                grid.addWidget(Words(text, SMALL, MEDIUM), 2 * row - 1, 0)
                grid.addWidget(score, 2 * row, 0)
            else:
                grid.addWidget(Words(text), row, 0)
                grid.addWidget(score, row, 1)
        grid.setColumnStretch(0, 1)
        self.clear = Button(_("Take the scores back"), "link")
        self.clear.clicked.connect(self._clear)
        grid.addWidget(self.clear, grid.rowCount(), 0)

    def _clear(self) -> None:
        for score in self.scores.values():
            score.show_value(None)
        self.focus_on_open()
        self.edited.emit()

    def show_answers(self, answers: Answers) -> None:
        """Show what the session says."""
        for statement, score in self.scores.items():
            given = answers.scores.get(statement)
            score.show_value(None if given is None else str(given))
        self.clear.setVisible(bool(answers.scores))

    def value(self, old: Answers) -> Answers:
        """The answers as entered."""
        for statement, score in self.scores.items():
            given = score.value()
            old = old.with_score(statement, None if given is None else int(given))
        return old

    def focus_on_open(self) -> QWidget:
        """Go to the first statement that is not scored, or to the first of all."""
        fields = list(self.scores.values())
        field = next((f for f in fields if f.value() is None), fields[0])
        field.setFocus()
        return field


class KindBars(QWidget):
    """The sum of each kind as a bar, the highest filled dark once all statements are scored."""

    def __init__(self, classifier: Classifier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = {kind: classifier.high * sum(s.kind is kind for s in classifier.statements) or 1 for kind in Kind}
        self._found = classify(classifier, Answers())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(current().px(280), len(Kind) * self._row())

    def _row(self) -> int:
        return max(self.fontMetrics().height() + current().px(6), current().px(24))

    def show_totals(self, found: Classification) -> None:
        """Draw these sums."""
        self._found = found
        said = (_("{kind}: {points} of {most}").format(kind=label(k), points=found.totals[k], most=m)
                for k, m in self._most.items())  # fmt: skip
        self.setAccessibleName(_("Points by kind"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row = current(), self._row()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(label(kind)) for kind in Kind) + theme.px(16)
        numbers = metrics.horizontalAdvance("00 / 00") + theme.px(8)
        room = max(self.width() - names - numbers, 20)
        for i, (kind, most) in enumerate(self._most.items()):
            points, leads = self._found.totals[kind], kind is self._found.first
            painter.setFont(theme.font(SMALL, SEMIBOLD if leads else MEDIUM))
            painter.setPen(theme.colour("text"))
            line = QRectF(0, i * row, self.width(), row)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, label(kind))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{points} / {most}")
            bar = QRectF(names, line.center().y() - theme.px(6), room, theme.px(12))
            painter.setPen(theme.colour("line"))
            painter.setBrush(theme.colour("faint"))
            painter.drawRoundedRect(bar, 2, 2)
            if points:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("rank_1" if leads else "rank_2"))
                painter.drawRoundedRect(QRectF(bar.x(), bar.y(), bar.width() * points / most, bar.height()), 2, 2)
