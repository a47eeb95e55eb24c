"""The plain page is one page at most, however much was written, and stands first."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from fairness_desktop.domain.assessment import Assessment
from fairness_desktop.domain.framework import Framework
from fairness_desktop.exchange.decoding import Frameworks
from fairness_desktop.exchange.files import read
from fairness_desktop.record.content import opening
from fairness_desktop.record.content.document import _around, document, in_short
from fairness_desktop.record.content.tree import Heading, texts
from fairness_desktop.record.pdf.archive import Sheet
from fairness_desktop.record.pdf.layout import lay_out
from fairness_desktop.record.programs import programs
from fairness_desktop.record.subject import RecordSubject

from .conftest import subject_of

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.fairness.json"))


def pages(subject: RecordSubject) -> int:
    alone = _around(tuple(opening.plain_page(subject)), subject)
    sheet = Sheet(alone.title, alone.reference, alone.author, alone.subject, alone.draft, subject.made_at, {})
    with pikepdf.open(io.BytesIO(lay_out(alone, sheet))) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name[:2])
def test_that_it_is_one_page_at_most(path: Path, known: Frameworks, framework: Framework) -> None:
    now = read(path, known)
    long = "This is one of very many reasons that somebody wrote down. " * 200
    now = replace(now, summary=long, decision=replace(now.decision, reasons=long, departure_reason=long))
    assert pages(subject_of(now, framework)) == 1


def test_that_it_stands_first_and_in_copies(example: Assessment, framework: Framework) -> None:
    subject = subject_of(example, framework)
    for told in (document(subject, programs()), in_short(subject)):
        first = next(node for node in told.nodes if isinstance(node, Heading))
        assert first.text == "The decision in plain words"
        assert "has decided. The choice is: " in "\n".join(texts(told))


def test_that_long_reasons_go_on_in_the_statutory_record(example: Assessment, framework: Framework) -> None:
    long = "A reason among many. " * 150
    now = replace(example, decision=replace(example.decision, reasons=long))
    said = "\n".join(texts(document(subject_of(now, framework), programs())))
    assert "they stand in full in the statutory record" in said
    assert long.strip() in said
