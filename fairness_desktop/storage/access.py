"""Opening a register for what it is wanted for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..domain.errors import HeldError, ReadOnlyError, StorageError
from ..domain.safekeeping.access import Access
from ..exchange.decoding import Frameworks
from ..i18n import _
from ..watching import Progress, unwatched
from .connecting import connect, failures
from .database import FORMAT, format_of
from .safekeeping.places import on_network
from .store import Opening, SqliteStore, open_store
from .telling import told

MOMENT = 0.5
"""Seconds a window waits: a command that is just ending is no reason to open it for reading only."""


def open_as(
    path: Path, frameworks: Frameworks, access: Access, secret: str | None, progress: Progress = unwatched
) -> SqliteStore:
    """The store in a file; StorageError says in a sentence why it cannot be opened so."""
    opening = Opening(secret, progress=progress)
    if access is Access.READ and not on_network(path.parent) and _is_up_to_date(path, secret):
        return open_store(path, frameworks, replace(opening, only_read=_("The register was opened only to be read.")))
    if access is not Access.WINDOW:
        return open_store(path, frameworks, opening)
    try:
        return open_store(path, frameworks, replace(opening, patience=MOMENT))
    except HeldError as error:
        why = _("{who} Until it is closed there, you can read here but change nothing.").format(who=error)
        return open_store(path, frameworks, replace(opening, only_read=why))
    except ReadOnlyError as error:
        why = _("{why} You can read here but change nothing.").format(why=error)
        return open_store(path, frameworks, replace(opening, only_read=why))


def open_to_look(path: Path, frameworks: Frameworks, secret: str | None) -> SqliteStore | None:
    """The store in a file only to be read, never made, never brought up to date; None where there is none."""
    if not path.exists():
        return None
    if not _is_up_to_date(path, secret):
        said = _("“{path}” is in the format of another version of the program; open it in the window once.")
        raise StorageError(said.format(path=path))
    return open_as(path, frameworks, Access.READ, secret)


def _is_up_to_date(path: Path, secret: str | None) -> bool:
    """Whether a file is there, in the format of this program; EncryptedError where it does not open."""
    if not path.exists():
        return False
    try:
        connection = connect(path, secret, read_only=True)
        try:
            return format_of(connection) == FORMAT
        finally:
            connection.close()
    except failures() as error:
        if "unable to open" in str(error):  # a folder that cannot be written has no place for a log; see the reading
            return True
        raise told(error, path) from error
