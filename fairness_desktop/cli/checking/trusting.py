"""Commands on the trust list: the councils whose records are valid on this computer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ...domain.errors import FairnessError, InvalidInputError
from ...domain.sealing.fingerprints import fingerprint_meant, grouped, words_in_lines
from ...domain.sealing.trust import Root
from ...i18n import _
from ...services.checking.checking import Checking
from ...telling.checked import to_be_trusted
from ...telling.verdicts import headline
from ..context import FILE, composition
from ..speaking import say, say_json


@click.group()
def trust() -> None:
    """The councils whose records are valid on this computer.

    The list needs no register; it lies in the configuration folder, or in the data folder that is named.
    """


@trust.command("list")
@click.option("--json", "in_json", is_flag=True, help=_("Answer with one JSON document."))
def list_trusted(*, in_json: bool) -> None:
    """List the councils trusted here, with the fingerprint of each root certificate in digits and in words."""
    roots = composition().checking().trust.all()
    if in_json:
        say_json([_as_json(root) for root in roots])
        return
    for root in roots:
        _tell(root)
    if not roots:
        say(_("No council is trusted here yet. Take a root certificate in by “trust add”."))


@trust.command()
@click.argument("certificate", type=FILE)
@click.option(
    "--fingerprint",
    metavar="TEXT",
    help=_("The fingerprint the council gave you, in digits or in words; without it you are asked."),
)
def add(certificate: Path, fingerprint: str | None) -> None:
    """Trust a council from its root certificate, or from a record under it.

    Its fingerprint must be the one that the council reads to you.
    """
    checking = composition().checking()
    root = _root_of(checking, certificate)
    _require_compared(root, fingerprint, [rival.fingerprint for rival in checking.rivals(root)])
    checking.trust.add(root)
    say(_("{council} is trusted here. Records under its root certificate are now valid.").format(council=root.called))


@trust.command("add-list")
@click.argument("revocations", type=FILE)
def add_list(revocations: Path) -> None:
    """Take in the revocation list of a trusted council: who signs for it no longer."""
    root = composition().checking().trust.add_list(revocations)
    say(_("The revocation list of {council} is kept, and looked at in every check.").format(council=root.called))


@trust.command()
@click.argument("which")
def remove(which: str) -> None:
    """Trust a council no more: WHICH is its fingerprint, or the beginning of it, or its name."""
    trusted = composition().checking().trust
    wanted = which.replace(" ", "").lower()
    exact = fingerprint_meant(which)
    found = [
        root
        for root in trusted.all()
        if root.fingerprint == exact
        or (len(wanted) >= _SHORTEST and root.fingerprint.startswith(wanted))
        or which.casefold() in (root.name.casefold(), root.organisation.casefold())
    ]
    if not found:
        raise InvalidInputError(
            "", _("No council “{which}” is trusted here; “trust list” shows who is.").format(which=which)
        )
    if len(found) > 1:
        raise InvalidInputError(
            "",
            _("“{which}” is the name of {count} trusted councils; give the fingerprint.").format(
                which=which, count=len(found)
            ),
        )
    trusted.remove(found[0].fingerprint)
    say(_("{council} is trusted here no more.").format(council=found[0].called))


def _root_of(checking: Checking, file: Path) -> Root:
    """The certificate in a file, or above the signatures of a record; FairnessError where there is none to trust."""
    if file.suffix.lower() != ".pdf":
        return checking.trust.examine(file)
    check = checking.here.check_file(file)
    roots = to_be_trusted([check])
    if len(roots) != 1:
        raise FairnessError(
            _(
                "“{file}” is not a sound record under one council ({verdict}), so it says of nobody whom to trust."
            ).format(file=file.name, verdict=headline(check))
        )
    return roots[0]


_SHORTEST = 8
"""Digits of a fingerprint that are enough to name it."""


def _require_compared(root: Root, given: str | None, rivals: list[str]) -> None:
    """FairnessError unless the fingerprint was compared: typed in, or read and said to be the same."""
    if given is not None:
        if fingerprint_meant(given) is None:
            raise InvalidInputError("", _("What was given is no fingerprint: it has 64 digits, or 32 words."))
        if fingerprint_meant(given) != root.fingerprint:
            raise FairnessError(
                _("The certificate has another fingerprint than the one given. It is not trusted; tell the council.")
            )
        return
    if not sys.stdin.isatty():
        raise FairnessError(
            _(
                "Compare the fingerprint with the council's first: give it with --fingerprint, or run this where you "
                "can answer."
            )
        )
    _tell(root)
    if rivals:
        say(_("Another certificate of that name is trusted here already. A council rarely has two: ask it why."))
    if not click.confirm(_("Are these the words the council reads to you from its own certificate?"), err=True):
        raise FairnessError(_("It is not trusted, and nothing was changed."))


def _tell(root: Root) -> None:
    say(_("{council} ({name})").format(council=root.called, name=root.name))
    say(_("  from {begins} to {ends}").format(begins=root.begins.date().isoformat(), ends=root.ends.date().isoformat()))
    say(_("  fingerprint {fingerprint}").format(fingerprint=grouped(root.fingerprint)))
    for line in words_in_lines(root.fingerprint):
        say(f"    {line}")


def _as_json(root: Root) -> dict[str, str]:
    return {
        "name": root.name,
        "organisation": root.organisation,
        "fingerprint": root.fingerprint,
        "words": " ".join(words_in_lines(root.fingerprint)),
        "begins": root.begins.isoformat(),
        "ends": root.ends.isoformat(),
    }
