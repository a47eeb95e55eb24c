"""Commands on assessments: score, list, show, export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from ..domain.assessment import Assessment
from ..domain.framework import Framework
from ..domain.history import Step
from ..domain.register import RegisterQuery, status_label
from ..domain.safekeeping.access import Access
from ..domain.short.form import asked_criteria, is_short
from ..domain.vocabulary import Language, label
from ..exchange import files
from ..exchange.bundle.form import ENDING
from ..exchange.calendar.form import ENDING as CALENDAR
from ..exchange.chain import changes_document
from ..exchange.encoding import encode
from ..exchange.results import rated_checks, told
from ..exchange.tables.register import told as told_row
from ..i18n import _
from ..scoring.result import Result
from ..scoring.rounding import rounded
from ..scoring.score import score_in_full
from ..services.publications.calendars import write_days
from ..services.publications.copies import CopyKind
from ..telling.changes import told_changes, told_step
from ..telling.explaining.case import case
from ..telling.explaining.catalogue import explain, in_lines
from ..telling.places import names_of
from ..telling.short import short_form_sentence
from .context import FILE, LANGUAGE, UNDER, composition, services
from .register.filters import filters
from .register.publications import write_copy
from .speaking import say, say_json, table

EVERY = 1_000_000_000


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
@click.option("--explain", "figure", metavar="OPTION.FIGURE", help=_("Open one figure to its own arithmetic."))
@UNDER
def score(file: Path, under: Path | None, *, as_json: bool, figure: str | None) -> None:
    """Score a .fairness.json; nothing is stored.

    Its framework is one that ships, the one in the file named, or one that the register knows.
    """
    frameworks = composition().known(under)
    assessment = frameworks.reading(partial(files.read, file, frameworks))
    framework = frameworks[assessment.framework.id, assessment.framework.version]
    result = score_in_full(assessment, framework)
    if figure is not None:
        explanation = explain(case(assessment, framework, result), figure)
        say_json(asdict(explanation)) if as_json else say("\n".join(in_lines(explanation)))
        return
    if as_json:
        say_json({**told(result), **_form(assessment, framework), **_ratings(assessment)})
        return
    if is_short(assessment):
        say(short_form_sentence(framework))
    say(_result_table(result))
    for finding in result.findings:
        say(f"{finding.severity}: {finding.where}: {finding.message}")


def _form(assessment: Assessment, framework: Framework) -> dict[str, object]:
    """What a score in the short form says of itself: which criteria it was made over."""
    if not is_short(assessment):
        return {}
    return {"form": assessment.form, "criteria_asked": [c.id for c in asked_criteria(assessment.form, framework)]}


def _ratings(assessment: Assessment) -> dict[str, object]:
    """How checks of quality are rated; nothing where none is."""
    found = rated_checks(assessment)
    return {"quality_ratings": found} if found else {}


def _result_table(result: Result) -> str:
    head = [_("option"), _("rank"), _("score"), _("unweighted"), _("floor"), _("at worst"), _("focus"), _("points")]
    rows = [
        [
            o.id,
            str(o.rank or "–"),
            f"{rounded(o.score, 2):+.2f}",
            f"{rounded(o.unweighted_score, 2):+.2f}",
            label(o.floor),
            label(o.worst_case_floor),
            "–" if o.focus_ratio is None else f"{o.focus_ratio:.2f}",
            f"{rounded(o.points, 2):,.2f}",
        ]
        for o in result.ranked
    ]
    leader = _("{id} leads.").format(id=result.leader) if result.leader else _("No option is feasible, so none leads.")
    return table([head, *rows]) + "\n" + leader


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
@filters
def list_(query: RegisterQuery, *, as_json: bool) -> None:
    """List the decisions of the register, newest first."""
    rows = services(Access.READ).register.rows(query, 0, EVERY)
    if as_json:
        say_json([told_row(row) for row in rows])
    elif rows:
        said = [[r.reference or r.id, r.title, label(r.kind) if r.kind else "–", status_label(r.status)] for r in rows]
        say(table(said))
    elif query == RegisterQuery():
        say(_("The register is empty."))
    else:
        say(_("Nothing in the register matches."))


@click.command()
@click.argument("reference")
@click.option("--json", "as_json", is_flag=True, help=_("Answer with the exchange form."))
@click.option("--history", "with_history", is_flag=True, help=_("Show who changed what, step by step."))
def show(reference: str, *, as_json: bool, with_history: bool) -> None:
    """Show one assessment, named by its reference or its id."""
    register = services(Access.READ).register
    walk = register.open(register.find(reference))
    now = walk.assessment
    if with_history:
        _say_history(walk.steps, names_of(walk.assessment), as_json=as_json)
        return
    if as_json:
        say_json(encode(now))
        return
    lines = [
        (_("Title"), now.title),
        (_("Reference"), now.reference or "–"),
        (_("Id"), now.id),
        (_("Kind"), label(now.kind) if now.kind else "–"),
        (_("Council"), now.body.name or "–"),
        (_("Decided by"), now.authority.decision_maker.name or "–"),
        (_("Groups"), ", ".join(g.name or g.id for g in now.groups) or "–"),
        (_("Options"), ", ".join(f"{o.id} {o.in_short}" for o in now.options) or "–"),
        (_("Chosen"), now.decision.chosen or "–"),
        (_("Changes"), str(len(walk.history))),
        (_("Signed records"), str(len(walk.records))),
    ]
    say(table([[name, value] for name, value in lines]))
    if walk.result is not None:
        say("\n" + _result_table(walk.result))


def _say_history(steps: list[Step], names: Mapping[str, str], *, as_json: bool) -> None:
    if as_json:
        say_json([_step(step) for step in steps])
        return
    for step in steps:
        say(told_step(step))
        for line in told_changes(step, names=names):
            say(f"    {line}")


def _step(step: Step) -> dict[str, object]:
    note = step.note
    return {
        "number": step.number,
        "at": note.at.isoformat(),
        "who": note.who,
        "act": note.act,
        "about": note.about,
        "document": step.document,
        "changes": changes_document(step.changes),
        "hash": step.hash,
    }


@click.command()
@click.argument("reference")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it; its ending says as what."))
@click.option("--full", is_flag=True, help=_("A copy of the full record, exempt matter and all: not for publication."))
@click.option("--language", type=LANGUAGE, help=_("The language of a copy, or of a calendar."))
def export(reference: str, out: Path, language: Language | None, *, full: bool) -> None:
    """Write an assessment to a file: whole as a bundle (.fairness), in the exchange form, or as a copy.

    The ending says as what: .fairness, .fairness.json; .docx, .txt or .html for a copy of the record; .ics for the days
    to come in a calendar: the review, what is to be done by whom, checks of quality.
    """
    given = services(Access.READ)
    if out.suffix.lower() in set(CopyKind):
        walk = given.register.open(given.register.find(reference))
        write_copy(given, walk, out, language, full=full)
        return
    if out.suffix.lower() == CALENDAR:
        say(write_days(given.register.open(given.register.find(reference)), out, language))
        return
    if out.suffix.lower() == ENDING:
        given.handing.giving.hand_out(given.register.find(reference), out)
    else:
        given.register.hand_out(reference, out)
    say(_("Written to {path}.").format(path=out))
