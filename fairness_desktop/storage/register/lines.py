"""The register as the services ask for it."""

from __future__ import annotations

from pathlib import Path

from ...domain.register import RegisterQuery, RegisterRow, SavedView, Shelf, Tally
from ...exchange.decoding import Frameworks
from ..keeping.erasing import Erasing
from ..library import Database
from . import reviews
from .finding import Finder
from .projection import Facet
from .rows import register_row, tally, view_if_readable, view_text


class Lines(Erasing):
    """One line an assessment; never all of them at once."""

    def __init__(self, db: Database, path: Path, frameworks: Frameworks, only_read: str = "") -> None:
        super().__init__(db, path, frameworks, only_read)
        self._finder = Finder(db)

    def rows(self, query: RegisterQuery, offset: int, limit: int) -> list[RegisterRow]:
        """A page of the register; pages never overlap while nothing is saved between them."""
        with self._reading():
            if query.of_reviews:
                return [register_row(row[:-1], Shelf(row[-1])) for row in reviews.page(self._db, query, offset, limit)]
            return [register_row(row, query.shelf) for row in self._finder.page(query, offset, limit)]

    def count(self, query: RegisterQuery) -> int:
        """How many lines of the register a query finds."""
        with self._reading():
            return reviews.count(self._db, query) if query.of_reviews else self._finder.matches(query).count

    def tallies(self) -> list[Tally]:
        """How many lines there are of each sort; those of none are left out."""
        columns = ", ".join(Facet._fields)
        return [tally(row) for row in self._all(f"SELECT {columns}, count FROM facets WHERE count > 0")]

    def reviewed_years(self) -> list[int]:
        """The years in which decisions were reviewed, newest first."""
        with self._reading():
            return reviews.years(self._db)

    def views(self) -> list[SavedView]:
        """The queries kept under a name, in the order in which they were kept; one that cannot be read is left out."""
        rows = self._all("SELECT name, query FROM views ORDER BY rowid")
        return [view for row in rows if (view := view_if_readable(row)) is not None]

    def keep_view(self, view: SavedView) -> None:
        """Keep a query under its name, in the place of one of the same name."""
        sql = "INSERT INTO views (name, query) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET query = excluded.query"
        with self._writing():
            self._db.execute(sql, [view.name, view_text(view.query)])

    def drop_view(self, name: str) -> None:
        """Keep that view no longer; nothing happens where there is none."""
        with self._writing():
            self._db.execute("DELETE FROM views WHERE name = ?", [name])
