"""Keys on cards."""

from __future__ import annotations

from pathlib import Path

import click

from ...domain.errors import FairnessError
from ...domain.sealing.identity import CardCertificate, Identity
from ...i18n import _
from ...services.ports import Identities
from ..context import FILE
from ..speaking import asked_for, say
from .listing import identity, kept
from .making import can_sign

MODULE = click.option(
    "--module", type=FILE, metavar="LIB", help=_("The library that reads the card (PKCS#11); OpenSC, where left out.")
)


@identity.command("cards")
@MODULE
def list_cards(module: Path | None) -> None:
    """List what could sign on the cards that are in."""
    identities = kept()
    found = identities.cards(_module(identities, module))
    for one in found:
        say(f"{one.identity.name}, {one.identity.organisation or '–'}")
        say(_("  on the card “{card}”, number {number}").format(card=one.token, number=one.serial))
        say(_("  fingerprint {fingerprint}").format(fingerprint=one.identity.fingerprint))
    if not found:
        say(_("No card is in that could sign."))


@identity.command("use-card")
@MODULE
@click.option("--fingerprint", default="", help=_("Which certificate, by the beginning of its fingerprint."))
def use_card(module: Path | None, fingerprint: str) -> None:
    """Sign with a card from now on; the passphrase asked for is its PIN."""
    identities = kept()
    library = _module(identities, module)
    chosen = _chosen(identities.cards(library), fingerprint)

    def taken(pin: str) -> Identity:
        return identities.take_card(chosen, library, pin)

    can_sign(asked_for(taken, said=_("PIN")))


def _chosen(found: list[CardCertificate], fingerprint: str) -> CardCertificate:
    fit = [one for one in found if one.identity.fingerprint.startswith(fingerprint.lower())]
    if not fit:
        raise FairnessError(_("No card is in that could sign. Put it in its reader, then try again."))
    if len(fit) > 1:
        raise FairnessError(
            _("There are several: {which}. Say which with --fingerprint.").format(
                which=", ".join(f"{one.identity.name} {one.identity.fingerprint[:8]}" for one in fit)
            )
        )
    return fit[0]


def _module(identities: Identities, named: Path | None) -> Path:
    module = named or identities.usual_module()
    if module is None:
        raise FairnessError(
            _("Name the library that reads the card with --module; it comes with the card, or with OpenSC.")
        )
    return module
