"""Power, urgency, interests and those consulted, in the exchange form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from ...domain.authority import Authority
from ...domain.law.answers import CallIn, ConsultedMember, Interest, KeyDecision, RecordQuestions, Urgency
from ...domain.law.words import Matter, MemberPart, Route
from ...i18n import _
from ..reading import Reader
from .saying import Document, given, said

Row = TypeVar("Row", Interest, ConsultedMember)


def power_document(authority: Authority) -> Document:
    """What is said of the power beyond kind, instrument and decision-maker."""
    asked, key, call_in, urgency = authority.questions, authority.key_decision, authority.call_in, authority.urgency
    questions = given(licence=asked.licence, rights=asked.rights, spending=asked.spending)
    return said(
        matter=authority.matter,
        record_questions={**questions, **asked.extra},
        key_decision={**given(is_key=key.is_key), **said(notice=_iso(key.notice), route=key.route), **key.extra},
        call_in={**said(ends=_iso(call_in.ends), not_subject=call_in.not_subject), **call_in.extra},
        urgency={**said(reasons=urgency.reasons, agreed_by=urgency.agreed_by), **urgency.extra},
    )


def matter(reader: Reader) -> Matter | None:
    """Whether it is a matter that cannot be delegated."""
    return reader.word("matter", Matter)


def questions(reader: Reader) -> RecordQuestions:
    """The questions by which a record is required."""
    return RecordQuestions(reader.flag("licence"), reader.flag("rights"), reader.flag("spending"), reader.rest())


def key_decision(reader: Reader) -> KeyDecision:
    """Whether it is a key decision, and its notice."""
    return KeyDecision(reader.flag("is_key"), day(reader, "notice"), reader.word("route", Route), reader.rest())


def call_in(reader: Reader) -> CallIn:
    """When call-in ends."""
    return CallIn(day(reader, "ends"), reader.text("not_subject"), reader.rest())


def urgency(reader: Reader) -> Urgency:
    """Why it could not wait."""
    return Urgency(reader.text("reasons"), reader.text("agreed_by"), reader.rest())


def interest_document(interest: Interest) -> Document:
    """One interest declared."""
    return {
        "id": interest.id,
        **said(who=interest.who, what=interest.what, part=interest.part),
        **given(pecuniary=interest.pecuniary),
        **said(dispensation=interest.dispensation),
        **interest.extra,
    }


def interests(reader: Reader, key: str) -> tuple[Interest, ...]:
    """The interests declared."""
    return _once(reader, key, _interest)


def _interest(row: Reader) -> Interest:
    return Interest(
        id=row.text("id"),
        who=row.text("who"),
        what=row.text("what"),
        part=row.word("part", MemberPart),
        pecuniary=row.flag("pecuniary"),
        dispensation=row.text("dispensation"),
        extra=row.rest(),
    )


def consulted_document(member: ConsultedMember) -> Document:
    """One member who was consulted."""
    return {"id": member.id, **said(who=member.who, role=member.role, view=member.view), **member.extra}


def consulted(reader: Reader, key: str) -> tuple[ConsultedMember, ...]:
    """The members consulted."""
    return _once(reader, key, _member)


def _member(row: Reader) -> ConsultedMember:
    return ConsultedMember(row.text("id"), row.text("who"), row.text("role"), row.text("view"), row.rest())


def _once(reader: Reader, key: str, read: Callable[[Reader], Row]) -> tuple[Row, ...]:
    """The rows of a list, each with an id that no other has."""
    rows: list[Row] = []
    for row in reader.objects(key):
        found = read(row)
        if not found.id:
            row.fail("id", _("must be a text that is not empty"))
        if found.id in [r.id for r in rows]:
            row.fail("id", _("“{id}” stands there twice").format(id=found.id))
        rows.append(found)
    return tuple(rows)


def day(reader: Reader, key: str) -> date | None:
    """A date as 2026-11-23, or None."""
    text = reader.text(key)
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        reader.fail(key, _("must be a date such as 2026-11-23"))
    return found


def _iso(date_: date | None) -> str | None:
    return None if date_ is None else date_.isoformat()


def documents(interests_: Sequence[Interest], consulted_: Sequence[ConsultedMember]) -> Document:
    """Both lists, as far as there is anything in them."""
    return said(
        interests_declared=[interest_document(i) for i in interests_],
        consulted_members=[consulted_document(m) for m in consulted_],
    )
