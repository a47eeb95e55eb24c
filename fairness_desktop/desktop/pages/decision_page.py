"""Step 1: what is to be decided, and may you decide it?"""

from __future__ import annotations

from ...domain.progress import Step
from ...i18n import N_
from ..decision.body_card import BodyCard
from ..decision.interests_card import InterestsCard
from ..decision.kind_card import KindCard
from ..decision.ladder_card import LadderCard
from ..decision.part import Part
from ..decision.power_card import PowerCard
from ..decision.record_card import RecordDutyCard
from ..decision.what_card import WhatCard
from ..widgets.folding import put_in_reading_order
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
        for card in self.cards:
            self.box.addWidget(card)
        self.box.addStretch(1)

    def _connect(self) -> None:
        for card in self.cards:
            card.edited.connect(self.commit)
        self.kind_card.open_wanted.connect(self.open_wanted)

    def refresh(self) -> None:
        for card in self.cards:
            card.refresh()
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
                self.ensureWidgetVisible(found)
                return
