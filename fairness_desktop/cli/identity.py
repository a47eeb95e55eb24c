"""Commands on signing identities."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.safekeeping.access import Access
from ..i18n import _
from .context import FILE, services
from .speaking import passphrase, say, say_json


@click.group()
def identity() -> None:
    """Signing identities of this laptop."""


@identity.command("list")
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def list_identities(*, as_json: bool) -> None:
    """List everyone who can sign here."""
    known = services(Access.READ).identities.all()
    if as_json:
        say_json(
            [
                {
                    "name": i.name,
                    "role": i.role,
                    "organisation": i.organisation,
                    "fingerprint": i.fingerprint,
                    "valid_until": i.valid_until.isoformat(),
                }
                for i in known
            ]
        )
        return
    for one in known:
        say(f"{one.name}, {one.role or '–'}, {one.organisation or '–'}")
        say(
            _("  fingerprint {fingerprint}, valid until {day}").format(
                fingerprint=one.fingerprint, day=one.valid_until.date().isoformat()
            )
        )
    if not known:
        say(_("Nobody can sign here yet."))


@identity.command()
@click.argument("name")
@click.option("--role", default="", help=_("The role that stands beside the name."))
@click.option("--organisation", default="", help=_("The council."))
def new(name: str, role: str, organisation: str) -> None:
    """Make an identity, encrypted under a passphrase."""
    made = services(Access.READ).identities.new(name, role, organisation, passphrase(twice=True))
    say(_("{name} can sign here. Fingerprint {fingerprint}.").format(name=made.name, fingerprint=made.fingerprint))


@identity.command("import")
@click.argument("file", type=FILE)
def import_identity(file: Path) -> None:
    """Take in an identity from a PKCS#12 file."""
    taken = services(Access.READ).identities.take_in(file, passphrase(twice=False))
    say(_("{name} can sign here. Fingerprint {fingerprint}.").format(name=taken.name, fingerprint=taken.fingerprint))


@identity.command("export-root")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it."))
def export_root(out: Path) -> None:
    """Write the council's root certificate, for those who check records."""
    fingerprint = services(Access.READ).identities.export_root(out)
    say(_("Root certificate written to {path}. Fingerprint {fingerprint}.").format(path=out, fingerprint=fingerprint))
