"""The structure tree of a record: what each mark on the pages is, in reading order (ISO 32000-1, 14.7)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a page's marks: ``number`` is its MCID on ``page`` (from 0)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Owned:
    """An annotation that belongs to an element: a link's or a signature field's."""

    page: int
    annotation: str


@dataclass(eq=False, slots=True)
class Element:
    """One element: its standard role, and below it other elements, marks and annotations in reading order.

    ``box`` is (left, bottom, right, top) on the page, in points; ``scope`` is that of a header cell.
    """

    role: str
    alt: str = ""
    lang: str = ""
    scope: str = ""
    identifier: str = ""
    box: tuple[float, float, float, float] | None = None
    numbered: bool = False
    kids: list[Element | Marked | Owned] = field(default_factory=list)

    def add(self, element: Element) -> Element:
        """Put an element last under this one, and return it."""
        self.kids.append(element)
        return element

    def under(self, role: str, lang: str = "") -> Element:
        """A new element of that role, last under this one."""
        return self.add(Element(role, lang=lang))
