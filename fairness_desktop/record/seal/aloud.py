"""A record as a screen reader says it: the text of every element, in the order of the structure tree.

A validator cannot know whether that is what the record should say; whoever has the content tree can.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from ...domain.errors import RecordError
from ...i18n import _
from .limits import patient_reader

SPOKEN_INSTEAD = frozenset({"/Figure", "/Form"})
"""Elements of which their alternative text is said, not what is drawn."""

UNSAID = frozenset({"/Lbl"})
"""Bullets and numbers, which a reader makes itself."""

DEEPEST = 60
"""Elements within one another; ours lie twenty deep at most."""

MOST_ELEMENTS = 1_000_000
"""A tree that leads back into itself would be read for ever."""

Marks = list[dict[int, str]]


def read_aloud(pdf: bytes) -> tuple[str, ...]:
    """What is said, one text an element that says something; RecordError where the file is not tagged.

    Page numbers in the list of contents are left out: they are known only once the pages are laid.
    """
    root = patient_reader(pdf).root
    if "/StructTreeRoot" not in root:
        raise RecordError(_("The file is not tagged, so it cannot be read aloud."))
    tree = _Tree(root, _texts_by_mark(pdf))
    return tuple(text for text in (" ".join(said.split()) for said in tree.said(root["/StructTreeRoot"])) if text)


class _Tree:
    """One reading of one tree; pages are known by the numbers of their objects."""

    def __init__(self, root: Any, marks: Marks) -> None:  # noqa: ANN401 - the library is untyped
        self._marks, self._left = marks, MOST_ELEMENTS
        self._pages = {page.reference: i for i, page in enumerate(_pages(root["/Pages"].raw_get("/Kids")))}

    def said(self, element: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
        """The element's own text, then what lies under it, in order."""
        self._left -= 1
        if depth > DEEPEST or not self._left:
            raise RecordError(_("The file is nested too deeply to be read aloud."))
        role = element.get("/S")
        if role in SPOKEN_INSTEAD:
            yield str(element.get("/Alt", ""))
            return
        own: list[str] = []
        for kid in _kids(element):
            if isinstance(kid, int):
                own.append(self._text(element.raw_get("/Pg"), kid))
            elif kid.get("/Type") == "/MCR":
                own.append(self._text(kid.raw_get("/Pg"), kid["/MCID"]))
            elif "/S" in kid:
                yield "".join(own)
                own.clear()
                yield from self.said(kid, depth + 1)
        if role not in UNSAID:
            yield "".join(own)

    def _text(self, page: Any, number: int) -> str:  # noqa: ANN401
        return self._marks[self._pages[page.reference]].get(number, "")


def _kids(element: Any) -> Iterator[Any]:  # noqa: ANN401
    """What stands under an element, references followed: one or several."""
    kids = element["/K"] if "/K" in element else []  # noqa: SIM401 - get() would not follow a reference
    if not isinstance(kids, list):
        yield kids
        return
    for i in range(len(kids)):
        yield kids[i]


def _pages(kids: Any) -> Iterator[Any]:  # noqa: ANN401
    """References to the pages in order, out of a tree of any depth that a program of ours writes: a flat one."""
    yield from list.__iter__(kids)


def _texts_by_mark(pdf: bytes) -> Marks:
    """For each page the text of each of its marks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_texts(page) for page in document]
    finally:
        document.close()


def _texts(page: Any) -> dict[int, str]:  # noqa: ANN401
    """The library gives a lone space as an object without letters."""
    import pypdfium2.raw as pdfium

    letters = _letters(page.get_textpage())
    told: dict[int, str] = {}
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, i)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        if mark >= 0 and pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            told[mark] = told.get(mark, "") + "".join(letters.get(ctypes.addressof(drawn.contents), " "))
    return told


def _letters(words: Any) -> dict[int, list[str]]:  # noqa: ANN401
    """The letters of each object on a page, without the spaces that the library puts in where it sees a gap."""
    import pypdfium2.raw as pdfium

    found: dict[int, list[str]] = {}
    for i in range(pdfium.FPDFText_CountChars(words)):
        if pdfium.FPDFText_IsGenerated(words, i) != 1:
            drawn = pdfium.FPDFText_GetTextObject(words, i)
            found.setdefault(ctypes.addressof(drawn.contents), []).append(chr(pdfium.FPDFText_GetUnicode(words, i)))
    return found
