"""From the content tree to what flows over the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from ..content.tree import (
    Bullets,
    ChartFigure,
    Document,
    FloorLine,
    Gap,
    Heading,
    Node,
    PageBreak,
    SignatureField,
    Table,
    texts,
)
from ..content.tree import Paragraph as Words
from . import fonts, styles
from .canvas import RecordCanvas, Sheet
from .charts import ChartFlowable
from .flowables import WIDTH, FloorFlowable, SignatureBox
from .styles import markup

ROOM_FOR_HEADING, ROOM_FOR_TABLE = 110, 80
"""Points that must be left on a page for a heading, or the caption of a table, to stand there."""

LONGEST_CELL = 900
"""Characters of a cell that are sure to fit a page; a longer one goes on in a row of its own."""


def lay_out(document: Document, sheet: Sheet) -> bytes:
    """The PDF; RecordError where a character cannot be printed."""
    fonts.register()
    fonts.require_glyphs((document.title, document.author, document.reference, *texts(document)))
    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, title=document.title)
    frame = Frame(20 * mm, 18 * mm, WIDTH, A4[1] - 38 * mm, leftPadding=0, rightPadding=0, topPadding=0)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=_begun))
    flowables = [*_title(document), *(f for node in document.nodes for f in flow(node))]

    def canvas(*arguments: Any, **keywords: Any) -> RecordCanvas:  # noqa: ANN401 - ReportLab hands on what it likes
        return RecordCanvas(*arguments, sheet=sheet, **keywords)

    template.build(flowables, canvasmaker=canvas)
    return out.getvalue()


def _begun(canvas: RecordCanvas, _template: BaseDocTemplate) -> None:
    canvas.mark_draft()


def _title(document: Document) -> Iterator[Flowable]:
    yield _paragraph(document.title, styles.TITLE)
    under = "  ·  ".join(part for part in (document.reference, document.author) if part)
    yield _paragraph(under, styles.UNDER_TITLE)


def _paragraph(text: str, style: Any) -> Paragraph:  # noqa: ANN401 - ReportLab is untyped
    return Paragraph(markup(text, style), style)


class _Bookmarked(Paragraph):  # type: ignore[misc] # ReportLab is untyped
    """A heading that stands in the list of bookmarks."""

    level = 0

    def draw(self) -> None:
        key = f"at-{self.canv.getPageNumber()}-{round(self.canv.absolutePosition(0, 0)[1])}-{self.level}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.getPlainText(), key, self.level, closed=False)
        super().draw()


def flow(node: Node) -> Iterator[Flowable]:
    """What stands for a node on the pages, in order."""
    match node:
        case Heading() | Words() | FloorLine() | Gap() | Bullets():
            yield from _written(node)
        case Table():
            if not node.spoken:
                yield CondPageBreak(ROOM_FOR_TABLE)
                yield _paragraph(node.caption, styles.CAPTION)
            yield _grid(node)
            yield Spacer(1, 8)
        case ChartFigure():
            yield _figure(node)
            yield Spacer(1, 8)
        case SignatureField():
            words = f"{node.signer}, {node.role}. {node.words}"
            yield KeepTogether([_paragraph(words, styles.BODY), SignatureBox(node), Spacer(1, 12)])
        case PageBreak():
            yield NewPage()


def _written(node: Heading | Words | FloorLine | Gap | Bullets) -> Iterator[Flowable]:
    match node:
        case Heading():
            yield CondPageBreak(ROOM_FOR_HEADING)
            yield _heading(node)
        case Words():
            style = styles.LEAD if node.lead else styles.SMALL if node.small else styles.BODY
            yield from (_paragraph(part, style) for part in _pieces(node.text, 20_000))
        case FloorLine():
            yield FloorFlowable(node.floor, node.text)
        case Gap():
            yield _paragraph(node.text, styles.GAP)
        case Bullets():
            yield from (Paragraph(markup(item, styles.BULLET), styles.BULLET, bulletText="•") for item in node.items)
            yield Spacer(1, 4)


def _heading(node: Heading) -> _Bookmarked:
    style = styles.SECTION if node.level == 1 else styles.PART
    heading = _Bookmarked(markup(node.text, style), style)
    heading.level = node.level - 1
    return heading


def _figure(node: ChartFigure) -> KeepTogether:
    """Title, how to read it, and the chart, on one page."""
    chart = node.chart
    return KeepTogether(
        [_heading(Heading(chart.title, 2)), _paragraph(chart.caption, styles.SMALL), ChartFlowable(chart, WIDTH)]
    )


def _grid(table: Table) -> Grid:
    """A table with its header repeated on each page."""
    head = [
        _paragraph(cell, styles.HEAD_RIGHT if i in table.numbers else styles.HEAD)
        for i, cell in enumerate(table.header)
    ]
    rows = [
        [_paragraph(cell, styles.CELL_RIGHT if i in table.numbers else styles.CELL) for i, cell in enumerate(row)]
        for full in table.rows
        for row in _continued(full)
    ]
    total = sum(table.widths)
    grid = Grid([head, *rows], colWidths=[WIDTH * w / total for w in table.widths], repeatRows=1)
    beside = [i for i in range(1, len(table.header)) if i - 1 in table.numbers and i not in table.numbers]
    grid.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), styles.TINT),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, styles.ACCENT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, styles.LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            *(("LEFTPADDING", (i, 0), (i, -1), 12) for i in beside),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    return grid


def _continued(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The row, and as many more under it as its longest cell needs."""
    columns = [_pieces(cell, LONGEST_CELL) for cell in row]
    for i in range(max(len(pieces) for pieces in columns)):
        yield tuple(pieces[i] if i < len(pieces) else "" for pieces in columns)


def _pieces(text: str, longest: int) -> list[str]:
    """The text in pieces no longer than that, broken between words where there are any, and with few lines each."""
    pieces, lines = [], 0
    current = ""
    for word in re.findall(r"\S+\s*|\s+", text):
        for part in (word[i : i + longest] for i in range(0, len(word), longest)):
            breaks = part.count("\n")
            if current and (len(current) + len(part) > longest or lines + breaks > longest // 25):
                pieces.append(current.rstrip())
                current, lines = "", 0
            current += part
            lines += breaks
    return [*pieces, current.rstrip()] if current.strip() or not pieces else pieces
