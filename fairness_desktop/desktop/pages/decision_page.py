"""Step 1: what is to be decided, and may you decide it?"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...domain.assessment import Assessment
from ...domain.authority import Authority, Body, DecisionMaker
from ...domain.progress import Step
from ...domain.vocabulary import AuthorityKind, BodyKind, Capacity, Kind, Nation, label
from ...i18n import N_, _
from ..form import Form, Row
from ..theme import BODY, MEDIUM
from ..widgets.basics import Card, Mark, Subtitle, Words
from ..widgets.choice_cards import ChoiceCards
from ..widgets.inputs import Choice, TextArea, TextLine
from ..widgets.marks import disc_with_tick, octagon_with_cross
from .base import Page

Word = TypeVar("Word", bound=StrEnum)


class DecisionPage(Page):
    """What, for which council, by whom and under which authority, and which kind of decision it is."""

    step = Step.DECISION
    title = N_("Decision")
    question = N_("What is to be decided, and may you decide it?")

    def _build(self) -> None:
        self.rows: dict[str, Row] = {}
        self._what()
        self._kind()
        self._council()
        self._maker()
        self._interests()
        self.box.addStretch(1)

    def _what(self) -> None:
        card, form = _card(_("What is to be decided"))
        self.decision_title = TextLine(most=300)
        self.summary = TextArea(lines=3)
        self._row(form, "title", _("Decision in one line"), self.decision_title, _("As it will stand in the register."))
        self._row(
            form,
            "summary",
            _("What it is about"),
            self.summary,
            _("Two or three plain sentences for someone who was not there."),
        )
        self.box.addWidget(card)

    def _kind(self) -> None:
        card, _form = _card(_("Which of the four kinds of decision is it?"))
        card.box.addWidget(
            Words(_("Each kind weighs the criteria in its own way. If in doubt, take “Framework”."), colour="muted")
        )
        kinds = self.session.framework.kinds
        self.kind = ChoiceCards([(k.value, label(k), _(kinds[k].about)) for k in Kind])
        card.box.addWidget(self.kind)
        self.box.addWidget(card)

    def _council(self) -> None:
        card, form = _card(_("Whose decision is it?"))
        self.body_name = TextLine(most=200)
        self.body_kind = Choice([(k.value, label(k)) for k in BodyKind])
        self.nation = ChoiceCards([(n.value, label(n), "") for n in Nation])
        self._row(form, "body.name", _("Council"), self.body_name)
        self._row(form, "body.kind", _("Kind of council"), self.body_kind, _("Decides who may lawfully decide."))
        self._row(form, "body.nation", _("Nation"), self.nation)
        self.box.addWidget(card)

    def _maker(self) -> None:
        card, form = _card(_("Who decides, and by what power?"))
        self.capacity = Choice([(c.value, label(c)) for c in Capacity])
        self.maker_name, self.maker_role = TextLine(most=200), TextLine(most=200)
        self.authority_kind = Choice([(k.value, label(k)) for k in AuthorityKind])
        self.instrument = TextLine(most=500)
        maker = "authority.decision_maker"
        self._row(form, f"{maker}.capacity", _("Decided by"), self.capacity)
        self.lawful = _Lawful()
        form.add_widget(self.lawful)
        self._row(form, f"{maker}.name", _("Name"), self.maker_name, _("The person, or the committee as it is called."))
        self._row(
            form, f"{maker}.role", _("Role"), self.maker_role, _("For example: Clerk, or Chair of the committee.")
        )
        self._row(form, "authority.kind", _("Authority"), self.authority_kind)
        self._row(
            form,
            "authority.instrument",
            _("Where it is written"),
            self.instrument,
            _("The minute, or the line of the scheme of delegation. For example: Minute 41/26."),
        )
        self.box.addWidget(card)

    def _interests(self) -> None:
        card, form = _card(_("Interests, and your name for the history"))
        self.interests = TextArea(lines=2)
        self.who = TextLine(most=120)
        self._row(form, "interests", _("Interests declared"), self.interests, _("Who declared what; or “none”."))
        self._row(
            form,
            "who",
            _("Your name"),
            self.who,
            _("Stands beside each change in the history. It is chosen on this laptop; nobody proves it."),
        )
        self.box.addWidget(card)

    def _row(self, form: Form, place: str, caption: str, field: QWidget, help_text: str = "") -> None:
        self.rows[place] = form.add(caption, field, help_text)

    def _connect(self) -> None:
        self.kind.edited.connect(self.commit)
        self.who.edited.connect(self._name_myself)
        for place, row in self.rows.items():
            if place != "who":
                row.field.edited.connect(self.commit)  # type: ignore[attr-defined]

    def refresh(self) -> None:
        now = self.session.assessment
        maker = now.authority.decision_maker
        self.decision_title.show_value(now.title)
        self.summary.show_value(now.summary)
        self.kind.show_value(now.kind)
        self.body_name.show_value(now.body.name)
        self.body_kind.show_value(now.body.kind)
        self.nation.show_value(now.body.nation)
        self.capacity.show_value(maker.capacity)
        self.maker_name.show_value(maker.name)
        self.maker_role.show_value(maker.role)
        self.authority_kind.show_value(now.authority.kind)
        self.instrument.show_value(now.authority.instrument)
        self.interests.show_value(now.interests)
        self.who.show_value(self.session.services.register.who())
        self.lawful.show_answer(now.body, maker.capacity, self._refusal(now))

    def _refusal(self, now: Assessment) -> str | None:
        capacity, body = now.authority.decision_maker.capacity, now.body
        if capacity is None or body.kind is None:
            return None
        packs = [p for p in self.session.services.packs if p.nation is body.nation]
        return next((r for r in (p.refusal(body.kind, capacity) for p in packs) if r is not None), None)

    def commit(self) -> None:
        now = self.session.assessment
        self.session.change(
            replace(
                now,
                title=self.decision_title.value(),
                summary=self.summary.value(),
                kind=_word(Kind, self.kind.value()),
                body=replace(
                    now.body,
                    name=self.body_name.value(),
                    kind=_word(BodyKind, self.body_kind.value()),
                    nation=_word(Nation, self.nation.value()),
                ),
                authority=self._authority(now.authority),
                interests=self.interests.value(),
            )
        )

    def _authority(self, old: Authority) -> Authority:
        maker: DecisionMaker = replace(
            old.decision_maker,
            name=self.maker_name.value(),
            role=self.maker_role.value(),
            capacity=_word(Capacity, self.capacity.value()),
        )
        kind = _word(AuthorityKind, self.authority_kind.value())
        return replace(old, kind=kind, instrument=self.instrument.value(), decision_maker=maker)

    def _name_myself(self) -> None:
        self.session.services.register.set_who(self.who.value())

    def show_place(self, where: str) -> None:
        if where == "kind":
            self.kind.buttons[self.kind.value() or Kind.INVOLVEMENT].setFocus()
            self.ensureWidgetVisible(self.kind)
        elif where == "body.nation":
            self.nation.buttons[Nation.ENGLAND].setFocus()
            self.ensureWidgetVisible(self.nation)
        elif where in self.rows:
            self.rows[where].field.setFocus()
            self.ensureWidgetVisible(self.rows[where])


class _Lawful(QWidget):
    """Whether the law lets it be decided so, said at once."""

    def __init__(self) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self._mark = Mark(_allowed, 20)
        self._words = Words("", BODY, MEDIUM)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self._words, 1)

    @property
    def sentence(self) -> str:
        """What is said of the law now."""
        return self._words.text()

    def show_answer(self, body: Body, capacity: Capacity | None, refusal: str | None) -> None:
        """Say what the law says; nothing while the question is not complete."""
        self.setVisible(capacity is not None and body.kind is not None and body.nation is not None)
        self._mark.show_mark(_allowed if refusal is None else _refused)
        self._words.set_colour("text" if refusal is None else "red")
        self._words.setText(_("The law lets this be decided so.") if refusal is None else refusal)


def _card(title: str) -> tuple[Card, Form]:
    card, form = Card(), Form()
    card.box.addWidget(Subtitle(title))
    card.box.addWidget(form)
    return card, form


def _word(words: type[Word], value: str | None) -> Word | None:
    return None if value is None else words(value)


def _allowed(painter: QPainter, rect: QRectF) -> None:
    disc_with_tick(painter, rect, "green")


def _refused(painter: QPainter, rect: QRectF) -> None:
    octagon_with_cross(painter, rect, "red")
