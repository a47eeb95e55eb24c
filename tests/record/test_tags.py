"""The structure tree: what each thing is called, what is decoration, and that nothing untagged can be painted."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from reportlab.platypus import Flowable

from fairness_desktop.record.content.tree import (
    Bullets,
    Contents,
    Document,
    Foreign,
    Heading,
    Node,
    Note,
    Paragraph,
    SignatureField,
    Table,
    texts,
)
from fairness_desktop.record.pdf import engine, layout
from fairness_desktop.record.pdf.archive import Sheet
from fairness_desktop.record.pdf.canvas import RecordCanvas
from fairness_desktop.record.pdf.layout import lay_out
from fairness_desktop.record.pdf.tagging.marking import UntaggedError, require_tags
from fairness_desktop.record.pdf.tagging.tags import Element
from fairness_desktop.record.seal.aloud import read_aloud

from ..judges import judges

SHEET = Sheet("Title", "07-26", "Council", "Record", False, datetime(2026, 11, 23, tzinfo=UTC), {"record.json": b"{}"})
LONG = Table("Rows", ("Group", "Size"), tuple((f"Group {i}", str(i)) for i in range(120)), (0.7, 0.3), frozenset({1}))
EVERYTHING: tuple[Node, ...] = (
    Contents("Contents", ("First", "Second")),
    Heading("First"),
    Paragraph("In English."),
    Paragraph(Foreign("Yn Gymraeg: ŵ, ŷ.", "cy")),
    Bullets(("One", Bullets(("One of one", "Two of one"), numbered=True), "Two", Foreign("Tri", "cy"))),
    Note("A remark."),
    Heading("Second"),
    LONG,
    SignatureField("Signature1", "Ann Example", "Clerk", "I took this decision."),
    SignatureField("Signature2", "Bob Example", "Monitoring officer", "I looked.", locks=True),
)


def laid(*nodes: Node) -> bytes:
    return lay_out(Document("Title", "07-26", "Council", "Record", False, nodes), SHEET)


@pytest.fixture(scope="module")
def everything() -> bytes:
    return laid(*EVERYTHING)


@pytest.fixture(scope="module")
def told(everything: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The tree as poppler tells it."""
    path = tmp_path_factory.mktemp("tags") / "everything.pdf"
    path.write_bytes(everything)
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True)
    return done.stdout


def roles(told: str, *wanted: str) -> list[str]:
    """The elements of these roles, in order."""
    return [role for role in re.findall(r"^ *(\w+)(?: \(\w+\))?:?$", told, re.MULTILINE) if role in wanted]


def test_that_headings_begin_sections_under_the_title(told: str) -> None:
    assert roles(told, "H1", "H2", "H3") == ["H1", "H2", "H2"]
    assert roles(told, "Sect") == ["Sect"] * 3


def test_that_a_list_within_a_list_belongs_to_the_item_before_it(told: str) -> None:
    assert re.search(r"LBody \(block\)\n\s+P \(block\)\n\s+\"One\"\n\s+L \(block\)", told)
    assert roles(told, "LI") == ["LI"] * 5
    assert "ListNumbering /Decimal" in told


def test_that_a_table_over_pages_is_one_and_has_one_header_row(told: str) -> None:
    assert roles(told, "Table", "THead", "TBody") == ["Table", "THead", "TBody"]
    assert roles(told, "TR") == ["TR"] * 121
    assert told.count('"Group"') == 1


def test_that_contents_lead_to_their_sections(told: str, everything: bytes) -> None:
    assert re.findall(r'"(First|Second) (\d+)"', told) == [("First", "1"), ("Second", "1")]
    assert everything.count(b"/Subtype /Link") == 2


def test_that_words_in_another_language_say_which(everything: bytes, tmp_path: Path) -> None:
    assert judges.unpacked(everything, tmp_path).count(b"/Lang (cy)") == 2


def test_that_it_is_read_aloud_as_it_was_written(everything: bytes) -> None:
    document = Document("Title", "07-26", "Council", "Record", False, EVERYTHING)

    assert list(read_aloud(everything)) == [" ".join(text.split()) for text in texts(document)]


def test_that_the_judges_find_nothing_wrong_with_any_kind_of_content(everything: bytes, tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(everything)

    assert judges.verapdf([path]) == []
    assert judges.page_validation(everything) == []
    assert judges.outloud(path) == []


def test_that_the_last_of_two_fields_locks_the_file(everything: bytes) -> None:
    assert everything.count(b"/Lock ") == 1
    assert re.search(rb"/Action /All /P 1 /Type /SigFieldLock", everything)


class Unmarked(Flowable):  # type: ignore[misc] # ReportLab is untyped
    """A flowable that somebody forgot to tag."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 10.0, 10.0

    def draw(self) -> None:
        self.canv.rect(0, 0, 10, 10, fill=1)


def test_that_what_nobody_tagged_cannot_be_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "Spacer", lambda *_size: Unmarked())

    with pytest.raises(UntaggedError, match="untagged on page 1"):
        laid(Bullets(("One",)))


@pytest.mark.parametrize("code", ["BT (x) Tj ET", "0 0 9 9 re f", "/Im0 Do", "1 2 l S", "BT [(a) 1 (b)] TJ ET"])
def test_that_every_way_of_painting_is_seen(code: str) -> None:
    with pytest.raises(UntaggedError):
        require_tags(f"q\n{code}\nQ", 1)
    require_tags(f"/P <</MCID 0>> BDC\n{code}\nEMC", 1)
    require_tags("BT /P <</MCID 0>> BDC (S EMC f) Tj EMC ET", 1)


def test_that_an_element_left_open_is_seen() -> None:
    with pytest.raises(UntaggedError, match="open"):
        require_tags("/P <</MCID 0>> BDC (x) Tj", 3)


def test_that_no_element_begins_within_another() -> None:
    engine.set_right()
    canvas = RecordCanvas(io.BytesIO(), sheet=SHEET, root=Element("Document"))

    with canvas.artifact(), pytest.raises(UntaggedError, match="begins inside"), canvas.tagged(Element("P")):
        pass


def test_that_an_annotation_belongs_to_an_element() -> None:
    engine.set_right()
    canvas = RecordCanvas(io.BytesIO(), sheet=SHEET, root=Element("Document"))

    with pytest.raises(UntaggedError, match="annotation"):
        canvas.linkURL("https://www.example.org", (0, 0, 9, 9))
