"""Cells that a spreadsheet takes for what they are: text for text, whatever it begins with.

A spreadsheet runs what looks like a formula, and turns what looks like a number or a date into one: the reference 07-26
becomes a day in July. So a text that might be taken for either gets an apostrophe in front, and so does one that begins
with an apostrophe: whoever reads the table back takes one apostrophe off, and has the text as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

Cell = str | float | date | None
"""A text, a number, a day, or nothing."""

BOM = "\ufeff"
"""Without it a spreadsheet on Windows takes ŵ for two letters."""

_FORMULA = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@\u2212＝＋－＠]|[\t\r\n\x00']")
"""What a formula may begin with: also after blanks and signs that are not seen, also in full width."""

_SIGNS = frozenset("0123456789 .,/:%eE()-+£$€\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")
"""All that numbers, days and times are written with."""

_WORDED = re.compile(
    r"\s*(\d{1,4}[\s./-]*[a-z]{3,9}\.?([\s./,-]*\d{1,4})?|[a-z]{3,9}\.?[\s./-]*\d{1,4}([\s./,-]+\d{2,4})?|true|false)\s*",
    re.IGNORECASE,
)
LONGEST_WORDED = 40
"""Characters of a day with its month as a word."""


def guarded(text: str) -> str:
    """A text as a spreadsheet is given it."""
    return f"'{text}" if _FORMULA.match(text) or _is_figure(text) else text


def _is_figure(text: str) -> bool:
    """Whether it would be taken for a number, a day, a time or a truth value."""
    if any(sign.isdigit() for sign in text) and _SIGNS.issuperset(text):
        return True
    return len(text) <= LONGEST_WORDED and _WORDED.fullmatch(text) is not None


def unguarded(cell: str) -> str:
    """The text that was guarded."""
    return cell.removeprefix("'")


def for_a_spreadsheet(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """CSV, piece by piece, for a spreadsheet: UTF-8 with its mark, every text guarded, numbers and days as they are."""
    yield BOM
    for row in rows:
        yield _line([guarded(cell) if isinstance(cell, str) else _plain(cell) for cell in row])


def exact(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """CSV (RFC 4180), piece by piece, that says exactly what is there: for programs, not for a spreadsheet."""
    for row in rows:
        yield _line([cell if isinstance(cell, str) else _plain(cell) for cell in row])


def _plain(cell: float | date | None) -> str:
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else repr(cell)


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
