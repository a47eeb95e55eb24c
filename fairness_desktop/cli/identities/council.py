"""The council's root: made, under another passphrase, made anew; whoever it vouches for no longer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from ...domain.sealing.identity import Ground, Revocation, ground_label
from ...i18n import _
from ..context import FILE
from ..speaking import (
    NEW_PASSPHRASE_VARIABLE,
    ROOT_PASSPHRASE_VARIABLE,
    passphrase,
    say,
    with_root,
)
from .listing import identity, kept, say_fingerprint, say_root

GROUNDS = {"lost": Ground.LOST_KEY, "left": Ground.LEFT, "replaced": Ground.REPLACED, "other": Ground.OTHER}


@identity.command("new-root")
@click.option("--organisation", required=True, help=_("The council."))
@click.option("--replace", is_flag=True, help=_("Though there is one: its key or its passphrase is lost."))
def new_root(organisation: str, *, replace: bool) -> None:
    """Make the council's root, under which identities are made."""
    council = kept().council
    secret = passphrase(twice=True, variable=ROOT_PASSPHRASE_VARIABLE, said=_("Passphrase of the council's root"))
    make = council.replace if replace and council.about() is not None else council.make
    say_root(make(organisation, secret))


@identity.command("root-passphrase")
def root_passphrase() -> None:
    """Change the passphrase of the council's root."""
    council = kept().council
    old = passphrase(twice=False, variable=ROOT_PASSPHRASE_VARIABLE, said=_("Passphrase of the council's root"))
    new = passphrase(twice=True, variable=NEW_PASSPHRASE_VARIABLE, said=_("New passphrase"))
    council.change_passphrase(old, new)
    say(_("The passphrase of the council's root is changed."))


@identity.command()
@click.argument("name")
@click.option("--reason", "ground", type=click.Choice(list(GROUNDS)), required=True, help=_("Why."))
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help=_("The first day on which somebody else may have had the key; today, where left out."),
)
def revoke(name: str, ground: str, since: datetime | None) -> None:
    """Let somebody's certificates count for nothing from now on; their keys here are deleted."""
    identities = kept()
    known = identities.require(name)
    begins = None if since is None else since.replace(tzinfo=UTC)

    def revoked(root: str) -> Revocation:
        return identities.council.revoke(name, GROUNDS[ground], root, begins)

    done = with_root(revoked) if known.own else revoked("")
    say(
        _("{name} can sign no more: revoked as of {day} ({ground}).").format(
            name=name, day=done.since.date().isoformat(), ground=ground_label(done.ground)
        )
    )
    if known.own:
        say(_("Hand out the list anew: identity revocation-list --out FILE. Records signed before stay valid."))
    else:
        say(
            _("{issuer} vouches for the certificate and has to be told, or others go on trusting it.").format(
                issuer=known.issuer or "–"
            )
        )


@identity.command("revocation-list")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it."))
@click.option("--renew", is_flag=True, help=_("Make it anew first, good for another year."))
def revocation_list(out: Path, *, renew: bool) -> None:
    """Write the list of those for whom the council's root no longer vouches, for those who check records."""
    council = kept().council
    if renew:
        with_root(council.renew_list)
    council.export_list(out)
    say(_("Revocation list written to {path}.").format(path=out))


@identity.command("export-root")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it."))
def export_root(out: Path) -> None:
    """Write the council's root certificate, for those who check records."""
    fingerprint = kept().export_root(out)
    say(_("Root certificate written to {path}. Fingerprint {fingerprint}.").format(path=out, fingerprint=fingerprint))
    say(_("In words, to read over the telephone:"))
    say_fingerprint(fingerprint)
