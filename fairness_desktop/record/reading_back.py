"""What a record was about, read back from the data attached to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ..domain.assessment import Assessment
from ..domain.findings import Finding, Severity
from ..domain.framework import Framework
from ..domain.history import HistoryLine
from ..domain.sealing.identity import Identity
from ..domain.vocabulary import Floor, GroupId, Language, OptionId
from ..exchange.reading import Reader
from ..frameworks.pack_form import pack_from
from ..i18n import _
from ..scoring.result import Result
from .programs import Programs
from .subject import LeftOut, Place, PublicCopy, RecordSubject


def programs_of(record: Reader) -> Programs:
    """The programs that a record says it was made with."""
    named = record.object("program")
    return Programs(named.text("version"), named.text("reportlab"), named.text("pyhanko"))


def subject_from(record: Reader, assessment: Assessment, framework: Framework, result: Result | None) -> RecordSubject:
    """What a record was about when it was laid, from its data; InvalidInputError where they do not say."""
    made_at = _moment(record, "made_at")
    return RecordSubject(
        assessment=assessment,
        framework=framework,
        result=None if result is None else replace(result, findings=_findings(record)),
        history=tuple(_change(line) for line in record.objects("history")),
        signers=tuple(_signer(s, made_at) for s in record.objects("signers")),
        made_at=made_at,
        gaps=tuple(_gap(g) for g in record.objects("gaps")),
        language=record.word("language", Language) or Language.ENGLISH,
        history_head=record.text("history_head"),
        public=_public(record) if record.text("edition") == "public" else None,
        pack=pack_from(record.get("legal_pack")) if record.has("legal_pack") else None,
    )


def _moment(reader: Reader, key: str) -> datetime:
    try:
        moment = datetime.fromisoformat(reader.text(key))
    except ValueError:
        reader.fail(key, _("must be a time, as 2026-11-23T15:05:00+00:00"))
    if moment.tzinfo is None or moment.utcoffset() != timedelta(0):
        reader.fail(key, _("must be a time in UTC"))
    return moment.astimezone(UTC)


def _change(line: Reader) -> HistoryLine:
    old, new = (line.text(key) if line.has(key) else None for key in ("old", "new"))
    return HistoryLine(_moment(line, "at"), line.text("who"), line.text("where"), old, new)


def _signer(signer: Reader, made_at: datetime) -> Identity:
    return Identity(signer.text("name"), signer.text("role"), "", signer.text("fingerprint"), made_at)


def _gap(gap: Reader) -> Finding:
    severity = gap.word("severity", Severity)
    if severity is None:
        gap.fail("severity", _("is missing"))
    return Finding(severity, gap.text("code"), gap.text("where"), gap.text("message"))


def _findings(record: Reader) -> tuple[Finding, ...]:
    """What the record says was found, as it says it: whoever checks it may speak another language."""
    return tuple(_gap(found) for found in record.object("result").objects("findings"))


def _public(record: Reader) -> PublicCopy:
    places = [(place, _place(place)) for place in record.objects("places")]
    uncounted = record.get("uncounted")
    if not isinstance(uncounted, list):
        record.fail("uncounted", _("must be a list"))
    left_out = record.whole("history_left_out", _("must be a whole number"))
    return PublicCopy(
        full_record=record.text("full_record"),
        left_out=tuple(LeftOut(one.text("where"), one.text("ground")) for one in record.objects("left_out")),
        uncounted=tuple(GroupId(str(group)) for group in uncounted),
        places=tuple(place for _reader, place in places),
        ranks_told=any("rank" in reader for reader, _place_ in places),
        history_left_out=left_out or 0,
    )


def _place(place: Reader) -> Place:
    floor, worst = place.word("floor", Floor), place.word("worst_case_floor", Floor)
    if floor is None or worst is None:
        place.fail("floor", _("is missing"))
    rank = place.whole("rank", _("must be a whole number"))
    return Place(OptionId(place.text("id")), bool(place.flag("feasible")), rank, floor, worst)
