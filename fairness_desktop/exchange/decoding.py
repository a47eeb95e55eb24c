"""From a document in the exchange form to an assessment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from ..domain.assessment import MOST_GROUPS, MOST_OPTIONS, Assessment, FrameworkReference
from ..domain.errors import InvalidInputError
from ..domain.framework import Framework
from ..domain.vocabulary import AssessmentId, Form, Kind
from ..i18n import _
from .decoding_decision import authority, body, decision, duties
from .decoding_rows import effect, group, option, unanswered
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
    framework = _framework(reader, frameworks)
    known = frozenset(framework.criterion_ids)
    for key in ("id", "title", "kind", "body", "groups", "options", "effects"):
        reader.need(key)
    groups = _limited(reader, "groups", MOST_GROUPS, group)
    options = _limited(reader, "options", MOST_OPTIONS, option)
    effects = tuple(effect(r, known) for r in reader.objects("effects"))
    gaps = tuple(unanswered(r, known) for r in reader.objects("unanswered") if not r.has("field"))
    assessment = Assessment(
        id=AssessmentId(reader.text("id")),
        framework=FrameworkReference(framework.id, framework.version, framework.sha256),
        title=reader.text("title"),
        reference=reader.text("reference"),
        summary=reader.text("summary"),
        kind=reader.word("kind", Kind),
        form=reader.word("form", Form),
        body=body(reader.object("body")),
        authority=authority(reader.object("authority")),
        interests=reader.text("interests"),
        required_saving=reader.number("required_saving"),
        budget_cap=reader.number("budget_cap"),
        groups=groups,
        options=options,
        effects=effects,
        unanswered=gaps,
        duties=duties(reader.object("duties")),
        decision=decision(reader.object("decision")),
        extra=reader.rest(),
    )
    _check_whole(assessment)
    return assessment


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


def _framework(reader: Reader, frameworks: Frameworks) -> Framework:
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
    return framework


def _limited(reader: Reader, key: str, most: int, read: Callable[[Reader], Row]) -> tuple[Row, ...]:
    readers = list(reader.objects(key))
    if len(readers) > most:
        reader.fail(key, _("has {count} entries; at most {most} can be compared").format(count=len(readers), most=most))
    return tuple(read(r) for r in readers)


def _check_whole(assessment: Assessment) -> None:
    """Refuse what no single row can see: ids given twice or unknown, and a baseline that is not one."""
    if not assessment.id:
        raise InvalidInputError("id", _("must not be empty"))
    _no_twice("groups", (g.id for g in assessment.groups), "id")
    _no_twice("options", (o.id for o in assessment.options), "id")
    _check_baseline(assessment)
    groups = {g.id for g in assessment.groups}
    options = {o.id for o in assessment.options}
    for i, row in enumerate((*assessment.effects, *assessment.unanswered)):
        in_effects = i < len(assessment.effects)
        place = f"effects[{i}]" if in_effects else f"unanswered[{i - len(assessment.effects)}]"
        if row.option not in options:
            raise InvalidInputError(f"{place}.option", _("there is no option “{id}”").format(id=row.option))
        if row.group not in groups:
            raise InvalidInputError(f"{place}.group", _("there is no group “{id}”").format(id=row.group))
    _no_twice("effects", ((e.option, e.group) for e in assessment.effects))
    _no_twice("unanswered", ((u.option, u.group, u.criterion) for u in assessment.unanswered))
    _check_gaps(assessment)
    _check_choice(assessment)


def _no_twice(place: str, ids: Iterable[Hashable], key: str = "") -> None:
    seen = set()
    for i, value in enumerate(ids):
        if value in seen:
            named = value if isinstance(value, str) else ", ".join(str(v) for v in value if v)  # type: ignore[attr-defined]
            where = f"{place}[{i}].{key}" if key else f"{place}[{i}]"
            raise InvalidInputError(where, _("“{id}” stands there twice").format(id=named))
        seen.add(value)


def _check_baseline(assessment: Assessment) -> None:
    baselines = [o.id for o in assessment.options if o.baseline]
    if assessment.options and len(baselines) != 1:
        raise InvalidInputError(
            "options", _("exactly one option must be the baseline; there are {count}").format(count=len(baselines))
        )
    for i, effect_ in enumerate(assessment.effects):
        if effect_.option in baselines:
            raise InvalidInputError(f"effects[{i}].option", _("the baseline has no effects: all others are against it"))


def _check_gaps(assessment: Assessment) -> None:
    answered = {(e.option, e.group) for e in assessment.effects}
    baseline = assessment.baseline
    for i, gap in enumerate(assessment.unanswered):
        place = f"unanswered[{i}]"
        if baseline is not None and gap.option == baseline.id:
            raise InvalidInputError(f"{place}.option", _("the baseline has no effects to answer"))
        if gap.criterion is None and (gap.option, gap.group) in answered:
            raise InvalidInputError(place, _("the same pair has an entry in effects; it cannot be unanswered too"))


def _check_choice(assessment: Assessment) -> None:
    options = {o.id for o in assessment.options}
    chosen = assessment.decision.chosen
    if chosen is not None and chosen not in options:
        raise InvalidInputError("decision.chosen", _("there is no option “{id}”").format(id=chosen))
    for i, rejected in enumerate(assessment.decision.rejected):
        if rejected.option not in options:
            where = f"decision.rejected[{i}].option"
            raise InvalidInputError(where, _("there is no option “{id}”").format(id=rejected.option))
    _no_twice("decision.rejected", (r.option for r in assessment.decision.rejected), "option")
