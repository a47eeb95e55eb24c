"""How a command answers: the answer on stdout, the sentence that says what is wrong on stderr."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from ..domain.errors import EncryptedError, FairnessError, PassphraseError
from ..i18n import _

Value = TypeVar("Value")

PASSPHRASE_VARIABLE = "FAIRNESS_DESKTOP_PASSPHRASE"  # noqa: S105 - the name of a variable
STORE_VARIABLE = "FAIRNESS_DESKTOP_STORE_PASSPHRASE"
ROOT_PASSPHRASE_VARIABLE = "FAIRNESS_DESKTOP_ROOT_PASSPHRASE"  # noqa: S105
NEW_PASSPHRASE_VARIABLE = "FAIRNESS_DESKTOP_NEW_PASSPHRASE"  # noqa: S105
TRIES = 3
BAD = 1
INTERRUPTED = 130


def say(text: str) -> None:
    """An answer. What files say of themselves may stand in it, so nothing in it can command a terminal."""
    click.echo("".join(c if c in "\n\t" or not _commands(c) else "�" for c in text))


def _commands(character: str) -> bool:
    """Whether it moves the cursor, changes colours or turns the direction of reading, and shows nothing."""
    return unicodedata.category(character) == "Cc" or character in _TURNS


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def say_json(document: object) -> None:
    """Exactly one JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def passphrase(*, twice: bool, variable: str = PASSPHRASE_VARIABLE, said: str = "") -> str:
    """A passphrase: from the environment where no one can type it, else asked for, unseen."""
    known = given(variable)
    if known is not None:
        return known
    if not can_ask():
        raise PassphraseError(
            _("A passphrase is needed; give it in {variable}, or run this where you can type it.").format(
                variable=variable
            )
        )
    typed: str = click.prompt(said or _("Passphrase"), hide_input=True, confirmation_prompt=twice, err=True)
    return typed


def store_passphrase() -> str | None:
    """The passphrase of an encrypted register, as the environment has it."""
    return os.environ.get(STORE_VARIABLE) or None


def ask_store_passphrase(why: EncryptedError) -> str:
    """The passphrase of an encrypted register, typed unseen; where no one can type it, that is said."""
    if not sys.stdin.isatty():
        said = _("{why} Give it in {variable}, or run this where you can type it.")
        raise EncryptedError(said.format(why=why, variable=STORE_VARIABLE)) from why
    typed: str = click.prompt(_("Passphrase of the register"), hide_input=True, err=True)
    return typed


def with_root(use: Callable[[str], Value]) -> Value:
    """Use the passphrase of the council's root; where only one is given, it is taken to be the root's too."""
    same = given(ROOT_PASSPHRASE_VARIABLE) is None and given(PASSPHRASE_VARIABLE) is not None
    variable = PASSPHRASE_VARIABLE if same else ROOT_PASSPHRASE_VARIABLE
    return asked_for(use, variable, _("Passphrase of the council's root"))


def given(variable: str) -> str | None:
    """A passphrase given in the environment, or None."""
    return os.environ.get(variable)


def can_ask() -> bool:
    """Whether somebody can type an answer."""
    return sys.stdin.isatty()


def asked_for(use: Callable[[str], Value], variable: str = PASSPHRASE_VARIABLE, said: str = "") -> Value:
    """Use a passphrase: with three tries for whoever types it, and one where it is given."""
    for _try in range(TRIES - 1):
        secret = passphrase(twice=False, variable=variable, said=said)
        try:
            return use(secret)
        except PassphraseError as error:
            if given(variable) is not None:
                raise
            click.echo(str(error), err=True)
    return use(passphrase(twice=False, variable=variable, said=said))


def guarded(run: Callable[[], None], data: Callable[[], Path]) -> int:
    """Run a command; whatever goes wrong becomes one sentence and an exit code, never a traceback."""
    try:
        run()
    except FairnessError as error:
        return _wrong(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD
    except OSError as error:
        what = f"“{error.filename}”" if error.filename else _("The system")
        return _wrong(_("{what} does not let this be done: {why}.").format(what=what, why=error.strerror or error))
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        return INTERRUPTED
    except Exception as error:
        from ..faults import report

        path = report(data() / "faults", error)
        return _wrong(
            _("Something went wrong inside the program; a report lies in {path}. Nothing was lost.").format(path=path)
        )
    return 0


def _wrong(sentence: str) -> int:
    click.echo(sentence, err=True)
    return BAD


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns that line up."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
