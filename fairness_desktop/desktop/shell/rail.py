"""The step rail: where one is, and how far each step has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ...domain.framework import Framework
from ...domain.progress import Step, StepState, state_name, step_name
from ...i18n import _
from ..theme import BODY, MEDIUM, SEMIBOLD, SMALL, current
from ..widgets import marks
from ..widgets.basics import Hint, Rule, Words, let_tab_stop_once


class StepButton(QAbstractButton):
    """One step: its number, name and state; compact, only number and mark."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.compact = False
        self._folded = False
        self._state = StepState.NOT_STARTED
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_state(StepState.NOT_STARTED)

    def show_state(self, state: StepState) -> None:
        """Say where the step stands."""
        self._state = state
        said = _("Step {number}, {name}: {state}").format(
            number=self.step.value, name=step_name(self.step), state=self._said
        )
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Say that the short form folds the step: it can be visited and does not have to be."""
        self._folded = folded
        self.show_state(self._state)

    @property
    def _said(self) -> str:
        state = state_name(self._state)
        return _("folded, {state}").format(state=state) if self._folded else state

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(64 if self.compact else 192), theme.px(44 if self.compact else 56))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, current().px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("surface" if self.isChecked() else "tint"))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(8, inner.y() + 10, 4, inner.height() - 20), 2, 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 8, 8)
        self._compact(painter, inner) if self.compact else self._wide(painter, inner)

    def _wide(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        side = theme.px(20)
        marks.state_mark(painter, QRectF(24, inner.center().y() - side / 2, side, side), self._state)
        x = 24 + side + 12
        half = inner.height() / 2
        painter.setFont(theme.font(BODY, SEMIBOLD if self.isChecked() else MEDIUM))
        painter.setPen(theme.colour("accent" if self.isChecked() else "muted" if self._folded else "text"))
        name = f"{self.step.value}  {step_name(self.step)}"
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            QRectF(x, inner.y() + 4, inner.right() - x, half - 4), left | Qt.AlignmentFlag.AlignBottom, name
        )
        painter.setFont(theme.font(SMALL))
        painter.setPen(theme.colour("muted"))
        under = QRectF(x, inner.y() + half, inner.right() - x, half)
        painter.drawText(under, left | Qt.AlignmentFlag.AlignTop, self._said)

    def _compact(self, painter: QPainter, inner: QRectF) -> None:
        theme = current()
        side = theme.px(20)
        painter.setFont(theme.font(SMALL, 700 if self.isChecked() else 400))
        painter.setPen(theme.colour("accent" if self.isChecked() else "text"))
        number = QRectF(inner.x() + 4, inner.y(), inner.width() / 2 - 4, inner.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self.step.value))
        mark = QRectF(inner.center().x() + 2, inner.center().y() - side / 2, side, side)
        marks.state_mark(painter, mark, self._state)


class Rail(QWidget):
    """The eight steps, and the framework the decision answers to."""

    step_wanted = Signal(int)

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Steps"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 16, 0, 16)
        box.setSpacing(0)
        self.buttons = {step: StepButton(step) for step in Step}
        self._group = QButtonGroup(self)
        for step, button in self.buttons.items():
            self._group.addButton(button, step.value)
            box.addWidget(button)
        self._group.idClicked.connect(self.step_wanted)
        box.addStretch(1)
        self._about = _About(framework)
        box.addWidget(self._about)

    def show_step(self, step: Step) -> None:
        """Mark the step one is on."""
        self.buttons[step].setChecked(True)
        let_tab_stop_once(self._group)

    def show_states(self, states: dict[Step, StepState]) -> None:
        """Say how far each step has come."""
        for step, state in states.items():
            self.buttons[step].show_state(state)

    def fold(self, steps: tuple[Step, ...]) -> None:
        """Say which steps the form folds."""
        for step, button in self.buttons.items():
            button.fold(folded=step in steps)

    def set_compact(self, *, compact: bool) -> None:
        """Only numbers and marks where there is little room."""
        for button in self.buttons.values():
            button.compact = compact
            button.updateGeometry()
        self._about.setVisible(not compact)
        self.setFixedWidth(current().px(64 if compact else 192))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current().colour("rail"))


class _About(QWidget):
    """Which framework is in force."""

    def __init__(self, framework: Framework) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 0, 16, 0)
        box.setSpacing(4)
        box.addWidget(Rule())
        box.addWidget(Words(_("Fairness framework"), SMALL, SEMIBOLD))
        box.addWidget(Hint(_("{id}, version {version}").format(id=framework.id, version=framework.version)))
        adopted = _("adopted {date}").format(date=framework.adoption.date) if framework.adoption else None
        box.addWidget(Hint(adopted or _("not adopted by any council")))
        box.addWidget(Hint(_("need counts at η = {eta:.1f}").format(eta=framework.elasticity.value)))
