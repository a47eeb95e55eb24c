"""A record's plain page and statutory fields as text to paste into minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.document import in_short
from ..content.tree import Bullets, Document, Heading, Node, Table, texts, under_title
from ..subject import RecordSubject
from ..tongues import in_language
from .marking import SignedAs, mark, origin


def as_text(subject: RecordSubject, signed: SignedAs | None) -> str:
    """The text: a line a paragraph, none of them broken, so that whatever takes it in breaks them anew."""
    with in_language(subject.language):
        told = in_short(subject)
        blocks = [mark(subject, signed), told.title, under_title(told)]
        blocks.extend(block for node in told.nodes for block in _blocks(node))
        if signed is not None:
            blocks.append("\n".join(f"{what}: {which}" for what, which in origin(signed)))
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _blocks(node: Node) -> Iterator[str]:
    match node:
        case Heading():
            yield node.text.upper() if node.level == 1 else node.text
        case Bullets():
            yield "\n".join(_items(node, 0))
        case Table():
            yield "\n".join(_line(row) for row in node.rows)
        case _:
            yield "\n".join(texts(Document("", "", "", "", draft=False, nodes=(node,)))).strip()


def _items(bullets: Bullets, depth: int) -> Iterator[str]:
    for number, item in enumerate(bullets.items, 1):
        if isinstance(item, Bullets):
            yield from _items(item, depth + 1)
        else:
            yield f"{'  ' * depth}{f'{number}.' if bullets.numbered else '-'} {item}"


def _line(row: tuple[str, ...]) -> str:
    """A row: what it is of, in brackets what stands between, then the last; several lines begin on the next."""
    between = ", ".join(cell for cell in row[1:-1] if cell)
    first, rest = f"{row[0]} ({between})" if between else row[0], row[-1]
    if "\n" in rest:
        return f"{first}:\n" + "\n".join(f"  {line}" for line in rest.splitlines())
    return f"{first}: {rest}"
