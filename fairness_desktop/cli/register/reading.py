"""``reading``: the second reader from the command line, over the same rules as in the window."""

from __future__ import annotations

import click

from ...domain.approval.machine import ReadingAct, open_acts, state_sentence
from ...domain.errors import InvalidInputError
from ...domain.safekeeping.access import Access
from ...exchange.encoding import encode
from ...i18n import _
from ...services.bundle import Services
from ...services.walk import Walk
from ...telling.deciding import told_act
from ..context import services
from ..speaking import say, say_json

ACTS = {
    "request": ReadingAct.REQUESTED,
    "send-back": ReadingAct.SENT_BACK,
    "withdraw": ReadingAct.WITHDRAWN,
    "approve": ReadingAct.APPROVED,
    "refuse": ReadingAct.REFUSED,
}


@click.command()
@click.argument("reference", metavar="REF")
@click.argument("act", type=click.Choice(list(ACTS)), required=False)
@click.option("--by", default="", metavar="NAME", help=_("Who does it."))
@click.option("--reasons", default="", metavar="TEXT", help=_("Why; needed to send back and to refuse."))
@click.option("--asked", default="", metavar="NAME", help=_("With request: who is to read it; else whoever can."))
@click.option("--override", default="", metavar="TEXT", help=_("Why it is read by somebody who had a hand in it."))
@click.option("--json", "as_json", is_flag=True, help=_("Answer with one JSON document."))
def reading(
    reference: str, act: str | None, by: str, reasons: str, asked: str, override: str, *, as_json: bool
) -> None:
    """Ask a second reader for a decision, or be one; with no act, say where its second reading stands."""
    _fitting(act, by=by, reasons=reasons, asked=asked, override=override)
    given = services(Access.READ if act is None else Access.WRITE)
    walk = given.register.open(given.register.find(reference))
    if act is not None:
        _do(given, walk, ACTS[act], by, reasons, asked=asked, override=override)
    if as_json:
        say_json(_told(given, walk))
    else:
        _say(given, walk)


def _fitting(act: str | None, **said: str) -> None:
    """UsageError where an option is given that the act has no use for: it would be lost without a word."""
    if act is None and any(said.values()):
        raise click.UsageError(_("Say what is done: {acts}.").format(acts=", ".join(ACTS)))
    if said["asked"] and act != "request":
        raise click.UsageError(_("--asked goes with request alone."))


def _do(given: Services, walk: Walk, act: ReadingAct, by: str, reasons: str, *, asked: str, override: str) -> None:
    try:
        given.approving.do(walk, act, by, reasons, asked=asked, override=override)
    except InvalidInputError as error:
        option = f"--{error.where}" if error.where in ("by", "reasons", "override") else ""
        raise InvalidInputError(option, error.message) from error


def _told(given: Services, walk: Walk) -> dict[str, object]:
    now = walk.assessment
    return {
        "id": now.id,
        "reference": now.reference,
        "title": now.title,
        "state": now.second_reading.state.value,
        "asked": now.second_reading.asked,
        "stale": given.approving.stale(walk),
        "can": [name for name, act in ACTS.items() if act in open_acts(now.second_reading.state)],
        "acts": encode(now).get("second_reading", []),
    }


def _say(given: Services, walk: Walk) -> None:
    now = walk.assessment
    say(_("{reference}  {title}").format(reference=now.reference or now.id, title=now.title))
    say(state_sentence(now.second_reading.state))
    if given.approving.stale(walk):
        say(_("It was changed after the second reader approved it: ask again, or withdraw the approval."))
    for entry in now.second_reading.entries:
        say("  " + told_act(entry))
    can = [name for name, act in ACTS.items() if act in open_acts(now.second_reading.state)]
    say(_("What can be done now: {acts}.").format(acts=", ".join(can)))
