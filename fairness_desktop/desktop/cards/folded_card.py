"""What the short form folds: what is in it, whether it is answered, and the way to it and to the full form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...domain.progress import Step, step_name
from ...domain.short.form import is_short
from ...i18n import _
from ...telling.short import FOLDED, how_far, short_form_sentence, what_is_folded
from ..session_model import SessionModel
from ..theme import BODY, MEDIUM
from ..widgets.basics import Button, Card, Hint, Subtitle, Words

_FIRST_PLACE = {Step.MONEY: "required_saving", Step.DUTIES: "duties.equality"}


class FoldedCard(Card):
    """A line for each folded step; only in the short form."""

    place_wanted = Signal(str)
    full_form_wanted = Signal()

    def __init__(self, session: SessionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.box.addWidget(Subtitle(_("Folded in the short form")))
        self.box.addWidget(Hint(short_form_sentence(session.framework)))
        self._states = {step: Hint("") for step in FOLDED}
        for step, state in self._states.items():
            self.box.addLayout(self._line(step, state))
        self.in_full = Button(_("Go on in the full form"))
        across = QHBoxLayout()
        across.addWidget(Hint(_("Nothing has to be entered again, and undo leads back.")), 1)
        across.addWidget(self.in_full)
        self.box.addLayout(across)
        self.in_full.clicked.connect(self.full_form_wanted)
        self.hide()  # shown by the page, once it stands in it: before that it would be a window of its own

    def refresh(self) -> None:
        """Show whether each is answered."""
        now = self._session.assessment
        self.setVisible(is_short(now))
        for step, state in self._states.items():
            state.setText(how_far(now, step))

    def _line(self, step: Step, state: Hint) -> QHBoxLayout:
        across, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        said = _("{step}: {what}").format(step=f"{step.value}  {step_name(step)}", what=what_is_folded(step))
        words.addWidget(Words(said, BODY, MEDIUM))
        words.addWidget(state)
        across.addLayout(words, 1)
        go = Button(_("Open"), "link")
        go.setAccessibleName(_("Open {step}").format(step=step_name(step)))
        go.setProperty("where", _FIRST_PLACE[step])
        go.clicked.connect(self._go)
        across.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _go(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.place_wanted.emit(str(sender.property("where")))
