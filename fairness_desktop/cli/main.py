"""Arguments to commands; with no command, the window."""

from __future__ import annotations

from pathlib import Path

import click

from .. import __version__
from ..i18n import _
from .assessments import export, list_, score, show
from .checking import trust, verify
from .context import Composition
from .demo import demo
from .encryption import change_passphrase, decrypt, encrypt
from .frameworks import framework
from .handing import attach, attachments, import_
from .identities import identity
from .opening import CommandsOrFiles, open_
from .records import record
from .register.publications import publish
from .register.reading import reading
from .retention import retention
from .signing import countersign, time_service
from .speaking import guarded
from .store import backup, check, restore

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group(cls=CommandsOrFiles, invoke_without_command=True)
@click.option("--data", type=FOLDER, metavar="DIR", help=_("The folder all data lies in."))
@click.option("--quit-when-shown", is_flag=True, help=_("Leave as soon as the window can be used: for measuring."))
@click.version_option(__version__, prog_name="fairness-desktop")
@click.pass_context
def cli(context: click.Context, data: Path | None, *, quit_when_shown: bool) -> None:
    """Walk through one delegated public decision, score it, keep it, and issue a signed record anyone can check.

    With no command the window opens, on the files named if there are any. Nothing ever leaves this computer by itself.
    """
    handed_in = context.find_object(Composition)
    assert handed_in is not None
    context.obj = handed_in.over(data)
    if context.invoked_subcommand is None:
        context.exit(handed_in.window(context.obj.data, quit_when_shown, ()))


KEEPING = (list_, show, import_, export, publish, attach, attachments, check, backup, restore, retention)
FRAMING = (framework, reading)
PROTECTING = (encrypt, decrypt, change_passphrase, open_)

for command in (demo, score, record, countersign, time_service, verify, trust, identity,
                *FRAMING, *KEEPING, *PROTECTING):  # fmt: skip
    cli.add_command(command)


def main(arguments: list[str], handed_in: Composition) -> int:
    """Run a command; returns its exit code: 0 good, 1 bad input or check, 2 bad command line."""
    code = 0

    def run() -> None:
        nonlocal code
        try:
            code = cli.main(arguments, prog_name="fairness-desktop", standalone_mode=False, obj=handed_in) or 0
        except click.exceptions.Exit as left:
            code = left.exit_code
        except click.UsageError as error:
            error.show()
            code = error.exit_code

    def data() -> Path:
        named = arguments[arguments.index("--data") + 1] if "--data" in arguments[:-1] else None
        return handed_in.over(None if named is None else Path(named)).data

    failed = guarded(run, data)
    return failed or code
