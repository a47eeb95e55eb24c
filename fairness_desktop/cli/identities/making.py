"""New identities: made here, or brought along as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from ...domain.errors import RootPassphraseError
from ...domain.sealing.identity import Identity
from ...i18n import _
from ..context import FILE
from ..speaking import (
    NEW_PASSPHRASE_VARIABLE,
    ROOT_PASSPHRASE_VARIABLE,
    asked_for,
    can_ask,
    given,
    passphrase,
    say,
    with_root,
)
from .listing import identity, kept


@identity.command()
@click.argument("name")
@click.option("--role", default="", help=_("The role that stands beside the name."))
@click.option("--organisation", default="", help=_("The council."))
def new(name: str, role: str, organisation: str) -> None:
    """Make an identity, encrypted under a passphrase, with the council's root where there is none yet."""
    identities = kept()
    secret = passphrase(twice=True)
    if identities.council.about() is None:
        made = identities.new(name, role, organisation, secret, given(ROOT_PASSPHRASE_VARIABLE))
        can_sign(made)
        return

    def made_under(root: str | None) -> Identity:
        return identities.new(name, role, organisation, secret, root)

    can_sign(under_root(secret, made_under))


@identity.command("import")
@click.argument("file", type=FILE)
@click.option("--chain", type=FILE, multiple=True, metavar="CERT", help=_("Certificates above it that the file lacks."))
def import_identity(file: Path, chain: tuple[Path, ...]) -> None:
    """Take in an identity from a PKCS#12 file."""
    identities, other = kept(), given(NEW_PASSPHRASE_VARIABLE)

    def taken_in(secret: str) -> Identity:
        return identities.take_in(file, secret, chain, other)

    taken = asked_for(taken_in)
    can_sign(taken)
    if not taken.chained:
        say(
            _(
                "The file brought no certificates above it: readers must know {issuer} already. Give them with --chain."
            ).format(issuer=taken.issuer)
        )


@identity.command("passphrase")
@click.argument("name")
def change_passphrase(name: str) -> None:
    """Change the passphrase of somebody's key."""
    identities = kept()
    identities.require(name)
    old = passphrase(twice=False)
    new_one = passphrase(twice=True, variable=NEW_PASSPHRASE_VARIABLE, said=_("New passphrase"))
    identities.change_passphrase(name, old, new_one)
    say(_("The passphrase of {name} is changed.").format(name=name))


@identity.command()
@click.argument("name")
def renew(name: str) -> None:
    """Make a new key and certificate for somebody, before the old one ends or after; old records stay as they are."""
    identities = kept()
    identities.require(name)
    secret = passphrase(twice=True)

    def renewed(root: str | None) -> Identity:
        return identities.council.renew(name, secret, root)

    can_sign(under_root(secret, renewed))


def under_root(secret: str, make: Callable[[str | None], Identity]) -> Identity:
    """Make something under the root: its passphrase as given, else the same one, else it is asked for."""
    known = given(ROOT_PASSPHRASE_VARIABLE)
    if known is not None or not can_ask():
        return make(known)
    try:
        return make(secret)
    except RootPassphraseError:
        return with_root(make)


def can_sign(one: Identity) -> None:
    """Say that somebody can sign now."""
    say(_("{name} can sign here. Fingerprint {fingerprint}.").format(name=one.name, fingerprint=one.fingerprint))
