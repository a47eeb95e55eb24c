"""The command on what need not be kept any longer."""

from __future__ import annotations

import click

from ..domain.safekeeping.access import Access
from ..domain.safekeeping.retention import Due
from ..i18n import _
from .context import services
from .speaking import say, say_json, table


@click.command()
@click.option("--erase", "wanted", multiple=True, metavar="REF", help=_("Erase it for good; can be repeated."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def retention(wanted: tuple[str, ...], *, as_json: bool) -> None:
    """List the decisions past the time for which they have to be kept, or erase those that are named."""
    given = services(Access.WRITE if wanted else Access.READ)
    for reference in wanted:
        given.retention.erase(given.register.find(reference))
        if not as_json:
            say(
                _("{reference} is erased; the history of the register keeps that it was there.").format(
                    reference=reference
                )
            )
    due = given.retention.due()
    if as_json:
        say_json([_row(one) for one in due])
    elif due:
        said = [[one.reference or one.id, one.title, one.decided.isoformat(), one.until.isoformat()] for one in due]
        say(table([[_("Reference"), _("Title"), _("Decided"), _("Kept until")], *said]))
    elif not wanted:
        say(_("Nothing in the register is past the time for which it has to be kept."))
    if wanted and given.safekeeping.copies():
        say(
            _("Copies made before still hold what was erased: see the folder {path}.").format(
                path=given.safekeeping.folder
            )
        )


def _row(due: Due) -> dict[str, object]:
    return {
        "id": due.id,
        "reference": due.reference,
        "title": due.title,
        "decided": due.decided.isoformat(),
        "kept_until": due.until.isoformat(),
        "records": due.records,
        "papers": due.papers,
    }
