"""A canvas that knows what it paints; what nobody has tagged cannot be painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from .tags import Element, Marked, Owned

_OPERATORS = re.compile(
    r"\((?:\\.|[^\\()])*\)"  # text, in which anything may stand
    r"|(?<!\S)(?:(?P<begins>BDC|BMC)|(?P<ends>EMC)|(?P<paints>Tj|TJ|'|\"|[SsfFBb]\*?|Do|sh|EI))(?!\S)",
    re.DOTALL,
)


class UntaggedError(RuntimeError):
    """A fault of ours: something was painted that no element and no artifact holds."""


class MarkingCanvas(Canvas):
    """Marks are made within ``tagged`` or ``artifact``; a page with others cannot be shown."""

    def __init__(self, *arguments: Any, root: Element, **keywords: Any) -> None:  # noqa: ANN401 - ReportLab's own
        self.root = root
        self.owners: list[list[Element]] = []
        self.annotated: list[tuple[str, Element]] = []
        self._open: Element | str | None = None
        super().__init__(*arguments, **keywords)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Everything painted meanwhile is the content of that element."""
        page = self._page()
        owners = self.owners[page]
        element.kids.append(Marked(page, len(owners)))
        with self._marked(element, f"/{element.role} <</MCID {len(owners)}>> BDC"):
            owners.append(element)
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """Everything painted meanwhile is decoration: no reader speaks it."""
        more = f" /Subtype /{subtype}" if subtype else ""
        with self._marked(kind, f"/Artifact <</Type /{kind}{more}>> BDC"):
            yield

    @property
    def marking(self) -> bool:
        """Whether an element or artifact is open."""
        return self._open is not None

    @contextmanager
    def _marked(self, what: Element | str, operator: str) -> Iterator[None]:
        if self._open is not None:
            raise UntaggedError(f"{what} begins inside {self._open}")
        self._open = what
        self._code.append(operator)
        yield
        self._code.append("EMC")
        self._open = None

    def annotate(self, name: str, annotation: pdfdoc.PDFDictionary, element: Element) -> pdfdoc.PDFObjectReference:
        """Put an annotation on the page that belongs to an element; returns a reference to it."""
        page = self._page()
        self.annotated.append((name, element))
        element.kids.append(Owned(page, name))
        annotation["F"] = 4
        super()._addAnnotation(annotation, name)
        return pdfdoc.PDFObjectReference(f"Annot.{name}")

    def _addAnnotation(self, annotation: object, name: str | None = None, addtopage: int = 1) -> None:
        raise UntaggedError(f"an annotation that belongs to no element: {name}")

    def showPage(self) -> None:
        self._page()
        require_tags("\n".join(self._code), self.getPageNumber())
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._doc.Pages.pages) - 1
        page.Tabs = pdfdoc.PDFName("S")

    def _page(self) -> int:
        """The number of this page from 0, with room for its marks."""
        page = int(self.getPageNumber()) - 1
        while len(self.owners) <= page:
            self.owners.append([])
        return page


def require_tags(code: str, page: int) -> None:
    """UntaggedError where a page's code paints outside every element and artifact."""
    depth = 0
    for found in _OPERATORS.finditer(code):
        if found["begins"]:
            depth += 1
        elif found["ends"]:
            depth -= 1
        elif found["paints"] and depth <= 0:
            around = code[max(0, found.start() - 60) : found.end()]
            raise UntaggedError(f"untagged on page {page}: …{around}")
    if depth:
        raise UntaggedError(f"an element is left open on page {page}")
