"""Step 4: what would each option do to each group?"""

from __future__ import annotations

from ...domain.progress import Step
from ...domain.short.form import is_short, still_asked
from ...domain.vocabulary import GroupId, OptionId
from ...i18n import N_, _
from ...telling.disagreeing import ratings_of
from ...telling.short import short_form_sentence
from ..announce import announce
from ..grid.criteria_look import GridKey
from ..grid.editor import CellEditor
from ..grid.table import EffectsGrid
from ..grid.whose_view import WhoseView
from ..models.effects_model import EffectsModel
from ..theme import BODY, MEDIUM
from ..through_eyes import ThroughEyes
from ..widgets.basics import Button, Card, Hint, Words
from .base import Page


class EffectsPage(Page):
    """A grid that a keyboard user can fill without a mouse and that shows at a glance what is missing."""

    step = Step.EFFECTS
    title = N_("Effects")
    question = N_("What would each option do to a person it touches, against carrying on as now?")

    def _build(self) -> None:
        self.box.setSpacing(8)
        self._count = Words("", BODY, MEDIUM, "muted")
        self._count.setWordWrap(False)
        self.next_gap = Button(_("Next gap"))
        self.head.addWidget(self._count)
        self.head.addWidget(self.next_gap)
        self.empty = Words(_("Name at least one group (step 2) and one option beside the baseline (step 3) first."))
        self.box.addWidget(self.empty)
        self.eyes = ThroughEyes(self.session, self)
        self.whose = WhoseView(self.session, self.eyes)
        self.box.addWidget(self.whose)
        self._in_short = Hint("")
        self.box.addWidget(self._in_short)
        self._key = GridKey(self.session)
        self.box.addWidget(self._key)
        self.grid = EffectsGrid(EffectsModel(self.eyes, self))
        self._sheet_of_grid = Card()
        self._sheet_of_grid.box.setContentsMargins(1, 1, 1, 1)
        self._sheet_of_grid.box.addWidget(self.grid)
        self.box.addWidget(self._sheet_of_grid)
        self.editor = CellEditor(self.eyes)
        self.box.addWidget(self.editor)
        self._ratings = Hint("")
        self.box.addWidget(self._ratings)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.grid.pair_chosen.connect(self._edit_chosen)
        self.grid.editor_wanted.connect(self._open_editor)
        self.grid.refused.connect(self._refused)
        self.editor.left.connect(self.grid.setFocus)
        self.next_gap.clicked.connect(self._go_to_next_gap)
        self.whose.chosen.connect(self._other_view)

    def refresh(self) -> None:
        now = self.eyes.assessment
        pairs = list(now.pairs())
        open_pairs = sum(1 for u in now.unanswered if u.criterion is None)
        self.empty.setVisible(not pairs)
        self._in_short.setText(short_form_sentence(self.session.framework))
        self._in_short.setVisible(bool(pairs) and is_short(now))
        for widget in (self._key, self._sheet_of_grid, self.next_gap, self._count, self.whose):
            widget.setVisible(bool(pairs))
        answered = len(pairs) - open_pairs
        counted = (
            _("{answered} of {all} cells answered")
            if self.eyes.assessor is None
            else _("{answered} of {all} cells rated")
        )
        self._count.setText(counted.format(answered=answered, all=len(pairs)))
        if self.editor.pair is not None and self.editor.pair not in pairs:
            self.editor.edit(None)
        if pairs and self.grid.pair() is None:
            self.grid.choose(*pairs[0])
        self._edit_chosen()

    def commit(self) -> None:
        self.editor.flush()

    def show_place(self, where: str) -> None:
        self._go_to_next_gap()

    def _edit_chosen(self) -> None:
        pair = self.grid.pair()
        self.editor.edit(pair)
        said = "" if pair is None else ratings_of(self.session.assessment, self.session.framework, *pair)
        self._ratings.setText(_("Rated: {ratings}").format(ratings=said))
        self._ratings.setVisible(bool(said) and self.eyes.assessor is None)

    def _other_view(self) -> None:
        self.editor.show_grades(shown=self.eyes.assessor is None)
        self.refresh()

    def _open_editor(self, key: str) -> None:
        if self.grid.pair() is not None:
            self.editor.focus_on(key)
            self.ensureWidgetVisible(self.editor)

    def _refused(self, sentence: str) -> None:
        self.session.failed.emit(sentence)
        announce(self.grid, sentence)

    def _go_to_next_gap(self) -> None:
        pair = self._next_gap()
        if pair is None:
            announce(self.grid, _("Every cell is answered."))
            return
        self.grid.choose(*pair)
        self.editor.edit(pair)
        self.editor.focus_on()
        self.ensureWidgetVisible(self.editor)

    def _next_gap(self) -> tuple[OptionId, GroupId] | None:
        """The first gap after the current cell, going round."""
        pairs = list(self.eyes.assessment.pairs())
        gaps = {(u.option, u.group) for u in still_asked(self.eyes.assessment)}
        here = self.grid.pair()
        start = pairs.index(here) + 1 if here in pairs else 0
        return next((pair for pair in (*pairs[start:], *pairs[:start]) if pair in gaps), None)
