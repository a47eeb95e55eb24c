"""Copies for a word processor, read back by a library that knows nothing of us."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from fairness_desktop.record.copies.marking import SignedAs
from fairness_desktop.record.copies.word.file import as_docx
from fairness_desktop.record.subject import RecordSubject

from .conftest import RECORD, SECRET, Decision, in_welsh


def opened(subject: RecordSubject, signed: SignedAs | None) -> Document:
    return docx.Document(io.BytesIO(as_docx(subject, signed)))


@pytest.fixture(scope="module")
def copy(decision: Decision) -> Document:
    return opened(decision.public, decision.signed)


def test_that_it_says_it_is_a_copy_at_its_head_and_on_every_page(copy: Document) -> None:
    assert copy.paragraphs[0].text.startswith("Copy, not the signed record.")
    assert [p.text for p in copy.sections[0].header.paragraphs] == ["Copy, not the signed record"]


def test_that_title_and_headings_are_told_as_such(copy: Document) -> None:
    headings = [(p.style.name, p.text) for p in copy.paragraphs if p.style is not None and "ead" in str(p.style.name)]

    assert (
        next(p.text for p in copy.paragraphs if p.style and p.style.name == "Title")
        == "Play area at the end of its life"
    )
    assert ("Heading 1", "The decision in plain words") in headings
    assert ("Heading 2", "Why") in headings
    assert ("Heading 1", "The statutory record") in headings


def test_that_the_statutory_fields_are_a_table_with_a_header_row(copy: Document, decision: Decision) -> None:
    (table,) = copy.tables
    rows = {row.cells[0].text: row.cells[-1].text for row in table.rows}
    head = table.rows[0]._tr.trPr

    assert head is not None
    assert head.find(qn("w:tblHeader")) is not None
    assert rows["Field"] == "What is recorded"
    assert rows["Reasons"] == decision.full.assessment.decision.reasons
    assert rows["Alternatives considered and rejected"].count("\n") == 2


def test_that_lists_are_lists(copy: Document) -> None:
    items = [p for p in copy.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]

    assert len(items) > 3


def test_that_it_has_title_author_and_language_for_those_who_do_not_see_it(copy: Document) -> None:
    about = copy.core_properties

    assert (about.title, about.author, about.language) == (
        "Play area at the end of its life",
        "Example Parish Council",
        "en-GB",
    )
    assert f"{qn('w:lang')[-4:]}" == "lang"


def test_that_words_entered_in_another_language_are_marked(decision: Decision) -> None:
    raw = as_docx(in_welsh(decision.public), decision.signed)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        body, styles = (archive.read(f"word/{name}.xml").decode() for name in ("document", "styles"))

    assert '<w:lang w:val="cy-GB"' in styles
    assert f'<w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{decision.full.assessment.summary}' in body


def test_that_the_same_copy_has_the_same_bytes(decision: Decision) -> None:
    assert as_docx(decision.public, decision.signed) == as_docx(decision.public, decision.signed)


def test_that_texts_that_would_break_it_do_not(awkward: Decision) -> None:
    told = opened(awkward.public, awkward.signed)

    assert any('<script>alert("x")</script> & \ufffd ŵŷ' in p.text for p in told.paragraphs)


def test_that_the_public_one_leaves_out_what_is_exempt(withheld: Decision) -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(withheld.public, withheld.signed))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())

    assert SECRET.encode() not in whole
    assert b"Schedule 12A, paragraph 3" in whole


def test_that_it_names_the_signed_record(copy: Document) -> None:
    assert any(RECORD in p.text.replace(" ", "") for p in copy.paragraphs)


def test_that_every_part_is_named_and_related(decision: Decision) -> None:
    with zipfile.ZipFile(io.BytesIO(as_docx(decision.public, decision.signed))) as archive:
        names = set(archive.namelist())
        kinds = archive.read("[Content_Types].xml").decode()

    parts = {name for name in names if name.startswith(("word/", "docProps/")) and not name.endswith(".rels")}
    assert all(f'PartName="/{name}"' in kinds for name in parts)
