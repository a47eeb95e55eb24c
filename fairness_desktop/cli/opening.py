"""Files named instead of a command: they are opened in the window, as a double click does."""

from __future__ import annotations

from pathlib import Path

import click

from ..services.handing.opening import openable
from .context import ANY_PATH, composition

OPEN = "open"


class CommandsOrFiles(click.Group):
    """A word that is no command, but the name of a file that can be opened, opens it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that a word names, or the one that opens the file it names."""
        if self.get_command(ctx, args[0]) is None and (openable(Path(args[0])) or Path(args[0]).is_file()):
            return OPEN, self.get_command(ctx, OPEN), args
        return super().resolve_command(ctx, args)


@click.command(OPEN)
@click.argument("files", metavar="FILE...", type=ANY_PATH, nargs=-1, required=True)
@click.pass_context
def open_(context: click.Context, files: tuple[Path, ...]) -> None:
    """Open the window on files: bundles and assessments to be taken in, records to be checked."""
    handed_in = composition()
    quit_when_shown = bool(context.find_root().params.get("quit_when_shown"))
    context.exit(handed_in.window(handed_in.data, quit_when_shown, tuple(path.absolute() for path in files)))
