"""Cells as a spreadsheet names them, and what the labels among them say."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from ...domain.errors import InvalidInputError
from ...domain.money.sums import LAST_YEAR
from ...i18n import _

MOST_CELLS = 50_000

_YEAR = re.compile(r"(?:year|yr|y|blwyddyn|bl)?\.?\s*(\d{1,4})", re.IGNORECASE | re.ASCII)
_FINANCIAL = re.compile(r"(?:FY\s*)?((?:19|20)\d\d)\s*[/–-]\s*(?:\d\d|\d{4})", re.IGNORECASE | re.ASCII)
_TOTAL = re.compile(r"\s*(?:(?:grand\s+|sub-?|net\s+)?(?:total|cyfanswm)s?\b.*|(?:sum|net)\s*)", re.IGNORECASE)
_RUNNING = re.compile(r"\s*(?:cumulative|running|cronnus)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"£\s*['’]?000|£\s*k\b|\b000s\b|\bthousands\b", re.IGNORECASE)
FIRST_CALENDAR = 1900


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell."""

    row: int
    column: int
    text: str

    @property
    def name(self) -> str:
        """As a spreadsheet names it, the first cell pasted being A1."""
        letters, rest = "", self.column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row + 1}"

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def says_total(self) -> bool:
        """Whether it names a row or a column of totals."""
        return _TOTAL.fullmatch(self.text) is not None

    @property
    def says_running(self) -> bool:
        """Whether it names sums so far, which would count all else twice."""
        return _RUNNING.match(self.text) is not None

    @property
    def says_thousands(self) -> bool:
        """Whether it says that sums are in thousands of pounds."""
        return _THOUSANDS.search(self.text) is not None

    @property
    def year(self) -> int | None:
        """The year it names: counted from 0, or of the calendar; None where it names none."""
        text = self.text.strip()
        found = _FINANCIAL.fullmatch(text) or _YEAR.fullmatch(text)
        year = None if found is None else int(found.group(1))
        return year if year is None or year <= LAST_YEAR or year >= FIRST_CALENDAR else None

    def refuse(self, message: str) -> InvalidInputError:
        """A complaint that names the cell."""
        return InvalidInputError(self.name, message)


def cells_of(text: str) -> list[list[Cell]]:
    """Rows of cells, all as long as the longest; rows at the end with nothing in them are left off."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    rows = [list(row) for row in csv.reader(lines, delimiter="\t")]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise InvalidInputError("", _("there are too many cells; paste the years and their sums alone"))
    padded = (row + [""] * (width - len(row)) for row in rows)
    return [[Cell(i, j, value) for j, value in enumerate(row)] for i, row in enumerate(padded)]
