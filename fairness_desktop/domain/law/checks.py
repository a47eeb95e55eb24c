"""The rules of a legal pack held against an assessment: what is refused, and what wants a look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...i18n import _
from ..assessment import Assessment
from ..findings import Finding, Severity
from ..money.mechanisms import Borrowing
from ..vocabulary import AuthorityKind, Capacity
from .choosing import is_executive, pack_for, record_duty
from .pack import LegalPack, Rule
from .words import Check, Matter, MemberPart, Need, RecordField, Route, law_label

_CAPACITY = "authority.decision_maker.capacity"


def law_findings(assessment: Assessment, packs: Sequence[LegalPack]) -> tuple[Finding, ...]:
    """What the law of the body and nation says of the assessment, rule by rule; its errors stop a signature."""
    pack = pack_for(assessment, packs)
    if pack is None or assessment.body.kind is None:
        return tuple(_dates(assessment))
    found = [f for rule in pack.rules if rule.holds_for(assessment.body.kind)
             for f in _CHECKS[rule.check](assessment, rule, pack)]  # fmt: skip
    return (*_foreign_body(assessment, pack), *found, *_dates(assessment), *_record(assessment, pack))


def clear_days(notice: dt.date, decided: dt.date) -> int:
    """Whole days between the two, neither of them counted; never below 0."""
    return max(0, (decided - notice).days - 1)


def _said(rule: Rule, where: str, **named: object) -> Finding:
    """The rule's own sentence, with its source."""
    message = f"{_(rule.says).format(**named)} ({_(rule.source)})"
    return Finding(rule.severity, rule.id, where, message)


def _also(severity: Severity, code: str, where: str, message: str) -> Finding:
    return Finding(severity, code, where, message)


def _foreign_body(now: Assessment, pack: LegalPack) -> Iterator[Finding]:
    if now.body.kind not in pack.bodies:
        message = _("The rules for this nation know no such body: look at nation and kind of council again.")
        yield _also(Severity.WARNING, "body_not_in_nation", "body.kind", message)


def _capacity(now: Assessment, _rule: Rule, pack: LegalPack) -> Iterator[Finding]:
    capacity = now.authority.decision_maker.capacity
    if capacity is None or now.body.kind is None:
        return
    refusal = pack.refusal(now.body.kind, capacity)
    if refusal is not None:
        yield _also(Severity.ERROR, "may_not_decide", _CAPACITY, refusal)


