"""Laying out and signing a record, against ReportLab's own build of the same pages."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.sealing.identity import Identity
from fairness_desktop.domain.sealing.verdict import Relaid
from fairness_desktop.record.content.document import document
from fairness_desktop.record.pdf import PdfRecordMaker, engine
from fairness_desktop.record.pdf.flowables import WIDTH
from fairness_desktop.record.pdf.layout import Flow
from fairness_desktop.record.programs import programs
from fairness_desktop.record.relaying import RecordRelayer
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.score import score, score_in_full
from fairness_desktop.services.checking.verifying import Verifying
from fairness_desktop.services.walk import history_of

from .conftest import Measure

NOW = datetime.now(UTC).replace(microsecond=0)
PASSPHRASE = "a passphrase to measure with"  # noqa: S105 - made up for the benchmark


@pytest.fixture(scope="module")
def identities(tmp_path_factory: pytest.TempPathFactory) -> FolderIdentities:
    made = FolderIdentities(tmp_path_factory.mktemp("identities"), lambda: NOW)
    made.new("Example Clerk", "Clerk", "Example Parish Council", PASSPHRASE)
    return made


@pytest.fixture
def subject(example: Assessment, framework: Framework, identities: FolderIdentities) -> RecordSubject:
    signer = identities.named("Example Clerk")
    assert isinstance(signer, Identity)
    history = history_of(None, example, NOW, "somebody")
    return RecordSubject(example, framework, score(example, framework), history, (signer,), NOW)


class Plain(Canvas):  # type: ignore[misc] # ReportLab is untyped
    """ReportLab's own canvas: the same flowables, with no tag, no decoration, nothing attached."""

    marking = True

    def artifact(self, *_kind: str) -> AbstractContextManager[None]:
        return nullcontext()

    tagged = annotate = note_place = add_field = artifact
    doForm = artifact  # noqa: N815 - as ReportLab calls it


def bare(subject: RecordSubject) -> bytes:
    """The same content as ReportLab alone would lay it out."""
    engine.set_right()
    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate("page", [Frame(56, 51, WIDTH, A4[1] - 107)]))
    template.build(list(Flow(document(subject, programs())).flowables()), canvasmaker=Plain)
    return out.getvalue()


def test_laying_out(side_by_side: Measure, subject: RecordSubject) -> None:
    side_by_side("a record laid out", lambda: PdfRecordMaker().make(subject), lambda: bare(subject), 15)


def test_laying_out_and_signing(side_by_side: Measure, subject: RecordSubject, identities: FolderIdentities) -> None:
    def ours() -> bytes:
        return identities.seal(PdfRecordMaker().make(subject), "Example Clerk", PASSPHRASE, "I took it", NOW)

    side_by_side("a record laid out and signed, passphrase to key included", ours, lambda: bare(subject), 9)


def test_checking(side_by_side: Measure, subject: RecordSubject, identities: FolderIdentities, tmp_path: Path) -> None:
    sealed = identities.seal(PdfRecordMaker().make(subject), "Example Clerk", PASSPHRASE, "I took it", NOW)
    side_by_side("a seal checked", lambda: PyHankoChecker().check(sealed, ()), lambda: bare(subject), 15)


def test_verifying_whole(side_by_side: Measure, subject: RecordSubject, identities: FolderIdentities) -> None:
    """Two signatures, every figure worked out again, every page laid again: beside laying the record once."""
    second = identities.new("Example Officer", "Monitoring officer", "Example Parish Council", PASSPHRASE)
    whole = replace(subject, result=score_in_full(subject.assessment, subject.framework))
    pdf = PdfRecordMaker().make(replace(whole, signers=(*subject.signers, second)))
    for name in ("Example Clerk", "Example Officer"):
        pdf = identities.seal(pdf, name, PASSPHRASE, "I took it", NOW)
    verifying = Verifying(PyHankoChecker(), RecordRelayer())

    side_by_side(
        "a record verified whole", lambda: verifying.check_bytes(pdf, ""), lambda: PdfRecordMaker().make(whole), 7
    )
    assert verifying.check_bytes(pdf, "").relaid is Relaid.MATCHES
