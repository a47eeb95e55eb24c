"""Commands on the council's fairness framework: what is known, out, in, compared, adopted."""

from __future__ import annotations

from pathlib import Path

import click

from ..domain.errors import NotFoundError
from ..domain.framework import Framework
from ..domain.safekeeping.access import Access
from ..i18n import _
from ..services.adopting.comparing import (
    Consequences,
    Turned,
    changed_places,
    criteria_added,
    criteria_removed,
    told_partly,
)
from ..services.bundle import Services
from ..telling.frameworks.changes import told_criteria
from .context import FILE, services
from .speaking import say, say_json, table


@click.group()
def framework() -> None:
    """The fairness framework: what the council adopted, and what it would change."""


@framework.command("list")
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def list_frameworks(*, as_json: bool) -> None:
    """List the frameworks known here, and which is in force."""
    given = services(Access.READ)
    rows = [_row(f, in_force=f == given.adopting.in_force()) for f in given.adopting.known()]
    if as_json:
        say_json(rows)
        return
    said = [
        [str(r["id"]), str(r["version"]), str(r["minute"] or "–"), _("in force") if r["in_force"] else ""] for r in rows
    ]
    say(table([[_("Id"), _("Version"), _("Minute of adoption"), ""], *said]))


@framework.command("export")
@click.argument("which", metavar="ID:VERSION")
@click.option("--out", type=FILE, required=True, metavar="FILE", help=_("Where to write it."))
def export_framework(which: str, out: Path) -> None:
    """Write a framework to a file, canonical: its hash is over these bytes."""
    given = services(Access.READ)
    given.adopting.hand_out(_named(given, which), out)
    say(_("Written to {path}.").format(path=out))


@framework.command("import")
@click.argument("file", type=FILE)
@click.option("--in-force", is_flag=True, help=_("Make new decisions under it from now on."))
def import_framework(file: Path, *, in_force: bool) -> None:
    """Take a framework in: an adopted one is locked as it is, another becomes the draft of the next version."""
    given = services()
    taken = given.adopting.take_in(file)
    if in_force:
        given.adopting.put_in_force(taken)
    said = _("“{title}”, {id} version {version}, is the draft now.") if taken.adoption is None else _(
        "“{title}”, {id} version {version}, is known here now."
    )  # fmt: skip
    say(said.format(title=taken.title, id=taken.id, version=taken.version))


@framework.command()
@click.argument("which", metavar="ID:VERSION", required=False)
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def compare(which: str | None, *, as_json: bool) -> None:
    """Say what the draft, or the version named, would change, and what it would have done to past decisions."""
    given = services(Access.READ)
    new = given.adopting.drafted() if which is None else _named(given, which)
    old = given.adopting.in_force()
    added, removed = criteria_added(old, new), criteria_removed(old, new)
    changes = changed_places(old, new)
    then = given.adopting.consequences(new)
    if as_json:
        say_json({
            "criteria_added": [c.id for c in added],
            "criteria_removed": [c.id for c in removed],
            "changes": [{"where": c.where, "old": c.old, "new": c.new} for c in changes],
            "looked_at": then.looked_at,
            "not_compared": list(then.not_compared),
            "not_counting": list(then.not_counting),
            "not_asked": list(then.not_asked),
            "turned": [_turned(t) for t in then.turned],
        })  # fmt: skip
        return
    for sentence in told_criteria(added, removed, new):
        say(sentence)
    for change in changes:
        say(f"{change.where}: {change.old} → {change.new}")
    say(_counted(then))
    for sentence in told_partly(then):
        say(sentence)
    for turned in then.turned:
        say(f"{turned.reference or turned.title}: {turned.leader} → {turned.leader_then}, "
            f"{turned.floor} → {turned.floor_then}")  # fmt: skip


@framework.command()
@click.option("--date", required=True, metavar="YYYY-MM-DD", help=_("The day on which full council adopted it."))
@click.option("--minute", required=True, metavar="TEXT", help=_("The minute that says so."))
def adopt(date: str, minute: str) -> None:
    """Lock the draft as full council adopted it, and make new decisions under it."""
    locked = services().adopting.adopt(date, minute)
    said = _("“{title}”, {id} version {version}, is adopted and locked. SHA-256 {hash}")
    say(said.format(title=locked.title, id=locked.id, version=locked.version, hash=locked.sha256))


def _named(given: Services, which: str) -> Framework:
    id_, _colon, version = which.rpartition(":")
    found = next((f for f in given.adopting.known() if (f.id, f.version) == (id_, version)), None)
    if found is None:
        raise NotFoundError(_("No framework “{which}” is known here; `framework list` names those that are.").format(
            which=which))  # fmt: skip
    return found


def _row(one: Framework, *, in_force: bool) -> dict[str, object]:
    adoption = one.adoption
    return {
        "id": one.id,
        "version": one.version,
        "title": one.title,
        "sha256": one.sha256,
        "minute": None if adoption is None else adoption.minute,
        "adopted": None if adoption is None else adoption.date,
        "in_force": in_force,
    }


def _turned(one: Turned) -> dict[str, object]:
    return {
        "id": one.id,
        "reference": one.reference,
        "title": one.title,
        "leader": [one.leader, one.leader_then],
        "floor": [one.floor, one.floor_then],
    }


def _counted(then: Consequences) -> str:
    said = _("Of {all} decisions here {turned} would have another leader or floor; {left} cannot be compared.")
    return said.format(all=then.looked_at, turned=len(then.turned), left=len(then.not_compared))
