"""Step 7: what the council must have thought of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.duties.rules import DutyRule
from ...domain.progress import Step
from ...domain.vocabulary import Form
from ...i18n import N_, _
from ..cards.duty_card import Duty, DutyCard
from ..duties.asked import asked_beside, timing
from ..duties.fields_card import Fields, FieldsCard
from ..quality.quality_card import QualityCard
from ..widgets.folding import fit_to_width, put_in_reading_order
from .base import Page


class DutiesPage(Page):
    """One card a duty, and only those that apply."""

    step = Step.DUTIES
    title = N_("Duties")
    question = N_("What must the council have thought of? This is a help to thinking, not legal advice.")

    def _build(self) -> None:
        fit_to_width(self)
        self.cards: dict[str, DutyCard | FieldsCard] = {}
        cards = QWidget()
        self._list = QVBoxLayout(cards)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(16)
        self.box.addWidget(cards)
        self.quality = QualityCard(self.session)
        self.box.addWidget(self.quality)
        self.box.addStretch(1)

    def _connect(self) -> None:
        self.quality.edited.connect(self.commit)

    def refresh(self) -> None:
        now = self.session.assessment
        wanted = in_order(now, self.session.duties())
        for name in [n for n, card in self.cards.items() if wanted.get(n) != _about(card)]:
            self._drop(name)
        said, late = timing(now)
        for i, (name, asked) in enumerate(wanted.items()):
            if name not in self.cards:
                self._new_card(i, name, asked, opened=_opened(now, name))
            card = self.cards[name]
            if isinstance(card, DutyCard):
                card.show_text(now.duties.text(name))
            else:
                card.show_duties(now.duties, said if name == "equality" else "", late=late)
            card.raise_()  # so that they are heard in the order they are seen
        self.quality.refresh()
        put_in_reading_order(self.box)

    def commit(self) -> None:
        now = self.session.assessment
        new = now.duties
        for name, card in self.cards.items():
            if isinstance(card, FieldsCard):
                new = card.value(new)
            elif card.value(new.text(name)) != new.text(name):
                new = new.with_text(name, card.value(new.text(name)))
        self.session.change(self.quality.value(replace(now, duties=new)))

    def show_place(self, where: str) -> None:
        place = where.removeprefix("duties.")
        for name, card in self.cards.items():
            if isinstance(card, DutyCard) and name == place:
                card.focus_on_text()
            elif isinstance(card, FieldsCard) and card.holds(place):
                card.focus_on(place)
            else:
                continue
            self.ensureWidgetVisible(self.focusWidget() or card)
            return
        found = self.quality.focus_on(where)
        if found is not None:
            self.ensureWidgetVisible(found)

    def _new_card(self, at: int, name: str, asked: Duty | Fields, *, opened: bool) -> None:
        card = DutyCard(asked) if isinstance(asked, Duty) else FieldsCard(asked)
        card.set_open(opened=opened)
        card.edited.connect(self.commit)
        card.turned.connect(self._put_in_reading_order)
        self.cards[name] = card
        self._list.insertWidget(at, card)
        card.show()
        self._put_in_reading_order()

    def _drop(self, name: str) -> None:
        card = self.cards.pop(name)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _put_in_reading_order(self) -> None:
        put_in_reading_order(self.box)


def _about(card: DutyCard | FieldsCard) -> Duty | Fields:
    return card.duty if isinstance(card, DutyCard) else card.fields


def _opened(assessment: Assessment, name: str) -> bool:
    """Whether a card is open from the start: the short form folds all but what every decision needs."""
    if assessment.form is Form.SHORT:
        return name in ("equality", "risk")
    if name == "other":
        return bool(assessment.duties.other or assessment.duties.prompts)
    return name != "socio_economic" or bool(assessment.duties.socio_economic)


def in_order(assessment: Assessment, rules: Sequence[DutyRule]) -> dict[str, Duty | Fields]:
    """What is asked, by the names of its cards, in the order in which one thinks of it."""
    first, *between, last = asked_beside(assessment, rules)
    own = [make(assessment) for make in (_consultation, _risk)]
    order: list[Duty | Fields] = [first, own[0], *between, *own[1:], last]
    return {asked.place if isinstance(asked, Duty) else asked.name: asked for asked in order}


def _consultation(_now: Assessment) -> Duty:
    return Duty(
        "consultation",
        _("Consultation"),
        _("Who was asked, when, and what became of what they said"),
        _(
            "People are asked while the answer can still change the decision, told enough to answer, given time, and "
            "what they say is weighed. If no one was asked, say why."
        ),
    )


def _risk(_now: Assessment) -> Duty:
    return Duty(
        "risk",
        _("Risk and stop-rule"),
        _("What could go wrong, and what would make us stop?"),
        _("For example: “If fewer than half of the families use it by June, the clerk brings it back to committee.”"),
    )
