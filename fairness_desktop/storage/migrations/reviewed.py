"""The fifth format: which decisions are to be reviewed, and what those that were kept of their promises.

The columns are filled when the register is made anew, once every migration is through.
"""

from __future__ import annotations

from ..library import Database
from .beginnings import migrations
from .travelling import m004_what_travels

__all__ = ["m004_what_travels", "m005_reviewed"]

_COLUMNS = ("due TEXT", "reviewed INTEGER", "kept REAL", "verdict TEXT", "done TEXT")
_INDEXES = (
    "CREATE INDEX register_due ON register (due, n, body) WHERE due IS NOT NULL",
    "CREATE INDEX register_reviewed ON register (reviewed, kept, reference, n, body) WHERE reviewed IS NOT NULL",
)


@migrations()
def m005_reviewed(db: Database) -> None:
    """When a decision is to be reviewed, the year in which it was, how much of its promise it kept, what followed."""
    for column in _COLUMNS:
        db.execute(f"ALTER TABLE register ADD COLUMN {column}")
    for index in _INDEXES:
        db.execute(index)
