"""What is handed out of an identity: its certificate, or all of it for another computer."""

from __future__ import annotations

from pathlib import Path

import click

from ...i18n import _
from ...services.writing import write_whole
from ..context import FILE
from ..speaking import asked_for, say
from .listing import identity, kept, say_fingerprint


@identity.command("export")
@click.argument("name")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it."))
@click.option(
    "--with-key", is_flag=True, help=_("The key too (PKCS#12), for another computer or for safe keeping: a secret.")
)
def export_certificate(name: str, out: Path, *, with_key: bool) -> None:
    """Write somebody's certificate, for who names them as second signer; it holds no secret."""
    identities = kept()
    known = identities.require(name)
    if with_key:

        def written(secret: str) -> None:
            identities.hand_over(name, secret, out)

        asked_for(written)
        say(
            _("Key and certificate of {name} written to {path}, under the same passphrase.").format(name=name, path=out)
        )
        return
    write_whole(identities.certificate(name), out)
    say(_("Certificate of {name} written to {path}.").format(name=name, path=out))
    say_fingerprint(known.fingerprint)
