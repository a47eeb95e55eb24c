"""Step 1: what is to be decided, and may you decide it?"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.progress import Step
from ...domain.short.form import is_short
from ...i18n import N_, _, ngettext
from ...telling.short import more_answered
from ..decision.body_card import BodyCard
from ..decision.interests_card import InterestsCard
from ..decision.kind_card import KindCard
from ..decision.ladder_card import LadderCard
from ..decision.part import Part
from ..decision.power_card import PowerCard
from ..decision.record_card import RecordDutyCard
from ..decision.what_card import WhatCard
from ..widgets.basics import Card
from ..widgets.folding import Fold, put_in_reading_order
from .base import Page


class DecisionPage(Page):
    """What, of which kind, for which council, by whom and under which authority, and how close to the person."""

    step = Step.DECISION
    title = N_("Decision")
    question = N_("What is to be decided, and may you decide it?")

    def _build(self) -> None:
        session = self.session
        self.what, self.kind_card, self.body_card = WhatCard(session), KindCard(session), BodyCard(session)
        self.power, self.duty = PowerCard(session), RecordDutyCard(session)
        self.ladder, self.interests_card = LadderCard(session), InterestsCard(session)
        self.cards: tuple[Part, ...] = (
            self.what, self.kind_card, self.body_card, self.power, self.duty, self.ladder, self.interests_card,
        )  # fmt: skip
        shown = self.cards[:4] if is_short(session.assessment) else self.cards
        for card in shown:
            self.box.addWidget(card)
        self.more = self._folded(self.cards[len(shown) :]) if shown != self.cards else None
        self.box.addStretch(1)

    def _folded(self, cards: tuple[Part, ...]) -> Fold:
        """What the short form does not have to ask, under a line that says what it is."""
        inside, sheet = QWidget(), Card()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in cards:
            column.addWidget(card)
        fold = Fold(_("When it must be recorded, how close to the person, interests"), inside)
        sheet.box.addWidget(fold)
        self.box.addWidget(sheet)
        return fold

    def _connect(self) -> None:
        for card in self.cards:
            card.edited.connect(self.commit)
        self.kind_card.open_wanted.connect(self.open_wanted)

    def refresh(self) -> None:
        for card in self.cards:
            card.refresh()
        if self.more is not None:
            count = more_answered(self.session.assessment)
            said = ngettext("{count} thing answered", "{count} things answered", count).format(count=count)
            self.more.say(said if count else _("not answered"))
        put_in_reading_order(self.box)

    def commit(self) -> None:
        now = self.session.assessment
        for card in self.cards:
            now = card.value(now)
        self.session.change(now)

    def show_place(self, where: str) -> None:
        for card in self.cards:
            found = card.focus_on(where)
            if found is not None:
                if self.more is not None and self.more.isAncestorOf(found):
                    self.more.set_open(opened=True)
                    card.focus_on(where)
                self.ensureWidgetVisible(found)
                return
