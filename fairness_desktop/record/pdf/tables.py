"""Tables over pages: header rows repeated, every cell tagged with what it heads or holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager

from reportlab.platypus import Table as Grid
from reportlab.platypus.tables import TableRenderCB

from ..content.tree import Table, language_of
from . import fonts, styles
from .paragraphs import Reading, Tagged
from .tagging.tags import Element

LONGEST_CELL = 900
"""Characters of a cell that are sure to fit a page; a longer one goes on in a row of its own."""


def grid(table: Table, width: float, parent: Element) -> Grid:
    """A table as wide as that, under ``parent``."""
    element = parent.under("Table")
    head = _header(table, element.under("THead").under("TR"))
    body = element.under("TBody")
    rows = [row for full in table.rows for row in _row(table, full, body.under("TR"))]
    total = sum(table.widths)
    widths = [width * w / total for w in table.widths]
    laid = Grid([head, *rows], colWidths=widths, repeatRows=1, renderCB=_Decoration())
    laid.setStyle(_style(table))
    return laid


def begins(laid: Grid, width: float) -> float:
    """Points that its header and its first row take."""
    laid.wrap(width, 0)
    return float(sum(laid._rowHeights[:2]))


def _header(table: Table, row: Element) -> list[Tagged]:
    cells = []
    for i, said in enumerate(table.header):
        cell = row.add(Element("TH", scope="Column", lang=language_of(said)))
        cells.append(Tagged.of(said, styles.HEAD_RIGHT if i in table.numbers else styles.HEAD, cell))
    return cells


def _row(table: Table, full: tuple[str, ...], row: Element) -> Iterator[list[Tagged]]:
    """A row of cells, and as many more under it as its longest cell needs: the same cells, gone on with."""
    cells = [(_cell(i, said, row), Reading(said)) for i, said in enumerate(full)]
    for part in _continued(full):
        yield [
            Tagged.of(said, styles.CELL_RIGHT if i in table.numbers else styles.CELL, *cells[i])
            for i, said in enumerate(part)
        ]


def _cell(column: int, said: str, row: Element) -> Element:
    if column == 0:
        return row.add(Element("TH", scope="Row", lang=language_of(said)))
    return row.under("TD", language_of(said))


def _style(table: Table) -> list[tuple[object, ...]]:
    beside = [i for i in range(1, len(table.header)) if i - 1 in table.numbers and i not in table.numbers]
    return [
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


class _Decoration(TableRenderCB):  # type: ignore[misc] # ReportLab is untyped
    """Backgrounds and rules are decoration; the cells tag themselves."""

    def __init__(self) -> None:
        self._open: AbstractContextManager[None] | None = None

    def __call__(self, table: Grid, what: str, *_where: object) -> None:
        if what in ("startBG", "startLines"):
            self._open = table.canv.artifact()
            self._open.__enter__()
        elif what in ("endBG", "endLines") and self._open is not None:
            self._open.__exit__(None, None, None)


def _continued(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The row, and as many more under it as its longest cell needs."""
    columns = [pieces(cell, LONGEST_CELL) for cell in row]
    for i in range(max(len(parts) for parts in columns)):
        yield tuple(parts[i] if i < len(parts) else "" for parts in columns)


def pieces(text: str, longest: int) -> list[str]:
    """The text in pieces no longer than that, broken between words where there are any, and with few lines each."""
    found, lines = [], 0
    current = ""
    for word in re.findall(r"\S+\s*|\s+", text):
        for part in (word[i : i + longest] for i in range(0, len(word), longest)):
            breaks = part.count("\n")
            if current and (len(current) + len(part) > longest or lines + breaks > longest // 25):
                found.append(current.rstrip())
                current, lines = "", 0
            current += part
            lines += breaks
    return [*found, current.rstrip()] if current.strip() or not found else found
