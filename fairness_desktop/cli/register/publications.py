"""What goes out beside the record: copies of a decision by the ending of their file, and the council's pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from ...domain.errors import FairnessError
from ...domain.register import RegisterQuery, RegisterRow, Shelf, Status
from ...domain.vocabulary import AssessmentId, Language
from ...i18n import _, ngettext
from ...services.bundle import Services
from ...services.publications.copies import CopyKind
from ...services.publications.tables import TableKind
from ...services.publications.website import Order, Outcome, Sealer
from ...services.walk import Walk
from ...services.writing import write_whole
from ..context import ANY_PATH, LANGUAGE, services
from ..speaking import passphrase, say
from .filters import filters

ONCE_SIGNED = (Status.SIGNED, Status.WAITING, Status.CHANGED_SINCE)
SHELVES = (Shelf.LIVE, Shelf.ARCHIVE)
TABLES = {".csv": TableKind.SPREADSHEET, ".json": TableKind.JSON}


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
@click.option("--out", type=ANY_PATH, required=True, metavar="PATH", help=_("A .csv or .json file, or a folder."))
@click.option("--exact", is_flag=True, help=_("A .csv for programs: nothing guarded against a spreadsheet."))
@click.option("--language", "languages", type=LANGUAGE, multiple=True, help=_("Of the pages; give it twice for both."))
@click.option("--identity", metavar="NAME", help=_("Who seals the public copies (PDF) that are put beside the pages."))
@click.option("--afresh", is_flag=True, help=_("Begin a new list: without those published into the folder before."))
@filters
def publish(
    query: RegisterQuery,
    references: tuple[str, ...],
    out: Path,
    languages: tuple[Language, ...],
    identity: str | None,
    *,
    exact: bool,
    afresh: bool,
) -> None:
    """Write the register as a table, or pages for the council's website: of those named, or of all that match.

    A table is of every decision, pages are of signed ones only, those put away included.
    """
    given = services()
    kind = TableKind.EXACT if exact else TABLES.get(out.suffix.lower())
    if kind is not None:
        _table(given, references, query, out, kind)
        return
    wanted = [given.register.find(name) for name in references] or _once_signed(given, query)
    sealer = None if identity is None else Sealer(identity, passphrase(twice=False))
    spoken = tuple(dict.fromkeys(languages)) or (Language.ENGLISH,)
    outcome = given.publications.website.publish(Order(tuple(wanted), out, spoken, sealer, afresh))
    left_out = [(given.register.open(left.decision).assessment, left.why) for left in outcome.left_out]
    sentences = [_("{name}: {why}").format(name=now.reference or now.title or now.id, why=why) for now, why in left_out]
    if outcome.begin is None:
        raise FairnessError(_("Nothing was published. {why}").format(why=" ".join(sentences)))
    _tell(outcome, sentences)


def _table(given: Services, references: tuple[str, ...], query: RegisterQuery, out: Path, kind: TableKind) -> None:
    tables = given.publications.tables
    if references:
        named = {given.register.find(name) for name in references}
        everything = (row for shelf in Shelf for row in tables.lines(replace(query, shelf=shelf)))
        chosen: Iterable[RegisterRow] = (row for row in everything if row.id in named)
    else:
        chosen = tables.lines(query)
    count = tables.write(chosen, out, kind)
    said = ngettext("{count} decision written to {path}.", "{count} decisions written to {path}.", count)
    say(said.format(count=count, path=out))


def _once_signed(given: Services, query: RegisterQuery) -> list[AssessmentId]:
    """Every decision that was ever signed, of those that match."""
    return [
        row.id
        for shelf in SHELVES
        for status in ONCE_SIGNED
        if query.status in (None, status)
        for row in given.publications.tables.lines(replace(query, shelf=shelf, status=status))
    ]


def _tell(outcome: Outcome, left_out: list[str]) -> None:
    count = outcome.published
    said = ngettext("{count} decision published.", "{count} decisions published.", count).format(count=count)
    say(said + " " + _("In the list: {count}. Begin at {path}.").format(count=outcome.listed, path=outcome.begin))
    for sentence in left_out:
        say(_("  left out: {what}").format(what=sentence))
    for name in outcome.unlisted:
        say(_("  no longer in the list, and still in the folder: {file}").format(file=name))
