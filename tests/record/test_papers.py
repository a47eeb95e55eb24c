"""Background papers in the record: listed with their hashes, exempt ones in the full record alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.attachments import Attachment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.vocabulary import AttachmentId
from fairness_desktop.exchange.encoding import encode
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import texts
from fairness_desktop.record.data import attachments
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.programs import programs
from fairness_desktop.record.public import public_subject
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.services.walk import history_of

from .conftest import NOW, subject_of

OPEN = Attachment(
    AttachmentId("survey"),
    "5e" * 32,
    48213,
    "What families said",
    date=date(2026, 10, 1),
    where="groups[dk].need_evidence",
)
CLOSED = Attachment(
    AttachmentId("tender"),
    "c1" * 32,
    99,
    "Quenby tender",
    "quenby.pdf",
    exempt=True,
    ground="Schedule 12A, paragraph 3",
)
HASH = "ab" * 32


@pytest.fixture(scope="module")
def with_papers(example: Assessment, framework: Framework) -> RecordSubject:
    now = replace(example, attachments=(OPEN, CLOSED))
    subject = subject_of(now, framework)
    return replace(subject, history=(*subject.history, *history_of(example, now, NOW, "Ann")))


def said(subject: RecordSubject) -> str:
    return "\n".join(texts(document(subject, programs())))


def test_that_a_paper_stands_with_its_date_what_it_bears_on_and_its_hash(with_papers: RecordSubject) -> None:
    whole = said(with_papers)

    assert "What families said\n1 October 2026\nNeed of " in whole
    assert "\n".join(["5e" * 8] * 4) in whole
    assert "Quenby tender (exempt)\nnot stated\nThe decision" in whole


def test_that_without_papers_only_the_statutory_record_says_that_none_are_listed(subject: RecordSubject) -> None:
    told = said(subject)

    assert told.count("Background papers") == 1
    assert "none listed" in told


def test_that_the_public_copy_leaves_an_exempt_paper_out_whole(with_papers: RecordSubject) -> None:
    public = public_subject(with_papers, HASH)

    whole = said(public) + "".join(raw.decode() for raw in attachments(public, programs()).values())
    assert "What families said" in whole
    assert "A background paper: Schedule 12A, paragraph 3" in whole
    assert [w for w in ("Quenby", "quenby", "c1c1c1c1", "tender") if w in whole] == []


def test_that_a_paper_once_exempt_is_in_no_public_history(example: Assessment, framework: Framework) -> None:
    before = replace(example, attachments=(CLOSED,))
    lines = (*history_of(example, before, NOW, "Ann"), *history_of(before, example, NOW, "Ann"))
    public = public_subject(replace(subject_of(example, framework), history=lines), HASH)

    assert public.history == ()
    assert public.public is not None
    assert public.public.history_left_out == 2


def test_that_a_paper_without_a_ground_is_left_out_all_the_same(example: Assessment, framework: Framework) -> None:
    now = replace(example, attachments=(replace(CLOSED, ground=""),))
    public = public_subject(subject_of(now, framework), HASH)

    assert "A background paper: exempt or confidential; no ground is given" in said(public)


def test_that_a_record_attaches_the_list_and_not_the_papers(with_papers: RecordSubject) -> None:
    record = json.loads(attachments(with_papers, programs())["record.json"])

    assert record["assessment"]["attachments"] == encode(with_papers.assessment)["attachments"]


def test_that_papers_are_laid_out(with_papers: RecordSubject) -> None:
    assert PdfRecordMaker().make(with_papers).startswith(b"%PDF-1.7")
