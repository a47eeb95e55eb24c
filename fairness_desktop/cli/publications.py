"""What goes out beside the record: copies of a decision by the ending of their file, and the council's pages."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.errors import FairnessError
from ..domain.register import RegisterQuery, Status
from ..domain.vocabulary import AssessmentId, Language
from ..i18n import _, ngettext
from ..services.bundle import Services
from ..services.publications.copies import CopyKind
from ..services.publications.website import Order, Outcome, Sealer
from ..services.register import Register
from ..services.walk import Walk
from ..services.writing import write_whole
from .context import LANGUAGE, services
from .speaking import passphrase, say

PAGE = 1000
ONCE_SIGNED = (Status.SIGNED, Status.WAITING, Status.CHANGED_SINCE)


def write_copy(given: Services, walk: Walk, out: Path, language: Language | None, *, full: bool) -> None:
    """Write a copy of one decision, of the kind that the ending says, and say what it is a copy of."""
    kind = CopyKind(out.suffix.lower())
    copy = given.publications.copies.make(walk, kind, language, full=full)
    write_whole(copy.content, out)
    if copy.draft:
        say(_("Written to {path}: a copy of a draft, for nothing is signed yet.").format(path=out))
    else:
        say(_("Written to {path}: a copy, not the signed record.").format(path=out))
    if copy.changed_since:
        say(_("The decision has been changed since it was signed; the copy tells what was signed."))


@click.command()
@click.argument("references", nargs=-1, metavar="[REF...]")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help=_("The folder the pages are written to."),
)
@click.option(
    "--language",
    "languages",
    type=LANGUAGE,
    multiple=True,
    default=(Language.ENGLISH,),
    help=_("A language of the pages; give it twice for both."),
)
@click.option("--identity", metavar="NAME", help=_("Who seals the public copies (PDF) that are put beside the pages."))
@click.option("--afresh", is_flag=True, help=_("Begin a new list: without those published into the folder before."))
def publish(
    references: tuple[str, ...], out: Path, languages: tuple[Language, ...], identity: str | None, *, afresh: bool
) -> None:
    """Write pages for the council's website: of the decisions named, or of all that are signed."""
    given = services()
    register = given.register
    wanted = [register.find(name) for name in references] if references else _once_signed(register)
    sealer = None if identity is None else Sealer(identity, passphrase(twice=False))
    order = Order(tuple(wanted), out, tuple(dict.fromkeys(languages)), sealer, afresh)
    outcome = given.publications.website.publish(order)
    left_out = [(given.register.open(left.decision).assessment, left.why) for left in outcome.left_out]
    sentences = [_("{name}: {why}").format(name=now.reference or now.title or now.id, why=why) for now, why in left_out]
    if outcome.begin is None:
        raise FairnessError(_("Nothing was published. {why}").format(why=" ".join(sentences)))
    _tell(outcome, sentences)


def _once_signed(register: Register) -> list[AssessmentId]:
    """Every decision that was ever signed."""
    found: list[AssessmentId] = []
    for status in ONCE_SIGNED:
        query = RegisterQuery(status=status)
        for offset in range(0, register.count(query), PAGE):
            found.extend(row.id for row in register.rows(query, offset, PAGE))
    return found


def _tell(outcome: Outcome, left_out: list[str]) -> None:
    count = outcome.published
    said = ngettext("{count} decision published.", "{count} decisions published.", count).format(count=count)
    say(said + " " + _("In the list: {count}. Begin at {path}.").format(count=outcome.listed, path=outcome.begin))
    for sentence in left_out:
        say(_("  left out: {what}").format(what=sentence))
    for name in outcome.unlisted:
        say(_("  no longer in the list, and still in the folder: {file}").format(file=name))
