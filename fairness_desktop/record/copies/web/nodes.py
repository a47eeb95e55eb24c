"""The content tree as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....domain.vocabulary import Floor
from ...content.tree import (
    Bullets,
    ChartFigure,
    FloorLine,
    Gap,
    Heading,
    Node,
    Note,
    Paragraph,
    Table,
    language_of,
)
from .drawing import drawn
from .markup import element, said

_MARKS = {
    Floor.GREEN: '<circle cx="8" cy="8" r="8"/><path d="M4.5 8.5l2.5 2.4 4.6-5.4"/>',
    Floor.AMBER: '<path class="body" d="M8 .4 16 15.2H0z"/><path d="M8 5.6v4.4"/><path d="M8 12.6v.2"/>',
    Floor.RED: '<path class="body" d="M4.8 0h6.4L16 4.8v6.4L11.2 16H4.8L0 11.2V4.8z"/><path d="M5.2 5.2l5.6 5.6"/>'
    '<path d="M10.8 5.2l-5.6 5.6"/>',
}
"""Circle and tick, triangle and mark, octagon and cross: what colour says, the shape says too."""


def floor_mark(floor: Floor) -> str:
    """The mark of a floor; the word beside it says the same."""
    return element("svg", _MARKS[floor], class_=f"mark {floor}", viewBox="0 0 16 16", aria_hidden="true")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: the key its heading is reached by, and what stands under it."""

    key: str
    heading: Heading
    nodes: tuple[Node, ...]

    @property
    def html(self) -> str:
        """The whole section."""
        return element("section", heading(self.heading, self.key), *written(self.nodes), aria_labelledby=self.key)


def sections(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[Section, ...]]:
    """What stands before the first heading, then a section for each heading of the first level."""
    begin: list[Node] = []
    found: list[tuple[Heading, list[Node]]] = []
    for node in nodes:
        if isinstance(node, Heading) and node.level == 1:
            found.append((node, []))
        else:
            (found[-1][1] if found else begin).append(node)
    keyed = tuple(Section(f"s{i}", head, tuple(inner)) for i, (head, inner) in enumerate(found, 1))
    return tuple(begin), keyed


def heading(node: Heading, key: str | None = None) -> str:
    """A heading, one level under the title of the page."""
    return element(f"h{node.level + 1}", said(node.text), id=key)


def written(nodes: Sequence[Node]) -> Iterator[str]:
    """Each node in HTML."""
    return map(_written, nodes)


def _written(node: Node) -> str:
    told = ""
    match node:
        case Heading():
            told = heading(node)
        case Paragraph() | Note() | Gap():
            told = element("p", said(node.text), class_=_kind(node))
        case FloorLine():
            told = element("p", floor_mark(node.floor), element("span", said(node.text)), class_="floor")
        case Bullets():
            told = _bullets(node)
        case Table():
            told = table(node)
        case ChartFigure():
            caption = element("figcaption", element("b", said(node.chart.title)), " ", said(node.chart.caption))
            told = element("figure", drawn(node.chart), caption)
    return told


def _kind(node: Paragraph | Note | Gap) -> str | None:
    if isinstance(node, Paragraph):
        return "lead" if node.lead else "small" if node.small else None
    return "gap" if isinstance(node, Gap) else "small"


def _bullets(node: Bullets) -> str:
    items: list[str] = []
    for item in node.items:
        if isinstance(item, Bullets):
            items[-1:] = [items[-1] + _bullets(item)] if items else [_bullets(item)]
        else:
            items.append(said(item))
    return element("ol" if node.numbered else "ul", *(element("li", item) for item in items))


def table(node: Table) -> str:
    """A table with its caption; the first column names each row. A wide one scrolls in its frame, by keyboard too."""
    names = (element("th", said(text), scope="col", class_=_side(node, i)) for i, text in enumerate(node.header))
    head = element("thead", element("tr", *names))
    body = element("tbody", *(element("tr", *_cells(node, row)) for row in node.rows))
    caption = element("caption", said(node.caption), class_="unseen" if node.spoken else None)
    whole = element("table", caption, head, body)
    if len(node.header) <= FEW_COLUMNS:
        return whole
    lang = language_of(node.caption) or None
    return element("div", whole, class_="wide", role="group", aria_label=node.caption, tabindex="0", lang=lang)


FEW_COLUMNS = 3
"""So many columns fit the narrowest screen."""


def _cells(node: Table, row: Sequence[str]) -> Iterator[str]:
    yield element("th", said(row[0]), scope="row")
    for i, text in enumerate(row[1:], 1):
        yield element("td", said(text), class_=_side(node, i))


def _side(node: Table, column: int) -> str | None:
    return "n" if column in node.numbers else None
