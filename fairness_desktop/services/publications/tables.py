"""The register as a file for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import partial
from pathlib import Path

from ...domain.register import RegisterQuery, RegisterRow
from ...exchange.tables.register import as_exact_csv, as_json, as_spreadsheet_csv
from ..ports import Assessments
from ..writing import writing_whole

PAGE = 5000


class TableKind(Enum):
    """The kinds of table: for people with a spreadsheet, or exactly what is there, for programs."""

    SPREADSHEET = partial(as_spreadsheet_csv)
    EXACT = partial(as_exact_csv)
    JSON = partial(as_json)


class Tables:
    """Writes lines of the register to a file, however many they are."""

    def __init__(self, store: Assessments) -> None:
        self._store = store

    def lines(self, query: RegisterQuery) -> Iterator[RegisterRow]:
        """Every line that a query finds, page by page."""
        for offset in range(0, self._store.count(query), PAGE):
            yield from self._store.rows(query, offset, PAGE)

    def write(self, rows: Iterable[RegisterRow], out: Path, kind: TableKind) -> int:
        """Write the lines, whole or not at all; returns how many they were."""
        counted = _Counted(rows)
        make: Callable[[Iterable[RegisterRow]], Iterator[str]] = kind.value
        with writing_whole(out) as file:
            for piece in make(counted):
                file.write(piece.encode())
        return counted.count


class _Counted:
    """Counts what is taken from it."""

    def __init__(self, rows: Iterable[RegisterRow]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[RegisterRow]:
        for row in self._rows:
            self.count += 1
            yield row
