"""Whether the law requires a record, and the dates it turns on: notice, call-in, urgency, the assessment itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from ...domain.assessment import Assessment
from ...domain.authority import Authority
from ...domain.errors import InvalidInputError
from ...domain.law.choosing import is_executive, record_duty
from ...domain.law.words import Check, RecordWhen, Route, law_label
from ...domain.vocabulary import AuthorityKind, Capacity
from ...i18n import _
from ...telling.law import duty_sentence
from ..form import Form
from ..session_model import SessionModel
from ..theme import MEDIUM
from ..widgets.basics import Words
from ..widgets.date_line import DateLine
from ..widgets.inputs import Choice, TextArea, TextLine
from ..widgets.segments import YesNo
from .part import Part

_QUESTIONS = "authority.record_questions"
_KEY, _CALL_IN, _URGENCY = "authority.key_decision", "authority.call_in", "authority.urgency"


class RecordDutyCard(Part):
    """Only what the law of this body asks: the four questions of an officer's decision, or notice and call-in."""

    def __init__(self, session: SessionModel) -> None:
        super().__init__(session, _("Must it be recorded, and when may it be carried out?"))
        self.sentence = Words("", weight=MEDIUM)
        self.box.addWidget(self.sentence)
        self._dates: dict[str, DateLine] = {}
        self._ask_the_four()
        self._ask_executive()
        self._ask_urgency()
        form = self.form()
        day = _("The day on which this assessment was finished. It cannot be after the decision.")
        self._ask_day(form, "assessed_on", _("Assessed on"), day)

    def _ask_the_four(self) -> None:
        form = self.form()
        asked = {
            "licence": _("Does it grant a permission or licence?"),
            "rights": _("Does it affect the rights of an individual?"),
            "spending": _("Does it award a contract, or spend so that it materially affects the finances?"),
        }
        self.questions = {name: YesNo(caption) for name, caption in asked.items()}
        for name, caption in asked.items():
            self.ask(form, f"{_QUESTIONS}.{name}", caption, self.questions[name])

    def _ask_executive(self) -> None:
        form = self.form()
        self.is_key = YesNo(_("Is it a key decision?"))
        self.route = Choice([(r.value, law_label(r)) for r in Route])
        self.not_subject = TextLine()
        self.ask(form, f"{_KEY}.is_key", _("Is it a key decision?"), self.is_key)
        self.ask(form, f"{_KEY}.route", _("How was notice given?"), self.route)
        clear = _("28 clear days before the decision; 5 under the general exception.")
        self._ask_day(form, f"{_KEY}.notice", _("Notice published on"), clear)
        self._ask_day(form, f"{_CALL_IN}.ends", _("Call-in ends on"), _("The last day on which it can be called in."))
        self.ask(form, f"{_CALL_IN}.not_subject", _("Or why it is not subject to call-in"), self.not_subject)

    def _ask_urgency(self) -> None:
        form = self.form()
        self.urgent_reasons, self.agreed_by = TextArea(lines=2), TextLine()
        self.ask(form, f"{_URGENCY}.reasons", _("Why could it not wait?"), self.urgent_reasons)
        self.ask(form, f"{_URGENCY}.agreed_by", _("Who agreed that it could not?"), self.agreed_by)

    def _ask_day(self, form: Form, place: str, caption: str, help_text: str) -> None:
        self._dates[place] = DateLine()
        self.ask(form, place, caption, self._dates[place], help_text)

    def refresh(self) -> None:
        now = self.session.assessment
        authority, pack = now.authority, self.session.pack
        for name, question in self.questions.items():
            question.show_answer(getattr(authority.questions, name))
        self.is_key.show_answer(authority.key_decision.is_key)
        self.route.show_value(authority.key_decision.route)
        self.not_subject.show_value(authority.call_in.not_subject)
        self.urgent_reasons.show_value(authority.urgency.reasons)
        self.agreed_by.show_value(authority.urgency.agreed_by)
        self._dates["assessed_on"].show_date(now.assessed_on)
        self._dates[f"{_KEY}.notice"].show_date(authority.key_decision.notice)
        self._dates[f"{_CALL_IN}.ends"].show_date(authority.call_in.ends)
        self._show_what_applies(now)
        said = "" if pack is None else f"{duty_sentence(record_duty(now, pack), pack)} {_(pack.record.carried_out)}"
        self.sentence.setText(said)
        self.sentence.setVisible(bool(said))
        self._say_faults()

    def _show_what_applies(self, now: Assessment) -> None:
        """Ask only what the rules of this body turn on, and what is answered already."""
        authority, pack = now.authority, self.session.pack
        seven = pack is not None and pack.record.when is RecordWhen.REGULATION_7
        officer = authority.decision_maker.capacity is Capacity.OFFICER
        general = authority.kind not in (None, AuthorityKind.EXPRESS)
        checks = set() if pack is None else {rule.check for rule in pack.rules}
        key = is_executive(now) and Check.KEY_DECISION in checks
        call_in = is_executive(now) and Check.CALL_IN in checks
        is_key, route = authority.key_decision.is_key, authority.key_decision.route
        urgent = authority.kind is AuthorityKind.URGENT or (key and route is Route.SPECIAL_URGENCY)
        for name in self.questions:
            answered = getattr(authority.questions, name) is not None
            self.rows[f"{_QUESTIONS}.{name}"].setVisible((seven and officer and general) or answered)
        shown = {
            f"{_KEY}.is_key": key or is_key is not None,
            f"{_KEY}.route": bool(key and is_key),
            f"{_KEY}.notice": bool(key and is_key) and route is not Route.SPECIAL_URGENCY,
            f"{_CALL_IN}.ends": call_in or authority.call_in.ends is not None,
            f"{_CALL_IN}.not_subject": call_in or bool(authority.call_in.not_subject),
            f"{_URGENCY}.reasons": urgent or bool(authority.urgency.reasons),
            f"{_URGENCY}.agreed_by": urgent or bool(authority.urgency.agreed_by),
        }
        for place, visible in shown.items():
            self.rows[place].setVisible(visible)

    def _say_faults(self) -> None:
        """What the law says of a date stands beside it."""
        faults = {f.where: f.message for f in self.session.law()}
        for place, line in self._dates.items():
            try:
                line.date()
            except InvalidInputError:
                continue
            self.rows[place].show_error(faults.get(place, ""))

    def value(self, now: Assessment) -> Assessment:
        return replace(
            now,
            assessed_on=self._day("assessed_on", now.assessed_on),
            authority=self._authority(now.authority),
        )

    def _authority(self, old: Authority) -> Authority:
        route = self.route.value()
        asked = self.questions
        return replace(
            old,
            questions=replace(
                old.questions,
                licence=asked["licence"].answer(),
                rights=asked["rights"].answer(),
                spending=asked["spending"].answer(),
            ),
            key_decision=replace(
                old.key_decision,
                is_key=self.is_key.answer(),
                route=None if route is None else Route(route),
                notice=self._day(f"{_KEY}.notice", old.key_decision.notice),
            ),
            call_in=replace(
                old.call_in,
                ends=self._day(f"{_CALL_IN}.ends", old.call_in.ends),
                not_subject=self.not_subject.value(),
            ),
            urgency=replace(old.urgency, reasons=self.urgent_reasons.value(), agreed_by=self.agreed_by.value()),
        )

    def _day(self, place: str, last_good: dt.date | None) -> dt.date | None:
        try:
            return self._dates[place].date()
        except InvalidInputError as error:
            self.rows[place].show_error(error.message)
            return last_good
