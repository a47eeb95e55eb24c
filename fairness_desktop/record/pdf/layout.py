"""From the content tree to what flows over the pages, each with its place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, KeepTogether, PageTemplate, Spacer

from ..content.tree import (
    Bullets,
    ChartFigure,
    Contents,
    Document,
    FloorLine,
    Gap,
    Heading,
    Node,
    Note,
    PageBreak,
    Paragraph,
    SignatureField,
    Table,
    Written,
    language_of,
    signs_here,
    texts,
    under_title,
)
from . import engine, fonts, paragraphs, styles
from .archive import Sheet
from .canvas import RecordCanvas
from .charts import ChartFlowable
from .flowables import CONTENTS_GAP, WIDTH, ContentsLine, FloorFlowable, SignatureBox
from .paragraphs import Reading, Tagged
from .tables import begins, grid, pieces
from .tagging.packing import packed
from .tagging.tags import Element

HEIGHT = A4[1] - 38 * mm
"""Of the part of a page that is written on."""

ROOM_FOR_WORDS, ROOM_FOR_CAPTION, ROOM_FOR_TABLE, ROOM_FOR_FIGURE = 80, 24, 120, 320
"""Points that must be left on a page for words, a table's caption, a table as a rule, or a chart, to begin there."""

HEIGHTS = {1: 44, 2: 29}
"""Points that a heading of a level takes."""

LONGEST_PARAGRAPH = 20_000
"""Characters of one paragraph; a longer text is laid out in parts, for the time grows with the square."""


def lay_out(document: Document, sheet: Sheet) -> bytes:
    """The PDF; RecordError where a character cannot be printed."""
    engine.set_right()
    fonts.require_glyphs((*texts(document), document.author, document.reference))
    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, title=document.title)
    frame = Frame(20 * mm, 18 * mm, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=_begun))
    flow = Flow(document)

    def canvas(*arguments: Any, **keywords: Any) -> RecordCanvas:  # noqa: ANN401 - ReportLab hands on what it likes
        return RecordCanvas(*arguments, sheet=sheet, root=flow.root, **keywords)

    template.build(list(flow.flowables()), canvasmaker=canvas)
    return packed(out.getvalue())


def _begun(canvas: RecordCanvas, _template: BaseDocTemplate) -> None:
    canvas.mark_draft()


