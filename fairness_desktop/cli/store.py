"""Commands on the store."""

from __future__ import annotations

import click

from ..i18n import _
from .context import services
from .speaking import BAD, say


@click.command()
def check() -> None:
    """See whether the register still holds what was written."""
    faults = services().register.check()
    for fault in faults:
        say(fault)
    if faults:
        click.get_current_context().exit(BAD)
    say(_("Everything in the register is as it was written."))
