"""Commands that encrypt the register, and that leave it readable again."""

from __future__ import annotations

import click

from ..domain.errors import FairnessError
from ..domain.safekeeping.access import Access
from ..domain.safekeeping.encryption import Rekeyed, require_usable, strength, strength_label
from ..i18n import _, ngettext
from ..services.bundle import Services
from .context import composition, with_passphrase
from .speaking import NEW_PASSPHRASE_VARIABLE, STORE_VARIABLE, given, passphrase, say


@click.command()
def encrypt() -> None:
    """Encrypt the register and its copies under a passphrase that nobody can recover if it is lost."""
    services, known = _opened()
    if known is not None:
        raise FairnessError(_("The register is encrypted already; the command “passphrase” changes its passphrase."))
    if given(STORE_VARIABLE) is None:
        say(_("If the passphrase is lost, so is the register: nobody can recover either. Keep it in a safe place."))
    new = _new(STORE_VARIABLE)
    rekeyed = services.encryption.switch_on(new)
    say(_("The register is encrypted. {strength}").format(strength=strength_label(strength(new))))
    _tell_copies(rekeyed)


@click.command()
def decrypt() -> None:
    """Leave the register and its copies readable by whoever gets at them."""
    services, known = _opened()
    rekeyed = services.encryption.switch_off(known or "")
    say(_("The register is no longer encrypted."))
    _tell_copies(rekeyed)


@click.command("passphrase")
def change_passphrase() -> None:
    """Encrypt the register and its copies under another passphrase."""
    services, known = _opened()
    if known is None:
        raise FairnessError(_("The register is not encrypted; the command “encrypt” does that."))
    new = _new(NEW_PASSPHRASE_VARIABLE)
    rekeyed = services.encryption.change(known, new)
    said = _("The register is encrypted under the new passphrase. {strength}")
    say(said.format(strength=strength_label(strength(new))))
    _tell_copies(rekeyed)


def _opened() -> tuple[Services, str | None]:
    """The services, and the passphrase that opened the register, if it needs one."""
    handed_in = composition()

    def opened(secret: str | None) -> tuple[Services, str | None]:
        services = handed_in.services(handed_in.data, Access.WRITE, secret)
        return services, secret if services.encryption.on else None

    return with_passphrase(opened)


def _new(variable: str) -> str:
    new = passphrase(twice=True, variable=variable, said=_("New passphrase of the register"))
    require_usable(new)
    return new


def _tell_copies(rekeyed: Rekeyed) -> None:
    count = len(rekeyed.brought)
    said = ngettext("{count} copy in {folder} too.", "{count} copies in {folder} too.", count)
    say(said.format(count=count, folder=rekeyed.kept.parent))
    for path, why in rekeyed.left:
        say(_("Left as it was: {path}. {why}").format(path=path, why=why))
    say(_("Copies kept elsewhere, and bundles or records that were handed out, are as they were."))
