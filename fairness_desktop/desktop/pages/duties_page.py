"""Step 7: what the council must have thought of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.progress import Step
from ...domain.vocabulary import BodyKind, Form, Kind, Nation
from ...i18n import N_, _
from ..cards.duty_card import Duty, DutyCard, Prompts
from ..quality.quality_card import QualityCard
from ..widgets.folding import fit_to_width, put_in_reading_order
from .base import Page

_LOCAL = (
    BodyKind.PARISH_COUNCIL,
    BodyKind.TOWN_COUNCIL,
    BodyKind.COMMUNITY_COUNCIL,
    BodyKind.COMMUNITY_TOWN_COUNCIL,
)
"""Bodies to which the duty of best value does not apply."""

_FITS = {
    Kind.INVOLVEMENT: N_(
        "An involvement decision is checked by those it is for: peer review and a democratic check, such as users on "
        "a panel. Management measures alone do not show whether people had a real part."
    ),
    Kind.JOINED_UP: N_(
        "A joined-up decision is checked across the agencies: peer review and a shared democratic check. Management "
        "measures alone show each agency its own part, and no one the whole."
    ),
    Kind.TECHNICAL: N_(
        "A technical decision is checked by professional standards, by the market where there is one, and by "
        "management measures against a benchmark."
    ),
    Kind.FRAMEWORK: N_(
        "A decision on the framework is checked democratically: who reports to full council, when, and who may ask "
        "for it to be looked at again."
    ),
}


class DutiesPage(Page):
    """One card a duty, and only those that apply."""

    step = Step.DUTIES
    title = N_("Duties")
    question = N_("What must the council have thought of? This is a help to thinking, not legal advice.")

    def _build(self) -> None:
        fit_to_width(self)
        self.cards: dict[str, DutyCard] = {}
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
        wanted = {duty.place: duty for duty in duties(now)}
        for place in [p for p, card in self.cards.items() if wanted.get(p) != card.duty]:
            self._drop(place)
        for i, duty in enumerate(wanted.values()):
            if duty.place not in self.cards:
                self._new_card(i, duty, opened=_opened(now, duty.place))
            self.cards[duty.place].show_text(getattr(now.duties, duty.place))
            self.cards[duty.place].raise_()  # so that they are heard in the order they are seen
        self.quality.refresh()
        put_in_reading_order(self.box)

    def commit(self) -> None:
        now = self.session.assessment
        new = replace(
            now.duties,
            equality=self._text("equality"),
            consultation=self._text("consultation"),
            wales=self._text("wales"),
            quality=self._text("quality"),
            risk=self._text("risk"),
            other=self._text("other"),
        )
        self.session.change(self.quality.value(replace(now, duties=new)))

    def _text(self, place: str) -> str:
        """What is written now; what is not on show stays as it was."""
        old: str = getattr(self.session.assessment.duties, place)
        return self.cards[place].value(old) if place in self.cards else old

    def show_place(self, where: str) -> None:
        card = self.cards.get(where.removeprefix("duties."))
        if card is not None:
            card.focus_on_text()
            self.ensureWidgetVisible(card)
            return
        found = self.quality.focus_on(where)
        if found is not None:
            self.ensureWidgetVisible(found)

    def _new_card(self, at: int, duty: Duty, *, opened: bool) -> None:
        card = DutyCard(duty)
        card.set_open(opened=opened)
        card.edited.connect(self.commit)
        card.turned.connect(self._put_in_reading_order)
        self.cards[duty.place] = card
        self._list.insertWidget(at, card)
        card.show()
        self._put_in_reading_order()

    def _drop(self, place: str) -> None:
        card = self.cards.pop(place)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _put_in_reading_order(self) -> None:
        put_in_reading_order(self.box)


def _opened(assessment: Assessment, place: str) -> bool:
    """Whether a card is open from the start: the short form folds all but what every decision needs."""
    if assessment.form is Form.SHORT:
        return place in ("equality", "risk")
    return place != "other" or bool(assessment.duties.other)


def duties(assessment: Assessment) -> list[Duty]:
    """The duties that apply to the assessment, in the order in which one thinks of them."""
    makers: list[Callable[[Assessment], Duty]] = [_equality, _consultation]
    if assessment.body.nation is Nation.WALES:
        makers.append(_wales)
    return [make(assessment) for make in [*makers, _quality, _risk, _other]]


def _equality(_now: Assessment) -> Duty:
    characteristics = (
        _("Age"),
        _("Disability"),
        _("Gender reassignment"),
        _("Marriage and civil partnership"),
        _("Pregnancy and maternity"),
        _("Race"),
        _("Religion or belief"),
        _("Sex"),
        _("Sexual orientation"),
    )
    return Duty(
        "equality",
        _("Equality"),
        _("What we know, what people told us, what it means, what we do"),
        _(
            "Three aims: end discrimination, advance equal opportunity, foster good relations. It is thought of before "
            "the decision and cannot be passed to another. A bare tick, or “no impact”, is refused: say why. Nothing "
            "written here is ever added up."
        ),
        (Prompts(_("Nine characteristics; choose one to begin its line."), characteristics),),
    )


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


def _wales(_now: Assessment) -> Duty:
    ways = (
        _("Long term"),
        _("Prevention"),
        _("Integration"),
        _("Collaboration"),
        _("Involvement"),
        _("Welsh language"),
    )
    return Duty(
        "wales",
        _("Wales: well-being and the Welsh language"),
        _("How the five ways of working were followed, and what it does to the Welsh language"),
        _(
            "For the Welsh language: effects on the chance to use it, and on treating it no less favourably than "
            "English; and how the effect could be made better."
        ),
        (Prompts(_("Five ways of working, and the language; choose one to begin its line."), ways),),
    )


def _quality(now: Assessment) -> Duty:
    elements = (_("Need"), _("Design"), _("Reporting"), _("Response"), _("Risk"))
    measures = _("Management measures")
    mechanisms = (_("Market"), _("Professional standards"), _("Peer review"), measures, _("Democratic check"))
    fit = _(_FITS[now.kind]) if now.kind is not None else _("Say on the first page which kind of decision it is.")
    warned = now.kind in (Kind.INVOLVEMENT, Kind.JOINED_UP)
    return Duty(
        "quality",
        _("Quality"),
        _("How will we know that it works, and who looks?"),
        fit,
        (
            Prompts(_("Five elements of a plan, each with an owner and a date."), elements),
            Prompts(_("Who or what checks it."), mechanisms),
        ),
        alone=measures if warned else "",
        misfit=_("Management measures alone do not fit this kind of decision: add a check by people."),
    )


def _risk(_now: Assessment) -> Duty:
    return Duty(
        "risk",
        _("Risk and stop-rule"),
        _("What could go wrong, and what would make us stop?"),
        _("For example: “If fewer than half of the families use it by June, the clerk brings it back to committee.”"),
    )


def _other(now: Assessment) -> Duty:
    best_value = () if now.body.kind in _LOCAL else (_("Best value"),)
    prompts = (
        *best_value,
        _("Social value in buying"),
        _("Crime and disorder"),
        _("Nature"),
        _("Land and buildings"),
        _("Personal data"),
        _("Human rights"),
    )
    return Duty(
        "other",
        _("Anything else"),
        _("What else had to be weighed"),
        _("Only what bears on this decision. Name no one who is affected."),
        (Prompts(_("Choose one to begin its line."), prompts),),
    )
