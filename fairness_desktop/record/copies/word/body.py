"""The content tree as paragraphs and tables of a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from ...content.tree import Bullets, FloorLine, Gap, Heading, Node, Note, Paragraph, Table, language_of
from .parts import LEVELS, TEXT_WIDTH
from .parts import text as escaped


def paragraphs(nodes: Iterable[Node]) -> Iterator[str]:
    """Each node of the tree; nothing of those that only a page has."""
    for node in nodes:
        match node:
            case Heading():
                yield paragraph(node.text, f"Heading{min(node.level, 2)}")
            case Paragraph() | Note() | Gap() | FloorLine():
                yield paragraph(node.text, _style(node))
            case Bullets():
                yield from _items(node, 0)
            case Table():
                yield from _table(node)


def _style(node: Paragraph | Note | Gap | FloorLine) -> str:
    if isinstance(node, Paragraph):
        return "Lead" if node.lead else "Small" if node.small else ""
    return {Note: "Small", Gap: "Gap", FloorLine: ""}[type(node)]


def paragraph(text: str, style: str = "", more: str = "") -> str:
    """A paragraph; line breaks in its text are kept."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{look}{_run(text)}</w:p>"


def _run(text: str) -> str:
    lang = language_of(text)
    look = f"<w:rPr><w:lang w:val={quoteattr(lang)}/></w:rPr>" if lang else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{look}{lines}</w:r>"


def _items(bullets: Bullets, depth: int) -> Iterator[str]:
    listed = f'<w:numPr><w:ilvl w:val="{min(depth, LEVELS - 1)}"/><w:numId w:val="1"/></w:numPr>'
    for number, item in enumerate(bullets.items, 1):
        if isinstance(item, Bullets):
            yield from _items(item, depth + 1)
        else:
            yield paragraph(f"{number}. {item}" if bullets.numbered else item, "ListParagraph", listed)


def _table(node: Table) -> Iterator[str]:
    """A table under its caption, its header row marked as one and repeated on every page; then room below it."""
    if not node.spoken:
        yield paragraph(node.caption, "Caption")
    widths = [round(TEXT_WIDTH * share / sum(node.widths)) for share in node.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        (_row(node, node.header, widths, head=True), *(_row(node, r, widths, head=False) for r in node.rows))
    )
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Facts"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escaped(node.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
    yield '<w:p><w:pPr><w:spacing w:after="120" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'


def _row(node: Table, row: tuple[str, ...], widths: list[int], *, head: bool) -> str:
    look = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[i]}" w:type="dxa"/></w:tcPr>'
        + paragraph(text, "Cell", '<w:jc w:val="right"/>' if i in node.numbers else "")
        + "</w:tc>"
        for i, text in enumerate(row)
    )
    return f"<w:tr>{look}{cells}</w:tr>"
