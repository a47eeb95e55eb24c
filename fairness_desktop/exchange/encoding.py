"""From an assessment to a document in the exchange form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ..domain.assessment import Assessment
from ..domain.attachments import Attachment
from ..domain.authority import Body
from ..domain.decision import Decision, Duties
from ..domain.effects import Cell, Effect, Rating, Unanswered
from ..domain.options import Option
from ..domain.people import Group
from .decoding import FORMAT, FORMAT_VERSION
from .open_fields import open_entries, open_fields
from .option_money import encode_flow, encode_money
from .parts.approval import reading_documents
from .parts.asked import document_of
from .parts.deciding import deciding_document
from .parts.duties import duties_document
from .parts.kinds import answers_document, level_document
from .parts.law import documents, power_document
from .parts.people import evidence_document, overlap_documents
from .parts.quality import plan_document
from .parts.review import review_document
from .parts.saying import given as _given
from .parts.saying import said as _said

__all__ = ["Document", "encode", "open_fields"]

Document = dict[str, Any]
Part = TypeVar("Part")


class PartEncoder(Protocol):
    """Encodes one part of an assessment, by the function for its kind."""

    def __call__(self, encode_one: Callable[[Part], Document], part: Part, /) -> Document:
        """The document of the part; nobody may change it."""
        ...


def _anew(encode_one: Callable[[Part], Document], part: Part, /) -> Document:
    return encode_one(part)


def encode(assessment: Assessment, by: PartEncoder = _anew) -> Document:
    """The document that says the same, field for field; what is not answered is left out, and said to be open.

    ``by`` may hand out the document of a part that it has encoded before.
    """
    reference = assessment.framework
    document: Document = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "id": assessment.id,
        **_named(assessment),
        "body": _body(assessment.body),
        **_said(authority=_authority(assessment), interests=assessment.interests),
        **documents(assessment.declared, assessment.consulted),
        **_said(assessed_on=assessment.assessed_on.isoformat() if assessment.assessed_on else None),
        "framework": {
            "id": reference.id,
            "version": reference.version,
            "sha256": reference.sha256,
            **reference.extra,
        },
        "required_saving": assessment.required_saving,
        "budget_cap": assessment.budget_cap,
        "groups": [by(_group, g) for g in assessment.groups],
        **_said(overlaps=overlap_documents(assessment.overlaps)),
        "options": [by(_option, o) for o in assessment.options],
        "effects": [by(_effect, e) for e in assessment.effects],
        **_said(
            unanswered=_unanswered(assessment, by),
            ratings=[by(_rating, r) for r in assessment.ratings],
            duties=by(_duties, assessment.duties),
            quality_plan=by(plan_document, assessment.quality),
            why_none_from_outside=assessment.why_none_from_outside,
            set_aside=[{"code": a.code, "where": a.where, "cause": a.cause, **a.extra} for a in assessment.set_aside],
            decision=by(_decision, assessment.decision),
            attachments=[_attachment(a) for a in assessment.attachments],
            second_reading=reading_documents(assessment.second_reading),
            review=by(review_document, assessment.review),
        ),
        **assessment.extra,
    }
    return document


def _body(body: Body) -> Document:
    return {
        "name": body.name,
        **_said(kind=body.kind, nation=body.nation),
        **_said(arrangements=body.arrangements, population=body.population),
        **body.extra,
    }


def _named(assessment: Assessment) -> Document:
    """What it is called, what it is a part of, of which kind it is and how that was found."""
    return {
        **_said(
            reference=assessment.reference,
            decision_reference=assessment.decision_reference,
            part_of=assessment.part_of,
            parts=list(assessment.parts),
        ),
        "title": assessment.title,
        **_said(summary=assessment.summary, kind=assessment.kind),
        **_said(classifier=answers_document(assessment.classifier), level=level_document(assessment.level)),
        **_said(form=assessment.form, language=assessment.language),
    }


def _authority(assessment: Assessment) -> Document:
    authority, maker = assessment.authority, assessment.authority.decision_maker
    return {
        **_said(
            kind=authority.kind,
            instrument=authority.instrument,
            decision_maker={**_said(name=maker.name, role=maker.role, capacity=maker.capacity), **maker.extra},
        ),
        **power_document(authority),
        **authority.extra,
    }


def _group(group: Group) -> Document:
    return {
        "id": group.id,
        "name": group.name,
        **_given(size=group.size, need_level=group.need_level, relative_income=group.relative_income),
        **_said(need_evidence=[evidence_document(e) for e in group.need_evidence]),
        **_given(heard=group.heard),
        **_said(heard_how=group.heard_how),
        **group.extra,
    }


def _option(option: Option) -> Document:
    flow = None
    if option.cash_flow is not None:
        flow = [encode_flow(line) for line in option.cash_flow]
    return {
        "id": option.id,
        "name": option.name,
        "baseline": option.baseline,
        **_given(net_cost=option.net_cost, cash_flow=flow, from_outside=option.from_outside, pilot=option.pilot),
        **_said(
            short_name=option.short_name,
            description=option.description,
            delivery=option.delivery,
            offered_by=option.offered_by,
            undo=option.undo,
            stop_rule=option.stop_rule,
        ),
        **encode_money(option),
        **_said(care={**document_of(option.care), **option.care.extra}),
        **option.extra,
    }


def _effect(effect: Effect) -> Document:
    return {
        "option": effect.option,
        "group": effect.group,
        "reach": effect.reach,
        "grade": effect.grade,
        "impacts": dict(effect.impacts),
        **_said(because=effect.because),
        **effect.extra,
    }


def _unanswered(assessment: Assessment, by: PartEncoder) -> list[Document]:
    return [*(dict(entry) for entry in open_entries(assessment)), *(by(_gap, u) for u in assessment.unanswered)]


def _gap(gap: Unanswered) -> Document:
    so_far = None if gap.so_far is None else _so_far(gap.so_far)
    return {"option": gap.option, "group": gap.group, **_said(criterion=gap.criterion, so_far=so_far), **gap.extra}


def _rating(rating: Rating) -> Document:
    return {
        "assessor": rating.assessor,
        "option": rating.option,
        "group": rating.group,
        **_given(reach=rating.reach),
        "impacts": dict(rating.impacts),
        **_said(because=rating.because),
        **rating.extra,
    }


def _so_far(cell: Cell) -> Document:
    return {
        **_given(reach=cell.reach, grade=cell.grade),
        **_said(impacts=dict(cell.impacts), because=cell.because),
        **cell.extra,
    }


def _duties(duties: Duties) -> Document:
    return {
        **_said(
            equality=duties.equality,
            consultation=duties.consultation,
            wales=duties.wales,
            quality=duties.quality,
            risk=duties.risk,
            other=duties.other,
        ),
        **duties_document(duties),
        **duties.extra,
    }


def _decision(decision: Decision) -> Document:
    return {
        **_said(
            date=decision.date.isoformat() if decision.date else None,
            chosen=decision.chosen,
            reasons=decision.reasons,
            rejected=[{"option": r.option, **_said(why=r.why), **r.extra} for r in decision.rejected],
            departure_reason=decision.departure_reason,
            floor_reason=decision.floor_reason,
            mitigation=decision.mitigation,
            less_harmful=decision.less_harmful,
            conditions=decision.conditions,
            dissent=decision.dissent,
            review_date=decision.review_date.isoformat() if decision.review_date else None,
            exempt=[
                {"where": x.where, "ground": x.ground, **_said(reason=x.reason), **x.extra} for x in decision.exempt
            ],
        ),
        **deciding_document(decision),
        **decision.extra,
    }


def _attachment(attachment: Attachment) -> Document:
    return {
        "id": attachment.id,
        **_said(title=attachment.title, date=attachment.date.isoformat() if attachment.date else None),
        "sha256": attachment.sha256,
        "size": attachment.size,
        **_said(
            media_type=attachment.media_type,
            file_name=attachment.file_name,
            where=attachment.where,
            exempt=attachment.exempt or None,
            ground=attachment.ground,
        ),
        **attachment.extra,
    }
