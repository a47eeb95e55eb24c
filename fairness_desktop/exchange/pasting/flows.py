"""A cash flow pasted from a spreadsheet: years down or across, or a list of year, agency and amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...domain.errors import InvalidInputError
from ...domain.money.sums import CashFlow, check_money
from ...i18n import _
from .amounts import amount
from .cells import FIRST_CALENDAR, Cell, cells_of

_HEADS = {
    "year": ("year", "yr", "blwyddyn"),
    "agency": ("agency", "body", "organisation", "who", "asiantaeth", "corff", "pwy"),
    "amount": ("amount", "sum", "pounds", "£", "swm", "punnoedd"),
}
_TOLERANCE = 1.0
"""Pounds by which a total may be off: spreadsheets show rounded figures."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The lines read, and in sentences what was taken for granted in reading them."""

    lines: tuple[CashFlow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    """A cell with its year (as the sheet counts) and its agency."""

    cell: Cell
    year: Cell
    agency: str


def flow_from(text: str) -> Pasted:
    """The cash flow in cells copied from a spreadsheet; InvalidInputError names the cell that is not clear."""
    rows = cells_of(text)
    if not rows:
        raise InvalidInputError("", _("there is nothing to paste; copy the cells in the spreadsheet first"))
    listed = _as_list(rows)
    sums, totals = (listed, []) if listed is not None else _as_table(rows)
    thousands = any(cell.says_thousands for row in rows for cell in row if cell.year is None)
    lines, notes = _lines(sums, 1000.0 if thousands else 1.0)
    if not lines:
        raise InvalidInputError("", _("there is no sum in what was pasted"))
    if thousands:
        notes.append(_("Sums are read as thousands of pounds, as the sheet says."))
    if totals:
        notes.append(_("Left out because they are totals: {cells}.").format(cells=", ".join(totals)))
    return Pasted(lines, tuple(notes))


def _lines(sums: Sequence[_Sum], times: float) -> tuple[tuple[CashFlow, ...], list[str]]:
    years = [s.year.year for s in sums]
    known = [year for year in years if year is not None]
    first = min(known, default=0)
    calendar = first >= FIRST_CALENDAR
    lines = []
    for one, year in zip(sums, years, strict=True):
        if year is None:
            message = _("“{text}” is no year; write 0, 1, 2 … or 2026/27")
            raise one.year.refuse(message.format(text=one.year.text.strip()[:40]))
        if (year >= FIRST_CALENDAR) is not calendar:
            raise one.year.refuse(_("years of the calendar and counted years stand beside one another"))
        value = _value(one.cell)
        if value:
            lines.append(_line(one, year - first if calendar else year, value * times))
    taken = _("{year} is taken as year 0.")
    said = next((s.year.text.strip() for s in sums if s.year.year == first), "")
    return tuple(lines), [taken.format(year=said)] if calendar else []


def _line(one: _Sum, year: int, value: float) -> CashFlow:
    try:
        check_money("", value)
        return CashFlow(year, one.agency, value)
    except InvalidInputError as error:
        raise one.cell.refuse(error.message) from None


def _value(cell: Cell) -> float | None:
    try:
        return amount(cell.text)
    except InvalidInputError as error:
        raise cell.refuse(error.message) from None


def _as_list(rows: list[list[Cell]]) -> list[_Sum] | None:
    """A row a sum, under a head that names year and amount; None where there is no such head."""
    at = {what: _column(rows[0], names) for what, names in _HEADS.items()}
    year, agency, value = at["year"], at["agency"], at["amount"]
    if year is None or value is None or any(cell.year is not None for cell in rows[0]):
        return None
    named = [(row, "" if agency is None else row[agency].text.strip()) for row in rows[1:]]
    return [
        _Sum(row[value], row[year], who)
        for row, who in named
        if not row[value].blank and not row[year].says_total and not (agency is not None and row[agency].says_total)
    ]


def _column(head: list[Cell], names: tuple[str, ...]) -> int | None:
    found = (c.column for c in head if c.text.strip().casefold().split(" ")[0].strip("(),:") in names)
    return next(found, None)


def _as_table(rows: list[list[Cell]]) -> tuple[list[_Sum], list[str]]:
    """Years down or across; the other edge names agencies. Totals are checked and left out."""
    down = [list(column) for column in zip(*rows, strict=True)]
    if _years(rows[0]) and not _years(down[0]):
        years, others = rows[0], rows[1:]
    elif _years(down[0]):
        years, others = down[0], down[1:]
    else:
        raise rows[0][0].refuse(_("the first row or the first column must name the years: 0, 1, 2 … or 2026/27"))
    headed = years[0].year is None
    if not headed and len(others) > 1:
        raise others[0][0].refuse(_("name the agencies in the row or column beside the years"))
    begin = 1 if headed else 0
    _no_year_twice(years[begin:])
    return _without_totals(years, [line for line in others if any(not c.blank for c in line[begin:])], begin)


def _years(edge: list[Cell]) -> bool:
    """Whether every cell but the corner, totals and blanks names a year, and one at least does."""
    named = [cell for cell in edge[1:] if not cell.blank and not cell.says_total]
    years = [cell.year for cell in named if cell.year is not None]
    if not years or len(years) < len(named):
        return False
    return edge[0].year is not None or _fits_corner(edge[0]) or years == list(range(years[0], years[0] + len(years)))


def _fits_corner(corner: Cell) -> bool:
    """Whether the words in the corner are such as stand over years or agencies; others might be an agency's name."""
    first = corner.text.strip().casefold().split(" ")[0].strip("(),:/")
    return corner.blank or corner.says_thousands or any(first in names for names in _HEADS.values())


def _no_year_twice(years: list[Cell]) -> None:
    seen = set()
    for cell in years:
        if cell.year is not None and cell.year in seen:
            raise cell.refuse(_("{year} stands there twice").format(year=cell.text.strip()))
        seen.add(cell.year)


def _without_totals(years: list[Cell], lines: list[list[Cell]], begin: int) -> tuple[list[_Sum], list[str]]:
    """Every sum but those in lines or under years that say they are totals and are."""
    for label in (*(line[0] for line in lines if begin), *years):
        if label.says_running:
            raise label.refuse(_("is a running sum of the others; paste without it"))
    own = [line for line in lines if not (begin and line[0].says_total)]
    sums, totals = [], []
    for line in own:
        agency = line[0].text.strip() if begin else ""
        sums += [
            _Sum(cell, year, agency)
            for cell, year in zip(line[begin:], years[begin:], strict=True)
            if not cell.blank and not year.says_total
        ]
    for total, parts in _totals(years, lines, own, begin):
        said = _value(total)
        if said is not None:
            if abs(said - sum(_value(part) or 0.0 for part in parts)) > _TOLERANCE:
                raise total.refuse(_("is a total, but not the sum of its row or column; mend it, or leave it out"))
            totals.append(total.name)
    return sums, totals


def _totals(
    years: list[Cell], lines: list[list[Cell]], own: list[list[Cell]], begin: int
) -> Iterator[tuple[Cell, list[Cell]]]:
    """Each cell that is a total, with the cells it is the total of."""
    for line in lines:
        for at in range(begin, len(years)):
            plain = [line[i] for i in range(begin, len(years)) if not years[i].says_total]
            if line in own and years[at].says_total:
                yield line[at], plain
            elif line not in own and not years[at].says_total:
                yield line[at], [other[at] for other in own]
