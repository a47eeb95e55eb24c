"""Whether the file still holds what was written: SQLite's own check does not see a flipped bit, so all is hashed."""

from __future__ import annotations

from ...i18n import _
from ..connecting import errors
from ..library import Database
from .beside import beside
from .chains import chains
from .projections import projections
from .records import records
from .structure import structure
from .travelling import travelling

__all__ = ["faults"]


def faults(db: Database) -> list[str]:
    """A sentence for everything that is not as it was written: what, and where; empty is good."""
    found: list[str] = []
    for look in (structure, chains, records, beside, projections, travelling):
        try:
            found += look(db)
        except errors() as error:
            found.append(_("The file cannot be read to its end: {why}. Restore it from a backup.").format(why=error))
    return found
