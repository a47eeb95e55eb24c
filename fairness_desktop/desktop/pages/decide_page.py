"""Step 8: what is decided, and why?"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ...domain.assessment import Assessment
from ...domain.decision import Decision, Rejected
from ...domain.errors import InvalidInputError
from ...domain.progress import Step
from ...domain.readiness import Standing
from ...domain.vocabulary import Floor, OptionId, label
from ...i18n import N_, _
from ...scoring.result import Result
from ...telling.figures import ratio, signed
from ...telling.sentences import option_name
from ..deciding.after_card import AfterCard
from ..deciding.findings_card import LookCard, MissingCard
from ..deciding.gut_card import GutBeside
from ..deciding.votes_card import VotesCard
from ..decision.part import Part
from ..form import Form, Row
from ..issue.record_card import RecordCard
from ..papers.papers_card import PapersCard
from ..reviewing.review_card import ReviewCard
from ..widgets.basics import Button, Card, Subtitle, Words
from ..widgets.choice_cards import ChoiceCards
from ..widgets.date_line import DateLine
from ..widgets.folding import put_in_reading_order
from ..widgets.inputs import TextArea
from .base import Page


class DecidePage(Page):
    """The choice beside the leader, its reasons, the options rejected; what is still missing; the record."""

    step = Step.DECIDE
    title = N_("Decide")
    question = N_("What is decided, and why?")

    def _build(self) -> None:
        self.rows: dict[str, Row] = {}
        self.areas: dict[str, TextArea] = {}
        self._choice()
        self.gut = GutBeside(self.session)
        self.box.addWidget(self.gut)
        self._reasons()
        self._rejected_card = Card()
        self._rejected_card.box.addWidget(Subtitle(_("Why the others were rejected")))
        self._rejected_form = Form()
        self._rejected_card.box.addWidget(self._rejected_form)
        self.rejected: dict[OptionId, TextArea] = {}
        self.box.addWidget(self._rejected_card)
        self.votes, self.after = VotesCard(self.session), AfterCard(self.session)
        self.papers = PapersCard(self.session)
        self.parts: tuple[Part, ...] = (self.votes, self.after, self.papers)
        for part in self.parts:
            self.box.addWidget(part)
        self.missing, self.look = MissingCard(), LookCard(self.session)
        for card in (self.missing, self.look):
            self.box.addWidget(card)
            card.place_wanted.connect(self.place_wanted)
        self.record = RecordCard(self.session)
        self.review = ReviewCard(self.session)
        self.parts = (*self.parts, self.review)
        self.box.addWidget(self.record)
        self.box.addWidget(self.review)
        self.box.addStretch(1)

    def _choice(self) -> None:
        self._choice_card = Card()
        self._choice_card.box.addWidget(Subtitle(_("The option chosen")))
        self._leader = Words("", colour="muted")
        self._choice_card.box.addWidget(self._leader)
        self._choices: list[tuple[str, str, str]] = []
        self.chosen = ChoiceCards(self._choices)
        self._choice_card.box.addWidget(self.chosen)
        form = Form()
        self.date = DateLine()
        self.rows["decision.date"] = form.add(_("Date of the decision"), self.date, _("The day on which it is taken."))
        self.today = Button(_("Today"), "link")
        form.add_widget(self.today)
        self._choice_card.box.addWidget(form)
        self.box.addWidget(self._choice_card)

    def _reasons(self) -> None:
        card, form = Card(), Form()
        card.box.addWidget(Subtitle(_("Reasons")))
        card.box.addWidget(form)
        self._area(
            form, "reasons", _("Reasons for the choice"), _("In your own words: this is the statutory reason."), lines=5
        )
        self._area(
            form,
            "departure_reason",
            _("Why not the leading option"),
            _("Needed because another option leads. Nobody is bound by the score; the reason is what counts."),
        )
        self._area(
            form, "floor_reason", _("Why it is justified although the floor is RED"), _("Or refer the decision up.")
        )
        self._area(form, "mitigation", _("What softens the harm"), _("Who does what, by when."))
        self._area(
            form,
            "less_harmful",
            _("Which less harmful way was considered, and why not?"),
            _("Decisions have been quashed for want of this answer."),
        )
        self.box.addWidget(card)

    def _area(self, form: Form, name: str, caption: str, help_text: str, lines: int = 3) -> None:
        area = TextArea(lines=lines)
        self.areas[name] = area
        self.rows[f"decision.{name}"] = form.add(caption, area, help_text)

    def _connect(self) -> None:
        self.date.edited.connect(self.commit)
        for part in self.parts:
            part.edited.connect(self.commit)
        for area in self.areas.values():
            area.edited.connect(self.commit)
        self.today.clicked.connect(self._set_today)
        self.record.seal_wanted.connect(self.seal_wanted)

    def refresh(self) -> None:
        now = self.session.assessment
        self._offer(now)
        decision = now.decision
        self.chosen.show_value(decision.chosen)
        self.date.show_date(decision.date)
        for name, area in self.areas.items():
            area.show_value(getattr(decision, name))
        for option, area in self.rejected.items():
            area.show_value(decision.why_rejected(option))
        self._show_what_applies(self._standing(decision), decision)
        self.gut.refresh()
        for part in self.parts:
            part.refresh()
        self.missing.show_missing(self.session.missing())
        self.look.refresh()
        self.record.refresh()
        put_in_reading_order(self.box)

    def _standing(self, decision: Decision) -> Standing | None:
        result = self.session.result
        if result is None or decision.chosen is None:
            return None
        return result.standing(decision.chosen)

    def _offer(self, now: Assessment) -> None:
        """The options as cards and, but for the chosen one, as rows for why not; built anew when they changed."""
        result = self.session.result
        self._leader.setText(
            _("{id} leads.").format(id=result.leader) if result and result.leader else _("No option leads yet.")
        )
        choices = [(str(o.id), f"{o.id}  {option_name(now, o.id)}", _about(result, o.id)) for o in now.options]
        if choices != self._choices:
            fresh = ChoiceCards(choices)
            self._choices = choices
            fresh.edited.connect(self.commit)
            focused = self.chosen.isAncestorOf(self.focusWidget() or self)
            self._choice_card.box.replaceWidget(self.chosen, fresh)
            self.chosen.hide()  # it is there until the event loop comes round, and would be heard twice
            self.chosen.deleteLater()
            self.chosen = fresh
            if focused and now.decision.chosen in fresh.buttons:
                fresh.buttons[now.decision.chosen].setFocus()
        wanted = [o.id for o in now.options if o.id != now.decision.chosen]
        if list(self.rejected) != wanted or now.decision.chosen is None:
            self._rebuild_rejected(now, wanted if now.decision.chosen is not None else [])
        self._rejected_card.setVisible(now.decision.chosen is not None and bool(wanted))

    def _rebuild_rejected(self, now: Assessment, wanted: list[OptionId]) -> None:
        form, self.rejected = Form(), {}
        for option in wanted:
            area = TextArea(lines=2)
            caption = _("Why not {id}, {name}").format(id=option, name=option_name(now, option))
            form.add(caption, area)
            area.edited.connect(self.commit)
            self.rejected[option] = area
        self._rejected_card.box.replaceWidget(self._rejected_form, form)
        self._rejected_form.hide()
        self._rejected_form.deleteLater()
        self._rejected_form = form

    def _show_what_applies(self, standing: Standing | None, decision: Decision) -> None:
        """Ask for a justification only where one is needed, or was given."""
        departs = standing is not None and not standing.leads
        red = standing is not None and standing.floor is Floor.RED
        for name, needed in (
            ("departure_reason", departs),
            ("floor_reason", red),
            ("mitigation", red),
            ("less_harmful", red),
        ):
            self.rows[f"decision.{name}"].setVisible(needed or bool(getattr(decision, name)))

    def commit(self) -> None:
        now = self.session.assessment
        old = now.decision
        chosen = self.chosen.value()
        decision = replace(
            old,
            chosen=None if chosen is None else OptionId(chosen),
            date=self._date("decision.date", self.date, old.date),
            rejected=self._rejections(old, chosen),
            reasons=self.areas["reasons"].value(),
            departure_reason=self.areas["departure_reason"].value(),
            floor_reason=self.areas["floor_reason"].value(),
            mitigation=self.areas["mitigation"].value(),
            less_harmful=self.areas["less_harmful"].value(),
        )
        new = replace(now, decision=decision)
        for part in self.parts:
            new = part.value(new)
        self.session.change(new)

    def _rejections(self, old: Decision, chosen: str | None) -> tuple[Rejected, ...]:
        """The reasons against the others: those shown, and those given earlier that are not on show."""
        written = {option: area.value() for option, area in self.rejected.items()}
        kept = [replace(r, why=written.pop(r.option, r.why)) for r in old.rejected if r.option != chosen]
        added = [Rejected(option, why) for option, why in written.items() if why and option != chosen]
        return (*(r for r in kept if r.why or r.extra), *added)

    def _date(self, place: str, line: DateLine, last_good: dt.date | None) -> dt.date | None:
        try:
            date = line.date()
        except InvalidInputError as error:
            self.rows[place].show_error(error.message)
            return last_good
        self.rows[place].show_error("")
        return date

    def _set_today(self) -> None:
        self.date.setText(dt.date.today().strftime("%d/%m/%Y"))  # noqa: DTZ011 - the day on the user's own wall
        self.commit()

    def show_place(self, where: str) -> None:
        if where == "decision.chosen" and self.chosen.buttons:
            next(iter(self.chosen.buttons.values())).setFocus()
            self.ensureWidgetVisible(self.chosen)
        elif where.startswith("decision.rejected"):
            empty = [a for a in self.rejected.values() if not a.value()] or list(self.rejected.values())
            if empty:
                empty[0].setFocus()
                self.ensureWidgetVisible(empty[0])
        elif where in self.rows:
            self.rows[where].field.setFocus()
            self.ensureWidgetVisible(self.rows[where])
        else:
            found = next(filter(None, (part.focus_on(where) for part in self.parts)), self.record.focus_on(where))
            if found is not None:
                self.ensureWidgetVisible(found)


def _about(result: Result | None, option: OptionId) -> str:
    if result is None:
        return ""
    figures = result.option(option)
    said = _("score {score}, floor {floor}, focus {focus}").format(
        score=signed(figures.score), floor=label(figures.floor), focus=ratio(figures.focus_ratio)
    )
    return said if figures.feasible else f"{said}; {_('not feasible')}"
