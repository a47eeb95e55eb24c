"""The plain page as text, in the language of the assessment, and how hard it is to read."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.assessment import Assessment
from ...domain.vocabulary import Language
from ...record.tongues import in_language
from ...scoring.result import Result
from ...telling.plain.page import MOST_REASONS, cut, plain_sentences
from ...telling.plain.reading import measured, reading_sentence


@dataclass(frozen=True, slots=True)
class Plain:
    """``made`` is from the data, ``reasons`` the decider's own; ages are None but for English."""

    made: str
    reasons: str
    made_reading: str
    reasons_reading: str
    age: int | None
    reasons_age: int | None


def plain(assessment: Assessment, result: Result | None) -> Plain:
    """What the first page of the record will say in words."""
    language = assessment.language or Language.ENGLISH
    with in_language(language):
        made = " ".join(plain_sentences(assessment, result))
    reasons = cut(assessment.decision.reasons, MOST_REASONS)
    english = language is Language.ENGLISH
    return Plain(
        made=made,
        reasons=reasons,
        made_reading=reading_sentence(made, language),
        reasons_reading=reading_sentence(reasons, language),
        age=measured(f"{made}\n{reasons}").age if english else None,
        reasons_age=measured(reasons).age if english else None,
    )
