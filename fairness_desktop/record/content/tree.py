"""The content tree: headings, paragraphs, lists, tables, figures, fields. It knows nothing of pages."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.vocabulary import Floor
from ...telling.charts.chart import Chart


class Foreign(str):  # noqa: SLOT000 - what derives from str can have no slots of its own
    """Words in another language than the record's; ``lang`` is its BCP 47 tag. They may stand wherever words may."""

    lang: str

    def __new__(cls, words: str, lang: str) -> Foreign:
        """The words, marked."""
        told = super().__new__(cls, words)
        told.lang = lang
        return told


def language_of(words: str) -> str:
    """The language that words are marked with; empty where it is the record's own."""
    return words.lang if isinstance(words, Foreign) else ""


SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted: it comes along with text copied from elsewhere, is never printed and never read."""


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
class Note:
    """A remark on what stands above it, in small print."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences; a list among them belongs to the sentence before it. Numbered where order matters."""

    items: tuple[str | Bullets, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections that follow, each with its page."""

    title: str
    sections: tuple[str, ...]


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
    """Where a signer signs; the words beside it say who and what for. The last of several ``locks`` the file."""

    name: str
    signer: str
    role: str
    words: str
    locks: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Written = Heading | Paragraph | Note | FloorLine | Gap | Bullets
Node = Written | Contents | Table | ChartFigure | SignatureField | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole record: what stands on every page, and what it says in order; ``language`` is a BCP 47 tag."""

    title: str
    reference: str
    author: str
    subject: str
    draft: bool
    nodes: tuple[Node, ...]
    language: str = "en-GB"


def texts(document: Document) -> tuple[str, ...]:
    """Everything the record says, in reading order."""
    said = [document.title, under_title(document)]
    for node in document.nodes:
        said.extend(_texts(node))
    return tuple(text.replace(SOFT_HYPHEN, "") for text in said)


def under_title(document: Document) -> str:
    """The line under the title: reference and council."""
    return "  ·  ".join(part for part in (document.reference, document.author) if part)


def signs_here(field: SignatureField) -> str:
    """What stands over a signature field."""
    return f"{field.signer}, {field.role}. {field.words}"


def _texts(node: Node) -> tuple[str, ...]:
    told: tuple[str, ...] = ()
    match node:
        case Bullets():
            told = tuple(
                text for item in node.items for text in (_texts(item) if isinstance(item, Bullets) else (item,))
            )
        case Contents():
            told = (node.title, *node.sections)
        case Table():
            cells = (*node.header, *(cell for row in node.rows for cell in row))
            told = cells if node.spoken else (node.caption, *cells)
        case ChartFigure():
            told = (node.chart.title, node.chart.caption, node.alt)
        case SignatureField():
            told = (signs_here(node), f"{node.signer}, {node.role}")
        case Heading() | Paragraph() | Note() | FloorLine() | Gap():
            told = (node.text,)
    return told
