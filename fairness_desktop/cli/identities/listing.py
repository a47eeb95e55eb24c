"""Who can sign here, until when, and what stands above them."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from ...domain.safekeeping.access import Access
from ...domain.sealing.fingerprints import words_in_lines
from ...domain.sealing.identity import CouncilRoot, Identity, KeyHome, Standing, ground_label
from ...i18n import _
from ...services.ports import Identities
from ..context import services
from ..speaking import say, say_json


def kept() -> Identities:
    """The identities kept here; the register beside them is only looked at."""
    return services(Access.READ).identities


@click.group()
def identity() -> None:
    """Signing identities of this laptop, and the council's root above them."""


@identity.command("list")
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def list_identities(*, as_json: bool) -> None:
    """List everyone who can sign here, or once could."""
    known = kept().all()
    if as_json:
        say_json([_told(one) for one in known])
        return
    for one in known:
        say(f"{one.name}, {one.role or '–'}, {one.organisation or '–'}")
        say(f"  {_stands(one)}")
        say(_("  fingerprint {fingerprint}").format(fingerprint=one.fingerprint))
    if not known:
        say(_("Nobody can sign here yet."))


@identity.command()
@click.argument("name")
def show(name: str) -> None:
    """Say all of one identity, with its fingerprint in words for the telephone."""
    one = kept().require(name)
    say(f"{one.name}, {one.role or '–'}, {one.organisation or '–'}")
    say(f"  {_stands(one)}")
    say(_("  vouched for by {issuer}").format(issuer=one.issuer or "–"))
    say(_("  key on a card") if one.home is KeyHome.CARD else _("  key in a file, encrypted"))
    say_fingerprint(one.fingerprint)


@identity.command()
def root() -> None:
    """Say all of the council's root, with its fingerprint in words for the telephone."""
    about = kept().council.about()
    if about is None:
        say(_("There is no council root here yet; it is made with the first identity."))
        return
    say_root(about)


def say_root(about: CouncilRoot) -> None:
    """What can be said of a root."""
    say(
        _("Root of {organisation}, until {day}").format(
            organisation=about.organisation or "–", day=about.valid_until.date().isoformat()
        )
    )
    listed = "–" if about.listed_until is None else about.listed_until.date().isoformat()
    say(_("  revocation list: {count} revoked, good until {day}").format(count=about.revoked, day=listed))
    say_fingerprint(about.fingerprint)


def say_fingerprint(fingerprint: str) -> None:
    """A fingerprint in digits and in words."""
    say(_("  fingerprint {fingerprint}").format(fingerprint=fingerprint))
    for line in words_in_lines(fingerprint):
        say(f"    {line}")


def _stands(one: Identity) -> str:
    standing, until = one.standing(datetime.now(UTC)), one.valid_until.date().isoformat()
    if one.revoked is not None:
        return _("revoked as of {day}: {ground}").format(
            day=one.revoked.since.date().isoformat(), ground=ground_label(one.revoked.ground)
        )
    if standing is Standing.ENDED:
        return _("ended on {day}; renew it to sign").format(day=until)
    if standing is Standing.ENDS_SOON:
        return _("can sign until {day}; renew it before").format(day=until)
    if standing is Standing.NOT_YET:
        return _("can sign from {day} on").format(day=one.valid_from.date().isoformat() if one.valid_from else "–")
    return _("can sign until {day}").format(day=until)


def _told(one: Identity) -> dict[str, object]:
    revoked = one.revoked
    return {
        "name": one.name,
        "role": one.role,
        "organisation": one.organisation,
        "fingerprint": one.fingerprint,
        "valid_from": None if one.valid_from is None else one.valid_from.isoformat(),
        "valid_until": one.valid_until.isoformat(),
        "issuer": one.issuer,
        "own": one.own,
        "home": one.home.value,
        "standing": one.standing(datetime.now(UTC)).value,
        "revoked": None
        if revoked is None
        else {"at": revoked.at.isoformat(), "ground": revoked.ground.value, "since": revoked.since.isoformat()},
    }
