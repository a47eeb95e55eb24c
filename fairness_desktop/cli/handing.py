"""Commands that take in what others hand over, and the papers of an assessment."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..domain.assessment import Assessment
from ..domain.attachments import Attachment
from ..domain.errors import FairnessError
from ..exchange.bundle.form import ENDING
from ..exchange.encoding import encode
from ..i18n import _
from ..services.bundle import Services
from ..services.handing.many import Outcome
from ..services.handing.papers import safe_name
from ..services.handing.relation import Relation
from ..telling.verdicts import headline
from .context import ANY_PATH, FILE, UNDER, services
from .speaking import BAD, say, say_json, table

RECORD, EXCHANGE = ".pdf", ".json"
DAY = click.DateTime(["%Y-%m-%d"])


@click.command("import")
@click.argument("files_", metavar="FILE...", type=ANY_PATH, nargs=-1, required=True)
@UNDER
def import_(files_: tuple[Path, ...], under: Path | None) -> None:
    """Take in assessments (.fairness.json), whole bundles (.fairness), and records countersigned elsewhere (.pdf).

    A folder stands for all bundles and assessments in it.
    """
    given, paths = services(), _files(files_)
    if under is not None:
        given.adopting.bring(under)
    if len(paths) == 1:
        _one(given, paths[0])
        return
    bundles = [path for path in paths if path.suffix.lower() == ENDING]
    for path in paths:
        if path not in bundles:
            _one(given, path)
    if bundles:
        _told(given.handing.many.take(bundles, _counted))


def _files(named: Sequence[Path]) -> list[Path]:
    found: list[Path] = []
    for path in named:
        found += (
            sorted(p for p in path.iterdir() if p.name.endswith((ENDING, ".fairness.json")))
            if path.is_dir()
            else [path]
        )
    if not found:
        raise FairnessError(_("There is no bundle and no assessment in “{path}”.").format(path=named[0]))
    return found


def _one(given: Services, path: Path) -> None:
    if path.suffix.lower() == RECORD:
        given.countersigning.bring_back(path)
        say(_("{file}: the record is completed: it bears both signatures.").format(file=path.name))
        return
    if path.suffix.lower() == ENDING:
        seen = given.handing.looking.look(path)
        taken = given.handing.taking.take(path)
        say(_said(path, taken.relation, taken.assessment))
        for check in seen.checks:
            name = check.reference or check.title or _("a record")
            say(_("Signed record {name}: {verdict}. {why}").format(name=name, verdict=headline(check), why=check.why))
        if seen.restated is not None:
            say(_("Its history told other figures than its data give; the register shows what the data give."))
        return
    brought = given.register.take_in(path)
    say(_said(path, Relation.NEW if brought.new else Relation.SAME, brought.assessment))


def _said(path: Path, relation: Relation, assessment: Assessment | None) -> str:
    if relation is Relation.NEW and assessment is not None:
        name = assessment.reference or assessment.id
        return _("{file}: taken in as {name}.").format(file=path.name, name=name)
    if relation is Relation.MORE:
        return _("{file}: its state is in the register already; what else it brought is kept beside it.").format(
            file=path.name
        )
    return _("{file}: the same assessment is in the register already; nothing was done.").format(file=path.name)


def _counted(done: int, of: int) -> None:
    """Where somebody looks on, how far it is."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} / {of:,}", nl=done == of, err=True)


def _told(outcomes: Sequence[Outcome]) -> None:
    """How many came in, and for each that did not, why."""
    refused = [outcome.refused for outcome in outcomes if outcome.refused]
    new = sum(outcome.relation is Relation.NEW for outcome in outcomes)
    say(
        _("Taken in: {new}. Here already: {known}. Refused: {refused}.").format(
            new=f"{new:,}", known=f"{len(outcomes) - new - len(refused):,}", refused=f"{len(refused):,}"
        )
    )
    for sentence in refused:
        click.echo(sentence, err=True)
    if refused:
        click.get_current_context().exit(BAD)


@click.command()
@click.argument("reference")
@click.argument("file", type=FILE)
@click.option("--title", metavar="TEXT", help=_("How the record calls it; the name of the file, where left out."))
@click.option("--date", "day", type=DAY, metavar="DATE", help=_("The date of the paper, such as 2026-11-23."))
@click.option("--where", default="", metavar="PLACE", help=_("What it bears on, such as groups[dk].need_evidence."))
@click.option("--exempt", metavar="GROUND", help=_("Leave it out of the public copy, under that rule."))
def attach(reference: str, file: Path, title: str | None, day: date | None, where: str, exempt: str | None) -> None:
    """Attach evidence or a background paper to an assessment."""
    given = services()
    walk = given.register.open(given.register.find(reference))
    paper = given.handing.papers.keep(walk.assessment, file)
    paper = replace(
        paper,
        title=paper.title if title is None else title,
        date=None if day is None else date(day.year, day.month, day.day),
        where=where,
        exempt=exempt is not None,
        ground=exempt or "",
    )
    given.handing.papers.list_it(walk, paper)
    say(_("Attached as {id}: “{title}”, SHA-256 {hash}.").format(id=paper.id, title=paper.called, hash=paper.sha256))


@click.command()
@click.argument("reference")
@click.option("--save", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help=_("Write them there."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def attachments(reference: str, save: Path | None, *, as_json: bool) -> None:
    """List the papers attached to an assessment, or write them to a folder."""
    given = services()
    now = given.register.open(given.register.find(reference)).assessment
    here = given.handing.papers.here(now.id)
    if save is not None:
        save.mkdir(parents=True, exist_ok=True)
        for paper in now.attachments:
            given.handing.papers.write(paper, now.id, save / _apart(paper, now))
    if as_json:
        told = encode(now).get("attachments", [])
        say_json([{**row, "here": row["sha256"] in here} for row in told])
    elif now.attachments:
        say(table([[p.id, p.called, p.date.isoformat() if p.date else "–", _state(p, here)] for p in now.attachments]))
    else:
        say(_("Nothing is attached."))


def _apart(paper: Attachment, now: Assessment) -> str:
    """A name under which no other of the papers is written."""
    name = safe_name(paper)
    alone = sum(safe_name(other).casefold() == name.casefold() for other in now.attachments) == 1
    return name if alone else f"{paper.id}-{name}"


def _state(paper: Attachment, here: frozenset[str]) -> str:
    kept = _("here") if paper.sha256 in here else _("only its hash is here")
    return _("exempt, {kept}").format(kept=kept) if paper.exempt else kept
