"""The lines of the list of decisions: what is kept of a page once it is written, as open data beside the pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ....domain.errors import InvalidInputError
from ....domain.vocabulary import Floor, Kind, Language
from ....exchange.reading import Reader, parse
from ....i18n import _
from ...subject import RecordSubject

FILE = "decisions.json"
FORMAT = "fairness-desktop/decisions"
FORMAT_VERSION = 1

_STEM = re.compile(r"[a-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision published: what the list shows and searches, all of it from the public copy.

    ``stem`` is the name of its page without ending, ``languages`` those in which there is one; ``language`` is that
    in which its words were entered, ``record`` the SHA-256 of the signed record.
    """

    stem: str
    reference: str
    title: str
    body: str
    decided_on: date | None
    decided_by: str
    kind: Kind | None
    floor: Floor | None
    summary: str
    chosen: str
    reasons: str
    language: Language
    languages: tuple[Language, ...]
    record: str

    @property
    def year(self) -> int | None:
        """The year in which it was decided."""
        return None if self.decided_on is None else self.decided_on.year

    @property
    def order(self) -> tuple[str, str, str]:
        """By date, then reference, then name."""
        return (self.decided_on.isoformat() if self.decided_on else "", self.reference, self.stem)

    @property
    def words(self) -> str:
        """What is searched beside what the line shows."""
        return " ".join(part.strip() for part in (self.summary, self.chosen, self.reasons) if part.strip())


def stem(identity: str, reference: str) -> str:
    """The name of a decision's page, the same whatever becomes of its title: its reference, and a mark of its own."""
    own = hashlib.sha256(identity.encode()).hexdigest()[:8]
    plain = re.sub(r"[^a-z0-9]+", "-", reference.lower()).strip("-")[:24].strip("-")
    return "-".join(part for part in (plain, own) if part)


def entry(subject: RecordSubject, record: str, languages: Sequence[Language]) -> Entry:
    """The line of a decision, from the subject of its public copy."""
    now = subject.assessment
    decision, maker = now.decision, now.authority.decision_maker
    return Entry(
        stem=stem(now.id, now.reference),
        reference=now.reference,
        title=now.title.strip(),
        body=now.body.name.strip(),
        decided_on=decision.date,
        decided_by=maker.role.strip() or maker.name.strip(),
        kind=now.kind,
        floor=_floor(subject),
        summary=now.summary.strip(),
        chosen="" if decision.chosen is None else now.option(decision.chosen).name,
        reasons=decision.reasons.strip(),
        language=now.language or Language.ENGLISH,
        languages=tuple(languages),
        record=record,
    )


def _floor(subject: RecordSubject) -> Floor | None:
    """The floor of the option chosen."""
    chosen = subject.assessment.decision.chosen
    if chosen is not None and subject.result is not None:
        return subject.result.option(chosen).floor
    places = subject.public.places if subject.public is not None else ()
    return next((place.floor for place in places if place.option == chosen), None)


def document(entries: Iterable[Entry]) -> dict[str, Any]:
    """The list as open data, newest first."""
    ordered = sorted(entries, key=_order, reverse=True)
    return {"format": FORMAT, "format_version": FORMAT_VERSION, "decisions": [_told(each) for each in ordered]}


def _order(each: Entry) -> tuple[str, str, str]:
    return each.order


def _told(each: Entry) -> dict[str, Any]:
    return {
        "page": each.stem,
        "reference": each.reference,
        "title": each.title,
        "body": each.body,
        "date": each.decided_on.isoformat() if each.decided_on else None,
        "decided_by": each.decided_by,
        "kind": each.kind,
        "floor": each.floor,
        "summary": each.summary,
        "chosen": each.chosen,
        "reasons": each.reasons,
        "language": each.language,
        "languages": list(each.languages),
        "record_sha256": each.record,
    }


def read(raw: bytes) -> tuple[Entry, ...]:
    """The list as an earlier publication left it; InvalidInputError names the place of what is no such list."""
    whole = Reader(parse(raw))
    if whole.text("format") != FORMAT or whole.get("format_version") != FORMAT_VERSION:
        whole.fail("format", _("is not a list of decisions that this program wrote"))
    return tuple(_entry(each) for each in whole.objects("decisions"))


def _entry(each: Reader) -> Entry:
    page = each.text("page")
    if not _STEM.fullmatch(page):
        each.fail("page", _("is no name of a page"))
    return Entry(
        stem=page,
        reference=each.text("reference"),
        title=each.text("title"),
        body=each.text("body"),
        decided_on=_date(each),
        decided_by=each.text("decided_by"),
        kind=each.word("kind", Kind),
        floor=each.word("floor", Floor),
        summary=each.text("summary"),
        chosen=each.text("chosen"),
        reasons=each.text("reasons"),
        language=each.word("language", Language) or Language.ENGLISH,
        languages=_languages(each),
        record=each.text("record_sha256"),
    )


def _date(each: Reader) -> date | None:
    text = each.text("date")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        each.fail("date", _("must be a date, as 2026-11-23"))


def _languages(each: Reader) -> tuple[Language, ...]:
    found = each.get("languages")
    try:
        return tuple(Language(str(word)) for word in found) if isinstance(found, list) else ()
    except ValueError as error:
        raise InvalidInputError(each.at("languages"), _("must be a list of languages")) from error
