"""Which legal pack answers for a decision, and whether that law requires a record of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..assessment import Assessment
from ..vocabulary import AuthorityKind, BodyKind, Capacity, Nation
from .pack import LegalPack
from .words import Arrangements, RecordWhen


def is_executive(assessment: Assessment) -> bool:
    """Whether it is a matter for leader and cabinet: by the authority named, or by who decides."""
    if assessment.body.arrangements is Arrangements.COMMITTEE:
        return False
    capacity = assessment.authority.decision_maker.capacity
    executive = (Capacity.EXECUTIVE, Capacity.EXECUTIVE_MEMBER)
    return assessment.authority.kind is AuthorityKind.EXECUTIVE or capacity in executive


def pack_for(assessment: Assessment, packs: Sequence[LegalPack]) -> LegalPack | None:
    """The pack of the nation that names such a body, for executive matters where it is one; None with no nation."""
    body, executive = assessment.body, is_executive(assessment)
    ours = [p for p in packs if p.nation is body.nation]
    naming = [p for p in ours if body.kind in p.bodies] or ours
    return next((p for p in naming if p.executive is executive), next(iter(naming), None))


class Because(StrEnum):
    """Why a record is required, or not."""

    EXECUTIVE = "executive"
    EXPRESS = "express"
    LICENCE = "licence"
    RIGHTS = "rights"
    SPENDING = "spending"
    NONE_OF_THEM = "none_of_them"
    NOT_AN_OFFICER = "not_an_officer"
    NO_RULE = "no_rule"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class RecordDuty:
    """Whether the law requires a written record; None while that depends on what is not answered yet."""

    required: bool | None
    because: Because


def record_duty(assessment: Assessment, pack: LegalPack) -> RecordDuty:
    """Whether the law of that pack requires a written record of the decision."""
    if pack.record.when is RecordWhen.NEVER:
        return RecordDuty(False, Because.NO_RULE)
    if pack.record.when is RecordWhen.EXECUTIVE:
        executive = is_executive(assessment)
        return RecordDuty(executive, Because.EXECUTIVE if executive else Because.NO_RULE)
    return _regulation_7(assessment)


def _regulation_7(now: Assessment) -> RecordDuty:
    """An officer under an express authority; or under a general one, and the effect is one of three."""
    if now.authority.decision_maker.capacity is None:
        return RecordDuty(None, Because.OPEN)
    if now.authority.decision_maker.capacity is not Capacity.OFFICER:
        return RecordDuty(False, Because.NOT_AN_OFFICER)
    if now.authority.kind is AuthorityKind.EXPRESS:
        return RecordDuty(True, Because.EXPRESS)
    asked = now.authority.questions
    answers = {Because.LICENCE: asked.licence, Because.RIGHTS: asked.rights, Because.SPENDING: asked.spending}
    because = next((why for why, answer in answers.items() if answer), None)
    if because is not None:
        return RecordDuty(True, because)
    if now.authority.kind is None or None in answers.values():
        return RecordDuty(None, Because.OPEN)
    return RecordDuty(False, Because.NONE_OF_THEM)


def only_nation(kind: BodyKind, packs: Sequence[LegalPack]) -> Nation | None:
    """The one nation that knows such a council; None where several do, or none."""
    nations = {pack.nation for pack in packs if kind in pack.bodies}
    return nations.pop() if len(nations) == 1 else None
