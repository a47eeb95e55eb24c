"""What the help pages say: pairs of words."""

from __future__ import annotations

from pathlib import Path

from .. import __version__
from ..domain.history import Step
from ..i18n import _
from ..services.safekeeping import Safekeeping
from ..telling.changes import since_the_first, told_changes, told_step
from .safekeeping.wording import size, when

MOST_STEPS = 300
"""Steps told in the window; the command line tells all."""

Rows = list[tuple[str, str]]


def what_changed(steps: list[Step]) -> Rows:
    """Who changed what since the first version, the latest first."""
    told = [
        (told_step(step), "\n".join(told_changes(step)) or _("Nothing in it was changed by this."))
        for step in reversed(since_the_first(steps)[-MOST_STEPS:])
    ]
    return told or [(_("Nothing yet"), _("Nothing was changed since it was begun."))]


def what_was_found(faults: object) -> Rows:
    """What a check of the register came to."""
    assert isinstance(faults, list)
    if not faults:
        return [(_("All is well"), _("Everything in the register is as it was written."))]
    advice = _("Do not go on working in it. Restore a backup, and keep this file for whoever looks into it.")
    return [*((_("Fault {number}").format(number=n), str(said)) for n, said in enumerate(faults, 1)), ("", advice)]


def where_is_my_data(folder: Path, keeping: Safekeeping | None) -> Rows:
    """Where everything lies, how much of it there is, and that it stays there."""
    register = _("all assessments, their history and the signed records, in one SQLite file")
    rows = [
        (_("Folder"), str(folder)),
        (_("Register"), register if keeping is None else f"{register} ({size(keeping.register_size)})"),
        (_("Identities"), _("your signing keys, encrypted under your passphrase")),
    ]
    if keeping is not None:
        rows.append((_("Copies"), _copies(keeping)))
        rows += [(_("Warning"), risk.described()) for risk in keeping.risks()]
    return [*rows, (_("Leaves this computer"), _("nothing, unless you save or send a file yourself"))]


def _copies(keeping: Safekeeping) -> str:
    copies = keeping.copies()
    if not copies:
        return _("none yet; one is made by itself when the program starts and something has changed")
    said = _("{count} in the folder “{folder}”, {size} in all; the newest is of {when}")
    total = size(sum(copy.size for copy in copies))
    return said.format(count=len(copies), folder=keeping.folder.name, size=total, when=when(copies[0].at))


def about() -> Rows:
    """What the program is, does, and never does."""
    return [
        (_("Version"), __version__),
        (_("What it does"), _("walks one delegated decision through the council's fairness framework")),
        (_("What it never does"), _("it never chooses, and it gives no legal advice")),
    ]
