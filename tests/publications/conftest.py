"""Subjects of public copies, signed as if by one clerk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.decision import Exempt
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.domain.vocabulary import Language
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.record.copies.marking import PublicPdf, SignedAs
from fairness_desktop.record.copies.web.page import Published
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.score import in_full
from fairness_desktop.services.walk import scored

SIGNED_AT = datetime(2026, 11, 23, 15, 5, tzinfo=UTC)
CLERK = Identity("Ann Clerk", "Clerk", "Example Parish Council", "ab" * 32, SIGNED_AT)
RECORD = "12ab34cd" * 8
SECRET = "the tender of the second bidder"  # noqa: S105 - what the public copy must not say


@dataclass(frozen=True)
class Decision:
    """A decision as it goes out: its full subject, and what it was signed as."""

    full: RecordSubject
    signed: SignedAs | None

    @property
    def public(self) -> RecordSubject:
        return public_subject(self.full, RECORD if self.signed else "")

    def published(self, pdf: PublicPdf | None = None) -> Published:
        return Published(self.public, self.signed, programs(), pdf)


def decision_of(assessment: Assessment, framework: Framework, *, signed: bool = True) -> Decision:
    result = scored(assessment, framework)
    full = RecordSubject(
        assessment,
        framework,
        None if result is None else in_full(assessment, framework, result),
        (),
        (CLERK,) if signed else (),
        SIGNED_AT,
    )
    return Decision(full, SignedAs(RECORD, SIGNED_AT, (CLERK,)) if signed else None)


@pytest.fixture(scope="session")
def assessment(known: Frameworks) -> Assessment:
    return read(Path(__file__).parents[1] / "record" / "play-area.fairness.json", known)


@pytest.fixture(scope="session")
def decision(assessment: Assessment, framework: Framework) -> Decision:
    return decision_of(assessment, framework)


@pytest.fixture(scope="session")
def withheld(assessment: Assessment, framework: Framework) -> Decision:
    """One with an exempt text, and with a group of seven."""
    now = assessment.with_group(replace(assessment.groups[0], size=7))
    mark = Exempt("decision.dissent", "Schedule 12A, paragraph 3")
    said = replace(now.decision, dissent=SECRET, exempt=(mark,))
    return decision_of(replace(now, decision=said), framework)


@pytest.fixture(scope="session")
def awkward(assessment: Assessment, framework: Framework) -> Decision:
    """One whose texts would break a page that took them as they are."""
    title = '<script>alert("x")</script> & \u0001 ŵŷ'
    return decision_of(replace(assessment, title=title, summary="</style><b>\nTwo lines"), framework)


def in_welsh(subject: RecordSubject) -> RecordSubject:
    return replace(subject, language=Language.WELSH)
