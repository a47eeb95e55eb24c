"""What the help pages say: pairs of words."""

from __future__ import annotations

from pathlib import Path

from .. import __version__
from ..domain.history import Step
from ..i18n import _
from ..telling.changes import since_the_first, told_changes, told_step

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


def where_is_my_data(folder: Path) -> Rows:
    """Where everything lies, and that it stays there."""
    return [
        (_("Folder"), str(folder)),
        (_("Register"), _("all assessments, their history and the signed records, in one SQLite file")),
        (_("Identities"), _("your signing keys, encrypted under your passphrase")),
        (_("Leaves this computer"), _("nothing, unless you save or send a file yourself")),
    ]


def about() -> Rows:
    """What the program is, does, and never does."""
    return [
        (_("Version"), __version__),
        (_("What it does"), _("walks one delegated decision through the council's fairness framework")),
        (_("What it never does"), _("it never chooses, and it gives no legal advice")),
    ]
