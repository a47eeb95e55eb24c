"""What the help pages say: pairs of words."""

from __future__ import annotations

from pathlib import Path

from .. import __version__
from ..i18n import _

Rows = list[tuple[str, str]]


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
