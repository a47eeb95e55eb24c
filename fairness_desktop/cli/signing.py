"""Commands on the second signature and on the time of signatures: countersign, time-service."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.errors import FairnessError
from ..domain.safekeeping.access import Access
from ..domain.sealing.levels import Level, TimeService, level_label
from ..i18n import _
from ..services.writing import write_whole
from .context import FILE, services
from .speaking import asked_for, say


@click.command()
@click.argument("pdf", type=FILE)
@click.option("--identity", "name", required=True, metavar="NAME", help=_("Who countersigns."))
@click.option("--out", type=FILE, required=True, metavar="PDF", help=_("Where to write the completed record."))
def countersign(pdf: Path, name: str, out: Path) -> None:
    """Sign a record second, on this or another laptop, once its first signature is found good."""
    countersigning = services().countersigning
    half = countersigning.open(pdf)
    countersigning.require_signer(half, name)
    say(_("{reference} {title}").format(reference=half.reference, title=half.title).strip())
    say(
        _("  signed by {name}, fingerprint {fingerprint}").format(
            name=half.first.signer, fingerprint=half.first.fingerprint
        )
    )

    def signed(secret: str) -> bytes:
        return countersigning.sign(half, name, secret)

    write_whole(asked_for(signed), out)
    say(_("Countersigned record written to {path}; it bears both signatures.").format(path=out))


@click.group("time-service", invoke_without_command=True)
@click.pass_context
def time_service(context: click.Context) -> None:
    """Who vouches for the time of signatures: nobody but the signer's clock, unless a service is set.

    Nothing else in this program uses the network, and this only at signing, or when you test it.
    """
    if context.invoked_subcommand is not None:
        return
    service = services(Access.READ).timing.service()
    if service is None:
        say(_("No time-stamp service is set: the time of a signature is by the signer's clock."))
    else:
        say(
            _("{url}, {level}: {meaning}").format(
                url=service.url, level=service.level, meaning=level_label(service.level)
            )
        )


@time_service.command()
@click.argument("url")
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level if level is not Level.BASIC]),
    default=Level.TIMED.value,
    help=_("How much goes into the file."),
)
@click.option("--root", type=FILE, multiple=True, metavar="CERT", help=_("The service's root certificate."))
def use(url: str, level: str, root: tuple[Path, ...]) -> None:
    """Ask a time-stamp service (RFC 3161) at every signature from now on."""
    given = services()
    roots = [given.verifying.certificate(path) for path in root]
    given.timing.use(url, Level(level), roots)
    say(
        _("From now on {url} is asked for the time of every signature; it is told a hash and nothing else.").format(
            url=url
        )
    )


@time_service.command("test")
@click.argument("url", required=False)
def try_service(url: str | None) -> None:
    """Ask a service once what time it is: the one that is set, or another by its address."""
    timing = services(Access.READ).timing
    known = timing.service()
    if url is None and known is None:
        raise FairnessError(_("No time-stamp service is set; name the address of one."))
    service = known if url is None and known is not None else TimeService(url or "")
    answer = timing.test(service.url, service.level, service.roots)
    say(_("{name} answers: it is {when} UTC.").format(name=answer.name, when=f"{answer.at:%Y-%m-%d %H:%M:%S}"))


@time_service.command()
def off() -> None:
    """Sign by this computer's clock again."""
    services().timing.turn_off()
    say(_("No time-stamp service is asked any more: the time of a signature is by the signer's clock."))
