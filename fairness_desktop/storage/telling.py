"""Why a file cannot be used, in a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from ..domain.errors import StorageError
from ..i18n import _


def told(error: Exception, path: Path) -> StorageError:
    """The sentence for a failure of the file or the disk."""
    return StorageError(_("The register “{path}” cannot be used: {why}.").format(path=path, why=why(error)))


def why(error: Exception) -> str:
    """What stands in the way, and what helps; no stop at its end."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return _("another program is writing to it; close that one or wait, then try again")
    if "full" in said or "No space" in said:
        return _("the disk is full; make room and try again, nothing already saved is lost")
    if "readonly" in said or "read-only" in said or "Read-only" in said or "ermission" in said:
        return _("it cannot be written to; choose another data folder or ask for the right to write there")
    if "not a database" in said or "malformed" in said:
        return _("it is no database, or it is damaged; restore it from a backup or move it away")
    if "I/O error" in said or "Input/output" in said:
        return _("the disk does not do what it is asked to; see whether it is still connected, and try again")
    return said
