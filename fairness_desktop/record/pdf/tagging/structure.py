"""The structure tree as PDF objects, hung on the catalogue (ISO 32000-1, 14.7; ISO 14289-1)."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from ...content.tree import SOFT_HYPHEN
from .marking import MarkingCanvas
from .tags import Element, Marked, Owned


def write_structure(canvas: MarkingCanvas) -> None:
    """Write every element below the canvas's root, and which marks and annotations belong to which."""
    _Tree(canvas).write()


class _Tree:
    """Objects are numbered in reading order, so that the same record gives the same file."""

    def __init__(self, canvas: MarkingCanvas) -> None:
        self._canvas, self._document = canvas, canvas._doc
        self._pages = [self._document.Reference(page) for page in self._document.Pages.pages]
        self._references: dict[Element, Any] = {}
        self._objects: dict[Element, PDFDictionary] = {}
        self._number(canvas.root)

    def write(self) -> None:
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._document.Reference(tree, "StructTreeRoot")
        self._describe(self._canvas.root, reference)
        tree["K"] = self._references[self._canvas.root]
        tree["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(self._parents())}), "ParentTree")
        tree["ParentTreeNextKey"] = len(self._pages) + len(self._canvas.annotated)
        identified = sorted((e.identifier, e) for e in self._objects if e.identifier)
        if identified:
            names = [part for identifier, e in identified for part in (PDFString(identifier), self._references[e])]
            tree["IDTree"] = self._document.Reference(PDFDictionary({"Names": PDFArray(names)}), "IDTree")
        catalogue = self._document.Catalog
        catalogue.StructTreeRoot = reference
        catalogue.MarkInfo = PDFDictionary({"Marked": "true"})

    def _number(self, element: Element) -> None:
        told = self._objects[element] = PDFDictionary({})
        self._references[element] = self._document.Reference(told, f"Tag{len(self._references):06}")
        for kid in element.kids:
            if isinstance(kid, Element):
                self._number(kid)

    def _describe(self, element: Element, parent: object) -> None:
        told = self._objects[element]
        told["S"], told["P"] = PDFName(element.role), parent
        page = next((k.page for k in element.kids if not isinstance(k, Element)), None)
        if page is not None:
            told["Pg"] = self._pages[page]
        kids = [self._kid(kid, page) for kid in element.kids]
        if kids:
            told["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
        for key, text in (
            ("Alt", element.alt.replace(SOFT_HYPHEN, "")),
            ("Lang", element.lang),
            ("ID", element.identifier),
        ):
            if text:
                told[key] = PDFString(text)
        attributes = _attributes(element)
        if attributes is not None:
            told["A"] = attributes
        for kid in element.kids:
            if isinstance(kid, Element):
                self._describe(kid, self._references[element])

    def _kid(self, kid: Element | Marked | Owned, page: int | None) -> object:
        if isinstance(kid, Element):
            return self._references[kid]
        if isinstance(kid, Owned):
            annotation = PDFObjectReference(f"Annot.{kid.annotation}")
            return PDFDictionary({"Type": PDFName("OBJR"), "Pg": self._pages[kid.page], "Obj": annotation})
        if kid.page == page:
            return kid.number
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": self._pages[kid.page], "MCID": kid.number})

    def _parents(self) -> list[object]:
        """For each page the element of each mark, then the element of each annotation."""
        numbers: list[object] = []
        for i, _page in enumerate(self._pages):
            owners = PDFArray([self._references[e] for e in self._canvas.owners[i]])
            numbers += [i, self._document.Reference(owners, f"Parents{i:05}")]
        for i, (name, element) in enumerate(self._canvas.annotated, len(self._pages)):
            numbers += [i, self._references[element]]
            self._document.idToObject[f"Annot.{name}"]["StructParent"] = i
        return numbers


def _attributes(element: Element) -> PDFDictionary | None:
    if element.scope:
        return PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(element.scope)})
    if element.box is not None:
        box = PDFArray([round(v, 2) for v in element.box])
        return PDFDictionary({"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box})
    if element.role == "L":
        numbering = PDFName("Decimal" if element.numbered else "Disc")
        return PDFDictionary({"O": PDFName("List"), "ListNumbering": numbering})
    return None
