"""The bar above the walk and the bar below it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.progress import Step, step_name
from ...i18n import N_, _
from ..announce import announce
from ..theme import BODY, SEMIBOLD, SMALL, current
from ..widgets.basics import Button, Hint, Mark, Words
from ..widgets.marks import bad_mark, good_mark, triangle_with_mark


class State(Enum):
    """How what was entered stands to the store."""

    SAVED = auto()
    FAILED = auto()
    ONLY_READ = auto()


class TopBar(QWidget):
    """What is being decided, and whether all of it is saved."""

    register_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(16)
        self.setMinimumHeight(current().px(48))
        self.back = Button(_("‹ Register"), "link")
        self.back.setAccessibleName(_("Back to the register"))
        self.back.clicked.connect(self.register_wanted)
        self._title = Words("", BODY, SEMIBOLD)
        self._title.setWordWrap(False)
        self._reference, self._body = Hint(), Hint()
        self._reference.setWordWrap(False)
        self._body.setWordWrap(False)
        self._compact = False
        self._mark, self._said = Mark(good_mark, 18), State.SAVED
        self._state = Words(_("All changes saved"), SMALL)
        self._state.setWordWrap(False)
        self.panel = Button(_("Fairness so far"))
        self.panel.setCheckable(True)
        self.panel.clicked.connect(self.panel_wanted)
        left: tuple[QWidget, ...] = (self.back, self._title, self._reference, self._body)
        right: tuple[QWidget, ...] = (self._mark, self._state, self.panel)
        for widget in left:
            box.addWidget(widget)
        box.addStretch(1)
        for widget in right:
            box.addWidget(widget)

    def show_assessment(self, assessment: Assessment) -> None:
        """Say what is being decided; a long title is cut to leave room for the state."""
        title = assessment.title or _("A decision with no title yet")
        room = max(self.width() - current().px(430 if self.panel.isVisible() else 520), current().px(80))
        self._title.setText(self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room))
        self._title.setToolTip(title)
        self._title.setAccessibleName(title)
        self._reference.setText(assessment.reference)
        self._body.setText(assessment.body.name)

    def set_compact(self, *, compact: bool) -> None:
        """Fewer words where there is little room."""
        self._compact = compact
        self.panel.setVisible(compact)
        self._say(self._said)
        self._body.setVisible(not compact)
        self._reference.setVisible(not compact)

    def say_saved(self) -> None:
        """Everything entered is in the store."""
        self._say(State.SAVED)

    def say_failed(self, sentence: str) -> None:
        """The last change is not in the store."""
        self._say(State.FAILED)
        announce(self, sentence)

    def say_only_read(self) -> None:
        """Nothing can be entered here."""
        self._say(State.ONLY_READ)

    def _say(self, state: State) -> None:
        self._said = state
        draw, in_full, in_short = _STATES[state]
        said = in_short if self._compact else in_full
        self._mark.show_mark(draw)
        self._state.setText(_(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, current().colour("line"))


class BottomBar(QWidget):
    """Back, where one is, next."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(24, 8, 24, 8)
        self.back = Button("")
        self.next = Button("", "primary")
        self._where = Hint()
        self._where.setWordWrap(False)
        box.addWidget(self.back)
        box.addStretch(1)
        box.addWidget(self._where)
        box.addStretch(1)
        box.addWidget(self.next)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)

    def show_step(self, step: Step, before: Step, after: Step) -> None:
        """Name the steps that back and next lead to; the same step where there is none."""
        self.back.setVisible(before < step)
        self.next.setVisible(after > step)
        self.back.setText(f"‹  {step_name(before)}")
        self.back.setAccessibleName(_("Back to {step}").format(step=step_name(before)))
        self.next.setText(f"{step_name(after)}  ›")
        self.next.setAccessibleName(_("Next: {step}").format(step=step_name(after)))
        self._where.setText(_("Step {number} of 8").format(number=step.value))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current().colour("line"))


def _only_read(painter: QPainter, rect: QRectF) -> None:
    triangle_with_mark(painter, rect, "amber")


_STATES: dict[State, tuple[Callable[[QPainter, QRectF], None], str, str]] = {
    State.SAVED: (good_mark, N_("All changes saved"), N_("Saved")),
    State.FAILED: (bad_mark, N_("Not saved"), N_("Not saved")),
    State.ONLY_READ: (_only_read, N_("Only read here"), N_("Only read")),
}
