"""What every command starts from: the services over the data folder named on the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from ..domain.errors import EncryptedError
from ..domain.safekeeping.access import Access
from ..domain.vocabulary import Language
from ..exchange.decoding import Frameworks
from ..i18n import _
from ..services.bundle import Services
from ..services.checking.checking import Checking
from ..services.safekeeping import Safekeeping
from .speaking import ask_store_passphrase, store_passphrase

if TYPE_CHECKING:
    from ..services.adopting.known import KnownFrameworks


class _LanguageType(click.ParamType[Language]):
    """A language by its word in the exchange form, not by the name it has in the program."""

    name = "en|cy"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        try:
            return Language(str(value))
        except ValueError:
            words = ", ".join(Language)
            self.fail(_("“{word}” is no language of the records; they speak {words}.").format(word=value, words=words))


LANGUAGE = _LanguageType()
FILE = click.Path(dir_okay=False, path_type=Path)
UNDER = click.option(
    "--framework",
    "under",
    type=FILE,
    metavar="FILE",
    help=_("The framework it is made under, where that is not known here."),
)
Done = TypeVar("Done")
ANY_PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Composition:
    """What the composition root hands in; ``named`` is the data folder named on the command line, if any.

    ``window`` opens the window over a data folder, on files to begin with, and returns the exit code; ``safekeeping``
    goes back to a copy where the register cannot be opened; ``demonstration`` keeps who signs in a second folder.
    """

    data_folder: Callable[[Path | None], Path]
    services: Callable[[Path, Access, str | None], Services]
    checking_in: Callable[[Path], Checking]
    frameworks: Callable[[], Frameworks]
    kept_frameworks: Callable[[Path], Frameworks]
    window: Callable[[Path, bool, tuple[Path, ...]], int]
    safekeeping: Callable[[Path], Safekeeping]
    demonstration: Callable[[Path, Path], Services]
    named: Path | None = None

    @property
    def data(self) -> Path:
        """The data folder: the one named, the environment's, or the system's place."""
        return self.data_folder(self.named)

    def checking(self) -> Checking:
        """Checking records under those whom the user trusts."""
        return self.checking_in(self.data)

    def known(self, file: Path | None) -> KnownFrameworks:
        """The frameworks that ship, the one in a file named, and those of the register if there is one."""
        from ..frameworks.loader import load_framework
        from ..services.adopting.known import KnownFrameworks

        named = None if file is None else load_framework(file)

        def kept() -> Frameworks:
            return self.kept_frameworks(self.data)

        return KnownFrameworks(self.frameworks(), named, kept)

    def over(self, named: Path | None) -> Composition:
        """The same over another data folder."""
        return replace(self, named=named)


def composition() -> Composition:
    """What was handed in."""
    handed_in = click.get_current_context().find_object(Composition)
    assert handed_in is not None
    return handed_in


def services(access: Access = Access.WRITE) -> Services:
    """The services over the data folder; an encrypted register's passphrase is asked for where it can be typed."""
    handed_in = composition()

    def opened(secret: str | None) -> Services:
        return handed_in.services(handed_in.data, access, secret)

    return with_passphrase(opened)


def with_passphrase(act: Callable[[str | None], Done]) -> Done:
    """Do what may need the passphrase of a register: that of the environment, else one that is typed, unseen."""
    try:
        return act(store_passphrase())
    except EncryptedError as error:
        if store_passphrase() is not None:
            raise
        return act(ask_store_passphrase(error))
