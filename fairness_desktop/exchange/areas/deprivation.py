"""Official files of an index of deprivation: the English Indices (File 7) and the Welsh Index.

Only what a need level may rest on is read: the area's code and name, its council, and its decile.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...domain.errors import InvalidInputError, not_taken_in, unreadable
from ...domain.touched.areas import DECILES
from ...i18n import _

LARGEST = 64 * 1024 * 1024
MOST_AREAS = 100_000
HEADER_WITHIN = 20
"""Lines in which the header must be: spreadsheets saved as CSV begin with a title and notes."""

_CODE = re.compile(r"LSOA code(?: \((\d{4})\))?", re.IGNORECASE)
_NAME = re.compile(r"LSOA name(?: \((?:\d{4}|Eng)\))?", re.IGNORECASE)
_COUNCIL = re.compile(r"Local Authority (?:District )?name(?: \((?:\d{4}|Eng)\))?", re.IGNORECASE)
_ENGLISH = re.compile(
    r"Index of Multiple Deprivation \(IMD\) Decile(?: \(where 1 is most deprived 10% of LSOAs?\)?)?", re.IGNORECASE
)
"""Spreadsheets cut long headings short."""

_WELSH = re.compile(r"WIMD (\d{4}) overall decile", re.IGNORECASE)
_LSOA = re.compile(r"[EW]01\d{6}")
_YEARS = {"2011": "2019", "2021": "2025"}
"""The English index by the year of its areas."""


@dataclass(frozen=True, slots=True)
class IndexedArea:
    """One row of the file."""

    code: str
    name: str
    council: str
    decile: int


@dataclass(frozen=True, slots=True)
class AreaIndex:
    """An index: what it is called, its areas in the order of the file, and the SHA-256 of the file."""

    name: str
    areas: tuple[IndexedArea, ...]
    sha256: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the file: where, and what it is called."""

    at: int
    heading: str


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in a row what stands, and which index it is."""

    index: str
    code: _Column
    decile: _Column
    name: _Column | None
    council: _Column | None


def read_index_file(path: Path) -> AreaIndex:
    """The index in a file; a FairnessError says in one sentence why there is none, naming line and column."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        found = read_index(raw)
    except InvalidInputError as error:
        raise not_taken_in(path, error) from None
    return AreaIndex(found.name, found.areas, found.sha256, path.name)


def read_index(raw: bytes) -> AreaIndex:
    """The index in a CSV file; InvalidInputError says in which line and column, and what is wrong there."""
    if len(raw) > LARGEST:
        raise InvalidInputError("", _("is larger than 64 MiB"))
    rows = enumerate(csv.reader(io.StringIO(_text(raw), newline=""), strict=True), 1)
    try:
        columns = _header(rows)
        areas = tuple(_areas(rows, columns))
    except csv.Error as error:
        raise InvalidInputError("", _("is no table with commas: {why}").format(why=error)) from error
    if not areas:
        raise InvalidInputError("", _("has no areas under its header"))
    return AreaIndex(columns.index, areas, hashlib.sha256(raw).hexdigest())


def _text(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InvalidInputError("", _("is no text; save the sheet with the deciles as CSV, and choose that file"))


def _header(rows: Iterator[tuple[int, list[str]]]) -> _Columns:
    for line, row in rows:
        columns = _columns([" ".join(cell.split()) for cell in row])
        if columns is not None:
            return columns
        if line >= HEADER_WITHIN:
            break
    raise InvalidInputError(
        "",
        _(
            "has no header with an LSOA code and a decile; choose File 7 of the English Indices of Deprivation, or the "
            "sheet of deciles of the Welsh Index saved as CSV"
        ),
    )


def _columns(cells: Sequence[str]) -> _Columns | None:
    """Where the columns are, if this is the header."""
    code = _at(cells, _CODE)
    decile = _at(cells, _ENGLISH) or _at(cells, _WELSH)
    if code is None or decile is None:
        return None
    return _Columns(_called(code.heading, decile.heading), code, decile, _at(cells, _NAME), _at(cells, _COUNCIL))


def _at(cells: Sequence[str], wanted: re.Pattern[str]) -> _Column | None:
    return next((_Column(i, cell) for i, cell in enumerate(cells) if wanted.fullmatch(cell)), None)


def _called(code: str, decile: str) -> str:
    """The name of the index, by the years its own columns tell."""
    welsh = _WELSH.fullmatch(decile)
    if welsh is not None:
        return f"Welsh Index of Multiple Deprivation {welsh[1]}"
    found = _CODE.fullmatch(code)
    year = _YEARS.get(found[1] or "", "") if found else ""
    return f"English Indices of Deprivation {year}".strip()


def _areas(rows: Iterator[tuple[int, list[str]]], columns: _Columns) -> Iterator[IndexedArea]:
    seen: set[str] = set()
    for line, row in rows:
        code, decile = _cell(row, columns.code), _cell(row, columns.decile)
        if not decile and not _LSOA.fullmatch(code):
            continue  # an empty line, or a note under the table
        if not _LSOA.fullmatch(code):
            raise _refused(line, columns.code, _("“{text}” is no code of an area in England or Wales"), code)
        if code in seen:
            raise _refused(line, columns.code, _("“{text}” stands there twice"), code)
        if len(seen) >= MOST_AREAS:
            raise InvalidInputError("", _("has more areas than any nation"))
        seen.add(code)
        if not decile.isascii() or not decile.isdigit() or not 1 <= int(decile[:3]) <= DECILES:
            raise _refused(line, columns.decile, _("“{text}” is no decile from 1 to 10"), decile)
        yield IndexedArea(code, _cell(row, columns.name), _cell(row, columns.council), int(decile))


def _cell(row: Sequence[str], column: _Column | None) -> str:
    return row[column.at].strip() if column is not None and column.at < len(row) else ""


def _refused(line: int, column: _Column, message: str, text: str) -> InvalidInputError:
    """A complaint that names the line and the column, as a spreadsheet shows them."""
    place = _("line {line}, column “{column}”").format(line=line, column=column.heading)
    shown = text if len(text) <= 40 else text[:39] + "…"  # noqa: PLR2004
    return InvalidInputError(place, message.format(text=shown))