def _member_as_officer(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    """An “officer” who is called chair or councillor: the chair alone, or the chair “in consultation”."""
    maker = now.authority.decision_maker
    if maker.capacity is not Capacity.OFFICER:
        return
    for said in (maker.role, maker.name):
        first = said.strip().casefold().partition(" ")[0].strip(".,:;")
        if first in rule.words:
            yield _said(rule, _CAPACITY, who=said.strip())
            return


def _not_delegable(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    capacity = now.authority.decision_maker.capacity
    if capacity in (None, Capacity.FULL_COUNCIL) or rule.matter not in _matters(now):
        return
    yield _said(rule, _CAPACITY)


def _matters(now: Assessment) -> set[Matter | None]:
    """The matter named, and borrowing where the option chosen is paid for so."""
    chosen = next((o for o in now.options if o.id == now.decision.chosen), None)
    borrows = chosen is not None and isinstance(chosen.mechanism, Borrowing)
    return {now.authority.matter, Matter.BORROWING if borrows else None}


def _pecuniary_interest(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    for i, interest in enumerate(now.declared):
        barred = interest.pecuniary and interest.part is MemberPart.TOOK_PART
        if barred and not interest.dispensation.strip():
            yield _said(rule, f"interests_declared[{i}].dispensation", who=interest.who.strip() or _("somebody"))


def _kind_and_capacity(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    if now.kind is rule.kind and now.authority.decision_maker.capacity is rule.capacity:
        yield _said(rule, _CAPACITY)


def _key_decision(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    """Notice so many clear days before; fewer under the general exception; none, but agreed, under special urgency."""
    key = now.authority.key_decision
    if not is_executive(now):
        return
    if key.is_key is None:
        message = _("Say whether it is a key decision.")
        yield _also(Severity.WARNING, "key_decision_open", "authority.key_decision.is_key", message)
    elif key.is_key and key.route is Route.SPECIAL_URGENCY:
        if not now.authority.urgency.agreed_by.strip():
            message = _("Special urgency: say which chair agreed that it cannot reasonably be deferred.")
            yield _also(Severity.ERROR, "urgency_not_agreed", "authority.urgency.agreed_by", message)
    elif key.is_key:
        yield from _notice(now, rule)


def _notice(now: Assessment, rule: Rule) -> Iterator[Finding]:
    """Whether notice was given in time; the general exception needs fewer days."""
    key, where = now.authority.key_decision, "authority.key_decision.notice"
    if key.notice is None:
        yield _also(Severity.ERROR, "no_notice", where, _("Give the date on which notice was published."))
    elif now.decision.date is not None:
        wanted = rule.exception_days if key.route is Route.GENERAL_EXCEPTION else rule.days
        given = clear_days(key.notice, now.decision.date)
        if given < wanted:
            yield _said(rule, where, given=given, wanted=wanted)


def _call_in(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    call_in = now.authority.call_in
    if is_executive(now) and call_in.ends is None and not call_in.not_subject.strip():
        yield _said(rule, "authority.call_in.ends")


def _urgency(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    urgency = now.authority.urgency
    if now.authority.kind is AuthorityKind.URGENT and not (urgency.reasons.strip() and urgency.agreed_by.strip()):
        yield _said(rule, f"authority.urgency.{'agreed_by' if urgency.reasons.strip() else 'reasons'}")


def _assessed_before(now: Assessment, rule: Rule, _pack: LegalPack) -> Iterator[Finding]:
    if now.assessed_on is not None and now.decision.date is not None and now.assessed_on > now.decision.date:
        yield _said(rule, "assessed_on")


def _dates(now: Assessment) -> Iterator[Finding]:
    """Dates that cannot be in that order, whatever the law."""
    decided = now.decision.date
    if decided is None:
        return
    notice, ends, review = now.authority.key_decision.notice, now.authority.call_in.ends, now.decision.review_date
    if notice is not None and notice > decided:
        message = _("Notice of a decision comes before it: look at both dates again.")
        yield _also(Severity.ERROR, "notice_after_decision", "authority.key_decision.notice", message)
    if ends is not None and ends < decided:
        message = _("Call-in ends after the decision: look at both dates again.")
        yield _also(Severity.ERROR, "call_in_before_decision", "authority.call_in.ends", message)
    if review is not None and review < decided:
        message = _("The review comes after the decision: look at both dates again.")
        yield _also(Severity.ERROR, "review_before_decision", "decision.review_date", message)


_FIELDS: Mapping[RecordField, tuple[str, Callable[[Assessment], bool]]] = {
    RecordField.INTERESTS: ("interests", lambda a: bool(a.interests.strip() or a.declared)),
    RecordField.CONSULTATION: ("duties.consultation", lambda a: bool(a.duties.consultation.strip() or a.consulted)),
}
"""What no other check asks for: date, decision, reasons and alternatives stop a signature by themselves."""


def _record(now: Assessment, pack: LegalPack) -> Iterator[Finding]:
    """What the record must hold and does not, where the law requires one; whether it does, where that is open."""
    duty = record_duty(now, pack)
    if duty.required is None and now.authority.decision_maker.capacity is Capacity.OFFICER:
        message = _("Answer the questions that say whether the law requires a record of this decision.")
        yield _also(Severity.NOTE, "record_duty_open", "authority.record_questions", message)
    for field, (where, is_there) in _FIELDS.items():
        if duty.required and pack.record.needs.get(field) is Need.REQUIRED and not is_there(now):
            message = _("The record must say: {what} ({source}).")
            named = {"what": law_label(field).lower(), "source": _(pack.record.source)}
            yield _also(Severity.WARNING, "record_lacks", where, message.format(**named))


_CHECKS: Mapping[Check, Callable[[Assessment, Rule, LegalPack], Iterator[Finding]]] = {
    Check.CAPACITY: _capacity,
    Check.MEMBER_AS_OFFICER: _member_as_officer,
    Check.NOT_DELEGABLE: _not_delegable,
    Check.PECUNIARY_INTEREST: _pecuniary_interest,
    Check.KIND_AND_CAPACITY: _kind_and_capacity,
    Check.KEY_DECISION: _key_decision,
    Check.CALL_IN: _call_in,
    Check.URGENCY: _urgency,
    Check.ASSESSED_BEFORE: _assessed_before,
}
