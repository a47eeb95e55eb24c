"""From a document in the exchange form to an assessment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from ..domain.assessment import MOST_GROUPS, MOST_OPTIONS, Assessment, FrameworkReference
from ..domain.errors import InvalidInputError
from ..domain.framework import Framework
from ..domain.options import check_money
from ..domain.standing.aside import SetAside
from ..domain.vocabulary import AssessmentId, CriterionId, Form, Kind, Language
from ..i18n import _
from .decoding_decision import attachment, authority, body, decision, duties
from .decoding_rows import effect, group, identifier, option, rating, unanswered
from .decoding_whole import check_whole
from .open_fields import says_only_what_is_open
from .parts.approval import second_reading
from .parts.kinds import answers, level
from .parts.law import consulted, day, interests
from .parts.people import overlap
from .parts.quality import plan
from .parts.review import review
from .reading import Reader

FORMAT = "fairness-desktop/assessment"
FORMAT_VERSION = 1

Row = TypeVar("Row")

Frameworks = Mapping[tuple[str, str], Framework]
"""The frameworks known here, by id and version."""


def decode(document: object, frameworks: Frameworks) -> Assessment:
    """The assessment in ``document``; InvalidInputError names the place of the first thing that cannot be."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInputError("format", _("this is not an assessment of Fairness Desktop"))
    reader = Reader(document, excused=_excused(document))
    reader.get("format")
    _version(reader)
    framework, reference = _framework(reader, frameworks)
    known = frozenset(framework.criterion_ids)
    for key in ("id", "title", "kind", "body", "groups", "options", "effects"):
        reader.need(key)
    rows = _rows(reader, known)
    assessment = Assessment(
        id=AssessmentId(identifier(reader, "id")),
        framework=reference,
        title=reader.text("title"),
        reference=reader.text("reference"),
        summary=reader.text("summary"),
        decision_reference=reader.text("decision_reference"),
        part_of=AssessmentId(reader.text("part_of")) if reader.text("part_of") else None,
        parts=tuple(AssessmentId(part) for part in reader.texts("parts")),
        kind=reader.word("kind", Kind),
        classifier=answers(reader.object("classifier"), framework.classifier),
        level=level(reader.object("level")),
        form=reader.word("form", Form),
        language=reader.word("language", Language),
        body=body(reader.object("body")),
        authority=authority(reader.object("authority")),
        interests=reader.text("interests"),
        assessed_on=day(reader, "assessed_on"),
        required_saving=_pounds(reader, "required_saving"),
        budget_cap=_pounds(reader, "budget_cap"),
        duties=duties(reader.object("duties")),
        quality=plan(reader.object("quality_plan")),
        why_none_from_outside=reader.text("why_none_from_outside"),
        set_aside=tuple(
            SetAside(a.text("code"), a.text("where"), a.text("cause"), a.rest()) for a in reader.objects("set_aside")
        ),
        decision=decision(reader.object("decision")),
        review=review(reader.object("review")),
        extra=reader.rest(),
    )
    assessment = rows(assessment)
    check_whole(assessment)
    return assessment


def _rows(reader: Reader, known: frozenset[CriterionId]) -> Callable[[Assessment], Assessment]:
    """Read every list of rows; what is returned puts them into the assessment they belong to."""
    fields = tuple(r.rest() for r in reader.objects("unanswered") if r.has("field"))
    return partial(
        replace,
        declared=interests(reader, "interests_declared"),
        consulted=consulted(reader, "consulted_members"),
        groups=_limited(reader, "groups", MOST_GROUPS, group),
        overlaps=tuple(overlap(r) for r in reader.objects("overlaps")),
        options=_limited(reader, "options", MOST_OPTIONS, option),
        effects=tuple(effect(r, known) for r in reader.objects("effects")),
        unanswered=tuple(unanswered(r, known) for r in reader.objects("unanswered") if not r.has("field")),
        open_fields=tuple(f for f in fields if not says_only_what_is_open(f)),
        ratings=tuple(rating(r, known) for r in reader.objects("ratings")),
        attachments=tuple(attachment(r) for r in reader.objects("attachments")),
        second_reading=second_reading(reader),
    )


def _excused(document: Mapping[str, object]) -> frozenset[str]:
    """The needed places that a draft says are not answered yet: ``{"field": "groups[0].size"}``."""
    gaps = document.get("unanswered")
    if not isinstance(gaps, list):
        return frozenset()
    fields = (gap.get("field") for gap in gaps if isinstance(gap, dict))
    return frozenset(field for field in fields if isinstance(field, str))


def _version(reader: Reader) -> None:
    reader.need("format_version")
    version = reader.whole("format_version", _("must be a whole number"))
    if version is None or version < 1:
        reader.fail("format_version", _("must be a whole number above 0"))
    if version > FORMAT_VERSION:
        reader.fail(
            "format_version",
            _("{version} is newer than this program reads (1); open it with a newer Fairness Desktop").format(
                version=version
            ),
        )


def _framework(reader: Reader, frameworks: Frameworks) -> tuple[Framework, FrameworkReference]:
    reader.need("framework")
    reference = reader.object("framework")
    reference.need("id")
    reference.need("version")
    wanted = reference.text("id"), reference.text("version")
    framework = frameworks.get(wanted)
    if framework is None:
        reader.fail(
            "framework",
            _("no framework “{id}”, version {version}, is known here").format(id=wanted[0], version=wanted[1]),
        )
    sha256 = reference.text("sha256")
    if sha256 and sha256 != framework.sha256:
        reference.fail("sha256", _("is not the hash of that framework; the file was made under another text"))
    return framework, FrameworkReference(framework.id, framework.version, framework.sha256, reference.rest())


def _pounds(reader: Reader, key: str) -> float | None:
    amount = reader.number(key)
    check_money(key, amount)
    return amount


def _limited(reader: Reader, key: str, most: int, read: Callable[[Reader], Row]) -> tuple[Row, ...]:
    readers = list(reader.objects(key))
    if len(readers) > most:
        reader.fail(key, _("has {count} entries; at most {most} can be compared").format(count=len(readers), most=most))
    return tuple(read(r) for r in readers)
