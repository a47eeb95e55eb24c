"""Laying out and signing a record, against ReportLab's own build of the same pages."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.verdict import Identity
from fairness_desktop.record.content.document import document
from fairness_desktop.record.pdf import PdfRecordMaker, fonts, layout
from fairness_desktop.record.pdf.flowables import WIDTH
from fairness_desktop.record.programs import programs
from fairness_desktop.record.seal import FolderIdentities, PyHankoChecker
from fairness_desktop.record.subject import RecordSubject
from fairness_desktop.scoring.score import score
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


def bare(subject: RecordSubject) -> bytes:
    """The same flowables through ReportLab's own canvas: no decoration, nothing attached, no field."""
    fonts.register()
    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)
    template.addPageTemplates(PageTemplate("page", [Frame(56, 51, WIDTH, A4[1] - 107)]))
    nodes = document(subject, programs()).nodes
    template.build([f for node in nodes if type(node).__name__ != "SignatureField" for f in layout.flow(node)])
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
