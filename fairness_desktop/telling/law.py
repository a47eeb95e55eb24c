"""What the law asks of a decision, in sentences."""

from __future__ import annotations

from ..domain.authority import Authority
from ..domain.law.choosing import Because, RecordDuty
from ..domain.law.pack import LegalPack
from ..domain.law.words import Route, law_label
from ..i18n import _
from .figures import day


def duty_sentence(duty: RecordDuty, pack: LegalPack) -> str:
    """Whether a written record is required, by which law, and why."""
    if duty.required is None:
        return _("Whether the law requires a record is not answered yet.")
    why = {
        Because.EXECUTIVE: _("it is a decision of the executive"),
        Because.EXPRESS: _("an officer decides under an express authority"),
        Because.LICENCE: _("an officer grants a permission or licence"),
        Because.RIGHTS: _("an officer affects the rights of an individual"),
        Because.SPENDING: _("an officer awards a contract, or spends so that it materially affects the finances"),
        Because.NONE_OF_THEM: _("it is none of the four cases in which an officer must record a decision"),
        Because.NOT_AN_OFFICER: _("it is no officer who decides, and the minutes record it"),
        Because.NO_RULE: _("no rule asks for one"),
        Because.OPEN: "",
    }[duty.because]
    if duty.required:
        return _("A written record is required ({source}): {why}.").format(source=_(pack.record.source), why=why)
    return _("A written record is good practice: {why}.").format(why=why)


def source_sentence(pack: LegalPack) -> str:
    """Which rules these are, how old, and who checked them."""
    checked = _("No monitoring officer has checked these rules.")
    if pack.checked_by:
        checked = _("Checked by {name}, {date}.").format(name=pack.checked_by, date=pack.checked_on or _("no date"))
    return _("Rules: {title}, as they stood on {date}. {checked}").format(
        title=_(pack.title), date=pack.date, checked=checked
    )


def key_sentence(authority: Authority) -> str:
    """Whether it is a key decision, and how notice was given; empty while nothing is said."""
    key = authority.key_decision
    if key.is_key is None:
        return ""
    if not key.is_key:
        return _("no key decision")
    notice = _("no date of notice given") if key.notice is None else _("notice on {day}").format(day=day(key.notice))
    route = law_label(key.route or Route.NOTICE).lower()
    return _("a key decision: {route}, {notice}").format(route=route, notice=notice)


def call_in_sentence(authority: Authority) -> str:
    """When call-in ends, or why there is none; empty while nothing is said."""
    call_in = authority.call_in
    if call_in.ends is not None:
        return _("ends on {day}").format(day=day(call_in.ends))
    return _("not subject to call-in: {why}").format(why=call_in.not_subject) if call_in.not_subject.strip() else ""
