"""The copy kept before a register is brought up to date: what an older program wrote stays as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ...domain.errors import StorageError
from ...domain.safekeeping.copies import Occasion
from ...i18n import _
from ..connecting import Connection, connect
from .copying import copy_out
from .naming import place_for


def keep_copy(connection: Connection, path: Path, secret: str | None) -> None:
    """Keep it, or StorageError: without a copy nothing is changed."""

    def into(target: Connection) -> None:
        connection.backup(target, pages=-1)

    def faults(copy: Path) -> list[str]:
        looked = connect(copy, secret, fixed=True)
        try:
            said = [row[0] for row in looked.execute("PRAGMA integrity_check")]
        finally:
            looked.close()
        return [fault for fault in said if fault != "ok"]

    out = place_for(path, datetime.now(UTC), Occasion.MIGRATION)
    try:
        copy_out(into, out, secret, faults)
    except StorageError as error:
        said = _("The register must be brought up to date, and a copy has to be kept first. {why} Nothing was changed.")
        raise StorageError(said.format(why=error)) from error
