"""Commands on the store."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.errors import EncryptedError, HeldError, StorageError
from ..domain.safekeeping.access import Access
from ..domain.safekeeping.copies import Preview
from ..i18n import _, ngettext
from ..services.safekeeping import Safekeeping
from .context import FILE, composition, services, with_passphrase
from .speaking import BAD, say


@click.command()
def check() -> None:
    """See whether the register still holds what was written."""
    faults = services(Access.READ).register.check()
    for fault in faults:
        say(fault)
    if faults:
        click.get_current_context().exit(BAD)
    say(_("Everything in the register is as it was written."))


@click.command()
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write the copy."))
def backup(out: Path) -> None:
    """Write a checked copy of the whole register to a file; the program may go on working meanwhile."""
    services(Access.READ).safekeeping.back_up(out)
    say(_("A copy of the register was written to {path}, and checked.").format(path=out))


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Go back to a copy of the register; the register of today is kept aside first."""
    keeping = _safekeeping()

    def go_back(secret: str | None) -> tuple[Preview, Path]:
        return keeping.preview(file, secret), keeping.restore(file, secret)

    seen, aside = with_passphrase(go_back)
    say(_("The register holds what “{path}” holds: {what}.").format(path=file, what=_held(seen)))
    if seen.lost.count or seen.older.count or seen.records_lost:
        said = _("Not in it: {lost} decisions, later states of {older} others, {records} signed records.")
        say(said.format(lost=seen.lost.count, older=seen.older.count, records=seen.records_lost))
    say(_("What the register held before is kept at {path}.").format(path=aside))


def _held(seen: Preview) -> str:
    decisions = ngettext("{count} decision", "{count} decisions", seen.decisions).format(count=seen.decisions)
    records = ngettext("{count} signed record", "{count} signed records", seen.records).format(count=seen.records)
    return _("{decisions}, {records}").format(decisions=decisions, records=records)


def _safekeeping() -> Safekeeping:
    """Of the register; where it cannot be opened, with nothing but its folder: that is when a copy is needed most."""
    try:
        return services().safekeeping
    except (HeldError, EncryptedError):
        raise
    except StorageError:
        return composition().safekeeping(composition().data)
