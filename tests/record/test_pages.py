"""The pages: whole, readable, the same again, and with their data attached."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from fairness_desktop.domain.assessment import Assessment, FrameworkReference
from fairness_desktop.domain.effects import Effect
from fairness_desktop.domain.errors import RecordError
from fairness_desktop.domain.framework import Framework
from fairness_desktop.domain.options import Option
from fairness_desktop.domain.people import Group
from fairness_desktop.domain.vocabulary import AssessmentId, Grade, GroupId, Kind, OptionId
from fairness_desktop.record.content.document import document
from fairness_desktop.record.content.tree import Document, Heading, Node, PageBreak, Paragraph, Table, texts
from fairness_desktop.record.data import attachments
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.pdf.layout import lay_out
from fairness_desktop.record.programs import programs
from fairness_desktop.record.seal import PyHankoChecker
from fairness_desktop.record.seal.aloud import read_aloud
from fairness_desktop.record.subject import RecordSubject

from .conftest import subject_of
from .test_tags import SHEET

ELSEWHERE = (
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C"},
    {"LANG": "cy_GB.UTF-8", "LC_ALL": "cy_GB.UTF-8", "LANGUAGE": "cy", "PYTHONUTF8": "0"},
    {"CLOCK": "2145916800", "SOURCE_DATE_EPOCH": "1"},
)
"""How another computer is set; CLOCK is the time it has, in seconds since 1970."""

AGAIN = """
import datetime, hashlib, os, time
if "CLOCK" in os.environ:
    now = float(os.environ["CLOCK"])
    told = {name: getattr(time, name) for name in ("gmtime", "localtime", "ctime")}
    time.time, time.time_ns = lambda: now, lambda: int(now * 10**9)
    for name, tell in told.items():
        setattr(time, name, lambda at=now, tell=tell: tell(at))
    class Then(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(now, tz)
        today = utcnow = now
    datetime.datetime = Then
from pathlib import Path
from tests.record.conftest import subject_of
from fairness_desktop import app
from fairness_desktop.exchange.files import read
from fairness_desktop.record.pdf import PdfRecordMaker
from fairness_desktop.record.pdf.layout import lay_out
known = app.known_frameworks()
example = read(Path("tests/record/play-area.fairness.json"), known)
print(hashlib.sha256(PdfRecordMaker().make(subject_of(example, known["model", "1"]))).hexdigest())
"""


def pages(pdf: bytes) -> list[str]:
    document_ = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document_]


def squeezed(text: str) -> str:
    """Without spaces and hyphens at line ends: lines break where the page wants."""
    return re.sub(r"[\s\ufffe\u00ad-]+", "", text)


def test_that_everything_it_says_stands_on_its_pages(subject: RecordSubject, unsigned: bytes) -> None:
    whole = squeezed("".join(re.sub(r"^.*?\n|\n.*?$", "", page) for page in pages(unsigned)))
    everything = squeezed("".join(pages(unsigned)))

    tree = document(subject, programs())
    silent = {n.alt for n in tree.nodes if hasattr(n, "alt")}
    missing = [
        text
        for text in texts(tree)
        if text not in silent and squeezed(text)[:40] not in everything and squeezed(text)[:40] not in whole
    ]

    assert [m for m in missing if not m.startswith("Effects of ")] == []


def test_that_each_page_says_which_it_is(unsigned: bytes) -> None:
    told = pages(unsigned)

    for number, page in enumerate(told, 1):
        assert squeezed(f"Page {number} of") in squeezed(page)
        assert str(len(told)) in page


def test_that_a_draft_is_marked_on_every_page(example: Assessment, framework: Framework) -> None:
    draft = PdfRecordMaker().make(subject_of(example, framework))

    assert all("DRAFT" in page and "Draft, not signed" in page for page in pages(draft))
    assert b"/FT /Sig" not in draft


@pytest.fixture(scope="module")
def draft(example: Assessment, framework: Framework) -> bytes:
    return PdfRecordMaker().make(subject_of(example, framework))


@pytest.mark.parametrize("elsewhere", ELSEWHERE, ids=" ".join)
def test_that_the_same_subject_gives_the_same_bytes_whatever_the_machine_is_set_to(
    elsewhere: dict[str, str], draft: bytes
) -> None:
    there = subprocess.run(
        [sys.executable, "-c", AGAIN],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **elsewhere},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == hashlib.sha256(draft).hexdigest()


def test_that_the_data_are_attached_byte_for_byte(subject: RecordSubject, unsigned: bytes) -> None:
    assert PyHankoChecker().check(unsigned, ()).attachments == attachments(subject, programs())


@pytest.mark.parametrize("text", ["<b>bold</b> & <font>", "]]> %s {} \\n", "a < b > c &amp; d", "<br/><para>"])
def test_that_markup_is_printed_as_it_was_typed(example: Assessment, framework: Framework, text: str) -> None:
    pdf = PdfRecordMaker().make(subject_of(replace(example, summary=text), framework))

    assert squeezed(text) in squeezed(pages(pdf)[0])


def test_that_welsh_and_rare_characters_are_printed(example: Assessment, framework: Framework) -> None:
    text = "ŵ ŷ Ŵ Ŷ â → ✓ ≤ η"

    pdf = PdfRecordMaker().make(subject_of(replace(example, summary=text), framework))

    assert squeezed(text) in squeezed(pages(pdf)[0])


@pytest.mark.parametrize("character", ["漢", "🙂"])
def test_that_a_character_no_face_has_is_refused_and_never_dropped(
    example: Assessment, framework: Framework, character: str
) -> None:
    with pytest.raises(RecordError, match=f"U\\+{ord(character):04X}.*village {character}"):
        PdfRecordMaker().make(subject_of(replace(example, summary=f"The village {character}"), framework))


@pytest.mark.parametrize("text", ["word " * 20_000, "x" * 5_000, "line\n" * 3_000])
def test_that_very_long_texts_are_laid_out_whole(example: Assessment, framework: Framework, text: str) -> None:
    decision = replace(example.decision, reasons=text)

    pdf = PdfRecordMaker().make(subject_of(replace(example, decision=decision), framework))

    assert squeezed("".join(pages(pdf))).count(squeezed(text)[:4]) * 4 >= len(squeezed(text))


def test_that_the_largest_decision_is_laid_out(framework: Framework) -> None:
    groups = tuple(Group(GroupId(f"g{n}"), f"Group number {n} of the town", 100, n % 6) for n in range(12))
    options = tuple(Option(OptionId("ABCDEFGH"[n]), f"Option {n}", n == 0, float(n)) for n in range(8))
    impacts = dict.fromkeys(framework.criterion_ids, 1.5)
    effects = tuple(Effect(o.id, g.id, 0.5, Grade.C, impacts, "As was found.") for o in options[1:] for g in groups)
    reference = FrameworkReference(framework.id, framework.version, framework.sha256)
    largest = Assessment(
        AssessmentId("largest"),
        reference,
        "Largest",
        kind=Kind.FRAMEWORK,
        groups=groups,
        options=options,
        effects=effects,
    )

    assert len(pages(PdfRecordMaker().make(subject_of(largest, framework)))) > 8


def test_that_an_empty_draft_is_laid_out(framework: Framework) -> None:
    reference = FrameworkReference(framework.id, framework.version, framework.sha256)

    told = pages(PdfRecordMaker().make(subject_of(Assessment(AssessmentId("empty"), reference), framework)))

    assert "A decision with no title yet" in told[0]


def test_that_the_file_knows_no_time_but_its_own(unsigned: bytes) -> None:
    assert set(re.findall(rb"D:(\d{14})", unsigned)) == {b"20261123150500"}


@pytest.mark.parametrize("rows", range(30, 44))
def test_that_no_page_stays_empty_before_one_that_must_be_new(rows: int) -> None:
    table = Table("Rows", ("Group", "Size"), (("Group", "1"),) * rows, (0.5, 0.5))
    nodes = (table, PageBreak(), Paragraph("On a page of its own."))

    told = pages(lay_out(Document("Title", "07-26", "Council", "Record", False, nodes), SHEET))

    assert [len(page.splitlines()) > 3 for page in told] == [True] * len(told)
    assert "On a page of its own." in told[-1]
    assert "Group" not in told[-1]


@pytest.mark.parametrize("before", range(22, 32))
def test_that_a_caption_stands_on_the_page_of_its_table(before: int) -> None:
    table = Table("Caption", ("Group", "Why"), (("Group", "reason " * 60),), (0.5, 0.5))
    nodes: tuple[Node, ...] = (*(Paragraph("One line."),) * before, table)

    told = pages(lay_out(Document("Title", "07-26", "Council", "Record", False, nodes), SHEET))

    assert ["Caption" in page for page in told] == ["reason" in page for page in told]


@pytest.mark.parametrize("before", range(22, 32))
def test_that_a_heading_stands_on_the_page_of_what_it_is_over(before: int) -> None:
    above = (Paragraph("One line."),) * before
    nodes: tuple[Node, ...] = (*above, Heading("Section"), Heading("Part", 2), Paragraph("What they are over."))

    told = pages(lay_out(Document("Title", "07-26", "Council", "Record", False, nodes), SHEET))

    assert {number for number, page in enumerate(told) if "Section" in page or "Part" in page} == {len(told) - 1}
    assert "What they are over." in told[-1]


def test_that_where_a_word_may_be_parted_is_neither_printed_nor_read() -> None:
    """It comes along with text copied from elsewhere, and would be counted where lines end."""
    words = "ask\u00ad them to share the co\u00adst " * 40

    told = read_aloud(lay_out(Document("Title", "07-26", "Council", "Record", False, (Paragraph(words),)), SHEET))

    assert told[-1] == " ".join(words.replace("\u00ad", "").split())