class Flow:
    """The flowables of a document in order; the elements under ``root`` grow with them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.root = Element("Document", lang=document.language)
        self._section = self.root.under("Sect")
        self._sections = self._headings = self._notes = 0

    def flowables(self) -> Iterator[Flowable]:
        """All of them, title first."""
        yield self._written("H1", self._document.title, styles.TITLE)
        yield self._written("P", under_title(self._document), styles.UNDER_TITLE)
        nodes = self._document.nodes
        for at, node in enumerate(nodes):
            if isinstance(node, Heading):
                yield CondPageBreak(room_for(nodes[at:]))
            yield from self._flow(node)

    def _flow(self, node: Node) -> Iterator[Flowable]:
        match node:
            case Table():
                yield from self._table(node)
            case ChartFigure():
                yield self._figure(node)
                yield Spacer(1, 8)
            case SignatureField():
                words = self._written("P", signs_here(node), styles.BODY)
                yield KeepTogether([words, SignatureBox(node, self._section.under("Form")), Spacer(1, 12)])
            case Contents():
                yield from self._contents(node)
            case PageBreak():
                yield CondPageBreak(HEIGHT - 40)  # not where a page has only begun: it would stay empty
            case _:
                yield from self._words(node)

    def _words(self, node: Written) -> Iterator[Flowable]:
        match node:
            case Heading():
                yield self._heading(node)
            case Paragraph():
                style = styles.LEAD if node.lead else styles.SMALL if node.small else styles.BODY
                yield from self._paragraph(node.text, style)
            case Note():
                self._notes += 1
                note = self._section.add(
                    Element("Note", lang=language_of(node.text), identifier=f"Note{self._notes:05}")
                )
                yield Tagged.of(node.text, styles.SMALL, note)
            case FloorLine():
                yield FloorFlowable(node.floor, node.text, self._section.under("P", language_of(node.text)))
            case Gap():
                yield self._written("P", node.text, styles.GAP)
            case Bullets():
                yield from self._list(node, self._section, 0)
                yield Spacer(1, 4)

    def _paragraph(self, text: str, style: ParagraphStyle) -> Iterator[Tagged]:
        """One paragraph, in parts where it is so long that laying it out would take for ever."""
        element, reading = self._section.under("P", language_of(text)), Reading(text)
        for part in pieces(text, LONGEST_PARAGRAPH):
            yield Tagged.of(part, style, element, reading)

    def _written(self, role: str, text: str, style: ParagraphStyle) -> Tagged:
        return Tagged.of(text, style, self._section.under(role, language_of(text)))

    def _heading(self, node: Heading) -> paragraphs.Heading:
        """A heading; one of level 1 begins a section."""
        if node.level == 1:
            self._section = self.root.under("Sect")
            self._sections += 1
        self._headings += 1
        key = section_key(self._sections) if node.level == 1 else f"part-{self._headings}"
        style = styles.SECTION if node.level == 1 else styles.PART
        element = self._section.under(f"H{node.level + 1}", language_of(node.text))
        heading = paragraphs.Heading.of(node.text, style, element)
        heading.level, heading.key, heading.said = node.level - 1, key, " ".join(node.text.split())
        return heading

    def _contents(self, node: Contents) -> Iterator[Flowable]:
        """Its own heading is no section of the record, so it is not among those it lists."""
        yield CondPageBreak(HEIGHTS[2] + (styles.CONTENTS.leading + CONTENTS_GAP) * len(node.sections))
        yield self._written("P", node.title, styles.PART)
        listed = self._section.under("TOC")
        for i, section in enumerate(node.sections, self._sections + 1):
            yield ContentsLine(section, section_key(i), listed.under("TOCI"))

    def _list(self, node: Bullets, parent: Element, depth: int) -> Iterator[Flowable]:
        listed = parent.add(Element("L", numbered=node.numbered))
        style = styles.BULLETS[min(depth, len(styles.BULLETS) - 1)]
        body, number = listed, 0
        for item, after in zip_longest(node.items, node.items[1:]):
            if isinstance(item, Bullets):
                yield from self._list(item, body, depth + 1)
                continue
            number += 1
            entry = listed.under("LI")
            label = entry.under("Lbl")
            body = entry.under("LBody", language_of(item))
            own = body.under("P") if isinstance(after, Bullets) else body  # the words come before the list below them
            said = Tagged.of(item, style, own)
            said.label = (f"{number}." if node.numbered else "•", label)
            yield said

    def _table(self, node: Table) -> Iterator[Flowable]:
        caption = [] if node.spoken else [self._written("P", node.caption, styles.CAPTION)]
        laid = grid(node, WIDTH, self._section)
        yield CondPageBreak(begins(laid, WIDTH) + ROOM_FOR_CAPTION * len(caption))
        yield from caption
        yield laid
        yield Spacer(1, 8)

    def _figure(self, node: ChartFigure) -> KeepTogether:
        """Title, how to read it, and the chart, on one page."""
        chart = node.chart
        heading = self._heading(Heading(chart.title, 2))
        caption = self._written("P", chart.caption, styles.SMALL)
        return KeepTogether([heading, caption, ChartFlowable(chart, WIDTH, self._section.under("Figure"))])


def room_for(nodes: Sequence[Node]) -> float:
    """Points that the first of the nodes needs to begin on a page; a heading takes along what it stands over."""
    first = nodes[0] if nodes else None
    match first:
        case Heading():
            return HEIGHTS[first.level] + room_for(nodes[1:])
        case ChartFigure():
            return ROOM_FOR_FIGURE
        case Table():
            return ROOM_FOR_TABLE
        case _:
            return ROOM_FOR_WORDS


def section_key(number: int) -> str:
    """The name of the place where a section begins; the first is 1."""
    return f"section-{number}"
