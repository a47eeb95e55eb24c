"""The statutory record: the fields the law asks for, those it requires first; gaps stated as gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date

from ....domain.assessment import Assessment
from ....domain.law.choosing import record_duty
from ....domain.law.pack import LegalPack
from ....domain.law.words import Matter, Need, RecordField, law_label
from ....domain.vocabulary import label
from ....i18n import _, ngettext
from ....telling.figures import day
from ....telling.law import call_in_sentence, duty_sentence, key_sentence, source_sentence
from ...subject import RecordSubject
from ..tree import Gap, Heading, Node, Paragraph, Table
from ..wording import named, or_gap, yes_no

KEEP_RECORD, KEEP_PAPERS = 6, 4
"""Years from the decision, where no pack says; good practice in every one of them."""

Row = tuple[str, str, str]
"""Field, whether the law asks for it, and what is recorded."""


def statutory(subject: RecordSubject) -> Iterator[Node]:
    """A row a field, those that the law of the body and nation requires first."""
    now, pack = subject.assessment, subject.pack
    yield Heading(_("The statutory record"))
    if pack is None:
        yield Gap(_("No legal pack answers for this decision: its nation is not stated."))
    else:
        yield Paragraph(duty_sentence(record_duty(now, pack), pack) + " " + _(pack.record.carried_out))
        advice = _("This program gives no legal advice.")
        yield Paragraph(f"{source_sentence(pack)} {advice}", small=True)
    rows = (*_asked(now, pack), *_circumstances(now), *_timing(now), _keep(now.decision.date, pack))
    header = (_("Field"), _("Asked"), _("What is recorded"))
    yield Table(_("The statutory record"), header, rows, (0.25, 0.15, 0.6))
    yield from _interests(now)
    yield from _consulted(now)


def _asked(now: Assessment, pack: LegalPack | None) -> tuple[Row, ...]:
    """What the law names, what it requires before what is good practice."""
    needs = dict.fromkeys(RecordField, Need.GOOD_PRACTICE) if pack is None else pack.record.needs
    first = sorted(RecordField, key=lambda field: needs[field] is not Need.REQUIRED)
    bound = pack is not None and record_duty(now, pack).required is not False
    asked = {field: law_label(needs[field] if bound else Need.GOOD_PRACTICE) for field in RecordField}
    return tuple((law_label(field), asked[field], _recorded(now, field)) for field in first)


def _recorded(now: Assessment, field: RecordField) -> str:
    decision = now.decision
    return {
        RecordField.DATE: _day(decision.date),
        RecordField.DECISION: named(now, decision.chosen) if decision.chosen else _("not stated"),
        RecordField.REASONS: or_gap(decision.reasons),
        RecordField.ALTERNATIVES: _rejected(now),
        RecordField.INTERESTS: _interests_in_short(now),
        RecordField.DISPENSATION: _dispensations(now),
        RecordField.CONSULTATION: or_gap(now.duties.consultation),
        RecordField.BACKGROUND_PAPERS: _papers(now),
    }[field]


def _interests_in_short(now: Assessment) -> str:
    """What was written, and how many are told one by one below."""
    count = len(now.declared)
    below = ngettext("{count} interest, told below", "{count} interests, told below", count).format(count=count)
    parts = [now.interests.strip(), below if count else ""]
    return "\n".join(p for p in parts if p) or _("not stated")


def _dispensations(now: Assessment) -> str:
    granted = [f"{i.who}: {i.dispensation}" for i in now.declared if i.dispensation.strip()]
    return "\n".join(granted) or _("none recorded")


def _papers(now: Assessment) -> str:
    count = len(now.attachments)
    listed = ngettext("{count} paper, listed in this record", "{count} papers, listed in this record", count)
    return listed.format(count=count) if count else _("none listed")


def _circumstances(now: Assessment) -> tuple[Row, ...]:
    authority, maker, none = now.authority, now.authority.decision_maker, ""
    matter = authority.matter if authority.matter is not Matter.ORDINARY else None
    rows = (
        (_("Title"), or_gap(now.title)),
        (_("Reference"), now.reference or _("given when the record is issued")),
        (_("Council"), _kind_of_body(now)),
        (_("Decision-maker"), or_gap(maker.name)),
        (_("Role"), or_gap(maker.role)),
        (_("Capacity"), label(maker.capacity) if maker.capacity else _("not stated")),
        (_("Authority"), label(authority.kind) if authority.kind else _("not stated")),
        (_("Where it is written"), or_gap(authority.instrument)),
        (_("Kind of decision"), label(now.kind) if now.kind else _("not stated")),
        (_("Matter"), law_label(matter) if matter else none),
    )
    return tuple((field, "", said) for field, said in rows if said)


def _timing(now: Assessment) -> tuple[Row, ...]:
    """Assessment, notice, call-in, urgency, review: each only where there is something to say."""
    authority = now.authority
    urgency = " ".join(
        part
        for part in (authority.urgency.reasons.strip(), _agreed(authority.urgency.agreed_by.strip()))
        if part
    )  # fmt: skip
    rows = (
        (_("Assessed on"), day(now.assessed_on) if now.assessed_on else ""),
        (_("Key decision"), key_sentence(authority)),
        (_("Call-in"), call_in_sentence(authority)),
        (_("Urgency"), urgency),
        *((caption, yes_no(answer) if answer is not None else "") for caption, answer in _four(now)),
        (_("Review"), _day(now.decision.review_date)),
    )
    return tuple((field, "", said) for field, said in rows if said)


def _agreed(by: str) -> str:
    return _("Agreed by: {who}").format(who=by) if by else ""


def _four(now: Assessment) -> tuple[tuple[str, bool | None], ...]:
    asked = now.authority.questions
    return (
        (_("Grants a permission or licence"), asked.licence),
        (_("Affects the rights of an individual"), asked.rights),
        (_("Awards a contract, or spending that materially affects the finances"), asked.spending),
    )


def _interests(now: Assessment) -> Iterator[Node]:
    if not now.declared:
        return
    yield Heading(_("Interests declared"), 2)
    header = (_("Who"), _("What"), _("Bars from taking part"), _("And they"), _("Dispensation"))
    rows = tuple(
        (
            or_gap(i.who),
            or_gap(i.what),
            yes_no(i.pecuniary),
            law_label(i.part) if i.part else _("not stated"),
            i.dispensation.strip() or _("none recorded"),
        )
        for i in now.declared
    )
    yield Table(_("Interests declared"), header, rows, (0.2, 0.27, 0.13, 0.18, 0.22), spoken=True)


def _consulted(now: Assessment) -> Iterator[Node]:
    if not now.consulted:
        return
    yield Heading(_("Members consulted"), 2)
    header = (_("Who"), _("As what"), _("What they said"))
    rows = tuple((or_gap(m.who), or_gap(m.role), or_gap(m.view)) for m in now.consulted)
    yield Table(_("Members consulted"), header, rows, (0.25, 0.25, 0.5), spoken=True)


def _day(value: date | None) -> str:
    return day(value) if value else _("not stated")


def _keep(decided: date | None, pack: LegalPack | None) -> Row:
    years = (KEEP_RECORD, KEEP_PAPERS) if pack is None else (pack.record.keep_record, pack.record.keep_papers)
    if decided is None:
        said = _("{record} years from the decision; its background papers {papers} years")
        return _("To be kept"), "", said.format(record=years[0], papers=years[1])
    until = (day(_years_after(decided, n)) for n in years)
    said = _("until {record}; its background papers until {papers}")
    return _("To be kept"), "", said.format(record=next(until), papers=next(until))


def _years_after(value: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February where there is none. The calendar ends in 9999."""
    year = min(value.year + years, MAXYEAR)
    try:
        return value.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _kind_of_body(now: Assessment) -> str:
    kind = label(now.body.kind) if now.body.kind else _("kind not stated")
    nation = label(now.body.nation) if now.body.nation else _("nation not stated")
    run = f", {law_label(now.body.arrangements).lower()}" if now.body.arrangements else ""
    return f"{or_gap(now.body.name)} ({kind}, {nation}{run})"


def _rejected(now: Assessment) -> str:
    others = [o for o in now.options if o.id != now.decision.chosen]
    return "\n".join(f"{named(now, o.id)}. {or_gap(now.decision.why_rejected(o.id))}" for o in others) or _("none")
