"""The command that makes a record."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.errors import ConflictError
from ..domain.sealing.identity import Identity
from ..domain.vocabulary import Language
from ..i18n import _
from ..services.bundle import Services
from ..services.walk import Walk
from .context import FILE, LANGUAGE, UNDER, services
from .identities.making import under_root
from .publishing import publish
from .speaking import asked_for, passphrase, say


@click.command()
@click.argument("file", type=FILE)
@click.option("--out", type=FILE, required=True, metavar="PDF", help=_("Where to write the record."))
@click.option("--identity", "name", metavar="NAME", help=_("Who signs; the decision-maker, where left out."))
@click.option(
    "--countersigner",
    metavar="NAME|CERT",
    help=_("Who signs second: an identity here, or the .cer file of one on another laptop."),
)
@click.option("--draft", is_flag=True, help=_("Unsigned, and marked as a draft."))
@click.option("--public", is_flag=True, help=_("The public copy of the signed record, without what is exempt."))
@click.option(
    "--language",
    type=LANGUAGE,
    help=_("The language of the record; that of the assessment, where left out."),
)
@UNDER
def record(
    file: Path,
    out: Path,
    name: str | None,
    countersigner: str | None,
    language: Language | None,
    under: Path | None,
    *,
    draft: bool,
    public: bool,
) -> None:
    """Take in an assessment, score, store, sign and export its record."""
    given = services()
    if under is not None:
        given.adopting.bring(under)
    taken = given.register.take_in(file)
    walk = given.register.open(taken.assessment.id)
    if public:
        publish(given, walk, out, name, language, draft=draft)
        return
    if draft:
        given.issuing.write(given.issuing.draft(walk, language), out)
        say(_("Draft written to {path}: unsigned, and marked so.").format(path=out))
        return
    second = None if countersigner is None else given.issuing.second_signer(countersigner)
    pdf = sign(given, walk, name, None, second, language)
    given.issuing.write(pdf, out)
    if second is None:
        say(_("Signed record written to {path}.").format(path=out))
    else:
        say(
            _("One of two signatures: waiting for {name}. Send {path}, to be countersigned.").format(
                name=second.name, path=out
            )
        )


def sign(
    given: Services,
    walk: Walk,
    name: str | None,
    secret: str | None,
    second: Identity | None = None,
    language: Language | None = None,
) -> bytes:
    """The sealed record of a walk; an identity is made for the decision-maker where there is none yet."""
    given.issuing.require(walk)
    maker = walk.assessment.authority.decision_maker
    wanted = name or maker.name
    if given.identities.named(wanted) is None:
        if name is not None and name != maker.name:
            given.identities.require(name)
        secret = secret or passphrase(twice=True)
        key_under, body = secret, walk.assessment.body.name

        def made(root: str | None) -> Identity:
            return given.identities.new(maker.name, maker.role, body, key_under, root)

        under_root(key_under, made)

    def signed(secret: str) -> bytes:
        return _sealed(given, walk, wanted, second, language, secret)

    return signed(secret) if secret else asked_for(signed)


def _sealed(
    given: Services, walk: Walk, name: str, second: Identity | None, language: Language | None, secret: str
) -> bytes:
    meant = walk.assessment
    while True:
        try:
            return given.issuing.sign(given.issuing.prepare(walk, name, second, language), secret).pdf
        except ConflictError:  # another process gave the reference away; nobody has seen these pages yet
            walk.catch_up()
            if walk.assessment != meant:
                raise
