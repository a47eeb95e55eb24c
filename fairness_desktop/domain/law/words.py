"""The closed words of the law's part, and how they are said."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ...i18n import N_, _


class Arrangements(StrEnum):
    """How a principal council is run."""

    EXECUTIVE = "executive"
    COMMITTEE = "committee"


class Matter(StrEnum):
    """What the decision is about, as far as the law says that some matters cannot be delegated."""

    ORDINARY = "ordinary"
    PRECEPT = "precept"
    BORROWING = "borrowing"
    CODE_OF_CONDUCT = "code_of_conduct"


class Route(StrEnum):
    """How notice of a key decision was given, or why it was not."""

    NOTICE = "notice"
    GENERAL_EXCEPTION = "general_exception"
    SPECIAL_URGENCY = "special_urgency"


class MemberPart(StrEnum):
    """What part a member with an interest had."""

    TOOK_PART = "took_part"
    WITHDREW = "withdrew"
    CONSULTED = "consulted"
    WOULD_HAVE_DECIDED = "would_have_decided"


class RecordField(StrEnum):
    """What the law names as part of a record."""

    DATE = "date"
    DECISION = "decision"
    REASONS = "reasons"
    ALTERNATIVES = "alternatives"
    INTERESTS = "interests"
    DISPENSATION = "dispensation"
    CONSULTATION = "consultation"
    BACKGROUND_PAPERS = "background_papers"


class Need(StrEnum):
    """Whether the law asks for it."""

    REQUIRED = "required"
    GOOD_PRACTICE = "good_practice"


class RecordWhen(StrEnum):
    """When a written record is required: in executive matters, under the four questions of regulation 7, or never."""

    EXECUTIVE = "executive"
    REGULATION_7 = "regulation_7"
    NEVER = "never"


class Check(StrEnum):
    """What a rule looks at; each is worked out in ``checks``."""

    CAPACITY = "capacity"
    MEMBER_AS_OFFICER = "member_as_officer"
    NOT_DELEGABLE = "not_delegable"
    PECUNIARY_INTEREST = "pecuniary_interest"
    KIND_AND_CAPACITY = "kind_and_capacity"
    KEY_DECISION = "key_decision"
    CALL_IN = "call_in"
    URGENCY = "urgency"
    ASSESSED_BEFORE = "assessed_before"


_LABELS: Mapping[StrEnum, str] = {
    Arrangements.EXECUTIVE: N_("Leader or mayor and cabinet"),
    Arrangements.COMMITTEE: N_("Committee system"),
    Matter.ORDINARY: N_("None of these"),
    Matter.PRECEPT: N_("Setting the precept"),
    Matter.BORROWING: N_("Borrowing"),
    Matter.CODE_OF_CONDUCT: N_("The code of conduct"),
    Route.NOTICE: N_("Notice was published"),
    Route.GENERAL_EXCEPTION: N_("General exception"),
    Route.SPECIAL_URGENCY: N_("Special urgency"),
    MemberPart.TOOK_PART: N_("took part or voted"),
    MemberPart.WITHDREW: N_("withdrew"),
    MemberPart.CONSULTED: N_("was consulted"),
    MemberPart.WOULD_HAVE_DECIDED: N_("would have decided but for it"),
    RecordField.DATE: N_("Date of the decision"),
    RecordField.DECISION: N_("Decision"),
    RecordField.REASONS: N_("Reasons"),
    RecordField.ALTERNATIVES: N_("Alternatives considered and rejected"),
    RecordField.INTERESTS: N_("Interests declared"),
    RecordField.DISPENSATION: N_("Dispensations"),
    RecordField.CONSULTATION: N_("Consultation"),
    RecordField.BACKGROUND_PAPERS: N_("Background papers"),
    Need.REQUIRED: N_("required"),
    Need.GOOD_PRACTICE: N_("good practice"),
}


def law_label(word: StrEnum) -> str:
    """How a closed word of the law's part is said."""
    return _(_LABELS[word])
