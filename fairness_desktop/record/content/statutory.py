"""The statutory record: the fields the law asks for, those it requires first; gaps stated as gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date
from enum import Enum

from ...domain.assessment import Assessment
from ...domain.vocabulary import Capacity, Nation, label
from ...i18n import _
from ...telling.figures import day
from ..subject import RecordSubject
from .tree import Heading, Node, Paragraph, Table
from .wording import named, or_gap

KEEP_RECORD, KEEP_PAPERS = 6, 4
"""Years from the decision (SI 2014/2095, regulations 8 and 9); good practice where that does not apply."""


class Law(Enum):
    """Whose decision it is, in whose law."""

    ENGLAND = "SI 2014/2095"
    ENGLAND_EXECUTIVE = "SI 2012/2089"
    WALES = "good practice"
    WALES_EXECUTIVE = "SI 2001/2290"


_ALWAYS = ("decision", "date", "reasons")
_REQUIRED = {
    Law.ENGLAND: (*_ALWAYS, "rejected", "interests"),
    Law.ENGLAND_EXECUTIVE: (*_ALWAYS, "rejected", "interests"),
    Law.WALES: _ALWAYS,
    Law.WALES_EXECUTIVE: (*_ALWAYS, "interests", "consultation"),
}


def statutory(subject: RecordSubject) -> Iterator[Node]:
    """A row a field, those that the law of the body and nation requires first."""
    now = subject.assessment
    yield Heading(_("The statutory record"))
    law = _law(now)
    yield Paragraph(
        _("Fields after {law}, those it requires first. This program gives no legal advice.").format(law=_named(law)),
        small=True,
    )
    fields = {**_decision(now), **_circumstances(now)}
    order = (*_REQUIRED[law], *(key for key in fields if key not in _REQUIRED[law]))
    rows = tuple(fields[key] for key in order)
    yield Table(_("The statutory record"), (_("Field"), _("What is recorded")), rows, (0.28, 0.72))


def _decision(now: Assessment) -> dict[str, tuple[str, str]]:
    decision = now.decision
    return {
        "decision": (_("Decision"), named(now, decision.chosen) if decision.chosen else _("not stated")),
        "date": (_("Date of the decision"), _day(decision.date)),
        "reasons": (_("Reasons"), or_gap(decision.reasons)),
        "rejected": (_("Alternatives considered and rejected"), _rejected(now)),
        "interests": (_("Interests declared, and dispensations"), or_gap(now.interests)),
        "consultation": (_("Consultation"), or_gap(now.duties.consultation)),
    }


def _circumstances(now: Assessment) -> dict[str, tuple[str, str]]:
    authority, maker = now.authority, now.authority.decision_maker
    return {
        "title": (_("Title"), or_gap(now.title)),
        "reference": (_("Reference"), now.reference or _("given when the record is issued")),
        "body": (_("Council"), _kind_of_body(now)),
        "maker": (_("Decision-maker"), or_gap(maker.name)),
        "role": (_("Role"), or_gap(maker.role)),
        "capacity": (_("Capacity"), label(maker.capacity) if maker.capacity else _("not stated")),
        "authority": (_("Authority"), label(authority.kind) if authority.kind else _("not stated")),
        "instrument": (_("Where it is written"), or_gap(authority.instrument)),
        "kind": (_("Kind of decision"), label(now.kind) if now.kind else _("not stated")),
        "review": (_("Review"), _day(now.decision.review_date)),
        "keep": (_("To be kept"), _keep(now.decision.date)),
    }


def _day(value: date | None) -> str:
    return day(value) if value else _("not stated")


def _keep(decided: date | None) -> str:
    if decided is None:
        return _("six years from the decision; its background papers four")
    return _("until {record}; its background papers until {papers}").format(
        record=day(_years_after(decided, KEEP_RECORD)), papers=day(_years_after(decided, KEEP_PAPERS))
    )


def _years_after(value: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February where there is none. The calendar ends in 9999."""
    year = min(value.year + years, MAXYEAR)
    try:
        return value.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _law(now: Assessment) -> Law:
    executive = now.authority.decision_maker.capacity in (Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER)
    if now.body.nation is Nation.WALES:
        return Law.WALES_EXECUTIVE if executive else Law.WALES
    return Law.ENGLAND_EXECUTIVE if executive else Law.ENGLAND


def _named(law: Law) -> str:
    return {
        Law.ENGLAND: _("SI 2014/2095, regulation 7"),
        Law.ENGLAND_EXECUTIVE: _("SI 2012/2089, regulations 12 and 13"),
        Law.WALES: _("good practice for councils in Wales"),
        Law.WALES_EXECUTIVE: _("SI 2001/2290 (Wales)"),
    }[law]


def _kind_of_body(now: Assessment) -> str:
    kind = label(now.body.kind) if now.body.kind else _("kind not stated")
    nation = label(now.body.nation) if now.body.nation else _("nation not stated")
    return f"{or_gap(now.body.name)} ({kind}, {nation})"


def _rejected(now: Assessment) -> str:
    others = [o for o in now.options if o.id != now.decision.chosen]
    return "\n".join(f"{named(now, o.id)}. {or_gap(now.decision.why_rejected(o.id))}" for o in others) or _("none")
