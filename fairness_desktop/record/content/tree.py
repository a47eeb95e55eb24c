"""The content tree: headings, paragraphs, lists, tables, figures, fields. It knows nothing of pages."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.vocabulary import Floor
from ...telling.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is a section, 2 a part of one."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text; ``lead`` is larger, ``small`` smaller."""

    text: str
    lead: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class FloorLine:
    """A floor with its mark, its word and what it means."""

    floor: Floor
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that ought to be there and is not; said as a gap."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under a header row; ``widths`` are shares of the page, ``numbers`` the columns set to the right.

    Every row is as long as the header; the first column is the header of its row. A caption that only repeats the
    heading above is ``spoken`` alone.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart under its title, with a sentence how to read it; it stands on one page whole."""

    chart: Chart

    @property
    def alt(self) -> str:
        """The same in words, for those who do not see it."""
        return self.chart.in_words


@dataclass(frozen=True, slots=True)
class SignatureField:
    """Where a signer signs; the words beside it say who and what for."""

    name: str
    signer: str
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Node = Heading | Paragraph | FloorLine | Bullets | Gap | Table | ChartFigure | SignatureField | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole record: what stands on every page, and what it says in order."""

    title: str
    reference: str
    author: str
    subject: str
    draft: bool
    nodes: tuple[Node, ...]


def texts(document: Document) -> tuple[str, ...]:
    """Everything the record says, in reading order."""
    said: list[str] = []
    for node in document.nodes:
        said.extend(_texts(node))
    return tuple(said)


def _texts(node: Node) -> tuple[str, ...]:
    match node:
        case Heading() | Paragraph() | FloorLine() | Gap():
            return (node.text,)
        case Bullets():
            return node.items
        case Table():
            return (node.caption, *node.header, *(cell for row in node.rows for cell in row))
        case ChartFigure():
            return (node.chart.title, node.chart.caption, node.alt)
        case SignatureField():
            return (node.signer, node.role, node.words)
        case PageBreak():
            return ()
