"""The record of a short decision: all that was answered, on a few pages, and said to be short."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.decision import Duties
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.vocabulary import AssessmentId, Form, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs

from ..services.short_decisions import DECISIONS, Small, answers
from .conftest import Council, subject_of

A_FEW = 5


def decided(small: Small, framework: Framework) -> Assessment:
    reference = FrameworkReference(framework.id, framework.version, framework.sha256)
    now = Assessment(AssessmentId("0d6f2c1e-6a0b-4a3e-9d0e-2f6f0c8d1a99"), reference, form=Form.SHORT,
                     options=(Option(OptionId("A"), "Carry on as now", baseline=True, net_cost=0),))  # fmt: skip
    for answer in answers(small, framework):
        now = answer.give(now)
    return now


def said(now: Assessment, framework: Framework) -> str:
    return "\n".join(texts(document(subject_of(now, framework), programs())))


@pytest.mark.parametrize("small", DECISIONS, ids=lambda small: small.title)
def test_that_it_is_a_few_pages_long(small: Small, framework: Framework, ours: Council) -> None:
    pdf = PdfRecordMaker().make(subject_of(decided(small, framework), framework, ours.signer))
    with pikepdf.open(io.BytesIO(pdf)) as pages:
        assert len(pages.pages) <= A_FEW


def test_that_it_says_what_was_not_asked_and_how_the_rest_is_weighed(framework: Framework) -> None:
    told = said(decided(DECISIONS[0], framework), framework)
    assert "Short form: asked are outcomes, access, household cost" in told
    assert "shared out anew" in told
    assert "Weights in this decision:" in told
    assert "53.3 %" in told


def test_that_what_was_answered_beyond_is_told_too(framework: Framework) -> None:
    now = replace(decided(DECISIONS[0], framework), duties=Duties(equality="The ramp is for wheelchair users."))
    assert "The ramp is for wheelchair users." in said(now, framework)
    assert "Duties and quality" not in said(decided(DECISIONS[0], framework), framework)
